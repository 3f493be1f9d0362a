"""The page that says where the strategy is and what comes next."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from strategidesk.desk.clock import Clock
from strategidesk.desk.remaining import DONE, is_new, phase
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model import labels
from strategidesk.model.strategy import Strategy
from strategidesk.ui.overview.dates_card import DatesCard
from strategidesk.ui.overview.latest_card import LatestCard
from strategidesk.ui.overview.moments import day_of
from strategidesk.ui.overview.phases import PhaseRow
from strategidesk.ui.overview.progress_card import ProgressCard
from strategidesk.ui.overview.remaining_card import RemainingCard
from strategidesk.ui.pages.page import HeaderAct, Page
from strategidesk.ui.pages.saying import Part, Saying, Way, says
from strategidesk.ui.pages.table import Place
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work

WIDE = 900  # logical pixels from which there are two columns


class OverviewPage(Page):
    """Cards in two columns, or in one where the window is narrow."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self.now: Callable[[], int] = Clock()
        self._stale, self._day = True, ""
        self.phases, self.remaining = PhaseRow(), RemainingCard()
        self.progress, self.latest, self.dates = ProgressCard(), LatestCard(), DatesCard()
        for card in (self.remaining, self.latest, self.dates):
            card.wanted.connect(self.wanted)
        self.dates.calendar.connect(lambda: self.deed_wanted.emit("calendar"))
        self._left = _column(self.phases, self.remaining, self.dates)
        self._right = _column(self.progress, self.latest)
        self._ground = QWidget()
        self._grid = QGridLayout(self._ground)
        self._grid.setContentsMargins(24, 14, 24, 24)
        self._grid.setSpacing(12)
        self._grid.setRowStretch(2, 1)  # what is left stands under all cards
        self.area = QScrollArea()
        self.area.setWidget(self._ground)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self._arrange(wide=False)

    def _arrange(self, wide: bool) -> None:
        self.columns = 2 if wide else 1
        self._grid.addWidget(self._left, 0, 0)
        self._grid.addWidget(self._right, 0 if wide else 1, 1 if wide else 0)
        self._grid.setColumnStretch(0, 7)
        self._grid.setColumnStretch(1, 4 if wide else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= faces.grown(WIDE)
        if wide != (self.columns == 2):
            self._arrange(wide)

    def opened(self) -> None:
        self._show()

    def refresh(self, changes: ChangeSet) -> None:
        self._stale |= bool(changes)
        if self._stale and self.isVisible():
            self._show()
        self.state_changed.emit()

    def _show(self) -> None:
        strategy, now = self.work.strategy, self.now()
        today = day_of(now)
        here = phase(strategy, today)
        self.phases.show_phase(here)
        self.remaining.show_strategy(strategy, here)
        self.progress.show_strategy(strategy)
        self.dates.show_strategy(strategy, today)
        if self._stale or today != self._day:
            self.latest.show_work(self.work, now)
        self._stale, self._day = False, today

    def acts(self) -> tuple[HeaderAct, ...]:
        send = partial(self.deed_wanted.emit, "send_copy")
        return (
            HeaderAct(tr("Send working copy"), "send", send),
            HeaderAct(tr("Continue where you were"), "onward", self.write_on, primary=True),
        )

    def write_on(self) -> None:
        """Go to the section that was written on last, or to the first that is not done."""
        strategy = self.work.strategy
        last = self.work.memory.get("section")
        unfinished = [one.id for one in strategy.sections if one.status not in DONE]
        every = [one.id for one in strategy.sections]
        known = [last] if last in every else [*unfinished, *every]
        self.wanted.emit("text", known[0] if known else "")

    def sentence(self) -> Saying:
        return _sentence(self.work.strategy)

    def stops(self) -> tuple[QWidget, ...]:
        rows = (self.remaining.row("text").link,)
        return (*rows, self.progress.text.bar, self.latest.link)


def _column(*cards: QWidget) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for card in cards:
        layout.addWidget(card)
    layout.addStretch(1)
    return made


def _sentence(strategy: Strategy) -> Saying:
    if is_new(strategy):
        return says(
            tr(
                "The strategy is new. Begin with the commission and the workgroup, "
                "or write directly in the text."
            )
        )
    who = strategy.card.revision_responsible
    said = says(
        _commission(strategy),
        tr("Responsible for revision: {who}.", who=labels.inside(who)) if who else "",
    )
    return said or says(tr("Where the strategy is, and what comes next."))


def _commission(strategy: Strategy) -> Part:
    for one in strategy.decisions:
        if one.kind == "commission":
            who, on = labels.inside(one.body), f" {one.date}" if one.date else ""
            said = (
                tr("Commission from {who}{on}, § {n}.", who=who, on=on, n=one.paragraph)
                if one.paragraph
                else tr("Commission from {who}{on}.", who=who, on=on)
            )
            return Part(said, Way("decisions", one.id))
    return Part("")
