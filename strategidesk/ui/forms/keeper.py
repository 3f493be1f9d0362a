"""What happens to one field between the first key and the undo step."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from strategidesk.desk.editing import Seen
from strategidesk.desk.timing import WORDS
from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.model.fields import Field, Id, to_json
from strategidesk.model.noun import fields_of, value
from strategidesk.store.troubles import Unreachable
from strategidesk.ui.editors.base import Editor
from strategidesk.ui.holding import Place
from strategidesk.ui.words import field_label
from strategidesk.ui.work import Work

PAUSE = 400  # milliseconds at most that a key waits to be kept as a draft


class Keeper(QObject):
    """Keeps a field's text as a draft while it is typed and saves it when the field is left.

    `refused` carries the sentence that says why a value was not taken; empty when all is well.
    """

    refused = Signal(str)

    def __init__(self, work: Work, field: Field, editor: Editor) -> None:
        super().__init__(editor)
        self._work = work
        self._field = field
        self._editor = editor
        self._id: Id | None = None
        self._base: Any = None  # what the editor gave back when it showed the strategy's value
        self._seen: Seen | None = None
        self._draft_kept = False
        self._saving = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.keep)
        editor.changed.connect(self._changed)
        editor.left.connect(self.commit)

    @property
    def editor(self) -> Editor:
        """Where it is typed."""
        return self._editor

    @property
    def key(self) -> tuple[Id, str] | None:
        """The thing and the field that are shown; None while nothing is."""
        return (self._id, self._field.name) if self._id is not None else None

    @property
    def unsaved(self) -> bool:
        """Whether the field shows something that is not in the strategy."""
        return self._editor.unsaved

    def show(self, id: Id, draft: Any = None, seen: Seen | None = None) -> None:
        """Show a thing's field, or the draft of it that could not be saved."""
        self._timer.stop()
        self._id = id
        self._reload()
        if seen is not None:
            self._editor.set_value(draft)
            self._seen, self._draft_kept, self._editor.unsaved = seen, True, True
            self.commit()

    def refresh(self) -> None:
        """The strategy's value may have changed; what is being typed stays."""
        if not self._saving and not self._editor.unsaved:
            self._reload()

    def _reload(self) -> None:
        assert self._id is not None
        thing = self._work.strategy.by_id[self._id]
        shown = to_json(value(thing, self._field))
        self._editor.set_value(shown)
        self._settle()

    def _settle(self) -> None:
        self._base = self._editor.value()
        self._editor.settled()
        self._seen, self._draft_kept, self._editor.unsaved = None, False, False
        self.refused.emit("")

    def _changed(self) -> None:
        assert self._id is not None
        if self._seen is None:
            self._seen = self._work.seen(self._id, self._field.name)
        self._editor.unsaved = True
        if self._editor.at_once:
            self.commit()
        else:
            self._work.writing.emit()
            if not self._timer.isActive():
                self._timer.start()

    def keep(self, trouble: Unreachable | None = None) -> bool:
        """Keep what stands there as a draft, in the file or else on this computer; False where
        neither takes it. `trouble`: why it could not be made a step."""
        self._timer.stop()
        if self._id is None or self._seen is None:
            return True
        given = self._editor.value()
        self._draft_kept = True
        place = self._work.keep_draft(self._id, self._field.name, given, self._seen, trouble)
        return place is not Place.WINDOW

    def set_aside(self) -> None:
        """Keep what is being typed as a draft, and show the strategy's value again."""
        if self._editor.unsaved and not self._saving:
            self.keep()
            self._reload()

    def commit(self) -> bool:
        """Make what was typed a step; False where it is refused: then it stays as it is."""
        if not self._editor.unsaved or self._saving or self._id not in self._work.strategy.by_id:
            return True
        assert self._id is not None
        given = self._editor.value()
        try:
            if given != self._base:
                self._save(given)
        except UserError as trouble:
            self._keep_refused(trouble)
            return False
        self._timer.stop()
        if self._draft_kept:
            self._work.drop_draft(self._id, self._field.name)
        elif given == self._base:
            self._work.tell_state()
        self._settle_after(given)
        return True

    def _save(self, given: Any) -> None:
        assert self._id is not None
        strategy = self._work.strategy
        noun = type(strategy.by_id[self._id])
        name = field_label(strategy, noun, fields_of(noun)[self._field.name])
        self._saving = True
        try:
            label = tr("change {field}", field=name)
            moved = self._work.save(self._id, self._field.name, given, self._seen or (), label)
        finally:
            self._saving = False
        if moved:
            place = field_label(strategy, noun, fields_of(noun)[WORDS])
            said = tr("“{words}” is no date, and stands under {field}.", words=moved, field=place)
            self._work.hinted.emit(said)

    def _settle_after(self, given: Any) -> None:
        thing = self._work.strategy.by_id.get(self._id) if self._id else None
        if thing is not None and to_json(value(thing, self._field)) != given:
            self._reload()
        else:
            self._settle()

    def _keep_refused(self, trouble: UserError) -> None:
        if isinstance(trouble, Unreachable):
            self.keep(trouble)
        else:
            self.keep()
            self.refused.emit(str(trouble))
