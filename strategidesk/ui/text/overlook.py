"""What should be looked over in the text: the findings, those of the section in front first."""

import time
from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from strategidesk.desk.accessibility import NO_TEXT, Finding, of_strategy
from strategidesk.desk.accessible_text import faults
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.ui.parts import bare, button, label
from strategidesk.ui.theme import faces
from strategidesk.ui.words import caption
from strategidesk.ui.work import Work

PAUSE = 600  # milliseconds after a change until it is looked over
MOST = 40  # cards
SLICE = 0.01  # seconds at a time


class FindingCard(QFrame):
    """One finding: what, where, and a way there."""

    def __init__(self, go: "Overlook", finding: Finding, where: str) -> None:
        super().__init__()
        self.finding = finding
        self.setProperty("part", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 4)
        layout.setSpacing(2)
        layout.addWidget(label(str(finding), wrap=True))
        if where:
            layout.addWidget(label(where, faces.small(), "muted", wrap=True))
        self.link = button(tr("Show"), "link", lambda: go.wanted.emit(finding.id, finding.field))
        self.link.setAccessibleDescription(str(finding))
        layout.addWidget(self.link)


class Overlook(QScrollArea):
    """`wanted`: the thing and the field of a finding; `counted`: how many are in the section;
    `hinted`: there are none to go to; `overlooked`: those found are others now."""

    wanted = Signal(str, str)
    hinted = Signal(str)
    counted = Signal(int)
    overlooked = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._section: Id | None = None
        self._all = False
        self._at = -1  # the finding that F8 went to last
        self.found: Sequence[Finding] = ()
        self.cards: list[FindingCard] = []
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._go_on)
        self._unread: list[str] = []
        inner = QWidget()
        self._layout = QVBoxLayout(inner)
        self._layout.setContentsMargins(12, 8, 12, 12)
        self._layout.setSpacing(8)
        self.turn = button("", "link", self._turn)
        self.nothing = label("", tone="muted", wrap=True)
        self._layout.addWidget(self.turn)
        self._layout.addWidget(self.nothing)
        self._layout.addStretch(1)
        bare(self, inner)

    def show_section(self, id: Id | None) -> None:
        """Another section is in front."""
        if id != self._section:
            self._section = id
            self._show()

    def refresh(self, _changes: ChangeSet) -> None:
        """Follow a change, when the user pauses."""
        self._timer.start(PAUSE)

    def look_soon(self) -> None:
        """Look the text over when what is shown has been painted."""
        self._unread = [section.body for section in self._work.strategy.sections]
        self._timer.start(0)

    def _go_on(self) -> None:
        """Texts that have not been looked over before are, a few at a time, so that the window
        stays at hand; then what is found is shown."""
        until = time.monotonic() + SLICE
        while self._unread:
            faults(self._unread.pop())  # which are remembered
            if time.monotonic() >= until:
                break
        if self._unread:
            self._timer.start(0)
        else:
            self.look()

    def look(self) -> None:
        """Look the text over anew."""
        self._timer.stop()
        self._unread = []
        found = of_strategy(self._work.strategy)
        if found != self.found:
            self.found, self._at = found, -1
            self.overlooked.emit()
        self._show()

    def by_thing(self) -> Counter[str]:
        """How many findings each thing has, by its id. That nothing is written yet is not counted:
        the section's state says so."""
        return Counter(one.id for one in self.found if one.template != NO_TEXT)

    def _turn(self) -> None:
        self._all = not self._all
        self._show()

    def _show(self) -> None:
        here = [one for one in self.found if one.id == self._section]
        shown = list(self.found[:MOST]) if self._all else here
        for old in self.cards:
            old.hide()
            old.deleteLater()
        self.cards = [FindingCard(self, one, self._where(one)) for one in shown]
        for number, card in enumerate(self.cards):
            self._layout.insertWidget(2 + number, card)
        n = len(self.found)
        self.turn.setText(tr("This section alone") if self._all else tr("All of it: {n}", n=n))
        self.turn.setVisible(bool(n))
        self.nothing.setText(tr("Nothing to look over here.") if n else tr("Nothing to look over."))
        self.nothing.setVisible(not shown)
        self.counted.emit(len(here))

    def _where(self, finding: Finding) -> str:
        thing = self._work.strategy.by_id.get(finding.id)
        if thing is None or (finding.id == self._section and not self._all):
            return ""
        return caption(self._work.strategy, thing)

    def step(self, by: int) -> None:
        """To the next finding (1) or the one before (-1), round the whole strategy."""
        self.look()
        if self.found:
            if self._at < 0 and by < 0:
                self._at = 0
            self._at = (self._at + by) % len(self.found)
            one = self.found[self._at]
            self.wanted.emit(one.id, one.field)
        else:
            self.hinted.emit(tr("Nothing to look over."))
