"""A glance at a file that is not opened: what it says, and that nothing stops it."""

import json
from pathlib import Path

import pytest

from strategidesk.desk import files
from strategidesk.desk.desk import Desk
from strategidesk.desk.looking import Glance, glance
from strategidesk.paths import resource
from strategidesk.store.lock import lock_path


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


@pytest.mark.parametrize("content", [b"", b"Hej!" * 200, b"SQLite format 3\0" + b"\xff" * 8192])
def test_that_a_file_that_cannot_be_read_is_only_there(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "annat.strategi"
    path.write_bytes(content)

    assert glance(path) == Glance(True)


def test_that_a_file_that_is_gone_is_not_there(tmp_path: Path) -> None:
    assert glance(tmp_path / "borta.strategi") == Glance(False)
    assert glance(tmp_path) == Glance(False)
