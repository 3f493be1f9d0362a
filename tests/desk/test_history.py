"""Who wrote what and when, and how an older wording comes back."""

from collections.abc import Iterator
from typing import Any

import pytest

from strategidesk.desk.commands import BringBack, Create, Delete, Move, Restore, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.errors import UserError
from strategidesk.history.timeline import Entry
from strategidesk.model.document import Area, Section
from strategidesk.model.fields import Id
from tests.support.desks import content, creation, fresh, insert, revision, write_as
from tests.support.strategies import known_id

S1, S11, A1, H1, V1 = (known_id(name) for name in ("s1", "s11", "a1", "h1", "v1"))


@pytest.fixture
def desk() -> Iterator[Desk]:
    with fresh() as desk:
        yield desk


def told(desk: Desk, id: Id, field: str) -> list[tuple[str, str, Any, Any]]:
    return [(e.author, e.kind, e.before, e.value) for e in desk.history(id, field)]


def body(desk: Desk) -> str:
    section = desk.strategy.get(Section, S1)
    assert section
    return section.body


def test_that_the_history_of_a_field_tells_who_wrote_what_over_what(desk: Desk) -> None:
    desk.run(SetFields(S1, {"body": "Nu."}))
    write_as(desk, "Bo", lambda recorder: recorder.set(S1, "body", "Sedan."))
    assert told(desk, S1, "body") == [
        ("Bo", "edit", "Nu.", "Sedan."),
        ("Alva", "edit", "Därför att.", "Nu."),
        ("Noor", "edit", "Därför.", "Därför att."),
        ("Ida", "import", None, "Därför."),
    ]
    moments = [entry.at for entry in desk.history(S1, "body")]
    assert moments == sorted(moments, reverse=True)


def test_that_a_field_never_written_has_the_creation_as_its_history(desk: Desk) -> None:
    assert told(desk, S1, "guidance") == [("Ida", "import", None, "")]
    assert told(desk, V1, "budget") == [("Ida", "import", None, 1250.5)]


def test_that_undo_and_redo_are_part_of_the_history(desk: Desk) -> None:
    desk.run(SetFields(S1, {"heading": "Ny"}))
    desk.undo()
    desk.redo()
    assert [(kind, value) for _, kind, _, value in told(desk, S1, "heading")[:3]] == [
        ("edit", "Ny"),
        ("undo", "Början"),
        ("edit", "Ny"),
    ]


def test_that_the_history_of_a_thing_tells_its_life(desk: Desk) -> None:
    desk.run(Create("area", {"title": "Musik", "prioritised": True}))
    id = desk.strategy.areas[-1].id
    desk.run(SetFields(id, {"title": "Musik och dans"}))
    desk.run(Delete((id,)))
    desk.run(BringBack((id,)))
    life = [(entry.field, entry.value, entry.before) for entry in desk.history(id)]
    assert life == [
        ("_exists", True, False),
        ("_exists", False, True),
        ("title", "Musik och dans", "Musik"),
        ("_exists", True, False),
    ]
    made = list(desk.history(id))[-1]
    assert made.values is not None
    assert made.values["title"] == "Musik"
    assert made.entity == "area"


def test_that_everything_has_one_history_newest_first(desk: Desk) -> None:
    first = desk.strategy.areas[0].id
    desk.run(Move(first))
    newest = next(iter(desk.history()))
    assert (newest.id, newest.field, newest.author) == (first, "place", "Alva")
    with desk.file.reading() as connection:
        count = connection.exec_driver_sql('SELECT COUNT(*) FROM "revision"').scalar_one()
    assert len(list(desk.history())) == count


def test_that_a_history_read_halfway_keeps_nobody_from_writing(desk: Desk) -> None:
    past = desk.history()
    next(past)
    desk.run(SetFields(A1, {"title": "Under tiden"}))
    assert len(list(past)) > 1


def test_that_an_edit_beside_another_tells_what_its_author_saw(desk: Desk) -> None:
    seen = desk.seen(S1, "body")
    write_as(desk, "Bo", lambda recorder: recorder.set(S1, "body", "Bo.", seen))
    desk.run(SetFields(S1, {"body": "Alva."}, {"body": seen}))
    assert {before for _, _, before, _ in told(desk, S1, "body")[:2]} == {"Därför att."}


def test_that_asking_for_what_is_no_id_is_answered_in_a_sentence(desk: Desk) -> None:
    assert list(desk.history(known_id("nobody"))) == []
    with pytest.raises(UserError):
        list(desk.history(Id("s1")))


def entry_of(desk: Desk, id: Id, field: str, value: Any) -> Entry:
    return next(entry for entry in desk.history(id, field) if entry.value == value)


def test_that_an_older_wording_comes_back_as_a_new_change(desk: Desk) -> None:
    desk.run(SetFields(S1, {"body": "Nu."}))
    desk.run(Restore(entry_of(desk, S1, "body", "Därför att.").revision))
    assert body(desk) == "Därför att."
    assert told(desk, S1, "body")[0] == ("Alva", "restore", "Nu.", "Därför att.")
    desk.undo()
    assert body(desk) == "Nu."


def test_that_the_wording_of_something_removed_comes_back_with_it(desk: Desk) -> None:
    old = entry_of(desk, S1, "body", "Därför att.").revision
    desk.run(SetFields(S1, {"body": "Nu."}))
    desk.run(Delete((S1,)))
    desk.run(Restore(old))
    assert body(desk) == "Därför att."


def test_that_a_creation_brings_back_all_first_values_and_no_spot(desk: Desk) -> None:
    made = list(desk.history(A1))[-1].revision
    desk.run(SetFields(A1, {"title": "Annat", "justification": "Tillagt.", "prioritised": True}))
    desk.run(Move(A1))
    desk.run(Restore(made))
    area = desk.strategy.get(Area, A1)
    assert area
    assert (area.title, area.justification, area.prioritised) == ("Språk", "", False)
    assert desk.strategy.areas[-1] is area


def test_that_a_creation_holds_only_what_is_not_the_default(desk: Desk) -> None:
    for made in (list(desk.history(A1))[-1], list(desk.history(known_id("gone area")))[-1]):
        assert made.values is not None
        assert set(made.values) == {"title", "place"}


def test_that_an_older_spot_comes_back(desk: Desk) -> None:
    order = [area.id for area in desk.strategy.areas]
    spot = next(iter(desk.history(order[0], "place"))).revision
    desk.run(Move(order[0]))
    assert [area.id for area in desk.strategy.areas] != order
    desk.run(Restore(spot))
    assert [area.id for area in desk.strategy.areas] == order


@pytest.mark.parametrize("name", ["", "00", "zz", "0" * 32, "0" * 31, "ö" * 32])
def test_that_a_change_that_is_not_there_is_not_restored(desk: Desk, name: str) -> None:
    with pytest.raises(UserError):
        desk.run(Restore(name))


def test_that_a_removal_has_no_wording(desk: Desk) -> None:
    desk.run(Delete((H1,)))
    removal = next(iter(desk.history(H1))).revision
    with pytest.raises(UserError):
        desk.run(Restore(removal))
    desk.run(BringBack((H1,)))
    assert not desk.run(Restore(next(iter(desk.history(H1))).revision))


def test_that_a_wording_of_a_newer_programs_field_is_not_offered(desk: Desk) -> None:
    odd = revision(S1, "colour", "röd", desk.seen(S1, "colour"))
    insert(desk, odd, creation(known_id("dragon"), "dragon", {}))
    assert odd.id.hex() not in {entry.revision for entry in desk.history()}
    with pytest.raises(UserError):
        desk.run(Restore(odd.id.hex()))


def test_that_the_wastebasket_holds_what_was_removed_the_last_first(desk: Desk) -> None:
    before = desk.wastebasket()
    desk.run(Delete((A1,)))
    found = desk.wastebasket()
    assert {(A1, "area", "Språk"), (H1, "hallmark", "Alla läser.")} <= set(found)
    assert found[-len(before) :] == before
    desk.run(Delete((S1,)))
    assert desk.wastebasket()[0][1] in {"section", "comment"}
    desk.undo()
    desk.undo()
    assert desk.wastebasket() == before


def test_that_the_wastebasket_says_what_the_thing_was_called_last(desk: Desk) -> None:
    desk.run(SetFields(A1, {"title": "Sista namnet"}))
    desk.run(Delete((A1,)))
    assert (A1, "area", "Sista namnet") in desk.wastebasket()


def test_that_bringing_back_what_lives_does_nothing(desk: Desk) -> None:
    before = content(desk.strategy)
    assert not desk.run(BringBack((A1,)))
    assert content(desk.strategy) == before
    assert desk.undo_label is None


def test_that_a_step_names_what_it_takes_back(desk: Desk) -> None:
    assert (desk.undo_label, desk.redo_label) == (None, None)
    desk.run(SetFields(A1, {"title": "x"}))
    desk.run(Delete((A1,)))
    assert desk.undo_label == "remove"
    desk.undo()
    assert (desk.undo_label, desk.redo_label) == ("change", "remove")
    desk.run(SetFields(A1, {"title": "y"}))
    assert desk.redo_label is None


def test_that_a_command_that_changes_nothing_is_no_step(desk: Desk) -> None:
    area = desk.strategy.get(Area, A1)
    assert area
    assert not desk.run(SetFields(A1, {"title": area.title}))
    assert desk.undo_label is None


def test_that_listeners_hear_exactly_what_was_returned(desk: Desk) -> None:
    heard: list[Any] = []
    desk.listeners.append(heard.append)
    changes = desk.run(SetFields(A1, {"title": "Hört"}))
    assert heard == [changes]
    assert changes.changed == {A1: {"title"}}
    assert changes.nouns == {"area"}
    assert (changes.created, changes.deleted) == (frozenset(), frozenset())
    assert changes.touches(A1, "title")
    assert not changes.touches(A1, "introduction")
    with pytest.raises(UserError):
        desk.run(SetFields(A1, {"title": 5}))
    assert heard == [changes]


def test_that_things_beside_a_change_stay_the_same_objects(desk: Desk) -> None:
    before = desk.strategy
    desk.run(SetFields(A1, {"title": "Ny"}))
    after = desk.strategy
    assert after.sections is before.sections
    assert [a is b for a, b in zip(after.areas, before.areas, strict=True)].count(False) == 1


def test_that_the_next_undo_says_what_it_will_change_chief_first(desk: Desk) -> None:
    assert desk.concerned() == ()
    desk.run(SetFields(S1, {"body": "Nu."}))
    assert desk.concerned() == ((S1, "section"),)

    desk.run(Delete((A1,)))
    first, *others = desk.concerned()
    assert first == (A1, "area")
    assert (V1, "activity") in others  # it pointed at the area

    desk.undo()
    assert desk.concerned(redo=True)[0] == (A1, "area")
    assert desk.concerned() == ((S1, "section"),)
