"""Where the answers stand in a returned workbook: its sheet, its row of headings, its columns."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from strategidesk.excel.references import column_letters
from strategidesk.excel.sheets.grid import Cells, Grid
from strategidesk.excel.sheets.layout import FACTS, LAYOUTS, Column, Layout
from strategidesk.excel.sheets.remembered import of_text, recalled
from strategidesk.language import mark

_HIGHEST = 20  # the headings stand in the first so many rows
_FEWEST = 3  # headings by which a sheet is known
_ENOUGH = 2  # names of columns by which it is
_TEXTS = 2_000  # that are kept as they are compared: the sheets of a round have most in common
_ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

Notice = tuple[str, Mapping[str, str]]
TWICE: Final = mark("The heading {heading} stands over several columns; column {column} was read.")
RENAMED: Final = mark("Column {column} is called {name}; it was read as {heading}.")
MISSING: Final = mark("The column {heading} is missing.")


def renamed(place: int, name: str, column: Column) -> Notice:
    about = {"column": column_letters(place), "name": name, "heading": column.heading}
    return RENAMED, about


@lru_cache(_TEXTS)
def folded(text: str) -> str:
    """A heading or a name as it is compared where it was typed anew."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(frozen=True, slots=True)
class Found:
    """An answer sheet. `columns` are the layout's keys by the number of the column; `ours`
    whether most headings are those that we write: else it is a municipality's own workbook."""

    grid: Grid
    layout: Layout
    heading_row: int
    columns: Mapping[int, str]
    ours: bool
    notices: tuple[Notice, ...]


def find(cells: Cells, kind: str) -> tuple[Found, ...]:
    """The sheets of a workbook that could be its answer sheet, the likeliest first. `kind` is the
    round's where the workbook says it, else empty."""
    layouts = [LAYOUTS[kind]] if kind in LAYOUTS else list(LAYOUTS.values())
    ranked: list[tuple[tuple[int, int, bool, int], Grid, Layout, int]] = []
    for grid in cells.grids:
        for layout in layouts:
            named = len(_named(cells, grid, layout))
            row, exact, near = _heading_row(grid.rows, layout)
            if near < _FEWEST and named < _ENOUGH:
                continue
            rank = (
                (near if near >= _FEWEST else 0) + named,
                exact,
                grid.name == layout.sheet,
                len(grid.cells),
            )
            if near < _ENOUGH:
                row = _above_names(cells, grid, layout)
            ranked.append((rank, grid, layout, row))
    ranked.sort(key=lambda one: one[0], reverse=True)
    found: list[Found] = []
    for _, grid, layout, row in ranked:
        also = _headings(found[0]) if found else {}
        found.append(_found(cells, grid, layout, row, also))
    return tuple(found)


def _headings(found: Found) -> dict[str, str]:
    """The keys of a sheet's columns by what it calls them: its copies call them so too."""
    headings = found.grid.rows.get(found.heading_row, {})
    return {folded(headings[at].text): key for at, key in found.columns.items() if at in headings}


def _found(cells: Cells, grid: Grid, layout: Layout, row: int, also: Mapping[str, str]) -> Found:
    headings = {column: raw.text for column, raw in grid.rows.get(row, {}).items()}
    known = {folded(column.heading) for column in layout.columns}
    ours = len(known & {folded(text) for text in headings.values()}) * 2 > len(known)
    named = _named(cells, grid, layout)
    if "id" not in named and (place := _id_column(grid, row)):
        named["id"] = place
    columns, notices = _columns(headings, named, layout, ours, also)
    told = recalled(cells)
    if not ours:  # its headings are others: told is what has been renamed since
        sent = {at: told and told[of_text(headings.get(at, ""))] for at in columns}
        notices = tuple(
            renamed(at, headings[at], layout.column(key))
            for at, key in columns.items()
            if sent[at] == 0 and headings.get(at)
        )
    return Found(grid, layout, row, columns, ours, notices)


def _id_column(grid: Grid, heading_row: int) -> int:
    """The column with ids of rows, by what stands in it; 0 where there is none."""
    counts = Counter(
        column
        for (row, column), raw in grid.cells.items()
        if row > heading_row and _ID.fullmatch(raw.text)
    )
    return counts.most_common(1)[0][0] if counts else 0


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
    headings: Mapping[int, str],
    named: Mapping[str, int],
    layout: Layout,
    ours: bool,
    also: Mapping[str, str],
) -> tuple[dict[int, str], tuple[Notice, ...]]:
    known = {**also, **{folded(column.heading): column.key for column in layout.columns}}
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
            notices.append(renamed(place, text, column))
        elif len(places) > 1:
            notices.append((TWICE, {"heading": column.heading, "column": letters}))
    return columns, tuple(notices)
