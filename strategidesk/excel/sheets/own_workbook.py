"""A municipality's own workbook as the sheet that goes to a unit, filled by its named cells.

A name such as `Enhet` takes one fact. The names of the columns (`Aktivitet`, `Status`) stand on the
first cell under each heading, all in one row: rows are written downward from there. The workbook
keeps its look; what a reader knows it by is added out of sight.
"""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from strategidesk.errors import UserError
from strategidesk.excel.cell_styles import CellStyles
from strategidesk.excel.cells import Value
from strategidesk.excel.measures import row_height
from strategidesk.excel.named_cells import NamedCell, named_cells, stretch_names
from strategidesk.excel.package import Package
from strategidesk.excel.references import column_letters
from strategidesk.excel.sheet_names import quoted
from strategidesk.excel.sheets import remembered
from strategidesk.excel.sheets.answer_rows import AnswerRow, answer_rows, told_in_rows
from strategidesk.excel.sheets.asking import list_name
from strategidesk.excel.sheets.layout import FACTS, NAME, REPORTER, Column, Open
from strategidesk.excel.sheets.matter import Matter
from strategidesk.excel.sheets.opening import cells_in
from strategidesk.excel.sheets.own_marks import add_properties, add_underlay, define
from strategidesk.excel.sheets.own_sheet import OwnSheet, cells_of
from strategidesk.excel.words import word
from strategidesk.model.fields import Id
from strategidesk.model.rounds import FOLLOW_UP
from strategidesk.model.wording import wording

_ID = "id"


def name_of(key: str) -> str:
    """The name of the cell that takes a fact, or the first value of a column."""
    return word(f"sheets.names.{key}")


class OwnWorkbook:
    """A template that is filled for one unit after the other."""

    def __init__(self, matter: Matter, template: Path) -> None:
        """Raises UserError where the template cannot be read, or lacks the names that it needs."""
        self._matter, self._template = matter, template
        self._keys = [*FACTS, *(column.key for column in matter.layout.columns)]
        package = Package(template)
        cells = self._named(package)
        needed = ["activity", "status"] if matter.round.kind == FOLLOW_UP else ["activity"]
        for key in needed:
            if key not in cells:
                raise UserError(
                    "{file} has no cell named {name}; give the first cell under each heading its "
                    "name in Excel.",
                    file=package.file,
                    name=name_of(key),
                )

    def _named(self, package: Package) -> dict[str, NamedCell]:
        return dict(named_cells(package, {key: name_of(key) for key in self._keys}).cells)

    @cached_property
    def _lists(self) -> dict[str, list[str]]:
        layout, found = self._matter.layout, {}
        for column in layout.columns:
            field = layout.takes(column)
            if field and layout.choices(column):
                found[column.key] = [wording().choice(field, one) for one in field.choices or ()]
        return found

    def write(self, unit: Id | None, out: Path) -> None:
        """Fills the template for a unit. Raises UserError where its rows have no room, OSError."""
        package = Package(self._template)
        _Filled(self._matter, package, self._named(package), unit).fill(self._lists)
        package.save(out)


class _Filled:
    """The template being filled for one unit."""

    def __init__(
        self, matter: Matter, package: Package, cells: dict[str, NamedCell], unit: Id | None
    ) -> None:
        self.matter, self.package, self.cells, self.unit = matter, package, cells, unit
        self.start = cells["activity"]
        self.rows = answer_rows(matter, unit)
        self.last = self.start.row + len(self.rows) - 1
        parts = package.sheets()
        try:
            styles = CellStyles(package.tree(package.styles))
            self.sheets = {
                name: OwnSheet(package.tree(parts[name]), styles)
                for name in dict.fromkeys(spot.sheet for spot in cells.values())
            }
        except ValueError as error:
            raise package.damaged() from error

    @property
    def sheet(self) -> OwnSheet:
        return self.sheets[self.start.sheet]

    @cached_property
    def columns(self) -> dict[int, Column]:
        """The layout's columns that the template has, by place; the ids always have one."""
        found = {}
        for column in self.matter.layout.columns:
            spot = self.cells.get(column.key)
            if spot and (spot.sheet, spot.row) == (self.start.sheet, self.start.row):
                found[spot.column] = column
        if _ID not in (column.key for column in found.values()):
            free = max([self.sheet.last_column, *found]) + 1
            found[free] = self.matter.layout.column(_ID)
        return found

    def fill(self, lists: dict[str, list[str]]) -> None:
        self._write_facts()
        self._write_rows()
        facts = self.matter.identity(self.unit).facts()
        told = [*facts.items(), *remembered.pairs(self._told())]
        sources = add_underlay(self.package, told, lists)
        add_properties(self.package, facts)
        define(self.package, {list_name(key): source for key, source in sources.items()})
        define(self.package, self._names())
        first, last = self.start.row, self.last
        for place, column in self.columns.items():
            if column.key in lists:
                self.sheet.offer(cells_of(place, first, last), list_name(column.key))
        self.sheet.protect()

    def _told(self) -> Iterator[str]:
        """What the workbook goes out with."""
        yield from told_in_rows(self.rows, [*self.columns.values()])
        rows = range(self.start.row, self.last + 1)
        for grid in cells_in(self.package).grids:
            for (row, column), raw in grid.cells.items():
                if grid.name != self.start.sheet or row not in rows or column not in self.columns:
                    yield remembered.of_cell(raw)

    def _write_facts(self) -> None:
        for key, text in self.matter.facts(self.unit).items():
            spot = self.cells.get(key)
            if spot and (spot.sheet, spot.row) != (self.start.sheet, self.start.row):
                self.sheets[spot.sheet].write(spot.row, spot.column, text)
                self.sheets[spot.sheet].open_cell(spot.row, spot.column, key == REPORTER)

    def _write_rows(self) -> None:
        first, last, sheet = self.start.row, self.last, self.sheet
        self._require_room()
        sheet.add_rows_like(first, last)
        widths = sheet.widths()
        wide = [widths.get(p, 9.0) for p, column in self.columns.items() if column.key != _ID]
        for number, row in enumerate(self.rows, first):
            values = {place: self._value(column, row) for place, column in self.columns.items()}
            for place, column in self.columns.items():
                sheet.write(number, place, values[place])
                open = column.open is Open.ALWAYS or (row.own and column.open is Open.OWN)
                sheet.open_cell(number, place, open)
            shown = (values[p] for p, column in self.columns.items() if column.key != _ID)
            sheet.set_height(number, row_height(tuple(shown), wide))
        for place, column in self.columns.items():
            if column.key == _ID:
                sheet.hide_column(place)
        sheet.stretch(first, last)
        stretch_names(self.package, self.start.sheet, first, last)

    def _value(self, column: Column, row: AnswerRow) -> Value | None:
        return row.id if column.key == _ID else row.values.get(column.key)

    def _require_room(self) -> None:
        cell = self.sheet.obstacle(self.start.row, self.last)
        if cell:
            raise UserError(
                "The template {file} has something in cell {cell} on the sheet {sheet}, where "
                "{count} activities need room; leave the rows under the first one empty.",
                file=self.package.file,
                cell=cell,
                sheet=self.start.sheet,
                count=len(self.rows),
            )

    def _names(self) -> dict[str, str]:
        """The names by which a reader finds columns and facts."""
        names = {}
        for place, column in self.columns.items():
            letters = column_letters(place)
            cells = f"${letters}${self.start.row}:${letters}${self.last}"
            names[column.name] = f"{quoted(self.start.sheet)}!{cells}"
        for key in FACTS:
            spot = self.cells.get(key)
            if spot:
                cell = f"${column_letters(spot.column)}${spot.row}"
                names[NAME.format(key=key)] = f"{quoted(spot.sheet)}!{cell}"
        return names
