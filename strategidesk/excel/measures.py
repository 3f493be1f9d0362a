"""How wide columns and how high rows are, guessed from their texts.

Excel fits a row's height itself when it opens or edits one; LibreOffice and most viewers do not.
"""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from strategidesk.excel.cells import Value
from strategidesk.excel.columns import Column
from strategidesk.excel.table import Row, Table

_LINE = 13.5  # points that a line of 10 points takes
_HIGHEST = 409.0  # points, the highest row that Excel has
_PAGE = 210  # characters across a page of A4, landscape, that one can still read
_LONG_WORD = 19
_ONE_LINE = 16  # characters that read well without a break


def widths(table: Table) -> list[float]:
    """A width in characters for each column: room for its texts, between narrow and wide.

    A table that would print very small gives up width, as far as its columns can.
    """
    wished = [_width(column, place, table) for place, column in enumerate(table.columns)]
    least = [min(_least(place, table), wish) for place, wish in enumerate(wished)]
    spare, over = sum(wished) - sum(least), sum(wished) - _PAGE
    if over <= 0 or not spare:
        return wished
    kept = max(1 - over / spare, 0.25)
    return [low + (wish - low) * kept for low, wish in zip(least, wished, strict=True)]


def row_height(row: Row, widths: list[float]) -> float:
    """The height in points in which all texts of the row show, or the highest there is."""
    most = 1
    for value, width in zip(row, widths, strict=True):
        if isinstance(value, str) and (len(value) >= width - 1 or "\n" in value):
            most = max(most, sum(_lines(line, width) for line in value.split("\n")))
    return min(most * _LINE + 3, _HIGHEST)


@lru_cache(maxsize=10_000)
def _lines(text: str, width: float) -> int:
    """How many lines the text breaks into. Words break between, so a line is never quite full."""
    room = max(width * 1.15 - 1, 4)
    lines, used = 1, 0.0
    for word in text.split(" "):
        length = len(word)
        if used and used + 1 + length > room:
            lines, used = lines + 1, 0.0
        used += length + (1 if used else 0)
        if used > room:
            more, used = divmod(used, room)
            lines += int(more)
    return lines


def _width(column: Column, place: int, table: Table) -> float:
    of_heading = max((len(part) for part in table.headings[place].split()), default=0) + 3
    longest = max(map(_room, {row[place] for row in table.rows}), default=0.0)
    return min(max(column.narrow, of_heading, longest), max(column.wide, min(of_heading, 30)))


def _least(place: int, table: Table) -> float:
    """The narrowest width, in which most words still stand whole."""
    texts = {row[place] for row in table.rows}
    words = (len(word) for text in texts if isinstance(text, str) for word in text.split())
    return max(table.columns[place].narrow, min(max(words, default=0) + 1, _LONG_WORD))


def _room(value: Value | None) -> float:
    """The width in which a value reads well: short texts on one line, long ones on few."""
    if isinstance(value, str):
        length = max(map(len, value.split("\n")))
        return 2 + (length if length < _ONE_LINE else max(_ONE_LINE, 2 * len(value) ** 0.5))
    if isinstance(value, Decimal):
        return 5 + 1.34 * len(f"{value:.0f}")
    return 11 if isinstance(value, date) else 5
