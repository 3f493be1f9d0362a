"""Cell references of formulas and attributes: `A1`, `$A$1:$C$9`, `'Sheet name'!$A$1`."""

import re
from dataclasses import dataclass, replace
from functools import cache

_RANGE = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Z]{1,3})(\$?)(\d{1,7}))?")
_WITH_SHEET = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!(.+)")


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, counted from 1."""

    row: int
    column: int
    last_row: int
    last_column: int
    absolute: bool = False

    def has_row(self, row: int) -> bool:
        return self.row <= row <= self.last_row

    def down_to(self, row: int) -> "Area":
        """The same cells and all under them as far as that row."""
        return replace(self, last_row=max(self.last_row, row))

    def __str__(self) -> str:
        first = cell(self.row, self.column, self.absolute)
        last = cell(self.last_row, self.last_column, self.absolute)
        return first if first == last else f"{first}:{last}"


def area(text: str) -> Area | None:
    """The rectangle that a reference without a sheet names, or None."""
    found = _RANGE.fullmatch(text)
    if not found:
        return None
    row, column = int(found[4]), column_number(found[2])
    last_row = int(found[8]) if found[8] else row
    last_column = column_number(found[6]) if found[6] else column
    return Area(row, column, last_row, last_column, bool(found[1]))


def on_sheet(text: str) -> tuple[str, Area] | None:
    """The sheet and the rectangle that a reference names, or None where it is none."""
    found = _WITH_SHEET.fullmatch(text)
    if not found:
        return None
    cells = area(found[3])
    sheet = found[1].replace("''", "'") if found[1] else found[2]
    return (sheet, cells) if cells else None


def cell(row: int, column: int, absolute: bool = False) -> str:
    """`A1` from row and column, counted from 1."""
    sign = "$" if absolute else ""
    return f"{sign}{column_letters(column)}{sign}{row}"


def column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@cache
def column_letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
