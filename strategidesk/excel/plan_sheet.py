"""A sheet with the plan's table: title, heading row, a row per activity."""

from datetime import date
from decimal import Decimal

from xlsxwriter.utility import xl_col_to_name, xl_range_abs

from strategidesk.excel import page
from strategidesk.excel.book import Book
from strategidesk.excel.cells import Value, serial
from strategidesk.excel.new_book import Sheet
from strategidesk.excel.references import column_letters
from strategidesk.excel.table import Row, Table
from strategidesk.excel.words import word

TITLE_ROW, NOTE_ROW, HEADING_ROW, FIRST_ROW = 0, 1, 2, 3


class PlanSheet:
    """Writes one table to one sheet."""

    def __init__(self, book: Book, sheet: Sheet, table: Table, widths: list[float]) -> None:
        self.book, self.sheet, self.table = book, sheet, table
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)

    @property
    def last_row(self) -> int:
        """The last row of the table; its first one where it is empty."""
        return FIRST_ROW + max(len(self.table.rows), 1) - 1

    def range_of(self, key: str) -> str | None:
        """The absolute range of a column's cells, if the table has that column."""
        place = self.table.index(key)
        return None if place is None else xl_range_abs(FIRST_ROW, place, self.last_row, place)

    def write_head(self, title: str, note: str, right: str, lists: dict[str, str]) -> None:
        """Everything but the rows. `lists` are the defined names of the choices' words."""
        sheet, looks = self.sheet, self.book.looks
        sheet.set_row(TITLE_ROW, 26)
        sheet.set_row(NOTE_ROW, 16)
        self.book.put(sheet, TITLE_ROW, 0, title, looks.title)
        self.book.put(sheet, NOTE_ROW, 0, note, looks.note)
        self._write_sum()
        sheet.set_row(HEADING_ROW, 32)
        columns = zip(self.table.columns, self.table.headings, strict=True)
        for place, (column, heading) in enumerate(columns):
            look = {"number": looks.head_center, "budget": looks.head_right}.get(column.key)
            self.book.put(sheet, HEADING_ROW, place, heading, look or looks.head)
            if column.choices:
                self._restrict(place, lists[column.choices])
        sheet.freeze_panes(FIRST_ROW, 0)
        sheet.autofilter(HEADING_ROW, 0, self._last_filtered, len(self.table.columns) - 1)
        sheet.ignore_errors({"number_stored_as_text": f"A1:{self._corner}"})
        sheet.set_zoom(90)
        page.set_up(sheet, title, right, HEADING_ROW)
        sheet.print_area(0, 0, self.last_row, len(self.table.columns) - 1)

    @property
    def _last_filtered(self) -> int:
        return FIRST_ROW + len(self.table.rows) - 1

    @property
    def _corner(self) -> str:
        return f"{xl_col_to_name(len(self.table.columns) - 1)}{self.last_row + 1}"

    def _write_sum(self) -> None:
        """The sum of the amounts that the filter shows, above their heading."""
        place = self.table.index("budget")
        if place is None:
            return
        total = sum((_amount(row[place]) for row in self.table.rows), Decimal(0))
        self.book.put(self.sheet, NOTE_ROW, place - 1, word("sum"), self.book.looks.sum_label)
        self.sheet.write_formula(
            NOTE_ROW,
            place,
            f"=SUBTOTAL(109,{self.range_of('budget')})",
            self.book.looks.sum_money,
            float(total),
        )

    def _restrict(self, place: int, name: str) -> None:
        self.sheet.data_validation(
            FIRST_ROW,
            place,
            self.last_row,
            place,
            {
                "validate": "list",
                "source": f"={name}",
                "error_title": word("choose_title"),
                "error_message": word("choose"),
            },
        )

    def write_row(self, place: int, row: Row, height: float) -> None:
        """Writes the activity at this place of the table, `height` points high."""
        at = FIRST_ROW + place
        cells = [
            self._cell(f"{column_letters(column)}{at + 1}", value)
            for column, value in enumerate(row, 1)
        ]
        self.sheet.add_row(at, cells, height)

    def _cell(self, at: str, value: Value | None) -> str:
        if isinstance(value, str) and value:
            return self.book.text_cell(at, value, self.book.looks.text)
        if value is None or isinstance(value, str):
            return self.book.empty_cell(at, self.book.looks.text)
        if isinstance(value, date):
            return self.book.number_cell(at, serial(value), self.book.looks.date)
        look = self.book.looks.money if isinstance(value, Decimal) else self.book.looks.place
        return self.book.number_cell(at, value, look)

    def write_nothing(self) -> None:
        """Says that the table is empty."""
        self.book.put(self.sheet, FIRST_ROW, 0, word("no_activities"), self.book.looks.note)


def _amount(value: object) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(0)
