"""Returned sheets made without a file: the rows that a unit's sheet has, with cells typed in."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from strategidesk.desk.answers.judging import Received
from strategidesk.excel.cells import Value
from strategidesk.excel.references import column_letters
from strategidesk.excel.sheets.answer_rows import answer_rows
from strategidesk.excel.sheets.layout import Column, Layout, Open
from strategidesk.excel.sheets.matter import Matter
from strategidesk.excel.sheets.returned import Cell, Returned, Row
from strategidesk.model.strategy import Strategy
from tests.support import rounds
from tests.support.strategies import known_id

FIRST = 7  # the first row under the headings
Typed = Mapping[str, str | Mapping[str, Any]]  # place, and the text or the parts of a Cell


def sheet(
    one: Strategy, typed: Typed | None = None, unit: str | None = "u1", **more: Any
) -> Returned:
    """What comes back of the last round's sheet for a unit; `more` are parts of the Returned."""
    matter = Matter(one, rounds.the_round(one), rounds.TODAY)
    unit_id = known_id(unit) if unit else None
    rows = [
        _row(matter.layout, number, row.id, row.values, row.own, typed or {})
        for number, row in enumerate(answer_rows(matter, unit_id), FIRST)
    ]
    parts: dict[str, Any] = {
        "sheet": matter.layout.sheet,
        "identity": matter.identity(unit_id),
        "facts": matter.facts(unit_id),
        "rows": tuple(rows),
        "heading_row": FIRST - 1,
    }
    return Returned(**{**parts, **more})


def received(found: Returned, name: str = "svar.xlsx") -> Received:
    return Received(Path(name), found)


def place(layout: Layout, key: str, row: int) -> str:
    """Where the cell of a column stands in a row."""
    return f"{column_letters([one.key for one in layout.columns].index(key) + 1)}{row}"


def _row(
    layout: Layout, number: int, id: str, values: Mapping[str, Value], own: bool, typed: Typed
) -> Row:
    cells, locked = [], {}
    for column in layout.columns:
        at, told = place(layout, column.key, number), values.get(column.key)
        if at in typed or (told and is_open(column, own)):
            parts = typed.get(at, {"text": str(told), "sent": True})
            parts = {"text": parts} if isinstance(parts, str) else parts
            cells.append(Cell(**{"at": at, "column": column.key, **parts}))
        elif told:
            locked[column.key] = str(told)
    return Row(number=number, id=id, locked=locked, cells=tuple(cells), own=own)


def is_open(column: Column, own: bool) -> bool:
    """Whether a column takes answers in a row."""
    return column.open is Open.ALWAYS or (own and column.open is Open.OWN)
