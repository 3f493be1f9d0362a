"""An indicator's chart over the table of its values."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.plan import Indicator, IndicatorValue
from strategidesk.ui import removing
from strategidesk.ui.charts import figures
from strategidesk.ui.charts.lines import LineChart
from strategidesk.ui.charts.values_model import ValuesModel
from strategidesk.ui.charts.values_table import ValuesTable
from strategidesk.ui.parts import button, heading, label
from strategidesk.ui.tables.pasting import PasteStrip
from strategidesk.ui.theme import faces
from strategidesk.ui.words import caption
from strategidesk.ui.work import Work


class FiguresPanel(QFrame):
    """The chart and its table show the same; small numbers are warned of. `removed`: what lies
    in the wastebasket now."""

    removed = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.setProperty("part", "sheet")
        self._work = work
        self.indicator: Id | None = None
        self.name = heading("", wrap=True)
        self.facts = label("", faces.small(), "muted", wrap=True)
        self.chart = LineChart()
        words = tr("No values yet. Write the first in the table.")
        self.nothing = label(words, tone="muted", wrap=True)
        self.warning = QFrame()
        self.warning.setProperty("banner", "warn")
        self.warning.hide()
        self.warning_words = label("", faces.small(), wrap=True)
        QVBoxLayout(self.warning).addWidget(self.warning_words)
        self.model = ValuesModel(work)
        self.table = ValuesTable(work, self.model)
        self.pasting = PasteStrip(work)
        self.table.pasted.connect(self.pasting.offer)
        self.table.removing.connect(self.remove_value)
        self.pasting.left.connect(self.table.setFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        for part in (self.name, self.facts, self.chart, self.nothing, self.warning):
            layout.addWidget(part)
        layout.addWidget(self.pasting)
        layout.addWidget(self.table, 1)
        self.remove = button(tr("Remove the value"), "link", self.remove_value, "wastebasket")
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.table.selectionModel().currentChanged.connect(lambda _now, _was: self._offer())

    def show_indicator(self, id: Id | None) -> None:
        """Show an indicator, or the same one anew: the cell that the user is on stays."""
        cell = self.table.currentIndex()
        here = (cell.row(), cell.column()) if id == self.indicator and cell.isValid() else None
        if id != self.indicator:
            self.pasting.cancel()
        self.indicator = id
        indicator = self._work.strategy.get(Indicator, id)
        self.model.show_indicator(indicator)
        self._draw(indicator)
        if here is not None and here[0] < self.model.rowCount():
            index = self.model.index(*here)
            QTimer.singleShot(0, self, lambda: self.table.setCurrentIndex(index))

    def _offer(self) -> None:
        written = 0 <= self.table.currentIndex().row() < len(self.model.values)
        self.remove.setEnabled(written and not self._work.read_only)

    def start_new_value(self) -> None:
        """Go to the last row, where a new value is written."""
        index = self.model.index(self.model.rowCount() - 1, 0)
        self.table.setFocus()
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def remove_value(self) -> None:
        """Remove the value that the user is on."""
        row = self.table.currentIndex().row()
        if self._work.read_only or not 0 <= row < len(self.model.values):
            return
        words = removing.remove(self._work, (self.model.values[row].id,))
        if words is not None:
            self.removed.emit(words)

    def _draw(self, indicator: Indicator | None) -> None:
        self._offer()
        for part in (self.name, self.facts, self.table, self.remove):
            part.setVisible(indicator is not None)
        self.chart.setVisible(False)
        self.nothing.setVisible(indicator is not None and not self.model.values)
        self.warning.setVisible(False)
        if indicator is None:
            return
        name, values = caption(self._work.strategy, indicator), self.model.values
        self.name.setText(name)
        self.facts.setText(_facts(indicator, values))
        made = figures.drawing(indicator, values)
        target = figures.with_unit(indicator.target, indicator.measure_unit)
        aim = None
        if indicator.target is not None:
            aim = (float(indicator.target), tr("Target {value}", value=target))
        last = figures.latest(values)
        if made.periods and last is not None:
            said = figures.with_unit(last.value, indicator.measure_unit)
            words = tr(
                "{name}: latest {value}, {period}", name=name, value=said, period=last.period
            )
            self.chart.show_lines(words, made.periods, made.lines, aim)
            self.chart.setVisible(True)
        self._warn(figures.small_ones(indicator, values))

    def _warn(self, n: int) -> None:
        self.warning.setVisible(n > 0)
        self.warning_words.setText(
            tr(
                "1 value is less than 5. So small a number can point out single people: "
                "think before it is published."
            )
            if n == 1
            else tr(
                "{n} values are less than 5. So small numbers can point out single people: "
                "think before they are published.",
                n=n,
            )
        )


def _facts(indicator: Indicator, values: tuple[IndicatorValue, ...]) -> str:
    last = figures.latest(values)
    unit = indicator.measure_unit
    parts = [indicator.source]
    if last is not None:
        parts.append(f"{figures.with_unit(last.value, unit)} ({last.period})")
    if indicator.target is not None:
        parts.append(tr("Target {value}", value=figures.with_unit(indicator.target, unit)))
    parts.append(figures.trend(values))
    return " · ".join(part for part in parts if part)
