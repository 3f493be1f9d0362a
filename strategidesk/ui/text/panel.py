"""The side panel of the text: what others say about the section, and who changed it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout

from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.ui.text.comments import Comments
from strategidesk.ui.text.latest import Latest
from strategidesk.ui.work import Work


class TextPanel(QFrame):
    """`sought`: words to find in the text; `removed`; `history_wanted`: all changes."""

    sought = Signal(str)
    removed = Signal(str)
    history_wanted = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.setProperty("part", "column")
        self.comments, self.latest = Comments(work), Latest(work)
        self.tabs = QTabBar()
        self.tabs.setProperty("part", "tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(tr("Side panel"))
        self.tabs.addTab(tr("Comments"))
        self.tabs.addTab(tr("History"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.comments)
        self._stack.addWidget(self.latest)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        layout.setStretch(1, 1)
        self.tabs.currentChanged.connect(self._turn)
        self.comments.counted.connect(self._count)
        self.comments.sought.connect(self.sought)
        self.comments.removed.connect(self.removed)
        self.latest.wanted.connect(self.history_wanted)

    def _turn(self, tab: int) -> None:
        self._stack.setCurrentIndex(tab)
        self.latest.look()

    def _count(self, n: int) -> None:
        words = tr("Comments")
        self.tabs.setTabText(0, f"{words} {n}" if n else words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.latest.look()

    def show_section(self, id: Id | None) -> None:
        """Another section is in front."""
        self.comments.show_section(id)
        self.latest.show_section(id)

    def refresh(self, changes: ChangeSet) -> None:
        """Follow a change."""
        self.comments.refresh(changes)
        self.latest.refresh(changes)

    def comment(self, quote: str) -> None:
        """A new comment on the section in front."""
        self.tabs.setCurrentIndex(0)
        self.comments.add(quote)
