"""Copies of the answer sheet in the same workbook: some fill in the one, some the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from strategidesk.excel.sheets.finding import Found
from strategidesk.excel.sheets.grid import Cells, Place
from strategidesk.excel.sheets.head import head_of
from strategidesk.excel.sheets.layout import REPORTER
from strategidesk.excel.sheets.remembered import Sent
from strategidesk.excel.sheets.returned import Row

_ID = "id"


def copies(
    cells: Cells, found: Sequence[Found], rows: Sequence[Row], facts: Mapping[str, str], sent: Sent
) -> list[tuple[Found, frozenset[Place]]]:
    """The other sheets with the same head and rows, each with the cells that a manager has not
    added over its headings. An earlier year's sheet is none: its answers are not this year's."""
    first, ids = found[0], {row.id for row in rows if row.id}
    others = []
    for one in found[1:]:
        own, taken = head_of(cells, one, sent)
        if one.grid is first.grid or one.layout is not first.layout or not ids & _ids(one):
            continue
        if {**own, REPORTER: ""} == {**facts, REPORTER: ""}:
            reporter = own.get(REPORTER) == facts.get(REPORTER)
            others.append((one, taken if reporter else _without(taken, one, own[REPORTER])))
    return others


def _ids(found: Found) -> set[str]:
    column = next((at for at, key in found.columns.items() if key == _ID), 0)
    return {raw.text for (_, at), raw in found.grid.cells.items() if at == column}


def _without(taken: frozenset[Place], found: Found, text: str) -> frozenset[Place]:
    return frozenset(place for place in taken if found.grid.cells[place].text != text)


def added(known: Sequence[Row], rows: Iterable[Row], sheet: str) -> Iterator[Row]:
    """The rows of a copy that say anything else than the sheet's own rows do."""
    said = {(row.id, cell.column, cell.text) for row in known for cell in row.cells}
    told = {(row.id, *sorted(row.locked.items())) for row in known}
    for row in rows:
        new = tuple(cell for cell in row.cells if (row.id, cell.column, cell.text) not in said)
        if new or (row.id, *sorted(row.locked.items())) not in told:
            yield replace(row, cells=new, sheet=sheet)
