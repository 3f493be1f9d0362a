"""What a cell of a workbook can hold, and how a value becomes one that stays as it is.

Sources: ECMA-376 part 1, 18.18.22 (dates), 22.9.2.19 (ST_Xstring); Excel specifications and limits.
"""

import re
from datetime import date, timedelta
from decimal import Decimal
from xml.sax.saxutils import escape

Value = str | int | Decimal | date

MOST_CHARACTERS = 32_767  # UTF-16 code units in one cell
_FIRST_DAY = date(1900, 3, 1)  # Excel counts a 29 February 1900 that never was
_DAY_ZERO = date(1899, 12, 30)
_OVERLAP = re.compile("(?<=_x[0-9a-fA-F]{4})(?=_x[0-9a-fA-F]{4}_)")
_ESCAPE = re.compile("_(?=x[0-9a-fA-F]{4}_)")


def day_or_text(text: str) -> date | str:
    """A day as a date; a year, a month or a day that Excel cannot count stays text."""
    if len(text) != 10:
        return text
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return day if day >= _FIRST_DAY else text


def serial(day: date) -> int:
    """The number that stands for a day in a workbook (1900 system)."""
    return (day - _DAY_ZERO).days


def day_of(serial: int) -> date:
    """The day that a number stands for in a workbook (1900 system), from March 1900 on."""
    return _DAY_ZERO + timedelta(serial)


def fitting(text: str, ending: str) -> str:
    """The text as it fits in a cell: cut where it is too long, and then with this ending."""
    if len(text) <= MOST_CHARACTERS // 2 or _units(text) <= MOST_CHARACTERS:
        return text
    room = MOST_CHARACTERS - _units(ending)
    return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore") + ending


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def needs_quote(text: str) -> bool:
    """Whether Excel would take the text for something else when a person edits the cell.

    A formula (`=1+1`), a number or a date is one only by how it begins; such a cell gets the quote
    prefix, with which it stays text. `@` is Excel's old sign for a formula, a tab is skipped by it.
    """
    return not text[:1].isalpha()


def escaped(text: str) -> str:
    """The text as it stands in a part of the workbook, where `_x0041_` means the letter A."""
    return _ESCAPE.sub("_x005F_", text) if "_x" in text else text


def shared(text: str) -> str:
    """The text as XlsxWriter must be given it, so that the same text is read back.

    XlsxWriter takes a string from `<r>` to `</r>` for ready runs of text, and escapes only every
    other of the escapes that share an underscore (`_x0041_x0042_`). Such a text is given as runs.
    """
    overlaps = "_x" in text and _OVERLAP.search(text)
    if not overlaps and not (text.startswith("<r>") and text.endswith("</r>")):
        return text
    return "".join(
        f'<r><t xml:space="preserve">{escape(piece)}</t></r>' for piece in _OVERLAP.split(text)
    )
