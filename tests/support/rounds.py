"""Rounds in tests: their workbooks made, and opened as a manager would."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from strategidesk.excel.sheets.layout import FIRST_ROW, HEADING_ROW, LAYOUTS
from strategidesk.excel.sheets.matter import Matter
from strategidesk.excel.sheets.workbook import workbook
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Round
from strategidesk.model.strategy import Strategy
from tests.support.strategies import known_id, strategy

TODAY = "2026-12-01"


def asking(kind: str = "follow_up", **lists: Any) -> Strategy:
    """A strategy with a round; more of it, or other activities, as rows."""
    card = {"id": "kort", "title": "Strategi för Ekbacka", "municipality": "Ekbacka kommun"}
    base: dict[str, Any] = {
        "strategy": card,
        "areas": [{"id": "a1", "title": "Språk"}, {"id": "a2", "title": "Boende"}],
        "hallmarks": [
            {"id": "h0", "text": "Alla hälsar."},
            {"id": "h1", "area": "a1", "title": "Läslust", "text": "Alla **läser** varje dag."},
        ],
        "units": [
            {"id": "u1", "name": "Biblioteket", "manager": "Bibliotekschef",
             "email": "biblioteket@ekbacka.example"},
            {"id": "u2", "name": "Skolan"},
        ],
        "rounds": [
            {"id": "r1", "kind": kind, "period": "2026", "last_reply_on": "2027-01-15",
             "message": "Tack för **förra** gången."},
        ],
    }  # fmt: skip
    return strategy(**{**base, **lists})


def the_round(one: Strategy) -> Round:
    return one.all(Round)[-1]


def sheet_of(one: Strategy, out: Path, unit: str | None = "u1") -> Workbook:
    """The workbook that the last round sends to a unit, written and read back."""
    matter = Matter(one, the_round(one), TODAY)
    out.write_bytes(workbook(matter, known_id(unit) if unit else None))
    return load_workbook(out)


def answers(book: Workbook) -> Worksheet:
    """The answer sheet."""
    names = [layout.sheet for layout in LAYOUTS.values() if layout.sheet in book.sheetnames]
    sheet = book[names[0]]
    assert isinstance(sheet, Worksheet)
    return sheet


def facts(sheet: Worksheet) -> dict[str, Any]:
    """The six facts above the headings by their labels."""
    rows = sheet.iter_rows(min_row=2, max_row=4, values_only=True)
    found = [[value for value in row if value is not None] for row in rows]
    return {str(row[at]): row[at + 1] for row in found for at in range(0, len(row), 2)}


def headings(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for cell in sheet[HEADING_ROW]]


def rows(sheet: Worksheet) -> list[dict[str, Cell]]:
    """The rows under the headings, cells by heading."""
    names = headings(sheet)
    return [
        dict(zip(names, row, strict=True))  # type: ignore[arg-type]
        for row in sheet.iter_rows(min_row=FIRST_ROW)
    ]


def values(sheet: Worksheet, heading: str) -> list[Any]:
    return [row[heading].value for row in rows(sheet)]


def unlocked(sheet: Worksheet) -> set[str]:
    """The cells that take what a manager types."""
    found = (cell for row in sheet.iter_rows() for cell in row if not cell.protection.locked)
    return {str(cell.coordinate) for cell in found}


def properties(book: Workbook) -> Mapping[str, Any]:
    """The custom properties of a workbook."""
    found: Any = book  # the stubs do not know the attribute
    return {one.name: one.value for one in found.custom_doc_props.props}


def hidden_facts(book: Workbook) -> dict[str, Any]:
    """What the hidden sheet says."""
    (sheet,) = (s for s in book.worksheets if s.sheet_state == "hidden")
    return {str(a.value): b.value for a, b in sheet.iter_rows(max_col=2) if a.value}


def ids(*names: str) -> list[Id]:
    return [known_id(name) for name in names]
