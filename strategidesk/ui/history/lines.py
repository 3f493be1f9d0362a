"""The list of changes: days, and under each its changes, read as the user gets there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from strategidesk.desk.looking_back import Day, Days, Log, steps
from strategidesk.history.log import Trace, Wanted
from strategidesk.history.timeline import Entry
from strategidesk.language import tr
from strategidesk.ui.history.words import Namer, changes
from strategidesk.ui.overview.moments import clock, day_name
from strategidesk.ui.things.model import DETAIL

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole + 8
WHEN = Qt.ItemDataRole.UserRole + 9
AT_ONCE = 60  # lines that are read at least when the user gets to the end
NAMED = 2  # changes that are named of a step
_AROUND = 30  # lines that are read together


class Kind(Enum):
    """What a line is."""

    DAY = "day"
    CHANGE = "change"
    STEP = "step"  # several changes that were made at once
    PART = "part"  # one of them, while its step is open


_SINGLE = (Kind.CHANGE, Kind.PART)


@dataclass
class Line:
    """One line; a day has no traces, a step all of its own."""

    kind: Kind
    traces: list[Trace] = field(default_factory=list)
    day: Day | None = None
    open: bool = False


class LinesModel(QAbstractListModel):
    """Changes by days. Names and words are made when a line is first seen."""

    def __init__(self, log: Log) -> None:
        super().__init__()
        self._log = log
        self._wanted = Wanted()
        self._days: tuple[Day, ...] = ()
        self._read = 0  # days whose lines are there
        self._today = date.min
        self._namer: Namer | None = None
        self._entries: dict[str, Entry | None] = {}
        self.lines: list[Line] = []

    def show(self, wanted: Wanted, days: Days, namer: Namer, today: date) -> None:
        """Show other changes, as far down as those before were read."""
        least = len(self.lines)
        self.beginResetModel()
        self._wanted, self._days, self._namer, self._today = wanted, days.days, namer, today
        self._entries.clear()
        self._read = 0
        self.lines = []
        while self._read < len(self._days) and len(self.lines) < max(least, AT_ONCE):
            self.lines += self._next_day()
        self.endResetModel()

    def _next_day(self) -> Iterator[Line]:
        day = self._days[self._read]
        self._read += 1
        yield Line(Kind.DAY, day=day)
        for step in steps(self._log.traces(self._wanted, day.date)):
            yield Line(Kind.STEP if len(step) > 1 else Kind.CHANGE, step)

    # more of it

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._read < len(self._days)

    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        more: list[Line] = []
        while self._read < len(self._days) and len(more) < AT_ONCE:
            more += self._next_day()
        start = len(self.lines)
        self.beginInsertRows(QModelIndex(), start, start + len(more) - 1)
        self.lines += more
        self.endInsertRows()

    def turn(self, row: int) -> None:
        """Open a step, so that its changes stand under it, or close it."""
        line = self.lines[row]
        if line.kind is not Kind.STEP:
            return
        first, last = row + 1, row + len(line.traces)
        if line.open:
            self.beginRemoveRows(QModelIndex(), first, last)
            del self.lines[first : last + 1]
            line.open = False
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), first, last)
            self.lines[first:first] = [Line(Kind.PART, [trace]) for trace in line.traces]
            line.open = True
            self.endInsertRows()
        here = self.index(row)
        self.dataChanged.emit(here, here)

    def row_of(self, revision: str) -> int:
        """Where a change stands; -1 where it has not been read."""
        for row, line in enumerate(self.lines):
            if line.kind is not Kind.STEP and line.traces and line.traces[0].revision == revision:
                return row
        return -1

    def first(self) -> int:
        """The newest change's row; -1 where there is none."""
        return 1 if len(self.lines) > 1 else -1

    # what stands on a line

    def entry(self, row: int) -> Entry | None:
        """What the change of a line did; None for a day, a step, and a newer program's change."""
        line = self.lines[row]
        if line.kind not in _SINGLE:
            return None
        revision = line.traces[0].revision
        if revision not in self._entries:
            self._fetch(row)
        return self._entries[revision]

    def _fetch(self, row: int) -> None:
        near = self.lines[max(0, row - _AROUND) : row + _AROUND]
        wanted = [
            line.traces[0]
            for line in near
            if line.kind in _SINGLE and line.traces[0].revision not in self._entries
        ]
        found = self._log.entries(wanted)
        self._entries.update((one.revision, found.get(one.revision)) for one in wanted)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].kind is Kind.DAY:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._namer is None:
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(index.row(), line)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._said(index.row(), line)
            case _ if role == DETAIL:
                return self._detail(index.row(), line)
            case _ if role == WHEN:
                return self._when(line)
            case _ if role == LINE:
                return line
        return None

    def _said(self, row: int, line: Line) -> str:
        author = line.traces[0].author if line.traces else ""
        parts = (self._title(row, line), self._detail(row, line), author, self._when(line))
        return ", ".join(part for part in parts if part)

    def _title(self, row: int, line: Line) -> str:
        if line.day is not None:
            return day_name(line.day.date, self._today)
        if line.kind is Kind.STEP:
            return tr("{n} changes at once", n=len(line.traces))
        entry = self.entry(row)
        assert self._namer is not None
        return self._namer.name(entry) if entry else tr("A change of a newer program")

    def _detail(self, row: int, line: Line) -> str:
        assert self._namer is not None
        if line.kind is Kind.STEP:
            return self._step(line)
        entry = self.entry(row)
        return self._namer.what(entry) if entry else ""

    def _step(self, line: Line) -> str:
        """What the step changed, named by its newest changes."""
        assert self._namer is not None
        few = line.traces[:NAMED]
        found = self._log.entries([one for one in few if one.revision not in self._entries])
        self._entries.update(found)
        known = (self._entries.get(one.revision) for one in few)
        names = dict.fromkeys(self._namer.name(one) for one in known if one is not None)
        more = len(line.traces) - len(names)
        said = tr("{names} and {n} more", names=", ".join(names), n=more) if more else ""
        return tr("Fetched in: {what}", what=said) if line.traces[0].kind == "import" else said

    def _when(self, line: Line) -> str:
        if line.day is not None:
            return changes(line.day.count)
        return clock(line.traces[0].at) if line.kind is not Kind.PART else ""
