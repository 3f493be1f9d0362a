"""The editor of a line of text in a narrow form: it wraps, and grows with what is written."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent

from strategidesk.ui.editors.prose import ProseEdit, ProseEditor
from strategidesk.ui.theme import faces

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WrappedEdit(ProseEdit):
    """A line: Enter makes no break, and breaks in what is pasted become spaces."""

    line_height, least_lines, margin = 1.0, 1, 7

    def __init__(self) -> None:
        super().__init__(faces.ui())

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().splitlines()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)


class WrappedEditor(ProseEditor):
    """One line of text that is seen whole."""

    def __init__(self) -> None:
        super().__init__(WrappedEdit())
