"""The answers of a returned workbook as they stand: every cell that was filled, with its place.

Runs in a process apart, after the guard has looked at the file; nothing is judged here.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from strategidesk.errors import UserError
from strategidesk.excel.references import cell as place_of
from strategidesk.excel.references import column_letters
from strategidesk.excel.sheets import opening, opening_ods
from strategidesk.excel.sheets.copied import added, copies
from strategidesk.excel.sheets.finding import Found, Notice, find
from strategidesk.excel.sheets.grid import Cells, Raw
from strategidesk.excel.sheets.head import head_of
from strategidesk.excel.sheets.identity import Identity, identity_of, own_id
from strategidesk.excel.sheets.layout import Open
from strategidesk.excel.sheets.remembered import Sent, of_row, recalled
from strategidesk.excel.sheets.returned import Cell, Returned, Row
from strategidesk.excel.sheets.strays import beside, elsewhere
from strategidesk.excel.words import word
from strategidesk.language import mark

_ID = "id"
# in which rows a column takes answers: those of the unit's own, or not
_ROOM = {Open.NEVER: (), Open.OWN: (True,), Open.ALWAYS: (True, False)}
COPIED: Final = mark(
    "The sheet {sheet} is a copy of {answers}; what was filled in otherwise there was read too."
)
MERGED: Final = mark("The cells {cells} are joined; what they say counts for the first of them.")


def read(path: str) -> dict[str, Any]:
    """What a returned workbook holds, as `Returned.to_json`.

    Raises UserError where it holds no answer sheet, or cannot be read; OSError.
    """
    place = Path(path)
    cells = opening_ods.cells_of if opening_ods.is_open_document(place) else opening.cells_of
    return returned(cells(place), place.name).to_json()


def returned(cells: Cells, file: str) -> Returned:
    """What the cells of a workbook hold. Raises UserError where none is an answer sheet."""
    identity = _identity(cells)
    found = find(cells, identity.kind if identity else "")
    if not found:
        raise UserError(
            "No answer sheet of ours was found in {file}; ask for the workbook that was sent out.",
            file=file,
        )
    first, sent = found[0], recalled(cells)
    facts, taken = head_of(cells, first, sent)
    rows = list(_rows(first, identity, sent))
    stray, notices = list(beside(first, taken, sent)), [*first.notices, *_joined(first)]
    others = copies(cells, found, rows, facts, sent)
    for copy, taken in others:
        notices.append((COPIED, {"sheet": copy.grid.name, "answers": first.grid.name}))
        notices += _joined(copy)
        rows += added(rows, _rows(copy, identity, sent), copy.grid.name)
        same = {(one.at, one.text) for one in stray}
        stray += (one for one in beside(copy, taken, sent) if (one.at, one.text) not in same)
    answered = (first, *(copy for copy, _ in others))
    return Returned(
        sheet=first.grid.name,
        identity=identity,
        facts=facts,
        rows=tuple(rows),
        heading_row=first.heading_row,
        stray=(*stray, *elsewhere(cells, answered, sent)),
        notices=tuple(notices),
        columns={key: column_letters(at) for at, key in first.columns.items()},
    )


def _identity(cells: Cells) -> Identity | None:
    """From the document's properties, else from whichever sheet has the facts side by side."""
    if known := identity_of(cells.properties):
        return known
    for grid in cells.grids:
        pairs: dict[str, object] = {
            raw.text: right.text
            for (row, column), raw in grid.cells.items()
            if raw.text and (right := grid.cells.get((row, column + 1)))
        }
        if known := identity_of(pairs):
            return known
    return None


def _rows(found: Found, identity: Identity | None, sent: Sent) -> Iterator[Row]:
    own = _own_ids(found, identity)
    has_ids = _ID in found.columns.values()
    opened = {
        at: _ROOM[found.layout.column(key).open] for at, key in found.columns.items() if key != _ID
    }
    joined = {(area.row, area.column): str(area) for area in found.grid.merged}
    for number, line in found.grid.rows.items():
        if number <= found.heading_row:
            continue
        by_key = {key: line[at] for at, key in found.columns.items() if at in line}
        id = by_key.pop(_ID).text if _ID in by_key else ""
        is_own = id in own or (not id and _is_new(by_key, has_ids))
        cells, locked, changed = [], {}, []
        for at, open_in in opened.items():
            raw, key = line.get(at), found.columns[at]
            if raw is None:
                continue
            if is_own in open_in:
                cell = _cell(raw, number, at, key, joined.get((number, at), ""))
                cells.append(replace(cell, sent=_as_sent(raw, id, key, sent)))
            elif raw.text or key != "note":  # ours is a formula that mostly says nothing
                locked[key] = raw.text or raw.formula
                if id and sent and not _as_sent(raw, id, key, sent):
                    changed.append(key)
        if not id and sent and _only_told(found, cells, sent):
            locked, cells = {cell.column: cell.text for cell in cells} | locked, []
        if id or locked or cells:
            yield Row(
                number=number,
                id=id,
                locked=locked,
                cells=tuple(cells),
                own=is_own,
                hidden=number in found.grid.hidden_rows,
                changed=tuple(changed),
            )


def _as_sent(raw: Raw, id: str, key: str, sent: Sent) -> bool:
    """Whether the cell of a row says what it went out with."""
    return bool(id and sent and of_row(raw.text, id, key) in sent)


def _only_told(found: Found, cells: list[Cell], sent: Counter[str]) -> bool:
    """Whether a row without an id says no more than it was sent with."""
    return all(
        found.layout.column(cell.column).open is Open.OWN and sent[of_row(cell.text)]
        for cell in cells
    )


def _is_new(by_key: dict[str, Raw], has_ids: bool) -> bool:
    """Whether a row without an id is one that the unit wrote itself."""
    number = by_key.get("number")
    return number.text == word("sheets.new") if number else has_ids


def _own_ids(found: Found, identity: Identity | None) -> frozenset[str]:
    """The ids that the rows for activities of the unit's own were sent with."""
    if identity is None:
        return frozenset()
    numbers = range(1, found.layout.own_rows + 1)
    return frozenset(str(own_id(identity.round, identity.unit, f"own {n}")) for n in numbers)


def _cell(raw: Raw, row: int, column: int, key: str, merged: str) -> Cell:
    return Cell(
        at=place_of(row, column),
        column=key,
        text=raw.text,
        day=raw.day,
        figure=raw.figure,
        formula=raw.formula,
        fault=raw.fault,
        cleaned=raw.cleaned,
        uncomputed=raw.uncomputed,
        merged=merged,
    )


def _joined(found: Found) -> Iterator[Notice]:
    """Joined cells among the answers."""
    for area in found.grid.merged:
        if area.last_row > found.heading_row:
            yield MERGED, {"cells": str(replace(area, absolute=False))}
