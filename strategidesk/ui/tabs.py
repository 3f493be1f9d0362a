"""The row of tabs over the parts of a page; a single part has none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QTabBar, QVBoxLayout


class Tabs(QFrame):
    """`turned`: another part is in front (its number)."""

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "header")
        self.bar = QTabBar()
        self.bar.setProperty("part", "tabs")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(20, 0, 20, 0)
        inner.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignLeft)
        self.bar.currentChanged.connect(self.turned)
        self.hide()

    def add(self, words: str, at: int = -1) -> None:
        """One more part, the last one or that of a number; the row, which lies on its page by
        now, shows from the second on."""
        self.bar.insertTab(at, words)
        self.setVisible(self.bar.count() > 1)

    def turn_to(self, number: int) -> None:
        """Bring a part to the front."""
        self.bar.setCurrentIndex(number)
