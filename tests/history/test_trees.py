"""Trees that copies have moved and pruned on their own."""

from collections.abc import Iterator

import pytest

from strategidesk.desk.commands import BringBack, Create, Delete, Move, Restore, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.errors import UserError
from strategidesk.history.revision import EXISTS
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from tests.support.desks import fresh, insert, loaded, revision, same, write_as
from tests.support.strategies import known_id

S1, S2, S11, S111 = (known_id(name) for name in ("s1", "s2", "s11", "s111"))


@pytest.fixture
def desk() -> Iterator[Desk]:
    with fresh() as desk:
        yield desk


def shape(desk: Desk) -> dict[Id, int]:
    return {section.id: depth for depth, section in desk.strategy.outline(Section)}


def test_that_children_of_a_removed_parent_stand_under_the_nearest_one_that_lives(
    desk: Desk,
) -> None:
    seen = {id: desk.seen(id, EXISTS) for id in (S11, S111)}
    new = known_id("new")
    desk.run(Create("section", {"heading": "Ny"}, S111, id=new))
    insert(desk, *(revision(id, EXISTS, None, heads) for id, heads in seen.items()))
    assert shape(desk) == {S1: 0, new: 1, S2: 0}
    assert same(desk.strategy, loaded(desk))
    write_as(desk, "Bo", lambda recorder: recorder.delete(S1))
    assert shape(desk) == {new: 0, S2: 0}
    changes = desk.run(BringBack((S111,)))
    assert shape(desk) == {S111: 0, new: 1, S2: 0}
    assert changes.touches(new, "place")


def test_that_an_edit_leaves_a_thing_where_it_reads(desk: Desk) -> None:
    insert(desk, revision(S11, EXISTS, None, desk.seen(S11, EXISTS)))
    assert shape(desk) == {S1: 0, S111: 1, S2: 0}
    desk.run(SetFields(S111, {"heading": "Ny rubrik"}))
    assert shape(desk) == {S1: 0, S111: 1, S2: 0}
    assert same(desk.strategy, loaded(desk))


def test_that_of_two_moves_into_each_other_the_newest_stands_at_the_root(desk: Desk) -> None:
    first = revision(S1, "place", f"A {S2}", desk.seen(S1, "place"))
    second = revision(S2, "place", f"A {S111}", desk.seen(S2, "place"))
    insert(desk, first, second)
    assert shape(desk) == {S2: 0, S1: 1, S11: 2, S111: 3}
    assert set(shape(desk)) == {s.id for s in desk.strategy.sections}


def test_that_the_order_in_which_the_moves_arrive_does_not_matter(desk: Desk) -> None:
    first = revision(S1, "place", f"A {S2}", desk.seen(S1, "place"))
    second = revision(S2, "place", f"A {S111}", desk.seen(S2, "place"))
    insert(desk, second)
    insert(desk, first)
    assert shape(desk) == {S2: 0, S1: 1, S11: 2, S111: 3}


def test_that_of_several_moves_of_one_thing_the_newest_counts(desk: Desk) -> None:
    seen = desk.seen(S1, "place")
    old, new = (revision(S1, "place", f"{key} {S2}", seen) for key in "AB")
    between = revision(S2, "place", f"A {S111}", desk.seen(S2, "place"), at=old.at + 1)
    late = revision(S1, "place", f"C {S2}", seen, at=new.at + 10)
    insert(desk, old, between, late)
    assert shape(desk)[S1] == 0
    assert len(desk.seen(S1, "place")) == 2


def test_that_a_circle_through_something_removed_is_resolved_too(desk: Desk) -> None:
    insert(
        desk,
        revision(S1, "place", f"A {S111}", desk.seen(S1, "place")),
        revision(S11, EXISTS, None, desk.seen(S11, EXISTS)),
    )
    assert sorted(shape(desk)) == sorted([S1, S111, S2])
    assert same(desk.strategy, loaded(desk))


def test_that_a_person_is_stopped_from_making_a_circle(desk: Desk) -> None:
    for parent in (S1, S11, S111):
        with pytest.raises(UserError):
            desk.run(Move(S1, parent))


def test_that_a_restored_spot_makes_no_circle(desk: Desk) -> None:
    desk.run(Move(S1, S2))
    desk.run(Move(S1, None))
    under_s2 = next(e for e in desk.history(S1, "place") if str(e.value).endswith(S2))
    desk.run(Move(S2, S111))
    with pytest.raises(UserError):
        desk.run(Restore(under_s2.revision))
    desk.undo()
    desk.run(Restore(under_s2.revision))
    assert shape(desk)[S1] == 1


def test_that_siblings_at_one_spot_stand_alike_on_all_copies_and_can_be_parted(
    desk: Desk,
) -> None:
    ids = sorted(known_id(name) for name in ("x", "y", "z"))
    write_as(
        desk,
        "Bo",
        lambda recorder: [recorder.create(Section, {"place": "a"}, id) for id in reversed(ids)],
    )
    assert [s.id for s in desk.strategy.sections if s.id in ids] == ids
    new = known_id("between")
    desk.run(Create("section", {"heading": "Mellan"}, after=ids[0], id=new))
    row = [s.id for s in desk.strategy.sections if s.id in {*ids, new}]
    assert row == [ids[0], new, *ids[1:]]
    desk.undo()
    assert [s.id for s in desk.strategy.sections if s.id in ids] == ids


def test_that_siblings_come_in_the_order_in_which_a_move_counts_them(desk: Desk) -> None:
    """Children of two removed parents, at the same key, meet under one."""
    low, high = sorted(known_id(name) for name in ("x", "y"))
    insert(
        desk,
        revision(low, EXISTS, {"kind": "section", "values": {"place": f"V {max(S11, S111)}"}}),
        revision(high, EXISTS, {"kind": "section", "values": {"place": f"V {min(S11, S111)}"}}),
        *(revision(id, EXISTS, None, desk.seen(id, EXISTS)) for id in (S11, S111)),
    )
    assert [s.id for s in desk.strategy.sections if s.id in (low, high)] == [low, high]


def test_that_a_removed_tree_brought_back_in_parts_grows_together_again(desk: Desk) -> None:
    before = desk.strategy
    desk.run(Delete((S1,)))
    desk.run(BringBack((S111,)))
    assert shape(desk) == {S111: 0, S2: 0}
    desk.run(BringBack((S11, S1)))
    assert desk.strategy.sections == before.sections
