"""The side panel of the page in front: beside the page, or over it where there is little room."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from strategidesk.ui.parts import frame
from strategidesk.ui.theme import faces

LEAST, USUAL, MOST = 260, 320, 480  # logical pixels
OWN = {"plan": 304}  # of pages whose panel is usually narrower
HIDDEN = ("follow_up",)  # pages whose panel opens when something there asks for it
OVER = 1360  # width of the window under which the panel lies over the page
_MEMORY = "panel"


class Side(QWidget):
    """The book of pages with its panel. What is shown and how wide is remembered for each page, in
    `memory`. `turned`: the panel was shown or hidden."""

    turned = Signal()

    def __init__(self, book: QWidget, memory: dict[str, Any]) -> None:
        super().__init__()
        self._memory = memory
        self._key = ""
        self._over = False
        self._top = 0  # logical pixels of the page that it leaves free where it lies over it
        self._open_over = False  # where it lies over the page it is opened each time
        self._panels = QStackedWidget()
        self.panel = frame("panel")
        self.panel.setMinimumWidth(faces.grown(LEAST))
        self.panel.setMaximumWidth(faces.grown(MOST))
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(1, 0, 0, 0)
        inside.addWidget(self._panels)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(book)
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.splitterMoved.connect(lambda _at, _index: self._remember())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self.panel.installEventFilter(self)
        self.panel.hide()

    def show_page(self, key: str, panel: QWidget | None) -> None:
        """Follow the page in front; None: it has no panel."""
        self._key = key if panel is not None else ""
        self._open_over = False
        if panel is not None:
            if self._panels.indexOf(panel) < 0:
                self._panels.addWidget(panel)
            self._panels.setCurrentWidget(panel)
        self._show()

    @property
    def there(self) -> bool:
        """Whether the page has a panel."""
        return bool(self._key)

    @property
    def shown(self) -> bool:
        """Whether it is shown."""
        return not self.panel.isHidden()

    @property
    def focus(self) -> QWidget | None:
        """Where F6 goes to; None where no panel is shown."""
        inside = self._panels.currentWidget()
        return inside if self.shown else None

    def turn(self) -> None:
        """Show or hide it."""
        if not self.there:
            return
        if self._over:
            self._open_over = not self._open_over
        else:
            self._kept()["shown"] = not self._wanted()
        self._show()
        self.turned.emit()

    def open(self) -> None:
        """Show it, if it is not shown."""
        if not self.shown:
            self.turn()

    def close_panel(self) -> None:
        """Hide it, if it is shown."""
        if self.shown:
            self.turn()

    def set_over(self, over: bool, top: int = 0) -> None:
        """Lie over the page, under so many pixels of it, or stand beside it."""
        if over != self._over:
            self._over, self._open_over = over, False
            self._show()
            self.turned.emit()
        if top != self._top:
            self._top = top
            self._place()

    def _kept(self) -> dict[str, Any]:
        pages: dict[str, Any] = self._memory.setdefault(_MEMORY, {})
        kept: dict[str, Any] = pages.setdefault(self._key, {})
        return kept

    def _wanted(self) -> bool:
        return bool(self._kept().get("shown", self._key not in HIDDEN))

    def _width(self) -> int:
        least, most = faces.grown(LEAST), faces.grown(MOST)
        usual = faces.grown(OWN.get(self._key, USUAL))
        return max(least, min(most, int(self._kept().get("width", usual))))

    def _remember(self) -> None:
        if self.there and not self._over:
            self._kept()["width"] = self.panel.width()

    def _show(self) -> None:
        shown = self.there and (self._open_over if self._over else self._wanted())
        inside = self._splitter.indexOf(self.panel) >= 0
        if self._over and inside:
            self.panel.setParent(self)
        elif not self._over and not inside:
            self._splitter.addWidget(self.panel)
        self.panel.setVisible(shown)
        if shown:
            self._place()

    def _place(self) -> None:
        width = self._width()
        if self._over:
            width = min(width, max(LEAST, self.width() - 48))
            height = self.height() - self._top
            self.panel.setGeometry(QRect(self.width() - width, self._top, width, height))
            self.panel.raise_()
        else:
            self._splitter.setSizes([max(1, self.width() - width), width])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.shown:
            self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        closes = self._over and event.key() == Qt.Key.Key_Escape
        if closes:
            self.turn()
        return closes
