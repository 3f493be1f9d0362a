"""The plan's form beside its views, or in their place where there is no room for both."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

WIDTH, LEAST, MOST = 304, 260, 480  # logical pixels
NARROW = 900  # under which the form takes the place of the views
_WIDTH, _CLOSED = "plan.panel", "plan.closed"
_ANY = (1 << 24) - 1  # Qt's widest


class Beside(QWidget):
    """`turned`: the panel was shown or hidden. Its width, and whether it is closed, are remembered
    in `memory`."""

    turned = Signal()

    def __init__(self, views: QWidget, panel: QWidget, memory: dict[str, Any]) -> None:
        super().__init__()
        self.views, self.panel = views, panel
        self._memory = memory
        self._narrow = False
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(views)
        self.splitter.addWidget(panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.splitterMoved.connect(lambda _at, _part: self._keep_width())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self._fit()
        self.show_panel(self._wanted())

    def _wanted(self) -> bool:
        return not self._narrow and not self._memory.get(_CLOSED, False)

    def show_panel(self, shown: bool) -> None:
        """Show or hide the panel; where there is no room for both, instead of the views."""
        if not self._narrow:
            self._memory[_CLOSED] = not shown
        self.panel.setVisible(shown)
        self.views.setHidden(shown and self._narrow)
        self.turned.emit()

    def _fit(self) -> None:
        """The panel's least and widest measure, and the one that the user gave it."""
        self.panel.setMinimumWidth(LEAST)
        self.panel.setMaximumWidth(_ANY if self._narrow else MOST)
        width = self._memory.get(_WIDTH, WIDTH)
        self.splitter.setSizes([max(1, self.width() - width), width])

    def _keep_width(self) -> None:
        if not self._narrow:
            self._memory[_WIDTH] = self.splitter.sizes()[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow != self._narrow or not event.oldSize().isValid():
            self._narrow = narrow
            self._fit()
            self.show_panel(self._wanted())
