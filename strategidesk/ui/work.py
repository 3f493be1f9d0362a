"""The open strategy as the window's parts use it: the desk, and the news about it as signals."""

from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from strategidesk.desk.commands import Command, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.drafts import Draft, settling
from strategidesk.desk.editing import Seen
from strategidesk.desk.timing import meant
from strategidesk.desk.versions import versions
from strategidesk.errors import UserError
from strategidesk.history.changes import ChangeSet
from strategidesk.model.fields import Id
from strategidesk.model.strategy import Strategy
from strategidesk.store.troubles import Unreachable
from strategidesk.ui.holding import Held, Holding, Place
from strategidesk.ui.unsettled import Unsettled

USUAL_ZOOM, ZOOM_STEP = 100, 10  # percent
ZOOMS = range(50, 301, ZOOM_STEP)


class Work(QObject):
    """Signals: `changed` (a ChangeSet), `writing` (something is being typed), `kept` (the file
    takes drafts again), `saved` (all is in the file), `unsaved` (a UserError: the disk does not
    take what was done), `held` (a Held: it does not take a text), `refused` (a UserError to tell),
    `zoom_changed` (the writing surface's size in percent), `unit_changed` (the user has said
    which unit is theirs), `hinted` (a sentence for the status bar), `exchanged` (working copies
    were sent, or came back), `review_wanted` (go to what waits for a person in a field: the thing's
    id, the field's name)."""

    changed = Signal(object)
    writing = Signal()
    kept = Signal()
    saved = Signal()
    unsaved = Signal(object)
    held = Signal(object)
    refused = Signal(object)
    zoom_changed = Signal(int)
    review_wanted = Signal(str, str)
    unit_changed = Signal()
    hinted = Signal(str)
    exchanged = Signal()

    def __init__(self, desk: Desk, memory: dict[str, Any] | None = None, unit: str = "") -> None:
        """`unit`: the name of the user's own, as the user has given it; may be empty."""
        super().__init__()
        self.desk = desk
        self.unit = unit
        self.memory = {} if memory is None else memory  # JSON values by name: widths, places …
        self.holding = Holding(desk.path, self)
        self._undone: tuple[Callable[[], ChangeSet], UserError] | None = None  # and why
        self.unsettled = Unsettled(desk)
        self.versions = versions(desk.file)  # newest first
        desk.listeners += [self._follow, self.unsettled.follow, self.changed.emit]

    def _follow(self, changes: ChangeSet) -> None:
        if changes.versions:
            with suppress(Unreachable):  # the file went away after the change
                self.versions = versions(self.desk.file)

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

    def set_unit(self, unit: str) -> None:
        """The user belongs to the unit of this name."""
        if unit != self.unit:
            self.unit = unit
            self.unit_changed.emit()

    def zoom_by(self, steps: int) -> None:
        """Make the writing surface larger or smaller by steps; 0: its usual size."""
        wanted = self.zoom + steps * ZOOM_STEP if steps else USUAL_ZOOM
        self.memory["zoom"] = max(ZOOMS[0], min(ZOOMS[-1], wanted))
        self.zoom_changed.emit(self.zoom)

    def run(self, command: Command) -> ChangeSet | None:
        """Do a command; None where it was refused, which has then been told."""
        try:
            return self.attempt(command)
        except UserError as trouble:
            self.refused.emit(trouble)
            return None

    def attempt(self, command: Command) -> ChangeSet | None:
        """Do a command; None where the disk does not take it, which has then been told.

        Raises UserError where it is refused.
        """
        return self._do(partial(self.desk.run, command))

    def turn(self, redo: bool) -> ChangeSet | None:
        """Undo or redo the last step; None where it was refused, which has then been told."""
        try:
            return self._do(self.desk.redo if redo else self.desk.undo)
        except UserError as trouble:
            self.refused.emit(trouble)
            return None

    def accept(self, changes: ChangeSet) -> None:
        """Something was done with the desk on a worker (strategidesk.desk.desk.Desk.write): tell of
        it."""
        self._undone = None
        self.desk.tell(changes)
        self._tell_taken()

    def _do(self, what: Callable[[], ChangeSet]) -> ChangeSet | None:
        try:
            changes = what()
        except Unreachable as trouble:
            self._undone = what, trouble
            self.unsaved.emit(trouble)
            return None
        self._undone = None
        self._tell_taken()
        return changes

    def repeat(self) -> bool:
        """Do again what the disk did not take last; False where it does not yet."""
        if self._undone is None:
            return True
        what, _ = self._undone
        try:
            return self._do(what) is not None
        except UserError as trouble:
            self._undone = None
            self.refused.emit(trouble)
            return False

    # text

    def save(self, id: Id, field: str, value: Any, seen: Seen, label: str) -> str:
        """Make a field's text a step. Raises UserError where it is refused. Gives back the words
        that went to another field than the one they were written in, else nothing."""
        found = meant(self.strategy, id, field, value, date.today().year)
        others = {name: self.desk.seen(id, name) for name in found.values if name != field}
        seen_of = {**others, **({field: seen} if seen else {})}
        self.desk.run(SetFields(id, found.values, seen_of, label))
        self.holding.release(id, field)
        self._tell_taken()
        return found.moved

    def keep_draft(
        self, id: Id, field: str, value: Any, seen: Seen, trouble: Unreachable | None = None
    ) -> Place:
        """Keep what is being typed; where it lies then is told, unless it is in the file as usual.

        `trouble`: why it could not be made a step.
        """
        draft, place = Draft(id, field, value, seen), Place.FILE
        why: UserError | None = trouble
        try:
            self.desk.keep_draft(id, field, value, seen)
            if self.desk.drafts.trouble is not None:
                place, why = Place.COMPUTER, self.desk.drafts.trouble
        except UserError as lost:
            place, why = Place.WINDOW, lost
        if why is None:
            if self.holding.release(id, field) and not (self.holding.texts or self._undone):
                self.kept.emit()
        else:
            self.holding.hold(Held(draft, why, place))
            self.tell_state()
        return place

    def drop_draft(self, id: Id, field: str) -> None:
        """Forget what was being typed."""
        self.holding.release(id, field)
        try:
            self.desk.drafts.drop(id, field)
        except Unreachable as trouble:
            self._undone = partial(self._drop, id, field), trouble
        except UserError as trouble:
            self.refused.emit(trouble)
            return
        self.tell_state()

    def _drop(self, id: Id, field: str) -> ChangeSet:
        self.desk.drafts.drop(id, field)
        return ChangeSet()

    def seen(self, id: Id, field: str) -> Seen:
        """The heads of a field as an editor sees them that opens it; nothing where the file does
        not answer: then those of the time when the text is saved, as nobody else writes there."""
        try:
            return self.desk.seen(id, field)
        except Unreachable:
            return ()

    def drafts(self) -> list[Draft]:
        """The texts that were being written and are not part of the strategy."""
        held = [held.draft for held in self.holding.texts]
        try:
            kept = [] if self.read_only else self.desk.drafts.all()
        except Unreachable:
            kept = []
        return [*kept, *held]

    def settle(self, shown: Collection[tuple[Id, str]] = ()) -> bool:
        """Make what is held a step each, but for what editors show; False where the disk does not
        take it yet. What is refused stays as a draft."""
        for held in self.holding.texts:
            draft = held.draft
            if (draft.id, draft.field) in shown:
                continue
            try:
                self.desk.run(settling(draft))
            except Unreachable:
                return False
            except UserError:
                if self.keep_draft(draft.id, draft.field, draft.value, draft.seen) is Place.FILE:
                    self.holding.release(draft.id, draft.field)
                continue
            self.drop_draft(draft.id, draft.field)
        return True

    @property
    def lost(self) -> bool:
        """Whether something would be lost if the window were closed now."""
        worst = self.holding.worst
        return self._undone is not None or (worst is not None and worst.place is Place.WINDOW)

    def _tell_taken(self) -> None:
        """The disk has taken something: so it may what is held."""
        if self.holding.texts:
            self.holding.answers.emit()
        self.tell_state()

    def tell_state(self) -> None:
        """Tell whether all is saved."""
        worst = self.holding.worst
        if self._undone is not None:
            self.unsaved.emit(self._undone[1])
        elif worst is not None:
            self.held.emit(worst)
        else:
            self.saved.emit()
