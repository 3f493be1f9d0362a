"""The side panel of the text: what others say about the section, and who changed it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout

from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.ui.text.comments import Comments
from strategidesk.ui.text.latest import Latest
from strategidesk.ui.text.overlook import Overlook
from strategidesk.ui.work import Work


class TextPanel(QFrame):
    """`sought`: words to find in the text; `removed`; `history_wanted`: all changes;
    `place_wanted`: the thing and field of a finding."""

    sought = Signal(str)
    removed = Signal(str)
    history_wanted = Signal()
    place_wanted = Signal(str, str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.setProperty("part", "column")
        self.overlook, self.comments, self.latest = Overlook(work), Comments(work), Latest(work)
        self.tabs = QTabBar()
        self.tabs.setProperty("part", "tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setAccessibleName(tr("Side panel"))
        for words in (tr("To look over"), tr("Comments"), tr("History")):
            self.tabs.setTabToolTip(self.tabs.addTab(words), words)
        self._stack = QStackedWidget()
        for part in (self.overlook, self.comments, self.latest):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        layout.setStretch(1, 1)
        self.tabs.currentChanged.connect(self._turn)
        self.overlook.counted.connect(lambda n: self._count(0, tr("To look over"), n))
        self.comments.counted.connect(lambda n: self._count(1, tr("Comments"), n))
        self.overlook.wanted.connect(self.place_wanted)
        self.comments.sought.connect(self.sought)
        self.comments.removed.connect(self.removed)
        self.latest.wanted.connect(self.history_wanted)

    def _turn(self, tab: int) -> None:
        self._stack.setCurrentIndex(tab)
        self.latest.look()

    def _count(self, tab: int, words: str, n: int) -> None:
        said = f"{words} {n}" if n else words
        self.tabs.setTabText(tab, said)
        self.tabs.setTabToolTip(tab, said)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.latest.look()

    def show_section(self, id: Id | None) -> None:
        """Another section is in front."""
        self.overlook.show_section(id)
        self.comments.show_section(id)
        self.latest.show_section(id)

    def refresh(self, changes: ChangeSet) -> None:
        """Follow a change."""
        self.overlook.refresh(changes)
        self.comments.refresh(changes)
        self.latest.refresh(changes)

    def comment(self, quote: str) -> None:
        """A new comment on the section in front."""
        self.tabs.setCurrentIndex(1)
        self.comments.add(quote)
