"""The activity plan as a new workbook.

A sheet for all, the sums with a chart, a sheet per unit, and a hidden one with the words of lists.
"""

import datetime
from collections.abc import Container, Generator, Iterator
from pathlib import Path

from xlsxwriter.utility import xl_range_abs

from strategidesk.excel.book import Book
from strategidesk.excel.measures import row_height, widths
from strategidesk.excel.notices import Notice
from strategidesk.excel.plan_sheet import PlanSheet
from strategidesk.excel.rows import Plan
from strategidesk.excel.sheet_names import quoted, sheet_names
from strategidesk.excel.table import Table, table
from strategidesk.excel.totals import Totals
from strategidesk.excel.totals_sheet import Ranges, TotalsSheet
from strategidesk.excel.words import choice_words, word
from strategidesk.model.fields import Id
from strategidesk.model.strategy import Strategy

Progress = tuple[int, int]  # done, total

_STEP = 250  # rows between two reports


def write(
    strategy: Strategy,
    out: Path,
    *,
    today: str | None = None,
    only: Container[Id] | None = None,
    title: str = "",
) -> Generator[Progress, None, tuple[Notice, ...]]:
    """Writes the workbook to `out`; returns what the reader should know of it.

    `only` are the activities that it is made of, all where it is None; `title` is another than the
    plan's. `today` is the day (YYYY-MM-DD) printed in it and in its properties. The file is written
    in one go at the end; whoever stops the generator before leaves nothing. Raises OSError.
    """
    work = _Work(Plan(strategy, only), today or datetime.date.today().isoformat(), title)
    done, total = 0, 2 * work.rows + 1
    for done in work.steps():
        yield done, total
    data = work.book.data()
    out.write_bytes(data)
    yield total, total
    return work.table.notices


class _Work:
    """One workbook in the making."""

    def __init__(self, plan: Plan, today: str, title: str) -> None:
        self.plan = plan
        self._title = title
        self.table = table(self.plan)
        self.rows = len(self.plan.entries)
        self.card = plan.strategy.card
        self.today = today
        budgets = (entry.activity.budget for entry in self.plan.entries)
        self.book = Book(decimals=any(b is not None and b % 1 != 0 for b in budgets))
        self.widths = widths(self.table)
        self.heights = {
            activity: row_height(row, self.widths)
            for activity, row in self.table.by_activity.items()
        }
        self.names = sheet_names(self._wanted_names(), word("plan_sheet"))

    @property
    def _units(self) -> list[Id | None]:
        without: list[Id | None] = [None] if self.plan.entries_of(None) else []
        return [*(unit.id for unit in self.plan.units_with_sheet), *without]

    def _unit_label(self, unit: Id | None) -> str:
        return self.plan.unit_labels[unit] if unit else word("no_unit")

    def _wanted_names(self) -> Iterator[str]:
        yield from (word("plan_sheet"), word("totals_sheet"), word("lists_sheet"))
        yield from map(self._unit_label, self._units)

    @property
    def title(self) -> str:
        if self._title:
            return self._title
        title = self.card.title
        return word("title", title=title) if title else word("untitled")

    @property
    def _number(self) -> str:
        number = self.card.reference_number
        return word("reference_number", number=number) if number else ""

    def _note(self) -> str:
        parts = (self.card.municipality, self._number, word("printed", day=self.today))
        return "   ·   ".join(filter(None, parts))

    def steps(self) -> Iterator[int]:
        """Writes all sheets; yields how many rows have been written."""
        self._set_properties()
        plan_sheet = self._plan_sheet(self.names[0], self.table, self.title)
        totals_sheet = self.book.add_sheet(self.names[1])
        yield from self._fill(plan_sheet, 0)
        cells = {
            key: f"{quoted(self.names[0])}!{found}"
            for key in ("status", "unit", "budget")
            if (found := plan_sheet.range_of(key))
        }
        ranges = Ranges(cells["status"], cells.get("unit"), cells.get("budget"))
        TotalsSheet(self.book, totals_sheet, Totals(self.plan), ranges).write(
            word("totals_title", title=self.title[:1].lower() + self.title[1:]),
            word("totals_note", sheet=self.names[0]),
            self._number,
        )
        done = self.rows
        rows = self.table.by_activity
        for unit, name in zip(self._units, self.names[3:], strict=True):
            entries = self.plan.entries_of(unit)
            part = self.table.of(entries, tuple(rows[entry.activity.id] for entry in entries))
            title = self._unit_label(unit) + " – " + self.title
            yield from self._fill(self._plan_sheet(name, part, title), done)
            done += len(entries)
        self._write_lists()

    def _plan_sheet(self, name: str, part: Table, title: str) -> PlanSheet:
        sheet = PlanSheet(self.book, self.book.add_sheet(name), part, self.widths)
        sheet.write_head(title, self._note(), self._number, self._lists)
        return sheet

    def _fill(self, sheet: PlanSheet, done: int) -> Iterator[int]:
        if not sheet.table.rows:
            sheet.write_nothing()
        rows = zip(sheet.table.entries, sheet.table.rows, strict=True)
        for place, (entry, row) in enumerate(rows):
            sheet.write_row(place, row, self.heights[entry.activity.id])
            if place % _STEP == 0:
                yield done + place

    @property
    def _lists(self) -> dict[str, str]:
        """The defined names of the words that a choice takes, by the field's name."""
        chosen = [column for column in self.table.columns if column.choices]
        return {column.choices: f"{word('list_name')}{column.key}" for column in chosen}

    def _write_lists(self) -> None:
        """The words of the lists on a hidden sheet: in the cells they would end at 255 signs."""
        sheet = self.book.add_sheet(self.names[2])
        sheet.set_column(0, len(self._lists), 24)
        for column, (field, name) in enumerate(self._lists.items()):
            words = self.plan.statuses if field == "status" else choice_words(field)
            for row, text in enumerate(words):
                self.book.put(sheet, row, column, text, self.book.looks.text)
            cells = xl_range_abs(0, column, max(len(words), 1) - 1, column)
            self.book.file.define_name(name, f"={quoted(self.names[2])}!{cells}")
        sheet.hide()

    def _set_properties(self) -> None:
        self.book.file.set_properties(
            {
                "title": self.title,
                "subject": self.card.subject,
                "company": self.card.municipality,
                "author": self.card.municipality,
                "created": datetime.datetime.fromisoformat(self.today),
            }
        )
