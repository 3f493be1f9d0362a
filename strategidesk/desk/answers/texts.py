"""Texts of cells as texts of the strategy: nothing in them becomes a mark."""

from dataclasses import replace
from typing import Final

from strategidesk.desk.answers.outcomes import Said
from strategidesk.desk.answers.readings import Reading, corrected, taken
from strategidesk.excel.cells import MOST_CHARACTERS
from strategidesk.excel.sheets.returned import Cell
from strategidesk.language import mark
from strategidesk.prose.literal import literal

ONE_LINE: Final = mark("The lines were put together into one, since the field has only one.")
CUT: Final = mark(
    "The text fills the cell to Excel's limit; its end may be missing. Ask the unit for the rest."
)


def read_prose(cell: Cell) -> Reading:
    """A text with its lines."""
    return _whole(cell, taken(literal(cell.text)))


def read_line(cell: Cell) -> Reading:
    """A text of one line."""
    text = " ".join(cell.text.split("\n"))
    if text != cell.text:
        return _whole(cell, corrected(text, Said(ONE_LINE)))
    return _whole(cell, taken(text))


def _whole(cell: Cell, reading: Reading) -> Reading:
    if len(cell.text) * 2 >= MOST_CHARACTERS:
        units = len(cell.text.encode("utf-16-le")) // 2
        if units >= MOST_CHARACTERS:
            return replace(reading, why=(*reading.why, Said(CUT)))
    return reading
