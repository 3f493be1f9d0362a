"""The commands: everything that changes an open strategy, each one undo step.

A command is a frozen dataclass with a label for the menu (an English source string) and `apply`.
`COMMANDS` names them all; the laws of undo and redo are tested for every one in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol

from strategidesk.desk.editing import LAST, Editing, Seen
from strategidesk.errors import UserError
from strategidesk.history.revision import EXISTS
from strategidesk.history.timeline import find
from strategidesk.model.fields import Id


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
    """Give a field the value that it once had, by the revision's id in hex."""

    revision: str
    label: str = "restore an older wording"
    kind: ClassVar[str] = "restore"

    def apply(self, editing: Editing) -> None:
        recorder = editing.recorder
        entry = find(recorder.connection, recorder.tables, self.revision)
        if entry.field != EXISTS:
            recorder.revive(entry.id)
            recorder.set(entry.id, entry.field, entry.value)
        elif entry.value:
            recorder.revive(entry.id)
            for name, value in (entry.values or {}).items():
                recorder.set(entry.id, name, value)
        else:
            raise UserError("That change is a removal. There is no wording to bring back.")


COMMANDS: tuple[type[Command], ...] = (SetFields, Create, Move, Delete, BringBack, Restore)
