"""The wording that shall hold: written here, or put here by choosing."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.model.fields import Field, Id
from strategidesk.ui.editors.base import Editor
from strategidesk.ui.editors.choosing import editor_of
from strategidesk.ui.editors.flag import FlagEditor
from strategidesk.ui.editors.prose import ProseEditor
from strategidesk.ui.flow import Flow
from strategidesk.ui.forms.keeper import PAUSE
from strategidesk.ui.parts import heading, label
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work


class Result(QWidget):
    """`written`: something else stands in the editor."""

    written = Signal()

    def __init__(self, work: Work, keep: Callable[[], bool]) -> None:
        """`keep`: keep what is being written, when the hands rest; False where nothing takes it."""
        super().__init__()
        self._work = work
        self._keep = keep
        self.editor: Editor | None = None
        self._empty: Any = ""
        self._told = ""  # what is wrong
        self._title = heading("", faces.ui(bold=True))
        self._hint = label("", faces.small(), "muted")
        self.wrong = label("", tone="danger", wrap=True)
        self.wrong.hide()
        self._holder = QVBoxLayout()
        self._holder.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(Flow(self._title, self._hint))
        layout.addLayout(self._holder)
        layout.addWidget(self.wrong)
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(keep)

    def offer(self, field: Field, id: Id, name: str, prose: bool) -> None:
        """Have an editor of a field; `name`: what the value is."""
        self.clear()
        title = tr("The wording that shall hold") if prose else tr("The value that shall hold")
        hint = tr("Write the best of both together, or choose one above.")
        self._title.setText(title)
        self._hint.setText(hint if prose else tr("Choose one above, or give another."))
        editor = self.editor = editor_of(field)
        self._empty = editor.value()
        editor.set_strategy(self._work.strategy, id)
        if isinstance(editor, FlagEditor):
            editor.box.setText(name)
        if isinstance(editor, ProseEditor):
            editor.edit.setPlaceholderText(tr("Write here, or choose a wording above."))
        editor.call(title)
        editor.set_read_only(self._work.read_only)
        editor.changed.connect(self._changed)
        self._holder.addWidget(editor)

    def clear(self) -> None:
        """Have no editor."""
        self._rest.stop()
        self.complain("")
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None

    def show_value(self, given: Any) -> None:
        """Show a value; None: nothing has been chosen yet."""
        editor = self.editor
        if editor is None:
            return
        if isinstance(editor, ProseEditor) and isinstance(given, str):
            given = given.strip("\n ")
        editor.set_value(self._empty if given is None else given)
        if isinstance(editor, ProseEditor):
            editor.edit.moveCursor(QTextCursor.MoveOperation.End)
        editor.settled()
        editor.unsaved = False
        self.complain("")

    def _changed(self) -> None:
        if self.editor is not None:
            self.editor.unsaved = True
        self.complain("")
        self.written.emit()
        self._rest.start()

    def complain(self, sentence: str) -> None:
        """Say why something was not taken; empty: all is well."""
        if sentence == self._told:
            return
        self._told = sentence
        self.wrong.setText(sentence[:1].upper() + sentence[1:])
        self.wrong.setVisible(bool(sentence))
        if self.editor is not None:
            self.editor.set_wrong(sentence)

    def rest(self) -> bool:
        """Keep what is written without waiting for the hands, and forget the steps of typing it;
        False where nothing takes it."""
        waiting = self._rest.isActive()
        self._rest.stop()
        kept = self._keep() if waiting else True
        if kept and self.editor is not None:
            self.editor.settled()
        return kept
