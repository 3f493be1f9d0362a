"""Undo and redo: what a command wrote, written back as new revisions."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from typing import Any

from strategidesk.errors import UserError
from strategidesk.history.graph import Graph
from strategidesk.history.items import DISMISSED
from strategidesk.history.recording import Recorder
from strategidesk.history.revision import EXISTS, REVIEW, UNDO, Revision, id_of
from strategidesk.history.view import value_at, view
from strategidesk.model.fields import Field, Id
from strategidesk.model.noun import fields_of

BUILT_ON = (
    "It cannot be undone: {author} has changed the same text since. "
    "Open its history to bring an older wording back."
)


class NotUndoable(UserError):
    """Somebody else has built on what the command wrote."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one thing before and after a step; for `_exists` whether it lives."""

    entity: bytes
    field: str
    before: Any
    after: Any
    head: bytes  # the desk's own newest revision of the field
    kind: str  # what a redo is written as


@dataclass(frozen=True, slots=True)
class Step:
    """What one command changed, as undo and redo need it."""

    label: str
    changes: tuple[Change, ...]
    things: tuple[tuple[Id, str], ...] = ()  # what it concerns, each with its noun, chief first
    settles: bool = False  # it was somebody's word about what waited for a person


def step_of(recorder: Recorder, label: str) -> Step:
    """The step that a recorder has just written."""
    first: dict[tuple[bytes, str], Revision] = {}
    last: dict[tuple[bytes, str], Revision] = {}
    for made in recorder.revisions:
        first.setdefault((made.entity, made.field), made)
        last[made.entity, made.field] = made
    changes = []
    before: Any
    after: Any
    for (entity, name), start in first.items():
        graph, end = recorder.graph(entity), last[entity, name]
        if name == DISMISSED:
            before, after = False, True
        elif name == EXISTS:
            reviewed = end.kind == REVIEW and recorder.lived(id_of(entity))
            before, after = reviewed or _lived(graph, start), end.value != "null"
        else:
            declared = fields_of(recorder.noun(id_of(entity)))[name]
            before = _seen_value(graph, declared, start)
            after = value_at(graph, declared, graph.by_id[end.id])
        if before != after or end.kind == REVIEW:
            changes.append(Change(entity, name, before, after, end.id, end.kind))
    return Step(label, tuple(changes), _things(recorder, changes))


def _things(recorder: Recorder, changes: list[Change]) -> tuple[tuple[Id, str], ...]:
    """What has gone, an owner before its parts; what has come; what has changed."""
    gone = [one for one in changes if one.field == EXISTS and not one.after]
    come = [one for one in changes if one.field == EXISTS and one.after]
    things = [one for one in (*reversed(gone), *come, *changes) if one.field != DISMISSED]
    ids = dict.fromkeys(id_of(one.entity) for one in things)
    return tuple((id, recorder.noun(id).meta.entity) for id in ids)


def _lived(graph: Graph, made: Revision) -> bool:
    """Whether the thing lived before this revision of `_exists`."""
    return any(
        graph.by_id[parent].field == EXISTS and graph.value_of(parent) is not None
        for parent in made.parents
    )


def _seen_value(graph: Graph, declared: Field, made: Revision) -> Any:
    return view(graph, declared, [graph.by_id[parent] for parent in made.parents]).value


def turn_back(recorder: Recorder, step: Step, own: Container[bytes], redo: bool) -> Step:
    """Write a step's values before; returns the step that turns this one back again.

    Raises NotUndoable, before anything is written, where others have built on the step.
    """
    recorder.look_up(id_of(change.entity) for change in step.changes)
    for change in step.changes:
        _require_own(recorder.graph(change.entity), change, own)
    heads: dict[tuple[bytes, str], bytes] = {}
    for change in _in_safe_order(step.changes):
        recorder.kind = change.kind if redo else UNDO
        id = id_of(change.entity)
        if change.field == DISMISSED:
            recorder.dismiss(change.entity.hex(), change.before, recorder.kind)
        elif change.field != EXISTS:
            recorder.put(id, change.field, change.before, _heads_over(recorder, change))
        elif change.kind == REVIEW:
            graph = recorder.graph(change.entity)
            parents = graph.all_heads() if redo and not change.before else [change.head]
            recorder.exist(id, change.before, parents, recorder.kind)
        elif change.before:
            recorder.revive(id)
        else:
            recorder.delete(id)
    for made in recorder.revisions:
        heads[made.entity, made.field] = made.id
    return Step(
        step.label,
        tuple(
            replace(
                change,
                before=change.after,
                after=change.before,
                head=heads.get((change.entity, change.field), change.head),
            )
            for change in step.changes
        ),
        step.things,
        step.settles,
    )


def _in_safe_order(changes: Iterable[Change]) -> list[Change]:
    """What comes to life first, what goes last: references then always point at living things."""
    rank = {True: 0, False: 2}
    return sorted(changes, key=lambda c: rank[c.before] if c.field == EXISTS else 1)


def _heads_over(recorder: Recorder, change: Change) -> list[bytes]:
    """The heads that come from what the step wrote; others stand beside it."""
    graph = recorder.graph(change.entity)
    later = graph.descendants(change.head, change.field) | {change.head}
    return [head.id for head in graph.heads(change.field) if head.id in later]


def _require_own(graph: Graph, change: Change, own: Container[bytes]) -> None:
    concerned = graph.descendants(change.head, change.field)
    if change.field == EXISTS:
        concerned |= {head.id for head in graph.heads(EXISTS)}
        if not change.before:  # what goes takes its texts along: none may be new
            before = graph.ancestors(change.head, EXISTS)
            concerned |= set(graph.all_heads()) - {
                parent for id in before for parent in graph.by_id[id].parents
            }
    foreign = [graph.by_id[id] for id in concerned if id not in own]
    if foreign:
        raise NotUndoable(BUILT_ON, author=max(foreign, key=lambda node: node.age).author)
