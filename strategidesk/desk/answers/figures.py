"""Measured values as managers type them: numbers, shares, or words."""

import re
from typing import Final

from strategidesk.desk.answers.outcomes import Choice, Said
from strategidesk.desk.answers.readings import Reading, asked, corrected
from strategidesk.desk.answers.texts import read_line
from strategidesk.excel.sheets.returned import Cell
from strategidesk.language import mark

COMMA: Final = mark("The decimal point was written as a comma.")
A_DATE: Final = mark(
    "Excel shows a date, {typed}. Choose what was meant, or ask the unit for the value."
)
TOO_LARGE: Final = mark("The number {typed} is beyond measure. Ask the unit for the value.")
_POINT = re.compile(r"([-−]?\d+)\.(\d{1,2}|\d{4,})( ?%)?")
_POWER = re.compile(r"[\d.,]+E[+-]?\d+")


def read_figure(cell: Cell) -> Reading:
    """The value of a cell as it is written in Swedish; any other text as it stands."""
    if cell.day:
        day, month = int(cell.day[8:]), int(cell.day[5:7])
        choices = (cell.text, f"{day}/{month}", f"{day}-{month}", f"{day},{month}")
        said = Said(A_DATE, {"typed": cell.text})
        return asked(said, [Choice(text, text) for text in choices])
    if cell.figure and _POWER.fullmatch(cell.text):
        said = Said(TOO_LARGE, {"typed": cell.text})
        return asked(said, [Choice(cell.text, cell.text)])
    if number := _POINT.fullmatch(cell.text):
        return corrected(f"{number[1]},{number[2]}{number[3] or ''}", Said(COMMA))
    return read_line(cell)
