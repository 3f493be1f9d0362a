"""What the editors that are a text document have alike."""

from PySide6.QtWidgets import QTextEdit

from strategidesk.ui.editors.base import Editor


class DocumentEditor(Editor):
    """A text that keeps its own steps while it is typed."""

    def __init__(self, text: QTextEdit) -> None:
        super().__init__(text)
        self._text = text
        for told in (text.undoAvailable, text.redoAvailable):
            told.connect(lambda _able: self.steps_changed.emit())

    def can_turn(self, redo: bool) -> bool:
        document = self._text.document()
        able = document.isRedoAvailable() if redo else document.isUndoAvailable()
        return able and not self._text.isReadOnly()

    def turn(self, redo: bool) -> None:
        if redo:
            self._text.redo()
        else:
            self._text.undo()

    def settled(self) -> None:
        self._text.document().clearUndoRedoStacks()

    def set_read_only(self, read_only: bool) -> None:
        self._text.setReadOnly(read_only)
