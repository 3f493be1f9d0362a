"""The page of indicators: all in a table, beside the chart, values and form of the chosen one."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.plan import Indicator, IndicatorValue
from strategidesk.ui import removing
from strategidesk.ui.charts.indicator_columns import indicator_columns
from strategidesk.ui.charts.panel import FiguresPanel
from strategidesk.ui.pages.table import Place
from strategidesk.ui.pages.tabled import TabledPage
from strategidesk.ui.parts import frame
from strategidesk.ui.tables.register_table import RegisterTable
from strategidesk.ui.tabs import Tabs
from strategidesk.ui.work import Work

ENTITY = "indicator"
FIGURES, DETAILS = range(2)
_FIRST = ("name", "measure_unit", "source", "latest", "target", "trend")


class IndicatorsPage(TabledPage):
    """The form shows an indicator, or one of its values where the user has gone to that."""

    side_width = 420
    narrow = 0

    def __init__(self, work: Work, place: Place) -> None:
        self.figures = FiguresPanel(work)
        self._value: Id | None = None  # the value in the form
        new, empty = tr("New indicator: write here"), tr(place.registers[0].empty)
        columns = indicator_columns(work.strategy)
        made = RegisterTable(work, columns, ENTITY, "", new, empty, _FIRST)
        super().__init__(work, place, (made,))
        self.table = made.table
        self.table.chosen.connect(self._leave_value)
        self.figures.removed.connect(self.removed)

    def side(self) -> QWidget:
        side = frame("sheet")
        side.setMinimumWidth(300)
        inner = QVBoxLayout(side)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        strip = Tabs()
        inner.addWidget(strip)
        self.tabs = strip.bar
        strip.add(tr("Values and chart"))
        strip.add(tr("Details"))
        self._sides = QStackedWidget()
        self._sides.addWidget(self.figures)
        self._sides.addWidget(self.detail)
        strip.turned.connect(self._turn_side)
        inner.addWidget(self._sides, 1)
        return side

    def _turn_side(self, side: int) -> None:
        self.detail.commit()
        self._sides.setCurrentIndex(side)

    # what is shown

    def _shown_value(self) -> IndicatorValue | None:
        return self.work.strategy.get(IndicatorValue, self._value)

    def subject(self) -> Id | None:
        value = self._shown_value()
        return value.id if value is not None else super().subject()

    def _leave_value(self, id: str) -> None:
        value = self._shown_value()
        if value is not None and value.indicator != id:
            self._value = None
        self.show_subject()

    def told(self) -> None:
        here = self.tables[0].table.current()
        if here != self.figures.indicator:
            self.figures.show_indicator(here)

    def refresh(self, changes: ChangeSet) -> None:
        super().refresh(changes)
        if {ENTITY, "indicator_value"} & changes.nouns:
            self.figures.show_indicator(self.table.current())
            self.figures.pasting.follow(changes)

    def show_thing(self, id: Id) -> bool:
        value = self.work.strategy.get(IndicatorValue, id)
        self._value = value.id if value is not None else None
        if value is None:
            return super().show_thing(id)
        if value.indicator is not None:
            self.table.choose(value.indicator)
        self._value = value.id
        self.tabs.setCurrentIndex(DETAILS)
        self.show_subject()
        return True

    def focus_field(self, name: str) -> None:
        self.tabs.setCurrentIndex(DETAILS)
        super().focus_field(name)

    # what can be done

    def make(self, entity: str) -> None:
        if entity == ENTITY or self.work.strategy.get(Indicator, self.table.current()) is None:
            super().make(ENTITY)
        elif not self.work.read_only and self.commit():
            self.beside.show_form()
            self.tabs.setCurrentIndex(FIGURES)
            self.figures.start_new_value()

    def remove(self) -> None:
        value = self._shown_value()
        if self.figures.table.hasFocus():
            self.figures.remove_value()
        elif value is not None and self.tabs.currentIndex() == DETAILS:
            words = None if self.work.read_only else removing.remove(self.work, (value.id,))
            if words is not None:
                self.removed.emit(words)
        else:
            super().remove()

    def stops(self) -> tuple[QWidget, ...]:
        if self.tabs.currentIndex() == FIGURES:
            return (self.table.grid, self.figures.table)
        return super().stops()
