"""What is being written in the last row, kept until its thing is made."""

from typing import Any

from PySide6.QtCore import QObject, QTimer

from strategidesk.desk.drafts import unmade
from strategidesk.history.revision import EXISTS
from strategidesk.model.fields import Field
from strategidesk.model.noun import new_id
from strategidesk.ui.editors.base import Editor
from strategidesk.ui.forms.keeper import PAUSE
from strategidesk.ui.holding import Place
from strategidesk.ui.work import Work


class NewDraft(QObject):
    """A draft of one thing that is not made yet."""

    def __init__(self, parent: QObject, work: Work, entity: str) -> None:
        super().__init__(parent)
        self._work = work
        self._entity = entity
        self.id = new_id()
        self._kept = False
        self._value: dict[str, Any] = {}
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.keep)

    def watch(self, field: Field, editor: Editor) -> None:
        """Keep what stands in the editor, a moment after a change."""

        def changed() -> None:
            self._value = {field.name: editor.value()}
            self._work.writing.emit()
            if not self._timer.isActive():
                self._timer.start()

        editor.changed.connect(changed)

    @property
    def unsaved(self) -> bool:
        """Whether something has been written."""
        return bool(self._value)

    def keep(self) -> bool:
        """Keep it now; False where neither the file nor this computer takes it."""
        self._timer.stop()
        self._kept = True
        draft = unmade(self._entity, self._value)
        return self._work.keep_draft(self.id, EXISTS, draft, ()) is not Place.WINDOW

    def drop(self) -> None:
        """It is made, or let go of."""
        self._timer.stop()
        if self._kept:
            self._kept = False
            self._work.drop_draft(self.id, EXISTS)
        elif self._value:
            self._work.tell_state()
        self._value = {}
        self.deleteLater()
