"""The history of an open strategy by days, for people to page through."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from strategidesk.history.log import Trace, Wanted, authors, size, tally, traces
from strategidesk.history.revision import entity_of
from strategidesk.history.timeline import Entry, entries
from strategidesk.store.file import StrategyFile

AT_ONCE = 500_000  # microseconds between two changes of one step, at most
FEW = 3  # changes of one step that stand on lines of their own


@dataclass(frozen=True, slots=True)
class Day:
    """A day on this computer's calendar, and how many changes it saw."""

    date: date
    count: int


@dataclass(frozen=True)
class Days:
    """All days with changes, newest first, and who made changes on them."""

    days: tuple[Day, ...] = ()
    authors: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many changes there are in all."""
        return sum(day.count for day in self.days)


class Log:
    """Reads what is asked for, and nothing else: a file may hold very many changes."""

    def __init__(self, file: StrategyFile) -> None:
        self._file = file

    def size(self) -> int:
        """How many changes the file holds now."""
        with self._file.reading() as connection:
            return size(connection)

    def days(self, wanted: Wanted) -> Days:
        """The days of these changes."""
        with self._file.reading() as connection:
            quarters = tally(connection, wanted)
            people = authors(connection, wanted)
        counts: dict[date, int] = {}
        day: date = date.max
        start: int | None = None
        for at, count in quarters:
            if start is None or at < start:
                day = datetime.fromtimestamp(at / 1e6).date()
                start = _moment(day)
            counts[day] = counts.get(day, 0) + count
        days = tuple(Day(day, count) for day, count in counts.items())
        return Days(days, tuple(sorted(people, key=str.casefold)))

    def authors(self) -> list[str]:
        """Everyone who has ever changed anything."""
        with self._file.reading() as connection:
            return sorted(authors(connection, Wanted()), key=str.casefold)

    def traces(self, wanted: Wanted, day: date) -> list[Trace]:
        """The changes of a day, newest first."""
        start, end = _moment(day), _moment(day + timedelta(days=1))
        with self._file.reading() as connection:
            return traces(connection, wanted, start, end)

    def entries(self, wanted: Sequence[Trace]) -> dict[str, Entry]:
        """What these changes did, by revision; those of a newer program's things are missing."""
        order = [(entity_of(one.id), bytes.fromhex(one.revision)) for one in wanted]
        with self._file.reading() as connection:
            return {one.revision: one for one in entries(connection, self._file.tables, order)}


def steps(found: Iterable[Trace]) -> list[list[Trace]]:
    """The changes by steps: what one author did at once, where it is more than a few things."""
    runs: list[list[Trace]] = []
    for trace in found:
        last = runs[-1][-1] if runs else None
        if last is not None and _together(last, trace):
            runs[-1].append(trace)
        else:
            runs.append([trace])
    return [step for run in runs for step in ([run] if len(run) > FEW else [[one] for one in run])]


def _together(newer: Trace, older: Trace) -> bool:
    alike = (newer.author, newer.kind) == (older.author, older.kind)
    return alike and newer.at - older.at <= AT_ONCE


def _moment(day: date) -> int:
    return round(datetime.combine(day, time()).timestamp() * 1_000_000)
