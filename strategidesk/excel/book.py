"""A new workbook: its looks, and how text goes into it so that it stays text."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

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


class _Sheet(Worksheet):
    """A sheet whose row heights are proposals: Excel fits a row anew when its text is edited."""

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = ()) -> None:
        kept = [pair for pair in attributes if pair[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, kept)


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

    def add_sheet(self, name: str) -> Worksheet:
        """A new sheet of that name, which must be valid and new."""
        sheet = self.file.add_worksheet(name, _Sheet)
        # the texts are fitted here; XlsxWriter would count the markup of `shared` runs as text
        sheet.xls_strmax = 2**31
        return sheet

    def put(
        self, sheet: Worksheet, row: int, column: int, text: str, look: tuple[Format, Format]
    ) -> None:
        """Writes a text that nobody takes for a formula, a number or a date, now or later."""
        fitted = fitting(text, self._ending)
        sheet.write_string(row, column, shared(fitted), look[needs_quote(fitted)])

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
