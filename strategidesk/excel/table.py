"""The plan's table as values: the columns that it has, a row of typed values per activity."""

from collections.abc import Iterator
from dataclasses import dataclass

from strategidesk.excel.cells import MOST_CHARACTERS, Value, fitting
from strategidesk.excel.columns import COLUMNS, Column
from strategidesk.excel.notices import Notice
from strategidesk.excel.rows import Entry, Plan
from strategidesk.excel.words import word
from strategidesk.language import tr
from strategidesk.model.fields import Id

Row = tuple[Value | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` stand beside `entries`; every text fits in a cell, `notices` tells which were cut."""

    columns: tuple[Column, ...]
    headings: tuple[str, ...]
    entries: tuple[Entry, ...]
    rows: tuple[Row, ...]
    notices: tuple[Notice, ...]

    def index(self, key: str) -> int | None:
        """Where a column stands, if the table has it."""
        keys = [column.key for column in self.columns]
        return keys.index(key) if key in keys else None

    @property
    def by_activity(self) -> dict[Id, Row]:
        """Each activity's row by the activity's id."""
        pairs = zip(self.entries, self.rows, strict=True)
        return {entry.activity.id: row for entry, row in pairs}

    def of(self, entries: tuple[Entry, ...], rows: tuple[Row, ...]) -> "Table":
        """The same table with a part of its rows."""
        return Table(self.columns, self.headings, entries, rows, ())


def table(plan: Plan, columns: tuple[Column, ...] = COLUMNS, whole: bool = False) -> Table:
    """The plan's table; columns that say nothing are left out unless it shall be `whole`."""
    read = [column.read for column in columns]
    rows = [[value(plan, entry) for value in read] for entry in plan.entries]
    kept = [
        place
        for place, column in enumerate(columns)
        if whole or column.always or _speaks(plan, column, place, rows)
    ]
    headings = tuple(columns[place].heading(plan) for place in kept)
    cuts = list(_cut(plan, columns, rows))
    return Table(
        tuple(columns[place] for place in kept),
        headings,
        plan.entries,
        tuple(tuple(row[place] for place in kept) for row in rows),
        tuple(cuts),
    )


def _speaks(plan: Plan, column: Column, place: int, rows: list[list[Value | None]]) -> bool:
    if column.key == "stage":
        return plan.has_proposals
    return any(row[place] not in ("", None) for row in rows)


def _cut(
    plan: Plan, columns: tuple[Column, ...], rows: list[list[Value | None]]
) -> Iterator[Notice]:
    """Cuts what no cell can hold, in place, and tells of it."""
    ending = word("continues")
    for entry, row in zip(plan.entries, rows, strict=True):
        for place, value in enumerate(row):
            if not isinstance(value, str) or len(value) <= MOST_CHARACTERS // 2:
                continue
            fitted = fitting(value, ending)
            if fitted is not value:
                row[place] = fitted
                yield Notice(
                    _where(entry, columns[place].heading(plan)),
                    tr("The text is longer than a cell can hold and was cut; it says so itself."),
                )


def _where(entry: Entry, heading: str) -> str:
    number = "–" if entry.number is None else entry.number
    title = entry.activity.title[:60]
    return tr("Activity {number}, {title}: {column}", number=number, title=title, column=heading)
