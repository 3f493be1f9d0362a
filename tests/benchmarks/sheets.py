"""Sixty units' workbooks of a hundred rows: against raw strings in a zip file and openpyxl."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import NamedStyle, PatternFill, Protection
from openpyxl.worksheet.datavalidation import DataValidation

from strategidesk.excel.cells import Value
from strategidesk.excel.sheets.layout import FIRST_ROW
from strategidesk.excel.sheets.matter import Matter
from strategidesk.excel.sheets.workbook import workbook
from strategidesk.model.follow_up import Round
from strategidesk.model.people import Unit
from strategidesk.model.places import make, spread
from strategidesk.model.plan import Activity
from tests.benchmarks.data import Maker, strategy
from tests.benchmarks.excel import Sheet, raw
from tests.benchmarks.measuring import Row, exponent, interleave

UNITS = 60
ROWS = 100
SIZES = (15, 30, UNITS)
MOST_OF_RAW, MOST_OF_OPENPYXL = 5.5, 0.8
ANSWERS = 1  # place of the answer sheet
TODAY = "2027-12-01"


def rows(folder: Path) -> list[Row]:
    """Both peers write the same cells of the same sheets; openpyxl also their rules and looks."""
    out = folder / "ours.xlsx"
    made = books()
    times = {
        size: interleave(_ours(size, out), _each(made[:size], raw, folder / "raw.xlsx"), 3).ours
        for size in SIZES[:-1]
    }
    against_raw = interleave(_ours(UNITS, out), _each(made, raw, folder / "raw.xlsx"), 5)
    times[UNITS] = against_raw.ours
    peer = _each(made, by_openpyxl, folder / "openpyxl.xlsx")
    against_openpyxl = interleave(_ours(UNITS, out), peer, 3)
    name = f"Excel: {UNITS} follow-up workbooks x {ROWS} rows"
    return [
        against_raw.row(name, "raw strings + zip", MOST_OF_RAW, exponent(times)),
        against_openpyxl.row(name, "openpyxl", MOST_OF_OPENPYXL),
    ]


@cache
def asked() -> Matter:
    """A plan of sixty units with a hundred activities each, and the round that asks them."""
    make_up = Maker(UNITS)
    units = [
        Unit(id=make_up.id(), place=make(key), name=make_up.line(), manager="Enhetschef")
        for key in spread(UNITS)
    ]
    whole = strategy(500, UNITS * ROWS)
    activities = (
        replace(activity, unit=units[at % UNITS].id) for at, activity in enumerate(whole.activities)
    )
    round = Round(id=make_up.id(), period="2027", last_reply_on="2028-01-15", message="Tack!")
    one = whole.replace({Unit: tuple(units), Activity: tuple(activities)})
    return Matter(one, round, TODAY)


def _ours(count: int, out: Path) -> Callable[[], None]:
    known = asked()

    def write() -> None:
        matter = Matter(known.strategy, known.round, TODAY)
        for unit in known.strategy.units[:count]:
            out.write_bytes(workbook(matter, unit.id))

    return write


@cache
def books() -> tuple[list[Sheet], ...]:
    """The cells of every workbook, sheet by sheet, read back from ours."""
    return tuple(
        [
            [tuple(map(_value, row)) for row in sheet.iter_rows()]
            for sheet in load_workbook(BytesIO(workbook(asked(), unit.id))).worksheets
        ]
        for unit in asked().strategy.units
    )


def _value(cell: Any) -> Value | None:
    """What stands in a cell: a text, a number or a formula as text."""
    value: Value | None = cell.value
    return value


def _each(
    made: Sequence[list[Sheet]], write: Callable[[list[Sheet], Path], None], out: Path
) -> Callable[[], None]:
    def written() -> None:
        for sheets in made:
            write(sheets, out)

    return written


def by_openpyxl(sheets: list[Sheet], out: Path) -> None:
    """The same cells with two looks, lists, colours and protection."""
    book = Workbook()
    del book["Sheet"]
    tint = PatternFill("solid", fgColor="FFF9E5")
    asked_for = NamedStyle("asked", fill=tint, protection=Protection(locked=False))
    book.add_named_style(asked_for)
    for number, cells in enumerate(sheets):
        sheet = book.create_sheet(f"Blad {number}")
        sheet.protection.enable()
        for row in cells:
            sheet.append(row)
        if number == ANSWERS:
            for row_of_cells in sheet.iter_rows(min_row=FIRST_ROW, min_col=8, max_col=13):
                for cell in row_of_cells:
                    cell.style = "asked"
            for letter in "HLM":
                rule = DataValidation("list", formula1='"Påbörjad,Genomförd"')
                place = f"{letter}{FIRST_ROW}:{letter}{len(cells)}"
                rule.add(place)
                sheet.add_data_validation(rule)
                colour: Any = Rule("expression", formula=[f'${letter}{FIRST_ROW}="Påbörjad"'])
                sheet.conditional_formatting.add(
                    f"{letter}{FIRST_ROW}:{letter}{len(cells)}", colour
                )
    book.save(out)
