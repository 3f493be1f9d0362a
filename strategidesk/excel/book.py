"""The workbook of a plan: its looks."""

from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from strategidesk.excel.new_book import Look, NewBook

PETROL = "#17606A"
PALE = "#E3EEF0"
LINE = "#B9CBCE"
TEXT = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
_CELL = {**TEXT, "bottom": 1, "bottom_color": LINE}
HEAD = {
    **TEXT,
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

    title: Look
    note: Look
    part: Look
    head: Look
    head_right: Look
    head_center: Look
    text: Look
    total_text: Look
    sum_label: Look
    date: Format
    number: Format
    place: Format
    share: Format
    money: Format
    total: Format
    total_share: Format
    total_money: Format
    sum_money: Format


class Book(NewBook):
    """A workbook in memory with its looks."""

    def __init__(self, decimals: bool) -> None:
        """`decimals`: whether amounts of money show two of them."""
        super().__init__()
        self.looks = _looks(self.file, "#,##0.00" if decimals else "#,##0")


def _looks(file: Workbook, money: str) -> Looks:
    def one(style: dict[str, object], **more: object) -> Format:
        return file.add_format({**style, **more})

    def pair(style: dict[str, object], **more: object) -> Look:
        return one(style, **more), one(style, **more, quote_prefix=True)

    total: dict[str, object] = {**_CELL, "bold": True, "bg_color": PALE}
    return Looks(
        title=pair(TEXT, font_size=16, bold=True, font_color=PETROL, valign="vcenter"),
        note=pair(TEXT, font_color="#44595C", valign="vcenter"),
        part=pair(TEXT, font_size=12, bold=True, font_color=PETROL, valign="vcenter"),
        head=pair(HEAD),
        head_right=pair(HEAD, align="right", indent=1),
        head_center=pair(HEAD, align="center"),
        text=pair(_CELL, text_wrap=True),
        total_text=pair(total, text_wrap=True),
        sum_label=pair(TEXT, bold=True, align="right", valign="vcenter"),
        date=one(_CELL, num_format="yyyy-mm-dd", align="left"),
        number=one(_CELL, num_format="0", align="right", indent=1),
        place=one(_CELL, num_format="0", align="center"),
        share=one(_CELL, num_format="0 %", align="right", indent=1),
        money=one(_CELL, num_format=money, align="right", indent=1),
        total=one(total, num_format="0", align="right", indent=1),
        total_share=one(total, num_format="0 %", align="right", indent=1),
        total_money=one(total, num_format=money, align="right", indent=1),
        sum_money=one(TEXT, bold=True, num_format=money, align="right", indent=1, valign="vcenter"),
    )
