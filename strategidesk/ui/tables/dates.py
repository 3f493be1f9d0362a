"""Dates as people write them in a cell."""

from datetime import date

from strategidesk.desk.written import date_of
from strategidesk.ui.editors.text import DateEditor


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
