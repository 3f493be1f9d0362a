"""The open strategy as the window's parts use it: the desk, and the news about it as signals."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from strategidesk.desk.commands import Command, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.editing import Seen
from strategidesk.errors import UserError
from strategidesk.history.changes import ChangeSet
from strategidesk.model.fields import Id
from strategidesk.model.strategy import Strategy
from strategidesk.store.troubles import Unreachable
from strategidesk.ui.unsettled import Unsettled

USUAL_ZOOM, ZOOM_STEP = 100, 10  # percent
ZOOMS = range(50, 301, ZOOM_STEP)


class Work(QObject):
    """Signals: `changed` (a ChangeSet), `writing` (something is being typed), `kept` (as a draft in
    the file), `saved`, `unsaved` (a UserError: the disk does not take it), `spared` (a UserError:
    the text lies on this computer until the file's folder answers), `refused` (a UserError to
    tell), `zoom_changed` (the writing surface's size in percent), `review_wanted` (go to what waits
    for a person in a field: the thing's id, the field's name)."""

    changed = Signal(object)
    writing = Signal()
    kept = Signal()
    saved = Signal()
    unsaved = Signal(object)
    spared = Signal(object)
    refused = Signal(object)
    zoom_changed = Signal(int)
    review_wanted = Signal(str, str)

    def __init__(self, desk: Desk, memory: dict[str, Any] | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.memory = {} if memory is None else memory  # JSON values by name: widths, places …
        self.in_trouble = False  # the disk did not take the last that was written
        self.unsettled = Unsettled(desk)
        desk.listeners += [self.unsettled.follow, self.changed.emit]

    @property
    def strategy(self) -> Strategy:
        """What the strategy holds now."""
        return self.desk.strategy

    def contest(self, id: Id, field: str) -> str:
        """What kind of item waits in a field (strategidesk.history.view); empty: nothing does."""
        return self.unsettled.contested.get((id, field), "")

    @property
    def read_only(self) -> bool:
        """Whether the file was opened for reading."""
        return not self.desk.file.writable

    @property
    def zoom(self) -> int:
        """How large the writing surface is, in percent."""
        kept = self.memory.get("zoom", USUAL_ZOOM)
        return kept if isinstance(kept, int) and kept in ZOOMS else USUAL_ZOOM

    def zoom_by(self, steps: int) -> None:
        """Make the writing surface larger or smaller by steps; 0: its usual size."""
        wanted = self.zoom + steps * ZOOM_STEP if steps else USUAL_ZOOM
        self.memory["zoom"] = max(ZOOMS[0], min(ZOOMS[-1], wanted))
        self.zoom_changed.emit(self.zoom)

    def run(self, command: Command) -> ChangeSet | None:
        """Do a command; None where it was refused, which has then been told."""
        try:
            changes = self.desk.run(command)
        except UserError as trouble:
            self.tell(trouble)
            return None
        self.saved.emit()
        return changes

    def turn(self, redo: bool) -> ChangeSet | None:
        """Undo or redo the last step; None where it was refused, which has then been told."""
        try:
            changes = self.desk.redo() if redo else self.desk.undo()
        except UserError as trouble:
            self.tell(trouble)
            return None
        self.saved.emit()
        return changes

    def tell(self, trouble: UserError) -> None:
        """Pass a trouble on to whoever shows it."""
        if isinstance(trouble, Unreachable):
            self.in_trouble = True
            self.unsaved.emit(trouble)
        else:
            self.refused.emit(trouble)

    def save(self, id: Id, field: str, value: Any, seen: Seen, label: str) -> None:
        """Make a field's text a step. Raises UserError where it is refused."""
        self.desk.run(SetFields(id, {field: value}, {field: seen}, label))
        self.saved.emit()

    def keep_draft(self, id: Id, field: str, value: Any, seen: Seen) -> bool:
        """Keep what is being typed; False where the disk does not take it, which is told."""
        try:
            self.desk.keep_draft(id, field, value, seen)
        except UserError as trouble:
            self.tell(trouble)
            return False
        if self.desk.drafts.trouble is not None:
            self.spared.emit(self.desk.drafts.trouble)
        else:
            self.kept.emit()
        return True

    def drop_draft(self, id: Id, field: str) -> None:
        """Forget what was being typed."""
        try:
            self.desk.drafts.drop(id, field)
        except UserError as trouble:
            self.tell(trouble)
