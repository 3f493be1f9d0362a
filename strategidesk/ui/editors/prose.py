"""The editor of running text: the reading face, as high as its text."""

from typing import Any

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from strategidesk.ui.editors.base import Editor
from strategidesk.ui.theme import faces

LINE_HEIGHT = 1.6  # times the letters' size
LEAST_LINES = 2
_MARGIN = 10
_BREAKS = str.maketrans({"\u2029": "\n", "\u2028": "\n", "\ufdd0": "\n", "\ufdd1": "\n"})


class ProseEdit(QTextEdit):
    """A plain text that grows with what is written in it."""

    line_height, least_lines, margin = LINE_HEIGHT, LEAST_LINES, _MARGIN

    def __init__(self, face: QFont | None = None) -> None:
        """`face`: another than that of running text."""
        super().__init__()
        self.setProperty("editor", "prose")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(face or faces.reading())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(self.margin)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self.set_text("")

    def text(self) -> str:
        """The text with its no-break spaces, which toPlainText() would turn into spaces."""
        return self.document().toRawText().translate(_BREAKS)

    def set_text(self, text: str) -> None:
        """Show a text from its beginning; what was typed before can no longer be undone."""
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(
            self._spacing() * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        cursor.mergeBlockFormat(spacing)
        self.document().setUndoRedoEnabled(True)
        self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def _spacing(self) -> float:
        """How much farther lines stand apart than the face itself asks for."""
        metrics = QFontMetricsF(self.font())
        size = QFontInfo(self.font()).pixelSize()
        return max(1.0, self.line_height * size / metrics.lineSpacing())

    def _fit(self) -> None:
        least = (
            self.fontMetrics().lineSpacing() * self.least_lines * self._spacing() + 2 * self.margin
        )
        wanted = round(max(least, self.document().size().height())) + 4
        if wanted != self.height():
            self.setFixedHeight(wanted)


class ProseEditor(Editor):
    """A text in the CommonMark subset, as it is written."""

    def __init__(self, edit: ProseEdit | None = None) -> None:
        self.edit = edit or ProseEdit()
        super().__init__(self.edit)
        self._showing = False
        self.edit.textChanged.connect(self._typed)

    def value(self) -> Any:
        return self.edit.text()

    def set_value(self, given: Any) -> None:
        self._showing = True
        self.edit.set_text(str(given))
        self._showing = False

    def set_read_only(self, read_only: bool) -> None:
        self.edit.setReadOnly(read_only)

    def _typed(self) -> None:
        if not self._showing:
            self.changed.emit()
