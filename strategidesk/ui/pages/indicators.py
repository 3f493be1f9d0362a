"""The page of indicators: all in a table, beside the chart, values and form of the chosen one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.plan import Indicator, IndicatorValue
from strategidesk.ui.charts.indicators_model import IndicatorsModel
from strategidesk.ui.charts.panel import FiguresPanel
from strategidesk.ui.pages.register import RegisterPage
from strategidesk.ui.pages.table import Place
from strategidesk.ui.parts import frame
from strategidesk.ui.tabs import Tabs
from strategidesk.ui.things.ring import RingDelegate
from strategidesk.ui.work import Work

FIGURES, DETAILS = range(2)


class IndicatorsPage(RegisterPage):
    """The register's own list is hidden: the table stands in its place."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self.model = IndicatorsModel(work)
        self.table = self._make_table()
        self.figures = FiguresPanel(work)
        column = self.pane.widget(0)
        assert column is not None
        column.hide()
        self._sides = QStackedWidget()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.removeWidget(self._stack)
        splitter.addWidget(self.table)
        splitter.addWidget(self._right())
        splitter.setSizes([600, 560])
        layout.addWidget(splitter)
        self.pane.chosen_changed.connect(self._follow_chosen)
        self.table.selectionModel().currentRowChanged.connect(self._choose_row)
        self.figures.removed.connect(self.removed)
        self._follow_chosen()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setItemDelegate(RingDelegate(table))
        table.setAccessibleName(tr("Indicators"))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setMinimumWidth(220)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(44)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        letter = table.fontMetrics().averageCharWidth()
        for column, letters in enumerate((34, 16, 14, 14, 12, 24)):
            table.setColumnWidth(column, letter * letters)
        return table

    def _right(self) -> QWidget:
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
        self._sides.addWidget(self.figures)
        self._sides.addWidget(self._stack)
        strip.turned.connect(self._turn_side)
        inner.addWidget(self._sides, 1)
        return side

    def _turn_side(self, side: int) -> None:
        self.pane.detail.commit()
        self._sides.setCurrentIndex(side)

    def _choose_row(self) -> None:
        id = self.model.id_at(self.table.currentIndex().row())
        if id is not None and id != self._indicator():
            self.pane.choose(id)

    def _indicator(self) -> Id | None:
        """The indicator that the user is on, itself or one of its values."""
        here = self.pane.chosen()
        thing = self.work.strategy.by_id.get(here) if here else None
        if isinstance(thing, IndicatorValue):
            return thing.indicator
        return thing.id if isinstance(thing, Indicator) else None

    def _follow_chosen(self) -> None:
        here = self._indicator()
        row = self.model.row_of(here) if here else -1
        if row >= 0 and row != self.table.currentIndex().row():
            self.table.setCurrentIndex(self.model.index(row, 0))
        if here != self.figures.indicator:
            self.figures.show_indicator(here)
        if not self.work.strategy.indicators:
            self.tabs.setCurrentIndex(DETAILS)

    def refresh(self, changes: ChangeSet) -> None:
        super().refresh(changes)
        if {"indicator", "indicator_value"} & changes.nouns:
            self.model.follow()
            self.figures.show_indicator(self._indicator())
            self.figures.pasting.follow(changes)
            self._follow_chosen()

    def show_thing(self, id: Id) -> bool:
        shown = super().show_thing(id)
        if shown and isinstance(self.work.strategy.by_id[id], IndicatorValue):
            self.tabs.setCurrentIndex(DETAILS)
        return shown

    def make(self, entity: str) -> None:
        self.tabs.setCurrentIndex(DETAILS)
        super().make(entity)

    def make_usual(self) -> None:
        self.tabs.setCurrentIndex(DETAILS)
        super().make_usual()

    def remove(self) -> None:
        if self.figures.table.hasFocus():
            self.figures.remove_value()
        else:
            super().remove()

    def stops(self) -> tuple[QWidget, ...]:
        if self.tabs.currentIndex() == FIGURES:
            return (self.table, self.figures.table)
        return (self.table, *super().stops()[1:])
