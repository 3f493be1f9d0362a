"""What was typed where no answer belongs. What we wrote there ourselves is left out."""

import re
from collections.abc import Iterator, Set

from strategidesk.excel.references import Area, area, cell
from strategidesk.excel.sheets.finding import Found, folded
from strategidesk.excel.sheets.grid import Cells, Grid, Place
from strategidesk.excel.sheets.identity import PROPERTY
from strategidesk.excel.sheets.returned import Stray
from strategidesk.excel.words import word
from strategidesk.model.wording import wording

_COPY = re.compile(r" ?\(\d+\)$|_\d+$")  # what programs put after the name of a second sheet
_TOLD = ("sheets.instructions", "sheets.indicators.sheet", "sheets.earlier.sheet")
_OURS = "A1:B1000"  # of a sheet without a range to print


def beside(found: Found, taken: Set[Place]) -> Iterator[Stray]:
    """On the answer sheet: over the headings, and beside their columns. What a municipality's own
    workbook says over them is its own text, as long as it is locked."""
    theirs = not found.ours and found.grid.protected
    headings = found.grid.rows.get(found.heading_row, {})
    for row, column in found.grid.cells:
        if row <= found.heading_row:
            if (row, column) not in taken and not theirs:
                yield _stray(found.grid, (row, column))
        elif column not in found.columns:
            over = headings.get(column)
            yield _stray(found.grid, (row, column), over.text if over else "")


def elsewhere(cells: Cells, found: Found) -> Iterator[Stray]:
    """On the workbook's other sheets."""
    ours = {folded(word(key)) for key in _TOLD}
    words = {
        label
        for column in found.layout.columns
        if (field := found.layout.takes(column))
        for label in (wording().choice(field, one) for one in found.layout.choices(column))
    }
    for grid in cells.grids:
        if grid is found.grid:
            continue
        if _is_underlay(grid):
            places = [
                place for place, raw in grid.cells.items() if place[1] > 2 and raw.text not in words
            ]
        elif folded(_COPY.sub("", grid.name)) not in ours:
            places = list(grid.cells)
        elif grid.protected:
            continue  # nobody could write there
        else:
            shown = cells.printed.get(grid.name) or area(_OURS)
            places = [one for one in grid.cells if not (shown and _in(shown, *one))]
        yield from (_stray(grid, place) for place in places)


def _is_underlay(grid: Grid) -> bool:
    label = PROPERTY.format(key="round")
    return any(column == 1 and raw.text == label for (_, column), raw in grid.cells.items())


def _in(place: Area, row: int, column: int) -> bool:
    return place.has_row(row) and place.column <= column <= place.last_column


def _stray(grid: Grid, place: Place, heading: str = "") -> Stray:
    raw = grid.cells[place]
    text = raw.text or raw.formula
    return Stray(sheet=grid.name, at=cell(*place), text=text, heading=heading)
