"""Dates as people write them in a cell."""

import re
from datetime import date

from strategidesk.ui.editors.text import DateEditor

_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})(?:[ /-](\d{4}))?")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")


def date_of(text: str, year: int) -> str:
    """The date that a text stands for, `30/6` in that year; any other text as it is."""
    plain = text.strip()
    if found := _DAY_MONTH.fullmatch(plain):
        return f"{int(found[3] or year):04}-{int(found[2]):02}-{int(found[1]):02}"
    if found := _DIGITS.fullmatch(plain):
        return "-".join(found.groups())
    return plain


class CellDateEditor(DateEditor):
    """A date in a cell, also as day and month of the year that it had, or of this one."""

    def __init__(self) -> None:
        super().__init__()
        self._year = date.today().year

    def set_value(self, given: object) -> None:
        super().set_value(given)
        if str(given)[:4].isdigit():
            self._year = int(str(given)[:4])

    def value(self) -> str:
        return date_of(self.line.text(), self._year)
