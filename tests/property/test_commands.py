"""The laws of undo and redo, for every command that is registered."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from strategidesk.desk.commands import Command, Delete
from strategidesk.desk.desk import Desk
from strategidesk.desk.registry import COMMANDS
from strategidesk.desk.reviewing import Resolve
from strategidesk.errors import UserError
from strategidesk.history.changes import ChangeSet
from strategidesk.model.fields import Id
from strategidesk.model.noun import fields_of, value
from strategidesk.model.strategy import Strategy
from tests.support.commands import GENERATORS
from tests.support.desks import fresh, loaded, same, told
from tests.support.strategies import known_id

every_command = pytest.mark.parametrize("kind", COMMANDS, ids=lambda kind: kind.__name__)

OWN = [kind for kind in COMMANDS if kind is not Resolve]  # that needs what others have written


def test_that_every_registered_command_has_a_generator() -> None:
    """A command without one would escape the laws below."""
    assert set(COMMANDS) == set(GENERATORS)


@every_command
@settings(max_examples=20)
@given(data=st.data())
def test_that_undo_takes_back_and_redo_does_again(kind: type[Command], data: Any) -> None:
    with fresh() as desk:
        command = GENERATORS[kind](data.draw, desk)
        assert command is not None
        before = desk.strategy
        try:
            desk.run(command)
        except UserError as refusal:
            event(f"refused: {refusal.template}")
            assert desk.strategy is before
            assert same(loaded(desk), before)
            return
        after = desk.strategy
        assert_all_holds(desk)
        desk.undo()
        assert told(desk.strategy) == told(before)
        assert_all_holds(desk)
        desk.redo()
        assert same(desk.strategy, after)
        assert_all_holds(desk)
        desk.undo()
        assert told(desk.strategy) == told(before)


@every_command
@settings(max_examples=20)
@given(data=st.data())
def test_that_a_change_set_names_all_that_reads_otherwise(kind: type[Command], data: Any) -> None:
    with fresh() as desk:
        command = GENERATORS[kind](data.draw, desk)
        assert command is not None
        acts: list[Callable[[], ChangeSet]] = [partial(desk.run, command), desk.undo, desk.redo]
        for act in acts:
            before = desk.strategy
            try:
                changes = act()
            except UserError:
                return
            assert_named(changes, before, desk.strategy)


@settings(max_examples=10)
@given(data=st.data())
def test_that_a_chain_of_steps_is_undone_and_done_again(data: Any) -> None:
    with fresh() as desk:
        states = [told(desk.strategy)]
        for kind in data.draw(st.lists(st.sampled_from(OWN), min_size=4, max_size=12)):
            command = GENERATORS[kind](data.draw, desk)
            try:
                written = command is not None and bool(desk.run(command))
            except UserError:
                continue
            if written:
                states.append(told(desk.strategy))
        for state in reversed(states[:-1]):
            desk.undo()
            assert told(desk.strategy) == state
        assert not desk.undo()
        for state in states[1:]:
            desk.redo()
            assert told(desk.strategy) == state
        assert not desk.redo()
        assert_all_holds(desk)


@pytest.mark.parametrize(
    ("root", "parts"),
    [
        ("s1", {"s11", "s111", "c1"}),
        ("a1", {"h1"}),
        ("u1", {"u11"}),
        ("g1", {"g11"}),
        ("k1", {"r1"}),
        ("i1", {"y1"}),
        ("b1", {"p1"}),
        ("v1", {"c2"}),
        ("m1", set()),
    ],
)
def test_that_a_tree_goes_as_a_whole_and_comes_back_as_a_whole(root: str, parts: set[str]) -> None:
    with fresh() as desk:
        before = desk.strategy
        desk.run(Delete((known_id(root),)))
        after = desk.strategy
        gone = {known_id(name) for name in {root, *parts}}
        assert not gone & set(after.by_id)
        assert gone <= set(before.by_id)
        assert_all_holds(desk)
        desk.undo()
        assert same(desk.strategy, before)
        desk.redo()
        assert same(desk.strategy, after)


def assert_all_holds(desk: Desk) -> None:
    """What is in memory is in the file, and the model tables are what a rebuild would make."""
    assert same(desk.strategy, loaded(desk))
    assert [finding.template for finding in desk.verify()] == []


def assert_named(changes: ChangeSet, before: Strategy, after: Strategy) -> None:
    old, new = before.by_id, after.by_id
    assert changes.created == set(new) - set(old)
    assert changes.deleted == set(old) - set(new)
    assert not set(changes.changed) & (changes.created | changes.deleted)
    for id in set(old) & set(new):
        names = changes.changed.get(id, frozenset())
        for field in fields_of(type(new[id])).values():
            if field.name not in names:
                assert value(old[id], field) == value(new[id], field)
    assert changes.nouns >= {_entity(id, before, after) for id in changes.ids}


def _entity(id: Id, before: Strategy, after: Strategy) -> str:
    return (after.by_id.get(id) or before.by_id[id]).meta.entity
