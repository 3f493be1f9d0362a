"""The commands: everything that changes an open strategy, each one undo step.

A command is a frozen dataclass with a label for the menu (an English source string) and `apply`.
strategidesk.desk.registry names them all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol

from strategidesk.desk.editing import Editing, Seen
from strategidesk.desk.siblings import LAST
from strategidesk.errors import UserError
from strategidesk.history.revision import EXISTS
from strategidesk.history.timeline import Entry, find
from strategidesk.model.fields import Id, to_json
from strategidesk.model.noun import PLACE, shown_fields


class Command(Protocol):
    """What the desk runs."""

    kind: ClassVar[str]  # of the revisions that it writes

    @property
    def label(self) -> str:
        """What the step is called, in English."""

    def apply(self, editing: Editing) -> None:
        """Do it. Raises UserError or Mistake, and then nothing has happened."""


@dataclass(frozen=True)
class SetFields:
    """Give fields of one thing JSON values. `seen`: heads per field when the form was opened."""

    id: Id
    values: Mapping[str, Any]
    seen: Mapping[str, Seen] = field(default_factory=dict)
    label: str = "change"
    kind: ClassVar[str] = "edit"

    def apply(self, editing: Editing) -> None:
        for name, value in self.values.items():
            editing.set_field(self.id, name, value, self.seen.get(name))


@dataclass(frozen=True)
class Create:
    """A new thing with JSON values, behind the sibling `after` (None: first)."""

    entity: str
    values: Mapping[str, Any] = field(default_factory=dict)
    parent: Id | None = None
    after: Id | None = LAST
    id: Id | None = None
    label: str = "add"
    kind: ClassVar[str] = "edit"

    def apply(self, editing: Editing) -> None:
        noun = editing.strategy.schema.by_entity[self.entity]
        editing.create(noun, self.values, self.parent, self.after, self.id)


@dataclass(frozen=True)
class Move:
    """Put a thing behind the sibling `after` (None: first), in trees under `parent`."""

    id: Id
    parent: Id | None = None
    after: Id | None = LAST
    label: str = "move"
    kind: ClassVar[str] = "edit"

    def apply(self, editing: Editing) -> None:
        editing.move(self.id, self.parent, self.after)


@dataclass(frozen=True)
class Delete:
    """Remove things with all that belongs to them."""

    ids: tuple[Id, ...]
    label: str = "remove"
    kind: ClassVar[str] = "edit"

    def apply(self, editing: Editing) -> None:
        editing.recorder.look_up(id for id in self.ids if id in editing.strategy.by_id)
        for id in self.ids:
            if id in editing.strategy.by_id and not editing.is_gone(id):
                editing.delete(id)


@dataclass(frozen=True)
class BringBack:
    """Take deleted things out of the wastebasket."""

    ids: tuple[Id, ...]
    label: str = "bring back"
    kind: ClassVar[str] = "restore"

    def apply(self, editing: Editing) -> None:
        for id in self.ids:
            editing.recorder.revive(id)


@dataclass(frozen=True)
class Restore:
    """Give a field the value that it once had, by the revision's id in hex.

    A creation gives the thing all its first values; where it stands stays.
    """

    revision: str
    label: str = "restore an older wording"
    kind: ClassVar[str] = "restore"

    def apply(self, editing: Editing) -> None:
        recorder = editing.recorder
        entry = find(recorder.connection, recorder.tables, self.revision)
        if entry.field == EXISTS and not entry.value:
            raise UserError("That change is a removal. There is no wording to bring back.")
        recorder.revive(entry.id)
        if entry.field == EXISTS:
            self._restore_first(editing, entry)
        elif entry.field == PLACE:
            editing.put(entry.id, entry.value)
        else:
            editing.set_field(entry.id, entry.field, entry.value)

    def _restore_first(self, editing: Editing, entry: Entry) -> None:
        if entry.values is None:  # it was brought back, its texts stayed
            return
        for declared in shown_fields(editing.noun(entry.id)):
            first = entry.values.get(declared.name, to_json(declared.default))
            editing.set_field(entry.id, declared.name, first)


@dataclass(frozen=True)
class RestoreBefore:
    """Give a field what it had before a change, by the change's revision in hex.

    Of a removal: bring the thing back.
    """

    revision: str
    label: str = "restore the wording before"
    kind: ClassVar[str] = "restore"

    def apply(self, editing: Editing) -> None:
        recorder = editing.recorder
        entry = find(recorder.connection, recorder.tables, self.revision)
        if entry.field == EXISTS and entry.value:
            raise UserError("That change is the first. There is no wording before it.")
        recorder.revive(entry.id)
        if entry.field == PLACE:
            editing.put(entry.id, entry.before)
        elif entry.field != EXISTS:
            editing.set_field(entry.id, entry.field, entry.before)


@dataclass(frozen=True)
class Together:
    """Several commands as one step, in this order."""

    commands: tuple[Command, ...]
    label: str = "several changes"
    kind: ClassVar[str] = "edit"

    def apply(self, editing: Editing) -> None:
        for command in self.commands:
            command.apply(editing)
