"""All indicators as a table: where each stands and which way it goes."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from strategidesk.language import mark, tr
from strategidesk.model.fields import Id
from strategidesk.model.plan import Indicator
from strategidesk.ui.charts import figures
from strategidesk.ui.words import caption, number_text
from strategidesk.ui.work import Work

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
HEADS = (
    mark("Name"),
    mark("Latest"),
    mark("Trend"),
    mark("Target value"),
    mark("Unit of measure"),
    mark("Source"),
)


class IndicatorsModel(QAbstractTableModel):
    """A row for each indicator, in the strategy's order."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._rows = work.strategy.indicators
        self._cells: tuple[Callable[[Indicator], str], ...] = (
            lambda one: caption(work.strategy, one),
            self._latest,
            lambda one: figures.trend(figures.values_of(work.strategy, one)),
            lambda one: number_text(one.target),
            lambda one: one.measure_unit,
            lambda one: one.source,
        )

    def _latest(self, one: Indicator) -> str:
        last = figures.latest(figures.values_of(self._work.strategy, one))
        return f"{number_text(last.value)} ({last.period})" if last else ""

    def follow(self) -> None:
        """Show what the strategy holds now; rows that stay keep their selection."""
        rows = self._work.strategy.indicators
        if [one.id for one in rows] != [one.id for one in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self._rows = rows
        last = self.index(max(0, len(rows) - 1), len(HEADS) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def id_at(self, row: int) -> Id | None:
        """The indicator of a row."""
        return self._rows[row].id if 0 <= row < len(self._rows) else None

    def row_of(self, id: Id) -> int:
        """The row of an indicator; -1 where it is not here."""
        return next((n for n, one in enumerate(self._rows) if one.id == id), -1)

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        told = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if told and orientation is Qt.Orientation.Horizontal:
            return tr(HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells[index.column()](self._rows[index.row()])
        return None
