"""A new workbook: its looks, and how text goes into it so that it stays text."""

from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any, cast

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from strategidesk.excel.cells import fitting, needs_quote, shared
from strategidesk.excel.words import word

PETROL = "#17606A"
PALE = "#E3EEF0"
LINE = "#B9CBCE"
_TEXT = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
_CELL = {**_TEXT, "bottom": 1, "bottom_color": LINE}
_HEAD = {
    **_TEXT,
    "bold": True,
    "font_color": "#FFFFFF",
    "bg_color": PETROL,
    "border": 1,
    "border_color": PETROL,
    "valign": "vcenter",
    "text_wrap": True,
}


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of a workbook. The text ones come in pairs: plain, and with the quote prefix."""

    title: tuple[Format, Format]
    note: tuple[Format, Format]
    part: tuple[Format, Format]
    head: tuple[Format, Format]
    head_right: tuple[Format, Format]
    head_center: tuple[Format, Format]
    text: tuple[Format, Format]
    total_text: tuple[Format, Format]
    sum_label: tuple[Format, Format]
    date: Format
    number: Format
    place: Format
    share: Format
    money: Format
    total: Format
    total_share: Format
    total_money: Format
    sum_money: Format


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


class Book:
    """A workbook in memory with its looks."""

    def __init__(self, decimals: bool) -> None:
        """`decimals`: whether amounts of money show two of them."""
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
        self.looks = _looks(self.file, "#,##0.00" if decimals else "#,##0")
        self._ending = word("continues")
        self._ready: dict[str, tuple[str, bool]] = {}

    def add_sheet(self, name: str) -> Sheet:
        """A new sheet of that name, which must be valid and new."""
        sheet = cast("Sheet", self.file.add_worksheet(name, Sheet))
        # the texts are fitted here; XlsxWriter would count the markup of `shared` runs as text
        sheet.xls_strmax = 2**31
        return sheet

    def put(
        self, sheet: Worksheet, row: int, column: int, text: str, look: tuple[Format, Format]
    ) -> None:
        """Writes a text that nobody takes for a formula, a number or a date, now or later."""
        ready, quote = self._ready.get(text) or self._make_ready(text)
        sheet.write_string(row, column, ready, look[quote])

    def text_cell(self, at: str, text: str) -> str:
        """The XML of a cell of a ready row with a text (never empty) in the look of text."""
        ready, quote = self._ready.get(text) or self._make_ready(text)
        style = self.looks.text[quote]._get_xf_index()
        index = self.file.str_table._get_shared_string_index(ready)
        return f'<c r="{at}" s="{style}" t="s"><v>{index}</v></c>'

    @staticmethod
    def number_cell(at: str, number: float | Decimal, look: Format) -> str:
        """The XML of a cell of a ready row with a number."""
        return f'<c r="{at}" s="{look._get_xf_index()}"><v>{number:.16G}</v></c>'

    def empty_cell(self, at: str) -> str:
        """The XML of an empty cell of a ready row."""
        return f'<c r="{at}" s="{self.looks.text[0]._get_xf_index()}"/>'

    def _make_ready(self, text: str) -> tuple[str, bool]:
        fitted = fitting(text, self._ending)
        self._ready[text] = made = shared(fitted), needs_quote(fitted)
        return made

    def data(self) -> bytes:
        """The finished file; nothing can be written after."""
        self.file.close()
        return self._buffer.getvalue()


def _looks(file: Workbook, money: str) -> Looks:
    def one(style: dict[str, object], **more: object) -> Format:
        return file.add_format({**style, **more})

    def pair(style: dict[str, object], **more: object) -> tuple[Format, Format]:
        return one(style, **more), one(style, **more, quote_prefix=True)

    total: dict[str, object] = {**_CELL, "bold": True, "bg_color": PALE}
    return Looks(
        title=pair(_TEXT, font_size=16, bold=True, font_color=PETROL, valign="vcenter"),
        note=pair(_TEXT, font_color="#44595C", valign="vcenter"),
        part=pair(_TEXT, font_size=12, bold=True, font_color=PETROL, valign="vcenter"),
        head=pair(_HEAD),
        head_right=pair(_HEAD, align="right", indent=1),
        head_center=pair(_HEAD, align="center"),
        text=pair(_CELL, text_wrap=True),
        total_text=pair(total, text_wrap=True),
        sum_label=pair(_TEXT, bold=True, align="right", valign="vcenter"),
        date=one(_CELL, num_format="yyyy-mm-dd", align="left"),
        number=one(_CELL, num_format="0", align="right", indent=1),
        place=one(_CELL, num_format="0", align="center"),
        share=one(_CELL, num_format="0 %", align="right", indent=1),
        money=one(_CELL, num_format=money, align="right", indent=1),
        total=one(total, num_format="0", align="right", indent=1),
        total_share=one(total, num_format="0 %", align="right", indent=1),
        total_money=one(total, num_format=money, align="right", indent=1),
        sum_money=one(
            _TEXT, bold=True, num_format=money, align="right", indent=1, valign="vcenter"
        ),
    )
