"""Where the answers stand in a returned workbook: its sheet, its row of headings, its columns."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from strategidesk.excel.references import column_letters
from strategidesk.excel.sheets.grid import Cells, Grid
from strategidesk.excel.sheets.layout import FACTS, LAYOUTS, Layout
from strategidesk.language import mark

_HIGHEST = 20  # the headings stand in the first so many rows
_FEWEST = 3  # headings by which a sheet is known
_ENOUGH = 2  # names of columns by which it is

Notice = tuple[str, Mapping[str, str]]
TWICE: Final = mark("The heading {heading} stands over several columns; column {column} was read.")
RENAMED: Final = mark("Column {column} is called {name}; it was read as {heading}.")
MISSING: Final = mark("The column {heading} is missing.")


def folded(text: str) -> str:
    """A heading or a name as it is compared where it was typed anew."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(frozen=True, slots=True)
class Found:
    """The answer sheet. `columns` are the layout's keys by the number of the column; `ours`
    whether most headings are those that we write: else it is a municipality's own workbook."""

    grid: Grid
    layout: Layout
    heading_row: int
    columns: Mapping[int, str]
    ours: bool
    notices: tuple[Notice, ...]


def find(cells: Cells, kind: str) -> Found | None:
    """The answer sheet of a workbook; None where it has none. `kind` is the round's where the
    workbook says it, else empty."""
    layouts = [LAYOUTS[kind]] if kind in LAYOUTS else list(LAYOUTS.values())
    best: tuple[tuple[int, int, int], Grid, Layout, int] | None = None
    for grid in cells.grids:
        rows = grid.rows
        for layout in layouts:
            named = len(_named(cells, grid, layout))
            row, exact, near = _heading_row(rows, layout)
            if near < _FEWEST and named < _ENOUGH:
                continue
            rank = (near if near >= _FEWEST else 0) + named, exact, len(grid.cells)
            if near < _ENOUGH:
                row = _above_names(cells, grid, layout)
            if best is None or rank > best[0]:
                best = rank, grid, layout, row
    if best is None:
        return None
    _, grid, layout, row = best
    headings = {column: raw.text for column, raw in grid.rows.get(row, {}).items()}
    known = {folded(column.heading) for column in layout.columns}
    ours = len(known & {folded(text) for text in headings.values()}) * 2 > len(known)
    columns, notices = _columns(headings, _named(cells, grid, layout), layout, ours)
    return Found(grid, layout, row, columns, ours, notices if ours else ())


def _named(cells: Cells, grid: Grid, layout: Layout) -> dict[str, int]:
    """The columns that names stand for, by key."""
    found = {}
    for column in layout.columns:
        sheet, area = cells.names.get(column.name, ("", None))
        if area and sheet == grid.name and column.key not in FACTS:
            found[column.key] = area.column
    return found


def _above_names(cells: Cells, grid: Grid, layout: Layout) -> int:
    keys = _named(cells, grid, layout)
    tops = Counter(cells.names[layout.column(key).name][1].row for key in keys)
    return max(tops.most_common(1)[0][0] - 1, 0)


def _heading_row(rows: Mapping[int, Mapping[int, object]], layout: Layout) -> tuple[int, int, int]:
    """The row with the most headings, how many read exactly, and how many nearly."""
    exact = {column.heading for column in layout.columns}
    near = {folded(text) for text in exact}
    best = (0, 0, 0)
    for row, found in rows.items():
        if row > _HIGHEST:
            break
        texts = {str(getattr(raw, "text", "")) for raw in found.values()}
        counts = row, len(texts & exact), len({folded(text) for text in texts} & near)
        if counts[:0:-1] > best[:0:-1]:
            best = counts
    return best


def _columns(
    headings: Mapping[int, str], named: Mapping[str, int], layout: Layout, ours: bool
) -> tuple[dict[int, str], tuple[Notice, ...]]:
    known = {folded(column.heading): column.key for column in layout.columns}
    by_key: dict[str, list[int]] = {}
    for place, text in headings.items():
        if key := known.get(folded(text)):
            by_key.setdefault(key, []).append(place)
    # in a municipality's own workbook a name says more than a heading like ours
    columns: dict[int, str] = {}
    notices: list[Notice] = []
    for column in layout.columns:
        places = sorted(by_key.get(column.key, ()), key=lambda at: headings[at] != column.heading)
        name = named.get(column.key)
        text = headings.get(name, "") if name else ""
        strange = folded(text) not in known and (not places or (text and not ours))
        if name and name not in columns and (name in places or strange):
            place = name
        elif places:
            place = places[0]
        else:
            if not column.spare:
                notices.append((MISSING, {"heading": column.heading}))
            continue
        columns[place] = column.key
        letters = column_letters(place)
        if place not in places:
            about = {"column": letters, "name": text, "heading": column.heading}
            notices.append((RENAMED, about))
        elif len(places) > 1:
            notices.append((TWICE, {"heading": column.heading, "column": letters}))
    return columns, tuple(notices)
