"""The activity plan in a municipality's own workbook, filled by its named cells.

A name such as `StrategiTitel` takes one value. The names of the columns (`Aktivitet`, `Status`)
stand on the first cell under each heading: rows are written downward from there in that row's
formats. The names are wording; the workbook keeps everything else as it is.
"""

import datetime
from collections.abc import Container, Generator, Iterator
from decimal import Decimal
from pathlib import Path

from strategidesk.errors import UserError
from strategidesk.excel.cell_styles import CellStyles
from strategidesk.excel.cells import Value, day_or_text
from strategidesk.excel.columns import COLUMNS
from strategidesk.excel.measures import row_height
from strategidesk.excel.named_cells import NamedCell, named_cells, stretch_names
from strategidesk.excel.notices import Notice
from strategidesk.excel.package import Element, Package, tag
from strategidesk.excel.rows import Plan
from strategidesk.excel.table import Table, table
from strategidesk.excel.template_sheet import TemplateSheet, stretched
from strategidesk.excel.words import cell_name
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.strategy import Strategy

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CORE = "docProps/core.xml"
_STEP = 250  # rows between two reports


def fill(
    strategy: Strategy,
    template: Path,
    out: Path,
    *,
    today: str | None = None,
    only: Container[Id] | None = None,
) -> Generator[tuple[int, int], None, tuple[Notice, ...]]:
    """Writes the filled workbook to `out`; yields (done, total), returns notices.

    `only` are the activities that it is filled with, all where it is None.
    `today` is the day (YYYY-MM-DD) for the cell of the date. Raises UserError for a template that
    cannot be read or filled, OSError. Whoever stops the generator before its end leaves nothing.
    """
    plan = Plan(strategy, only)
    filling = _Filling(Package(template), plan, today or datetime.date.today().isoformat())
    total = len(plan.entries) + 1
    for done in filling.steps():
        yield done, total
    filling.package.save(out)
    yield total, total
    return tuple(filling.notices)


def _singles(plan: Plan, today: str) -> dict[str, Value]:
    """The values of the names that take one, by key."""
    card = plan.strategy.card
    budgets = [e.activity.budget for e in plan.entries if e.activity.budget is not None]
    return {
        "strategy_title": card.title,
        "municipality": card.municipality,
        "plan_reference_number": card.reference_number,
        "day": day_or_text(today),
        "activity_count": len(plan.entries),
        "budget_sum": sum(budgets, Decimal(0)),
    }


class _Filling:
    """One workbook being filled."""

    def __init__(self, package: Package, plan: Plan, today: str) -> None:
        self.package = package
        self.has_proposals = plan.has_proposals
        self.table: Table = table(plan, whole=True)
        self.singles = _singles(plan, today)
        keys = [*self.singles, *(column.key for column in COLUMNS)]
        names = named_cells(package, {key: cell_name(key) for key in keys})
        self.cells = names.cells
        self.notices = list(self.table.notices)
        if not self.cells:
            raise UserError(
                "{file} has no cell named {name} or another of the names that are filled; "
                "give the first cell under each heading its name in Excel.",
                file=package.file,
                name=cell_name("activity"),
            )
        self._tell_of_names(names.broken)
        self.sheets = self._opened()

    def _opened(self) -> dict[str, TemplateSheet]:
        """The sheets on which named cells stand, by name."""
        parts = self.package.sheets()
        try:
            styles = CellStyles(self.package.tree(self.package.styles))
            return {
                name: TemplateSheet(self.package.tree(parts[name]), styles)
                for name in dict.fromkeys(spot.sheet for spot in self.cells.values())
            }
        except ValueError as error:
            raise self.package.damaged() from error

    def _tell_of_names(self, broken: tuple[str, ...]) -> None:
        for name in broken:
            self.notices.append(
                Notice(name, tr("The name points at no cell of the template and was not filled."))
            )
        for place, column in enumerate(self.table.columns):
            told = any(row[place] not in (None, "") for row in self.table.rows)
            if column.key == "stage":
                told = self.has_proposals
            if column.key not in self.cells and told and column.key != "number":
                self.notices.append(
                    Notice(
                        self.table.headings[place],
                        tr(
                            "The template has no cell named {name}; these values are left out.",
                            name=cell_name(column.key),
                        ),
                    )
                )

    def steps(self) -> Iterator[int]:
        """Fills all named cells; yields how many rows are done."""
        for key, value in self.singles.items():
            if spot := self.cells.get(key):
                self.sheets[spot.sheet].write(spot.row, spot.column, value)
        starts = dict.fromkeys(
            (self.cells[column.key].sheet, self.cells[column.key].row)
            for column in COLUMNS
            if column.key in self.cells
        )
        for sheet, first in starts:
            yield from self._fill_table(sheet, first)
        self._set_title()
        _recalculate(self.package)

    def _fill_table(self, name: str, first: int) -> Iterator[int]:
        """Writes the columns whose names stand on this row of this sheet."""
        sheet, rows = self.sheets[name], self.table.rows
        spots = {
            place: spot.column
            for place, column in enumerate(self.table.columns)
            if (spot := self.cells.get(column.key)) and (spot.sheet, spot.row) == (name, first)
        }
        last = first + max(len(rows), 1) - 1
        self._need_room(name, NamedCell(name, first, 0), last)
        for column in spots.values():
            sheet.write(first, column, None)
        sheet.add_rows_like(first, last)
        widths = sheet.widths()
        wide = [widths.get(column, 9.0) for column in spots.values()]
        for number, row in enumerate(rows, first):
            for place, column in spots.items():
                sheet.write(number, column, row[place])
            sheet.set_height(number, row_height(tuple(row[place] for place in spots), wide))
            if (number - first) % _STEP == 0:
                yield number - first
        sheet.stretch(first, last)
        stretch_names(self.package, name, first, last)
        self._stretch_tables(name, first, last)

    def _need_room(self, name: str, start: NamedCell, last: int) -> None:
        cell = self.sheets[name].obstacle(start.row, last)
        if cell:
            raise UserError(
                "The template {file} has something in cell {cell} on the sheet {sheet}, where "
                "{count} activities need room; leave the rows under the first one empty.",
                file=self.package.file,
                cell=cell,
                sheet=name,
                count=len(self.table.rows),
            )

    def _stretch_tables(self, name: str, first: int, last: int) -> None:
        for part in self.package.tables(self.package.sheets()[name]):
            root = self.package.tree(part)
            for item in (root, *root.iterfind(tag("autoFilter"))):
                item.set("ref", stretched(item.get("ref", ""), first, last))

    def _set_title(self) -> None:
        title = str(self.singles["strategy_title"])
        if title and self.package.has(_CORE):
            core = self.package.tree(_CORE)
            element = core.find(_TITLE)
            if element is None:
                element = core.makeelement(_TITLE)
                core.append(element)
            element.text = title


def _recalculate(package: Package) -> None:
    """Lets Excel reckon all formulas when it opens the workbook."""
    package.drop_calculation_order()
    book: Element = package.tree(package.book)
    settings = book.find(tag("calcPr"))
    if settings is None:
        settings = book.makeelement(tag("calcPr"))
        before = book.find(tag("definedNames"))
        before.addnext(settings)
    settings.set("fullCalcOnLoad", "1")
