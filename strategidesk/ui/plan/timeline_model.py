"""The plan's activities in the order of their time, with bars; those without dates come last."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from strategidesk.desk.spans import Span, span_of
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.noun import fields_of
from strategidesk.model.plan import Activity
from strategidesk.ui.plan.when import when_of
from strategidesk.ui.things.chips import chip_of, state_word
from strategidesk.ui.things.model import CHIP, DETAIL, KEY
from strategidesk.ui.things.shape import LOOSE
from strategidesk.ui.words import caption
from strategidesk.ui.work import Work

Index = QModelIndex | QPersistentModelIndex
SPAN = Qt.ItemDataRole.UserRole + 12
STATUS = Qt.ItemDataRole.UserRole + 13
NAME, TIME = range(2)  # the columns
_TOP = QModelIndex()


class TimelineModel(QAbstractTableModel):
    """Rows are activities by their first day; `loose` is the row of the heading over the rest."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._only: Collection[Id] = ()
        self._spans: dict[Id, Span] = {}
        self.rows: list[Id] = []
        self.loose = -1
        self.first, self.last = 0, 0  # years, the last one not shown

    def show_only(self, ids: Collection[Id]) -> None:
        """Show these activities."""
        self._only = ids
        self.settle()

    def settle(self) -> None:
        """Read all anew."""
        self.beginResetModel()
        activities = [one for one in self._work.strategy.activities if one.id in self._only]
        spans = {one.id: span for one in activities if (span := span_of(one))}
        moments = [m for span in spans.values() for m in (span.start, span.end) if m is not None]
        self._spans = spans
        self.first = int(min(moments, default=0))
        last = max(moments, default=0.0)
        self.last = max(self.first + 1, int(last) + (last > int(last)))
        timed = [one.id for one in activities if one.id in spans]
        timed.sort(key=self._place)
        rest = [one.id for one in activities if one.id not in spans]
        self.loose = len(timed) if rest else -1
        self.rows = [*timed, *([Id(LOOSE)] if rest else []), *rest]
        self.endResetModel()

    def _place(self, id: Id) -> tuple[float, float]:
        span = self._spans[id]
        start = span.start if span.start is not None else self.first
        return start, span.end if span.end is not None else self.last

    def row_of(self, id: str) -> int:
        """Where an activity stands; -1 where it is not shown."""
        return self.rows.index(Id(id)) if Id(id) in self.rows else -1

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.row() == self.loose:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if way is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == NAME:
            return tr("Activity")
        return tr("{first} to {last}", first=self.first, last=self.last - 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == KEY:
            return self.rows[index.row()]
        if index.row() == self.loose:
            said = role == Qt.ItemDataRole.DisplayRole and index.column() == NAME
            return tr("Without dates ({n})", n=len(self.rows) - self.loose - 1) if said else None
        activity = self._work.strategy.get(Activity, self.rows[index.row()])
        return self._cell(activity, index.column(), role) if activity else None

    def _cell(self, activity: Activity, column: int, role: int) -> Any:
        status = fields_of(Activity)["status"]
        word, when = state_word(status, activity), when_of(activity)
        name = caption(self._work.strategy, activity)
        if role == SPAN:
            return self._spans.get(activity.id)
        if role == STATUS:
            return activity.status
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(part for part in (name, word, when) if part)
        if column == TIME:
            return when if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == DETAIL:
            return f"{word} · {when}" if activity.id in self._spans else word
        return chip_of(status, activity) if role == CHIP else None
