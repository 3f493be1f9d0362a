"""How a round stands: which one is shown, its figures, its bars, and who has answered."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from strategidesk.desk.clock import Clock
from strategidesk.desk.rounds.mails import Mail
from strategidesk.desk.rounds.reminders import reminders
from strategidesk.desk.rounds.standing import Standing, UnitStanding, standing
from strategidesk.language import mark, tr
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Round
from strategidesk.model.rounds import PROPOSALS
from strategidesk.ui.flow import Flow
from strategidesk.ui.follow_up import answered
from strategidesk.ui.follow_up.cells import CellsTable
from strategidesk.ui.follow_up.chart_card import ChartCard
from strategidesk.ui.follow_up.figures import Figures
from strategidesk.ui.follow_up.rounds import Rounds
from strategidesk.ui.overview.moments import day_of
from strategidesk.ui.pages.saying import counted
from strategidesk.ui.parts import bare, button, frame, heading, label
from strategidesk.ui.rounds.naming import round_name
from strategidesk.ui.words import target_caption
from strategidesk.ui.work import Work

_BETWEEN = f"\n\n{'-' * 60}\n\n"  # mails on the clipboard


class StandingView(QWidget):
    """The first part of the page; a strategy without rounds says what to do. `opened`: a title,
    and the ids behind what was pressed; `hinted`: something to say for a while; `shown`: another
    round is shown, or the same has other figures."""

    opened = Signal(str, object)
    hinted = Signal(str)
    shown = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.now: Callable[[], int] = Clock()
        self.told: Standing | None = None
        self.empty = label(
            tr(
                "No follow-up yet. "
                "Make a round, and the program makes an Excel sheet for each unit."
            ),
            tone="muted",
            wrap=True,
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.rounds, self.figures, self.chart = Rounds(work), Figures(), ChartCard(work)
        self.table = CellsTable(tr("Who has answered"))
        self.remind_all = button(
            tr("Copy a reminder to all that are late"), "link", self.copy_late, "mail"
        )
        self.area = QScrollArea()
        self._ground = self._inside()
        bare(self.area, self._ground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.area, 1)
        self.rounds.changed.connect(self.read)
        self.chart.opened.connect(self.opened)
        self.figures.idle_wanted.connect(self._open_idle)
        self.table.opened.connect(self._press)
        self.chart.bars.reached.connect(self.area.ensureWidgetVisible)
        for table in (self.table, self.chart.table):
            table.selectionModel().currentChanged.connect(
                lambda now, _before, table=table: self._follow(table, now)
            )

    def _inside(self) -> QWidget:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(24, 14, 24, 24)
        layout.setSpacing(12)
        head = Flow(heading(tr("Who has answered")), self.remind_all, apart=True)
        card = frame("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.table)
        for part in (self.rounds, self.figures, self.chart, head, card):
            layout.addWidget(part)
        layout.addStretch(1)
        return inside

    # what is shown

    @property
    def round(self) -> Round | None:
        """The round that is shown."""
        return self.rounds.round

    def read(self) -> None:
        """Show what the strategy holds now."""
        round, strategy = self.round, self._work.strategy
        self.empty.setVisible(round is None)
        self.area.setVisible(round is not None)
        if round is None:
            self.told = None
            self.shown.emit()
            return
        proposals = round.kind == PROPOSALS
        self.told = self._standing(round)
        self.rounds.read()
        other = self.rounds.compared
        before = (round_name(other), self._standing(other)) if other else None
        self.figures.show_standing(strategy, self.told, proposals, before)
        self.chart.show_standing(self.told)
        rows = answered.rows(strategy, self.told, proposals)
        self.table.show_rows(answered.columns(proposals), rows)
        self.remind_all.setEnabled(bool(self.told.late))
        self.shown.emit()

    def _standing(self, round: Round) -> Standing:
        return standing(self._work.strategy, round, day_of(self.now()))

    def _follow(self, table: CellsTable, index: QModelIndex) -> None:
        """Bring the cell that the keys are on into sight."""
        spot = table.visualRect(index).center()
        at: QPoint = table.viewport().mapTo(self._ground, spot)
        self.area.ensureVisible(at.x(), at.y(), 20, 40)

    # what can be done

    def _press(self, row: int, column: int) -> None:
        assert self.told is not None
        one = self.told.units[row]
        if column == answered.REMINDER and one.missing:
            self._copy([one])
        else:
            groups = self.told.by_unit.get(one.unit, {})
            ids = tuple(id for ids in groups.values() for id in ids)
            self.opened.emit(self._name(one), ids)

    def _open_idle(self) -> None:
        assert self.told is not None
        self.opened.emit(tr("Without an activity"), self.told.idle)

    def _name(self, one: UnitStanding) -> str:
        return target_caption(self._work.strategy, one.unit) or tr("Without a unit")

    def copy_late(self) -> None:
        """Put a reminder to each unit that is late on the clipboard."""
        if self.told is not None:
            self._copy(self.told.late)

    def _copy(self, units: Sequence[UnitStanding]) -> None:
        round = self.round
        if round is None or self.told is None or not units:
            return
        wanted = {one.unit for one in units}
        told = reminders(self._work.strategy, round, self.told)
        mails: list[Mail] = [mail for one, mail in told if one.unit in wanted]
        QGuiApplication.clipboard().setText(_BETWEEN.join(map(str, mails)))
        self.hinted.emit(
            counted(
                len(mails),
                mark("The reminder to {unit} is on the clipboard."),
                mark("{n} reminders are on the clipboard."),
                unit=self._name(units[0]),
            )
        )

    def show_round(self, id: Id) -> None:
        """Show this round."""
        self.rounds.choose(id)

    def stops(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes to, in order."""
        if self.round is None:
            return ()
        parts = self.chart.bars.parts
        here = next((one for one in parts if one.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        chart = self.chart.table if self.chart.table.isVisible() else here
        return tuple(one for one in (self.rounds.combo, chart, self.table) if one is not None)
