"""Settling what waits for a person."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from strategidesk.desk.answers.answering import leave_out, take_in
from strategidesk.desk.commands import Command, Together
from strategidesk.desk.editing import Editing
from strategidesk.desk.keeping import bring_back
from strategidesk.errors import UserError
from strategidesk.history.items import ANSWER, DANGLING, DUPLICATE, Item, Option
from strategidesk.history.projection import DELETED_BUT_EDITED
from strategidesk.history.recording import NEEDS_REVIEW, NeedsReview
from strategidesk.history.revision import EXISTS, REVIEW, canonical, entity_of
from strategidesk.history.view import CONFLICT, MERGED, view
from strategidesk.model import places
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import HANDLING, OpenAnswer
from strategidesk.model.noun import PLACE, fields_of
from strategidesk.model.schema import Schema

TAKE = "take"  # one of the options, by its revision
WRITE = "write"  # a value of one's own
KEEP = "keep"  # what is shown; what was removed comes back
DELETE = "delete"  # what was removed goes; what points at it lets go
DISMISS = "dismiss"  # it may stay as it is; an answer is left out

_VERBS = {
    CONFLICT: (TAKE, WRITE, KEEP),
    MERGED: (TAKE, WRITE, KEEP, DISMISS),
    DELETED_BUT_EDITED: (KEEP, DELETE),
    DANGLING: (KEEP, DELETE, DISMISS),
    DUPLICATE: (TAKE, DISMISS),
    ANSWER: (TAKE, WRITE, DISMISS),
}


class CannotBeSettledSo(UserError):
    """The item has no such choice, or is not what it was any more."""


@dataclass(frozen=True)
class Resolve:
    """Settle an item of the review list; `revision` (hex) goes with TAKE, `value` (JSON) with
    WRITE."""

    item: Item
    verb: str
    revision: str = ""
    value: Any = None
    label: str = "review"
    kind: ClassVar[str] = "edit"  # what it does beside the decision; that is written as a review

    def apply(self, editing: Editing) -> None:
        if self.verb not in verbs(self.item):
            raise CannotBeSettledSo("That choice does not fit what is to be reviewed here.")
        id, field = self.item.entity, self.item.field
        if self.item.kind == ANSWER:  # which of its things was seen
            (id,), field = self.item.others, HANDLING
        graph = editing.recorder.graph(entity_of(id))
        if tuple(head.id for head in graph.heads(field)) != self.item.heads:
            raise CannotBeSettledSo("It has changed since it was shown. Look at it again.")
        _SETTLERS[self.item.kind](self, editing)

    @property
    def option(self) -> Option:
        """The option that is taken. Raises CannotBeSettledSo where there is none of that name."""
        for option in self.item.options:
            if option.revision == self.revision:
                return option
        raise CannotBeSettledSo(
            'There is no wording "{revision}" to take. "strategidesk review" lists them.',
            revision=self.revision,
        )


def settling(item: Item, value: Any, label: str) -> Resolve:
    """The command that gives a contested field a JSON value: one that waits there, or another."""
    given = canonical(value)
    for option in item.options:
        if canonical(option.value) == given:
            return Resolve(item, TAKE, option.revision, label=label)
    if item.kind != ANSWER and canonical(item.shown) == given:
        return Resolve(item, KEEP, label=label)
    return Resolve(item, WRITE, value=value, label=label)


def settles(command: Command) -> bool:
    """Whether a command is somebody's word about what waited for a person."""
    parts = command.commands if isinstance(command, Together) else (command,)
    return any(isinstance(one, Resolve) for one in parts)


def verbs(item: Item) -> tuple[str, ...]:
    """The choices that a person has with an item."""
    found = _VERBS.get(item.kind, ())
    if item.kind == ANSWER:
        return tuple(verb for verb in found if _answers(item, verb))
    return tuple(verb for verb in found if verb != WRITE or item.field != PLACE)


def _answers(item: Item, verb: str) -> bool:
    """Whether an answer can be settled so: where it goes somewhere, or something is proposed."""
    if item.noun == OpenAnswer.meta.entity:
        return verb == DISMISS
    return verb != TAKE or item.options[0].value is not None


def _field(resolve: Resolve, editing: Editing) -> None:
    item, recorder = resolve.item, editing.recorder
    if item.others:
        _circle(resolve, editing)
    elif resolve.verb == TAKE:
        heads = [head.id for head in recorder.graph(entity_of(item.entity)).heads(item.field)]
        recorder.put(item.entity, item.field, resolve.option.value, heads, REVIEW)
    else:
        value = resolve.value if resolve.verb == WRITE else item.shown
        recorder.settle(item.entity, item.field, value)


def _circle(resolve: Resolve, editing: Editing) -> None:
    """Of moves that make a circle one counts, and another member goes back where it was before its
    own; or all stand, and the one moved last stays at the root, where it is shown."""
    item, recorder = resolve.item, editing.recorder
    if resolve.verb != TAKE:
        now = recorder.shown(item.entity, PLACE)
        recorder.settle(item.entity, PLACE, places.make(places.key_of(now)))
        return
    taken = resolve.option
    other = next(option for option in reversed(item.options) if option.id != taken.id)
    graph = recorder.graph(entity_of(other.id))
    field = fields_of(recorder.noun(other.id))[PLACE]
    move = graph.by_id[bytes.fromhex(other.revision)]
    before = view(graph, field, [graph.by_id[p] for p in move.parents if p in graph.by_id]).value
    parent = places.parent_of(before)
    if parent in item.others or (parent and not recorder.alive(parent)):
        before = places.make(places.key_of(before))
    recorder.settle(other.id, PLACE, before)


def _existence(resolve: Resolve, editing: Editing) -> None:
    item, recorder = resolve.item, editing.recorder
    graph = recorder.graph(entity_of(item.entity))
    ends = graph.standing(graph.heads(EXISTS))
    removals = [end for end in ends if graph.value_of(end.id) is None]
    if resolve.verb == DELETE:
        recorder.exist(item.entity, False, graph.all_heads(), REVIEW)
        return
    recorder.exist(item.entity, True, item.heads, REVIEW)
    bring_back(recorder, item.entity, removals)


def _dangling(resolve: Resolve, editing: Editing) -> None:
    item, recorder = resolve.item, editing.recorder
    (target,) = item.others
    if item.field != PLACE and recorder.contested(item.entity, item.field):
        raise NeedsReview(NEEDS_REVIEW)
    if resolve.verb == DISMISS:
        recorder.dismiss(item.id)
    elif resolve.verb == KEEP:
        graph = recorder.graph(entity_of(target))
        removals = graph.standing(graph.heads(EXISTS))
        recorder.revive(target)
        bring_back(recorder, target, removals)
    elif item.field == PLACE:
        place = recorder.shown(item.entity, PLACE)
        above = _living(editing, target)
        recorder.settle(item.entity, PLACE, places.make(places.key_of(place), above))
    elif fields_of(recorder.noun(item.entity))[item.field].owned:
        editing.delete(item.entity)
    else:
        editing.let_go(item.entity, item.field, target)


def _living(editing: Editing, gone: Id) -> Id | None:
    """The nearest living thing above a removed one, in its tree."""
    passed: set[Id] = set()
    above: Id | None = gone
    while above is not None and not editing.recorder.alive(above) and above not in passed:
        passed.add(above)
        above = places.parent_of(editing.recorder.shown(above, PLACE))
    return above if above not in passed else None


def _duplicate(resolve: Resolve, editing: Editing) -> None:
    if resolve.verb == DISMISS:
        editing.recorder.dismiss(resolve.item.id)
        return
    kept = resolve.option.id
    for other in resolve.item.others:
        if other != kept:
            editing.delete(other)


def _answer(resolve: Resolve, editing: Editing) -> None:
    (id,) = resolve.item.others
    if resolve.verb == DISMISS:
        leave_out(editing, id)
        return
    take_in(editing, id, resolve.value if resolve.verb == WRITE else resolve.option.value)


_SETTLERS: dict[str, Callable[[Resolve, Editing], None]] = {
    CONFLICT: _field,
    MERGED: _field,
    DELETED_BUT_EDITED: _existence,
    DANGLING: _dangling,
    DUPLICATE: _duplicate,
    ANSWER: _answer,
}


def text_of(value: Any) -> str:
    """A value as a text of its own: texts as they are, nothing as nothing, else JSON."""
    if value is None:
        return ""
    return value if isinstance(value, str) else canonical(value)


def value_of(schema: Schema, item: Item, text: str) -> Any:
    """The JSON value that a text stands for, the inverse of `text_of`.

    Raises CannotBeSettledSo where the item's field holds no texts and the text is no JSON.
    """
    field = fields_of(schema.by_entity[item.noun]).get(item.field)
    if field is None or isinstance(field.default, str):
        return text
    try:
        return json.loads(text) if text else None
    except ValueError:
        raise CannotBeSettledSo("The text is not what the field takes.") from None
