"""The editor of a line of text in a narrow form: it wraps, and grows with what is written."""

from typing import Any

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from strategidesk.ui.editors.document import DocumentEditor
from strategidesk.ui.writing.pieces import Pieces

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MARGIN = 7
_BREAKS = str.maketrans({"\u2029": " ", "\u2028": " ", "\ufdd0": " ", "\ufdd1": " "})


class WrappedEdit(QTextEdit):
    """A line: Enter makes no break, and breaks in what is pasted become spaces."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("editor", "prose")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._pieces = Pieces(self)
        self._fit()

    def text(self) -> str:
        """The line with its no-break spaces, which toPlainText() would turn into spaces."""
        return self.document().toRawText().translate(_BREAKS)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().splitlines()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            event.ignore()
        else:
            with self._pieces.key(event):
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def _fit(self) -> None:
        least = self.fontMetrics().lineSpacing() + 2 * _MARGIN
        wanted = round(max(least, self.document().size().height())) + 2
        if wanted != self.height():
            self.setFixedHeight(wanted)


class WrappedEditor(DocumentEditor):
    """One line of text that is seen whole."""

    def __init__(self) -> None:
        self.edit = WrappedEdit()
        super().__init__(self.edit)
        self._showing = False
        self.edit.textChanged.connect(self._typed)

    def value(self) -> Any:
        return self.edit.text()

    def set_value(self, given: Any) -> None:
        self._showing = True
        self.edit.setPlainText(str(given))
        self._showing = False

    def _typed(self) -> None:
        if not self._showing:
            self.changed.emit()
