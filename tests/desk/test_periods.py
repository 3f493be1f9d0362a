"""A new period begins from an adopted version, and can be compared with it."""

from pathlib import Path

import pytest

from strategidesk.desk import files
from strategidesk.desk.commands import SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.periods import next_period, start
from strategidesk.desk.versions import Adoption, adopt, versions
from strategidesk.errors import UserError
from strategidesk.model.comparison import compare
from strategidesk.model.document import Card
from tests.support.desks import make, rich, working
from tests.support.strategies import known_id, strategy

COUNCIL = Adoption("Kommunfullmäktige", "2026-03-09", "12")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = make(tmp_path / "gammal.strategi")
    values = {"reference_number": "KS 1", "valid_from": "2026", "revision_interval_years": 4}
    with working(path) as desk:
        desk.run(SetFields(desk.strategy.card.id, values))
        desk.run(SetFields(known_id("v1"), {"status": "done"}))
        desk.run(SetFields(known_id("s1"), {"status": "approved"}))
        adopt(desk, COUNCIL)
        desk.run(SetFields(known_id("s1"), {"heading": "Ändrat efter beslutet"}))
    return path


def test_that_a_new_period_begins_as_a_draft_of_the_adopted_text(old: Path, tmp_path: Path) -> None:
    start(tmp_path / "ny.strategi", old, "Noor")
    was, new = files.load_file(old), files.load_file(tmp_path / "ny.strategi")
    assert new.card.id != was.card.id
    assert (new.card.status, new.card.title) == ("draft", was.card.title)
    assert (new.card.valid_from, new.card.valid_to) == ("2030", "")
    assert new.card.replaces == "Möten i Ekbacka, antagen av Kommunfullmäktige 2026-03-09, § 12"
    assert new.card.reference_number == ""
    assert new.sections[0].heading == "Början"
    assert {one.status for one in new.activities} == {"not_started"}
    assert {one.status for one in new.sections} == {"not_started"}
    left_out = {"decision", "follow_up", "round", "receipt", "open_answer"}
    left_out |= {"consultation", "response", "paper", "comment"}
    for noun in was.schema.nouns:
        ids = {thing.id for thing in new.all(noun)}
        if noun.meta.entity in left_out:
            assert was.all(noun)
            assert ids == set()
        elif noun is not Card:
            assert ids == {thing.id for thing in was.all(noun)}
    assert was.pictures == new.pictures


def test_that_the_periods_can_be_compared_and_the_new_file_is_whole(
    old: Path, tmp_path: Path
) -> None:
    start(tmp_path / "ny.strategi", old, "Noor", title="Möten 2030")
    with working(tmp_path / "ny.strategi") as desk:
        desk.run(SetFields(known_id("s2"), {"body": "Nytt."}))
        assert list(desk.verify()) == []
        assert versions(desk.file) == ()
        changed = {one.thing.id for one in compare(files.load_file(old), desk.strategy).differences}
    assert {known_id("s1"), known_id("s2")} <= changed
    assert known_id("a1") not in changed
    assert files.load_file(tmp_path / "ny.strategi").card.title == "Möten 2030"


def test_that_any_version_or_the_text_of_today_may_be_the_beginning(
    old: Path, tmp_path: Path
) -> None:
    start(tmp_path / "nu.strategi", old, "Noor", "now")
    assert files.load_file(tmp_path / "nu.strategi").sections[0].heading == "Ändrat efter beslutet"


def test_that_a_strategy_without_adoption_needs_a_named_version(tmp_path: Path) -> None:
    path = make(tmp_path / "x.strategi")
    with pytest.raises(UserError, match=r"antagen|adopted"):
        start(tmp_path / "ny.strategi", path, "Noor")
    assert not (tmp_path / "ny.strategi").exists()


def test_that_no_file_is_overwritten(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(UserError):
        start(old, old, "Noor")
    assert old.read_bytes() == before
    with Desk.open(old) as desk:
        assert len(versions(desk.file)) == 1


@pytest.mark.parametrize(
    ("date", "years", "later"),
    [
        ("2026", 4, "2030"),
        ("2026-03", 4, "2030-03"),
        ("2026-12-31", 4, "2030-12-31"),
        ("2024-02-29", 3, "2027-02-28"),
        ("2024-02-29", 4, "2028-02-29"),
        ("", 4, ""),
        ("2026", None, ""),
    ],
)
def test_that_validity_moves_on_by_the_interval(date: str, years: int | None, later: str) -> None:
    card = {"valid_to": date, "revision_interval_years": years}
    assert next_period(strategy(strategy=card)).card.valid_to == later


def test_that_what_was_never_adopted_is_replaced_by_its_title() -> None:
    assert next_period(rich()).card.replaces == "Möten i Ekbacka"
