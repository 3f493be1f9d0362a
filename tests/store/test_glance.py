"""A glance at a file that is not opened: what it says, and that nothing stops it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from strategidesk.desk import files
from strategidesk.desk.desk import Desk
from strategidesk.desk.looking import Glance, glance
from strategidesk.desk.reviewing import DISMISS, Resolve
from strategidesk.paths import resource
from strategidesk.store.lock import lock_path
from tests.support.contests import CONTESTS, one_term_twice, two_wordings
from tests.support.desks import make as rich
from tests.support.desks import working
from tests.support.files import unlocked


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "Ekbacka.strategi"
    files.load(resource("sample", "ekbacka.json"), made, "Alva")
    return made


def test_that_a_glance_tells_title_and_state(path: Path) -> None:
    before = path.read_bytes()

    seen = glance(path)

    assert seen.there
    assert seen.title.startswith("Strategi för integration")
    assert seen.status == "adopted"
    assert (seen.to_review, seen.person) == (0, "")
    assert path.read_bytes() == before


def test_that_a_glance_tells_who_has_the_file_open(path: Path) -> None:
    with Desk.open(path, "Kim Påhittad"):
        lock = lock_path(path)
        held = json.loads(lock.read_text(encoding="utf-8"))
        lock.write_text(json.dumps({**held, "computer": "EKB-7"}), encoding="utf-8")

        seen = glance(path)

        lock.write_text(json.dumps(held), encoding="utf-8")
    assert seen.person == "Kim Påhittad"
    assert seen.since
    assert glance(path).person == ""


@pytest.mark.parametrize("contest", CONTESTS, ids=lambda contest: contest.__name__)
def test_that_a_glance_counts_all_that_waits_as_the_review_does(
    tmp_path: Path, contest: Callable[[Desk], None]
) -> None:
    with working(rich(tmp_path / "Ekbacka.strategi")) as desk:
        contest(desk)
        waiting = len(desk.review())
    before = desk.path.read_bytes()

    assert glance(desk.path).to_review == waiting > 0
    assert desk.path.read_bytes() == before


def test_that_what_may_stay_as_it_is_waits_no_more(tmp_path: Path) -> None:
    with working(rich(tmp_path / "Ekbacka.strategi")) as desk:
        one_term_twice(desk)
        (item,) = desk.review()
        assert glance(desk.path).to_review == 1
        desk.run(Resolve(item, DISMISS))

    assert glance(desk.path).to_review == 0


def test_that_a_file_made_for_other_tables_still_tells_its_contested_texts(tmp_path: Path) -> None:
    with working(rich(tmp_path / "Ekbacka.strategi")) as desk:
        two_wordings(desk)
        one_term_twice(desk)
    unlocked(desk.path, 'ALTER TABLE "definition" RENAME TO "definition_of_old"')

    assert glance(desk.path).to_review == 1


@pytest.mark.parametrize("content", [b"", b"Hej!" * 200, b"SQLite format 3\0" + b"\xff" * 8192])
def test_that_a_file_that_cannot_be_read_is_only_there(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "annat.strategi"
    path.write_bytes(content)

    assert glance(path) == Glance(True)


def test_that_a_file_that_is_gone_is_not_there(tmp_path: Path) -> None:
    assert glance(tmp_path / "borta.strategi") == Glance(False)
    assert glance(tmp_path) == Glance(False)
