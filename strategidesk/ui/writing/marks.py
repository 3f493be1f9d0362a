"""Footnote marks in a text: painted as raised numbers, counted in the order of the text."""

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextDocument,
    QTextFormat,
)

from strategidesk.ui.theme.active import tokens
from strategidesk.ui.writing.formats import MARK_OBJECT, OBJECT, Own


class Marks(QPyTextObject):
    """Paints the footnote marks of one document. `numbers`: what each label is called."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.numbers: dict[str, int] = {}
        self._font = document.defaultFont()
        self._measured()
        document.documentLayout().registerHandler(MARK_OBJECT, self)

    def word(self, format: QTextFormat) -> str:
        """What stands in the text."""
        label = format.property(Own.NOTE)
        return "¤" if label is None else str(self.numbers.get(str(label), "?"))

    def intrinsicSize(self, doc: QTextDocument, _position: int, format: QTextFormat) -> QSizeF:
        font = doc.defaultFont()
        if font != self._font:
            self._font = font
            self._measured()
        return QSizeF(self._metrics.horizontalAdvance(self.word(format)) + 1, self._ascent)

    def _measured(self) -> None:
        """Measure the letters; Qt asks for a mark's size several times for each key."""
        self._raised = QFont(self._font)
        self._raised.setPointSizeF(self._font.pointSizeF() * 0.68)
        self._metrics = QFontMetricsF(self._raised)
        self._ascent = QFontMetricsF(self._font).ascent()

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _doc: QTextDocument,
        _position: int,
        format: QTextFormat,
    ) -> None:
        painter.save()
        painter.setFont(self._raised)
        painter.setPen(tokens().color("link"))
        painter.drawText(
            QRectF(rect), Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, self.word(format)
        )
        painter.restore()

    def count(self, document: QTextDocument) -> bool:
        """Number the marks anew; whether a number is another now."""
        numbers: dict[str, int] = {}
        block = document.begin()
        while block.isValid():
            for label in _labels(block):
                numbers.setdefault(label, len(numbers) + 1)
            block = block.next()
        changed = numbers != self.numbers
        self.numbers = numbers
        return changed


def _labels(block: QTextBlock) -> list[str]:
    if OBJECT not in block.text():
        return []
    found = (one.format.property(Own.NOTE) for one in block.textFormats())
    return [str(label) for label in found if label is not None]
