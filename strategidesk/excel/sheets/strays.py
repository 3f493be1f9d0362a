"""What was typed where no answer belongs. What we wrote there ourselves is left out."""

import re
from collections.abc import Iterator, Sequence, Set

from strategidesk.excel.references import Area, area, cell
from strategidesk.excel.sheets.finding import Found, folded
from strategidesk.excel.sheets.grid import Cells, Grid, Place
from strategidesk.excel.sheets.identity import MARK, PROPERTY
from strategidesk.excel.sheets.remembered import Sent, unknown
from strategidesk.excel.sheets.returned import Stray
from strategidesk.excel.words import word
from strategidesk.model.wording import wording

_COPY = re.compile(r" ?\(\d+\)$|_\d+$")  # what programs put after the name of a second sheet
_TOLD = ("sheets.instructions", "sheets.indicators.sheet", "sheets.earlier.sheet")
_OURS = "A1:B1000"  # of a sheet without a range to print


def beside(found: Found, taken: Set[Place], sent: Sent) -> Iterator[Stray]:
    """On the answer sheet: over the headings, and beside their columns. What a municipality's own
    workbook of old says over them is its own text, as long as it is locked."""
    theirs = sent is None and not found.ours and found.grid.protected
    headings = found.grid.rows.get(found.heading_row, {})
    places = [
        (row, column)
        for row, column in found.grid.cells
        if (column not in found.columns if row > found.heading_row else not theirs)
        and (row, column) not in taken
    ]
    if sent is not None:
        places = unknown(places, found.grid.cells, sent, taken)
    for place in places:
        over = headings.get(place[1]) if place[0] > found.heading_row else None
        yield _stray(found.grid, place, over.text if over else "")


def elsewhere(cells: Cells, answered: Sequence[Found], sent: Sent) -> Iterator[Stray]:
    """On the workbook's sheets without answers."""
    words = {
        label
        for column in answered[0].layout.columns
        if (field := answered[0].layout.takes(column))
        for label in (wording().choice(field, one) for one in answered[0].layout.choices(column))
    }
    for grid in cells.grids:
        if any(grid is found.grid for found in answered):
            continue
        if _is_underlay(grid):
            places = _beside_lists(grid, words)
        elif sent is not None:
            places = unknown(grid.cells, grid.cells, sent, frozenset())
        else:
            places = _beside_told(cells, grid)
        yield from (_stray(grid, place) for place in places)


def _is_underlay(grid: Grid) -> bool:
    label = PROPERTY.format(key="round")
    return any(column == 1 and raw.text == label for (_, column), raw in grid.cells.items())


def _beside_lists(grid: Grid, words: Set[str]) -> list[Place]:
    """Beside the facts and the lists of the hidden sheet."""
    labels = {row for (row, at), raw in grid.cells.items() if at == 1 and raw.text.startswith(MARK)}
    return [
        (row, column)
        for (row, column), raw in grid.cells.items()
        if (row not in labels if column <= 2 else raw.text not in words)
    ]


def _beside_told(cells: Cells, grid: Grid) -> list[Place]:
    """What cannot be ours, in a workbook that does not say with what it went out."""
    ours = {folded(word(key)) for key in _TOLD}
    if folded(_COPY.sub("", grid.name)) not in ours:
        return list(grid.cells)
    if grid.protected:
        return []  # nobody could write there
    shown = cells.printed.get(grid.name) or area(_OURS)
    return [one for one in grid.cells if not (shown and _in(shown, *one))]


def _in(place: Area, row: int, column: int) -> bool:
    return place.has_row(row) and place.column <= column <= place.last_column


def _stray(grid: Grid, place: Place, heading: str = "") -> Stray:
    raw = grid.cells[place]
    text = raw.text or raw.formula
    return Stray(sheet=grid.name, at=cell(*place), text=text, heading=heading)
