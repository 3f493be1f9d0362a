"""Editors that are one line of text: lines, dates and numbers."""

import re
from typing import Any

from PySide6.QtWidgets import QLineEdit

from strategidesk.desk.written import number_of
from strategidesk.language import tr
from strategidesk.model.fields import Kind
from strategidesk.ui.editors.base import Editor
from strategidesk.ui.words import number_text

_BREAK = re.compile(r"\r\n|\r|\n")  # that was pasted


class LineEditor(Editor):
    """One line of text."""

    def __init__(self) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self.line.textChanged.connect(lambda _text: self.steps_changed.emit())

    def value(self) -> Any:
        return _BREAK.sub(" ", self.line.text())

    def set_value(self, given: Any) -> None:
        self.line.setText(str(given))
        self.line.setCursorPosition(0)

    def can_turn(self, redo: bool) -> bool:
        return self.line.isRedoAvailable() if redo else self.line.isUndoAvailable()

    def turn(self, redo: bool) -> None:
        if redo:
            self.line.redo()
        else:
            self.line.undo()

    def settled(self) -> None:
        if self.can_turn(redo=False) or self.can_turn(redo=True):
            stood = self.line.cursorPosition()
            self.line.setText(self.line.text())  # which forgets its steps
            self.line.setCursorPosition(stood)
            self.steps_changed.emit()

    def set_read_only(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)


class DateEditor(LineEditor):
    """A year, a month or a day."""

    wide = False

    def __init__(self) -> None:
        super().__init__()
        self.line.setPlaceholderText(tr("YYYY-MM-DD"))

    def value(self) -> Any:
        return self.line.text().strip()


class NumberEditor(LineEditor):
    """A number, with the language's decimal sign."""

    wide = False

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind = kind

    def value(self) -> Any:
        found = number_of(self.line.text())
        if self._kind is Kind.WHOLE and isinstance(found, float) and found.is_integer():
            return int(found)
        return found

    def set_value(self, given: Any) -> None:
        super().set_value(given if isinstance(given, str) else number_text(given))
