"""Settling what waits for a person: each kind of item, each choice, and its undo."""

from collections.abc import Iterator

import pytest

from strategidesk.desk.commands import Delete, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.reviewing import (
    DELETE,
    DISMISS,
    KEEP,
    TAKE,
    WRITE,
    CannotBeSettledSo,
    Resolve,
)
from strategidesk.history.items import Item
from strategidesk.history.revision import EXISTS
from strategidesk.model.document import Area, Hallmark, Section
from strategidesk.model.fields import Id
from strategidesk.model.places import parent_of
from strategidesk.model.plan import Activity
from tests.support import contests
from tests.support.desks import content, creation, fresh, insert, write_as
from tests.support.strategies import known_id

S1, S2, S11, A1, H1, V1, V2, U1 = (
    known_id(name) for name in ("s1", "s2", "s11", "a1", "h1", "v1", "v2", "u1")
)


@pytest.fixture
def desk() -> Iterator[Desk]:
    with fresh() as desk:
        yield desk


def only(desk: Desk) -> Item:
    (item,) = desk.review()
    return item


def by(item: Item, author: str) -> str:
    return next(option.revision for option in item.options if option.author == author)


def settle(desk: Desk, verb: str, author: str = "", value: object = None) -> None:
    """Settle the only item; undo brings it back, and redo settles it again."""
    item, before = only(desk), content(desk.strategy)
    desk.run(Resolve(item, verb, by(item, author) if author else "", value))
    assert desk.review() == []
    after = content(desk.strategy)
    desk.undo()
    assert only(desk).id == item.id
    assert content(desk.strategy) == before
    desk.redo()
    assert desk.review() == []
    assert content(desk.strategy) == after


def test_that_one_of_two_wordings_is_taken_whole(desk: Desk) -> None:
    contests.two_wordings(desk)
    item = only(desk)
    assert [(option.author, option.value) for option in item.options] == [
        ("Bo", "Därför ska vi."),
        ("Cia", "Därför bör vi."),
    ]
    assert [region.texts for region in item.regions] == [("Därför ska vi.", "Därför bör vi.")]
    settle(desk, TAKE, "Bo")
    assert section(desk, S1).body == "Därför ska vi."


def section(desk: Desk, id: Id) -> Section:
    found = desk.strategy.get(Section, id)
    assert found
    return found


def test_that_an_own_wording_can_be_written(desk: Desk) -> None:
    contests.two_wordings(desk)
    settle(desk, WRITE, value="Därför kan vi.")
    assert section(desk, S1).body == "Därför kan vi."


def test_that_what_went_together_is_accepted_as_it_is(desk: Desk) -> None:
    contests.wordings_that_go_together(desk)
    shown = section(desk, known_id("s111")).body
    assert shown.startswith("Den första")
    assert "Den tredje" in shown
    assert only(desk).kind == "merged"
    settle(desk, KEEP)
    assert section(desk, known_id("s111")).body == shown


def test_that_a_choice_of_two_is_taken(desk: Desk) -> None:
    contests.two_choices(desk)
    settle(desk, TAKE, "Bo")
    assert activity(desk, V1).status == "done"


def activity(desk: Desk, id: Id) -> Activity:
    found = desk.strategy.get(Activity, id)
    assert found
    return found


def test_that_one_of_two_places_is_taken(desk: Desk) -> None:
    contests.two_places(desk)
    settle(desk, TAKE, "Bo")
    assert parent_of(section(desk, S11).place) == S2


@pytest.mark.parametrize(("author", "above"), [("Bo", {S2: S1}), ("Cia", {S1: S2})])
def test_that_of_moves_in_a_circle_one_is_taken(
    desk: Desk, author: str, above: dict[Id, Id]
) -> None:
    contests.two_moves_in_a_circle(desk)
    settle(desk, TAKE, author)
    found = {id: parent_of(section(desk, id).place) for id in (S1, S2)}
    assert found == {S1: None, S2: None, **above}


def test_that_a_circle_may_stay_as_it_is_shown(desk: Desk) -> None:
    contests.two_moves_in_a_circle(desk)
    before = content(desk.strategy)
    settle(desk, KEEP)
    assert content(desk.strategy) == before


def test_that_a_removed_thing_is_kept_with_all_that_went_with_it(desk: Desk) -> None:
    """Its parts, and what pointed at it."""
    with fresh() as other:
        whole = content(other.strategy)
    seen = desk.seen(A1, EXISTS)
    desk.author = "Cia"
    desk.run(Delete((A1,)))
    assert desk.strategy.get(Hallmark, H1) is None
    assert activity(desk, V1).area is None
    assert desk.strategy.get(Area, A1) is None
    write_as(desk, "Bo", lambda recorder: recorder.put(A1, "introduction", "Nytt.", seen[:1]))
    item = only(desk)
    assert item.kind == "deleted_but_edited"
    desk.run(Resolve(item, KEEP))
    assert desk.review() == []
    desk.run(SetFields(A1, {"introduction": ""}))
    assert content(desk.strategy) == whole


def test_that_a_removed_thing_goes_though_somebody_wrote_in_it(desk: Desk) -> None:
    contests.removed_but_written_in(desk)
    item = only(desk)
    assert [(o.author, o.value) for o in item.options] == [
        ("Cia", None),
        ("Bo", "Bo skrev vidare."),
    ]
    desk.run(Resolve(item, DELETE))
    assert A1 not in desk.strategy.by_id
    desk.undo()
    assert [one.id for one in desk.review()] == [item.id]
    assert A1 in desk.strategy.by_id


def test_that_what_is_pointed_at_comes_back(desk: Desk) -> None:
    contests.pointing_at_the_removed(desk)
    assert {item.kind for item in desk.review()} == {"dangling"}
    desk.run(Resolve(desk.review()[0], KEEP))
    assert desk.review() == []
    assert activity(desk, V2).unit == U1


def test_that_a_reference_to_the_removed_is_let_go_or_left(desk: Desk) -> None:
    contests.pointing_at_the_removed(desk)
    items = {item.entity: item for item in desk.review()}
    desk.run(Resolve(items[V2], DISMISS))
    assert V2 not in {item.entity for item in desk.review()}
    desk.undo()
    assert V2 in {item.entity for item in desk.review()}
    desk.run(Resolve(items[V2], DELETE))
    desk.run(SetFields(V2, {"unit": None}))
    assert V2 not in {item.entity for item in desk.review()}


def test_that_one_of_two_definitions_is_kept(desk: Desk) -> None:
    contests.one_term_twice(desk)
    item = only(desk)
    assert item.kind == "duplicate_term"
    settle(desk, TAKE, "Bo")
    assert [d.text for d in desk.strategy.definitions] == ["Ett annat svar."]


def test_that_two_definitions_may_stand_until_a_third_comes(desk: Desk) -> None:
    contests.one_term_twice(desk)
    settle(desk, DISMISS)
    assert len(desk.strategy.definitions) == 2
    values = {"term": "MÖTE", "text": "Ett tredje.", "place": "W"}
    insert(desk, creation(known_id("d3"), "definition", values, "Dan"))
    assert len(only(desk).others) == 3


def test_that_what_has_changed_since_it_was_shown_is_not_settled(desk: Desk) -> None:
    contests.two_wordings(desk)
    item = only(desk)
    seen = item.heads[:1]
    write_as(desk, "Dan", lambda recorder: recorder.put(S1, "body", "Ett tredje.", seen))
    with pytest.raises(CannotBeSettledSo):
        desk.run(Resolve(item, KEEP))
    assert len(only(desk).options) == 2


def test_that_a_choice_that_does_not_fit_is_refused(desk: Desk) -> None:
    contests.two_wordings(desk)
    for verb, revision in ((DELETE, ""), (DISMISS, ""), (TAKE, "00"), ("", "")):
        with pytest.raises(CannotBeSettledSo):
            desk.run(Resolve(only(desk), verb, revision))


def test_that_the_list_is_made_of_what_is_alive(desk: Desk) -> None:
    contests.two_wordings(desk)
    write_as(desk, "Dan", lambda recorder: recorder.delete(S1))
    assert all(item.entity != S1 or item.kind == "dangling" for item in desk.review())
