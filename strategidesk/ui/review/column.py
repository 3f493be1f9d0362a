"""The column at the left: how far the review has come, the list, and what takes several at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from strategidesk.language import tr
from strategidesk.ui.parts import button, label
from strategidesk.ui.review.item_list import ItemList
from strategidesk.ui.theme import faces


class Column(QFrame):
    """`hiding_turned`: show what is settled, or leave it out; `all_wanted`: take every proposal
    that nobody contradicts."""

    hiding_turned = Signal()
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "column")
        self.setMinimumWidth(220)
        self.words = label("", faces.ui(bold=True))
        self.hide_button = button("", "link", self.hiding_turned.emit)
        self.bar = QProgressBar()
        self.bar.setFixedHeight(5)
        self.bar.setTextVisible(False)
        self.list = ItemList()
        self.list.setAccessibleName(tr("Review changes"))
        self.take_all = button(
            tr("Take all proposals without dispute"), "plain", self.all_wanted.emit
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 10)
        layout.setSpacing(4)
        self._head = QFrame()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(16, 0, 12, 0)
        head.setSpacing(4)
        words = QHBoxLayout()
        words.addWidget(self.words, 1)
        words.addWidget(self.hide_button)
        head.addLayout(words)
        head.addWidget(self.bar)
        layout.addWidget(self._head)
        layout.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 4, 16, 0)
        foot.addWidget(self.take_all)
        layout.addLayout(foot)

    def show_progress(self, done: int, count: int, hides: bool) -> None:
        """Say how many are settled of how many; `hides`: those are left out of the list."""
        words = tr("{n} of {count} done", n=done, count=count)
        self.words.setText(words)
        self.bar.setRange(0, max(1, count))
        self.bar.setValue(done)
        self.bar.setAccessibleName(words)
        self.hide_button.setText(tr("Show done") if hides else tr("Hide done"))
        self.hide_button.setVisible(done > 0)
