"""A button with a sign, a title and a quiet line under it."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens

_SIGN, _GAP, _EDGE = 22, 12, 14
_SHEET = QSize(52, 66)
PAGE = "page"  # the sign that is drawn as a small page
_WRAP = Qt.TextFlag.TextWordWrap.value


class BigButton(QPushButton):
    """Says in two lines what it does."""

    def __init__(self, sign: str, title: str, words: str, primary: bool = False) -> None:
        super().__init__()
        self._sign, self._title, self._words, self._primary = sign, title, words, primary
        self.setProperty("look", "primary" if primary else "plain")
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAutoDefault(True)

    def sizeHint(self) -> QSize:
        width = max(150, self.width())
        words = QFontMetrics(faces.small()).boundingRect(
            QRect(0, 0, width - self._left() - _EDGE, 200), _WRAP, self._words
        )
        text = QFontMetrics(faces.ui()).height() + words.height() + 26
        return QSize(220, max(text, _SHEET.height() + 24) if self._sign == PAGE else text)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setMinimumHeight(self.sizeHint().height())

    def _left(self) -> int:
        return _EDGE + (_SHEET.width() if self._sign == PAGE else faces.grown(_SIGN)) + _GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        ink = "on_accent" if self._primary else "text"
        quiet = "on_accent" if self._primary else "muted"
        mark = "on_accent" if self._primary else "accent"
        if self._sign == PAGE:
            self._paint_page(painter)
        else:
            box = signs.spot(_EDGE, self.height() / 2, _SIGN)
            signs.paint(painter, self._sign, tokens()[mark], box)
        area = self.rect().adjusted(self._left(), 11, -_EDGE, -8)
        painter.setFont(faces.ui(bold=True))
        painter.setPen(tokens().color(ink))
        line = painter.fontMetrics().height()
        head = QRect(area.left(), area.top(), area.width(), line)
        title = painter.fontMetrics().elidedText(
            self._title, Qt.TextElideMode.ElideRight, head.width()
        )
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(faces.small())
        painter.setPen(tokens().color(quiet))
        painter.drawText(area.adjusted(0, line + 3, 0, 8), _WRAP, self._words)
        painter.end()

    @staticmethod
    def _paint_page(painter: QPainter) -> None:
        painter.setPen(tokens().color("line_strong"))
        painter.drawRoundedRect(QRect(QPoint(_EDGE, 12), _SHEET), 3, 3)
        left, width = _EDGE + 7, _SHEET.width() - 14
        for row in range(9):
            heading = row % 3 == 0
            share = 0.6 if heading else 1.0 - 0.2 * (row % 2)
            bar = QRectF(left, 20 + row * 6, width * share, 3 if heading else 2)
            painter.fillRect(bar, tokens().color("accent" if heading else "line"))
