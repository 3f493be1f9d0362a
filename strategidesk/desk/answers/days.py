"""Dates as managers type them."""

from typing import Final

from strategidesk.desk.answers.outcomes import Said
from strategidesk.desk.answers.readings import Reading, asked, taken
from strategidesk.excel.sheets.returned import Cell
from strategidesk.language import mark
from strategidesk.model.fields import is_date

NO_DATE: Final = mark("“{typed}” is no date. Write it as a day, a month or a year, as 2027-06-30.")


def read_day(cell: Cell) -> Reading:
    """The day, month or year that a cell says."""
    if cell.day:
        return taken(cell.day)
    if is_date(cell.text):
        return taken(cell.text)
    return asked(Said(NO_DATE, {"typed": cell.text}))
