"""What is being written in the last row, kept until its thing is made."""

from typing import Any

from PySide6.QtCore import QObject, QTimer

from strategidesk.desk.drafts import unmade
from strategidesk.history.revision import EXISTS
from strategidesk.model.fields import Field
from strategidesk.model.noun import new_id
from strategidesk.ui.editors.base import Editor
from strategidesk.ui.forms.keeper import PAUSE
from strategidesk.ui.work import Work


class NewDraft(QObject):
    """A draft of one thing that is not made yet."""

    def __init__(self, parent: QObject, work: Work, entity: str) -> None:
        super().__init__(parent)
        self._work = work
        self._entity = entity
        self._id = new_id()
        self._kept = False
        self._value: dict[str, Any] = {}
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.keep)

    def watch(self, field: Field, editor: Editor) -> None:
        """Keep what stands in the editor, a moment after each change."""

        def changed() -> None:
            self._value = {field.name: editor.value()}
            self._work.writing.emit()
            self._timer.start()

        editor.changed.connect(changed)

    def keep(self) -> None:
        """Keep it now."""
        self._timer.stop()
        draft = unmade(self._entity, self._value)
        self._kept |= self._work.keep_draft(self._id, EXISTS, draft, ())

    def drop(self) -> None:
        """It is made, or let go of."""
        self._timer.stop()
        if self._kept:
            self._kept = False
            self._work.drop_draft(self._id, EXISTS)
        if self._value:
            self._work.saved.emit()
        self.deleteLater()
