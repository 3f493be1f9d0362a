"""The living sentence on the screen: one line of words, some of which are links."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from strategidesk.ui.pages.saying import Part, Saying, Way, plain
from strategidesk.ui.parts import Elided
from strategidesk.ui.theme import faces

MOST = 4  # parts of a sentence
_LEAST = 40  # logical pixels of a part that is begun: what has less room is left out
EDGE = 4  # logical pixels around the words, which the ring of a link takes


class LeadWord(QPushButton):
    """Words that lead somewhere; they end with … where there is no room for all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "lead")
        self.setFont(faces.small())
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        option.text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class Living(QWidget):
    """One line. `led` carries the way of the words that were chosen."""

    led = Signal(Way)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._saying: Saying = ()
        self.words = [Elided("", faces.small(), "muted") for _ in range(MOST)]
        self.links = [LeadWord() for _ in range(MOST)]
        for number, (words, link) in enumerate(zip(self.words, self.links, strict=True)):
            words.setParent(self)
            link.setParent(self)
            link.clicked.connect(lambda _checked=False, number=number: self._lead(number))
        self.show_saying(())

    @property
    def saying(self) -> Saying:
        """What is said now."""
        return self._saying

    def show_saying(self, saying: Saying) -> None:
        """Say something else. What is more than there is place for is said by the last part."""
        if len(saying) > MOST:
            saying = (*saying[: MOST - 1], Part(plain(saying[MOST - 1 :])))
        self._saying = saying
        for part, words, link in zip(saying, self.words, self.links, strict=False):
            link.setText(part.text if part.way else "")
            words.show_text("" if part.way else part.text)
            link.setToolTip(part.text)
        self._place()

    def _place(self) -> None:
        """Beside each other, in order, as far as the room goes."""
        at, space = EDGE, self.fontMetrics().horizontalAdvance(" ")
        height = self.height()
        for number, (words, link) in enumerate(zip(self.words, self.links, strict=True)):
            part = self._saying[number] if number < len(self._saying) else None
            shown = link if part and part.way else words
            edge = 0 if shown is words else EDGE
            wide = min(shown.sizeHint().width(), self.width() - at + edge)
            there = part is not None and (wide >= _LEAST or wide >= shown.sizeHint().width())
            words.setVisible(there and shown is words)
            link.setVisible(there and shown is link)
            if there:
                shown.setGeometry(at - edge, 0, wide, height)
                at += wide - 2 * edge + space

    def _lead(self, number: int) -> None:
        way = self._saying[number].way if number < len(self._saying) else None
        if way is not None:
            self.led.emit(way)

    def sizeHint(self) -> QSize:
        return QSize(0, self.links[0].sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
