"""Adopting the strategy and naming versions: all of it or nothing, and for good."""

from pathlib import Path

import pytest

from strategidesk.desk.commands import SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.information import information
from strategidesk.desk.jobs import finish
from strategidesk.desk.merging import merging
from strategidesk.desk.versions import (
    PLAN,
    Adoption,
    CannotBeAdopted,
    adopt,
    find,
    latest_adopted,
    load,
    name_version,
    versions,
)
from strategidesk.errors import UserError
from strategidesk.history.changes import ChangeSet
from strategidesk.history.undoing import NotUndoable
from strategidesk.model.people import Decision
from tests.support.contests import two_wordings
from tests.support.desks import content, fresh, loaded, make, same, working
from tests.support.strategies import known_id

COUNCIL = Adoption("Kommunfullmäktige", "2026-03-09", "12")
PLANNED = Adoption("Kommunstyrelsen", "2026-04-01", "8", PLAN)


def test_that_adopting_writes_the_decision_the_status_and_a_version_of_both() -> None:
    with fresh() as desk:
        changes = adopt(desk, COUNCIL)
        decision = desk.strategy.all(Decision)[-1]
        assert (decision.kind, decision.about) == ("adoption", "strategy")
        assert (decision.body, decision.date, decision.paragraph) == (
            "Kommunfullmäktige",
            "2026-03-09",
            "12",
        )
        assert desk.strategy.card.status == "adopted"
        (version,) = versions(desk.file)
        assert version.title == "Antagen av Kommunfullmäktige 2026-03-09, § 12"
        assert (version.kind, version.decision, version.author) == ("adopted", decision.id, "Alva")
        assert content(load(desk.file, version)) == content(desk.strategy)
        assert changes.versions
        assert decision.id in changes.created
        assert same(loaded(desk), desk.strategy)
        assert list(desk.verify()) == []


def test_that_adopting_the_plan_leaves_the_strategys_status() -> None:
    with fresh() as desk:
        before = desk.strategy.card
        adopt(desk, PLANNED)
        assert desk.strategy.card == before
        assert desk.strategy.all(Decision)[-1].about == "activity_plan"
        (version,) = versions(desk.file)
        assert version.kind == "adopted_plan"
        assert latest_adopted((version,)) is None


@pytest.mark.parametrize("adoption", [COUNCIL, PLANNED])
def test_that_nothing_is_adopted_while_something_waits(adoption: Adoption) -> None:
    with fresh() as desk:
        two_wordings(desk)
        before = content(desk.strategy)
        with pytest.raises(CannotBeAdopted):
            adopt(desk, adoption)
        assert content(desk.strategy) == before == content(loaded(desk))
        assert versions(desk.file) == ()


def test_that_the_refusal_says_how_many_changes_remain() -> None:
    with fresh() as desk:
        two_wordings(desk)
        with pytest.raises(CannotBeAdopted) as refused:
            adopt(desk, COUNCIL)
        assert (
            str(refused.value)
            == "Strategin kan inte fastställas än: 1 ändring återstår att granska."
        )


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("Kommunstyrelsen", ""),
        ("Kommunstyrelsen", "2026"),
        ("Kommunstyrelsen", "2026-03"),
        ("Kommunstyrelsen", "2026-02-30"),
        ("Kommunstyrelsen", "9/3 2026"),
        (" ", "2026-03-09"),
        ("Kommun\nstyrelsen", "2026-03-09"),
    ],
)
def test_that_a_decision_without_body_or_day_is_refused(body: str, date: str) -> None:
    with fresh() as desk:
        before = content(desk.strategy)
        with pytest.raises(UserError):
            adopt(desk, Adoption(body, date, "1"))
        assert content(loaded(desk)) == before
        assert versions(desk.file) == ()


def test_that_undo_does_not_reach_an_adoption() -> None:
    with fresh() as desk:
        card = desk.strategy.card.id
        desk.run(SetFields(known_id("s1"), {"heading": "Före"}))
        desk.run(SetFields(card, {"status": "proposal"}))
        adopt(desk, COUNCIL)
        with pytest.raises(NotUndoable):  # the step before it would take its status away
            desk.undo()
        assert desk.strategy.card.status == "adopted"
        assert desk.redo_label is None
        adopt(desk, COUNCIL)  # a new version can always be adopted
        assert len(versions(desk.file)) == 2


def test_that_what_was_done_before_a_version_can_still_be_undone() -> None:
    with fresh() as desk:
        before = content(desk.strategy)
        desk.run(SetFields(known_id("s1"), {"heading": "Före"}))
        name_version(desk, "Före remiss")
        desk.undo()
        assert content(desk.strategy) == before
        assert len(versions(desk.file)) == 1


def test_that_listeners_hear_of_a_version_though_no_thing_has_changed() -> None:
    with fresh() as desk:
        heard: list[ChangeSet] = []
        desk.listeners.append(heard.append)
        name_version(desk, "Före remiss")
        assert [(changes.versions, changes.ids) for changes in heard] == [(True, frozenset())]


@pytest.mark.parametrize("title", ["", "  ", "två\nrader"])
def test_that_a_version_needs_a_name_of_one_line(title: str) -> None:
    with fresh() as desk:
        with pytest.raises(UserError):
            name_version(desk, title)
        assert versions(desk.file) == ()


def test_that_versions_are_found_by_title_id_and_now() -> None:
    with fresh() as desk:
        for title in ("Ett", "Två", "Två"):
            name_version(desk, title)
        found = versions(desk.file)
        assert find(found, "now", desk.path) is None
        one = next(version for version in found if version.title == "Ett")
        assert find(found, "Ett", desk.path) == one == find(found, one.id[:12], desk.path)
        for name in ("Två", "Tre", "", one.id[:2]):
            with pytest.raises(UserError):
                find(found, name, desk.path)


def test_that_versions_of_two_copies_are_all_there_after_a_merge(tmp_path: Path) -> None:
    first = make(tmp_path / "a.strategi")
    second = make(tmp_path / "b.strategi")
    with working(first, "Alva") as mine:
        adopt(mine, COUNCIL)
        with working(second, "Bo") as theirs:
            adopt(theirs, PLANNED)
            name_version(theirs, "Bos")
        mine.accept(finish(merging(mine, [second])))
        assert {one.author for one in versions(mine.file)} == {"Alva", "Bo"}
        assert len(versions(mine.file)) == 3
        for version in versions(mine.file):
            load(mine.file, version)
        known = versions(mine.file)
    with working(second, "Bo") as theirs:
        heard: list[ChangeSet] = []
        theirs.listeners.append(heard.append)
        theirs.accept(finish(merging(theirs, [first])))
        assert versions(theirs.file) == known  # equal sets, equal lists
        assert heard[0].versions


def test_that_documents_number_the_adopted_versions() -> None:
    with fresh() as desk:
        assert information(desk.strategy, versions(desk.file)).history == ()
        adopt(desk, COUNCIL)
        name_version(desk, "Inget beslut")
        first = information(desk.strategy, versions(desk.file))
        assert (first.version, first.revised) == ("1", "")
        adopt(desk, Adoption("Kommunfullmäktige", "2027-05-03", "4"))
        adopt(desk, PLANNED)
        found = versions(desk.file)
        told = information(desk.strategy, found)
        assert (told.version, told.revised) == ("2", "2027-05-03")
        rows = [(row.date, row.version, row.change) for row in told.history]
        assert rows == [
            ("2026-03-09", "1", "Antagen, §\u00a012"),
            ("2027-05-03", "2", "Reviderad, §\u00a04"),
        ]
        old = next(one for one in found if one.title == "Inget beslut")
        assert information(load(desk.file, old), found, old).version == "1"
        desk.run(SetFields(desk.strategy.card.id, {"status": "draft"}))
        begun = information(desk.strategy, found)
        assert (begun.version, len(begun.history)) == ("", 2)


def test_that_a_file_open_to_read_is_not_adopted(tmp_path: Path) -> None:
    path = make(tmp_path / "x.strategi")
    with Desk.open(path) as desk, pytest.raises(UserError):
        adopt(desk, COUNCIL)
