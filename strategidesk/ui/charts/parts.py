"""Charts whose parts are widgets of their own, so that keys and readers reach each of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from strategidesk.ui import access

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Part(QWidget):
    """One part of a chart; `words` say all that it shows."""

    def __init__(self, words: str) -> None:
        super().__init__()
        access.give(self, access.GRAPHIC)
        self.say(words)

    def say(self, words: str) -> None:
        """Give the part other words."""
        self.setAccessibleName(words)
        self.setToolTip(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chart = self.parentWidget()
        if isinstance(chart, Chart) and chart.walk(self, Qt.Key(event.key())):
            return
        super().keyPressEvent(event)


class Chart(QWidget):
    """Tab goes to one of its parts; the arrow keys, Home and End go on from there."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: tuple[Part, ...] = ()

    def put(self, parts: Sequence[Part]) -> None:
        """Show other parts; the focus stays at the same number."""
        here = next((n for n, part in enumerate(self.parts) if part.hasFocus()), None)
        for old in self.parts:
            old.hide()
            old.deleteLater()
        self.parts = tuple(parts)
        for part in self.parts:
            part.setParent(self)
            part.show()
        if self.parts:
            self._stop_at(self.parts[min(here or 0, len(self.parts) - 1)])
            if here is not None:
                self.parts[min(here, len(self.parts) - 1)].setFocus()
        self.arrange()

    def arrange(self) -> None:
        """Put the parts where they belong."""

    def walk(self, part: Part, key: Qt.Key) -> bool:
        """Go from a part to where the key points; False for other keys."""
        last = len(self.parts) - 1
        if key in _STEPS:
            to = max(0, min(last, self.parts.index(part) + _STEPS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            to = 0 if key == Qt.Key.Key_Home else last
        else:
            return False
        self.go_to(self.parts[to])
        return True

    def go_to(self, part: Part) -> None:
        """Put the keys on a part; Tab comes back to it."""
        self._stop_at(part)
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_at(self, here: Part) -> None:
        for part in self.parts:
            tab = part is here
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)
