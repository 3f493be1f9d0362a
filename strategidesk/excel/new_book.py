"""A new workbook in memory, and how text goes into it so that it stays text."""

from decimal import Decimal
from io import BytesIO
from typing import Any, cast

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from strategidesk.excel.cells import fitting, needs_quote, shared
from strategidesk.excel.words import word

Look = tuple[Format, Format]  # of texts: plain, and with the quote prefix


class Sheet(Worksheet):
    """A sheet that takes many rows as ready XML under those written cell by cell.

    XlsxWriter keeps an object for each cell and goes over it twice: three times the cost, which a
    plan of thousands of activities on two sheets each would feel. The heights of ready rows are
    proposals (no `customHeight`): Excel fits a row anew when its text is edited.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ready_rows: list[str] = []
        self._last_common = 0

    def add_row(self, row: int, cells: list[str], height: float) -> None:
        """Adds a row with these cells; rows count from 0 and come in order."""
        if not self._ready_rows:
            self._last_common = self.dim_rowmax or 0
        self._check_dimensions(row, len(cells) - 1)
        self._ready_rows.append(f'<row r="{row + 1}" ht="{height:g}">{"".join(cells)}</row>')

    def _write_rows(self) -> None:
        sheet: Any = self  # XlsxWriter declares these attributes as None
        last = sheet.dim_rowmax
        if self._ready_rows:
            sheet.dim_rowmax = self._last_common
        super()._write_rows()
        sheet.dim_rowmax = last
        sheet.fh.writelines(self._ready_rows)


class NewBook:
    """A workbook in memory; what makes one of a kind adds its looks."""

    def __init__(self) -> None:
        self._buffer = BytesIO()
        self.file = Workbook(
            self._buffer,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
            },
        )
        self.ending = word("continues")
        self._ready: dict[str, tuple[str, bool]] = {}

    def add_sheet(self, name: str) -> Sheet:
        """A new sheet of that name, which must be valid and new."""
        sheet = cast("Sheet", self.file.add_worksheet(name, Sheet))
        # the texts are fitted here; XlsxWriter would count the markup of `shared` runs as text
        sheet.xls_strmax = 2**31
        return sheet

    def put(self, sheet: Worksheet, row: int, column: int, text: str, look: Look) -> None:
        """Writes a text that nobody takes for a formula, a number or a date, now or later."""
        if not text:
            sheet.write_blank(row, column, None, look[0])
            return
        ready, quote = self._ready.get(text) or self._make_ready(text)
        sheet.write_string(row, column, ready, look[quote])

    def text_cell(self, at: str, text: str, look: Look) -> str:
        """The XML of a cell of a ready row with a text, which is never empty."""
        ready, quote = self._ready.get(text) or self._make_ready(text)
        style = look[quote]._get_xf_index()
        index = self.file.str_table._get_shared_string_index(ready)
        return f'<c r="{at}" s="{style}" t="s"><v>{index}</v></c>'

    @staticmethod
    def number_cell(at: str, number: float | Decimal, look: Format) -> str:
        """The XML of a cell of a ready row with a number."""
        return f'<c r="{at}" s="{look._get_xf_index()}"><v>{number:.16G}</v></c>'

    @staticmethod
    def empty_cell(at: str, look: Look) -> str:
        """The XML of an empty cell of a ready row."""
        return f'<c r="{at}" s="{look[0]._get_xf_index()}"/>'

    def _make_ready(self, text: str) -> tuple[str, bool]:
        fitted = fitting(text, self.ending)
        self._ready[text] = made = shared(fitted), needs_quote(fitted)
        return made

    def data(self) -> bytes:
        """The finished file; nothing can be written after."""
        self.file.close()
        return self._buffer.getvalue()
