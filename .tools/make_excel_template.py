"""Makes resources/excel/aktivitetsplan-mall.xlsx, a workbook for municipalities to make their own.

Run it anew when columns, their names or the words of choices change.
"""

import sys
from datetime import datetime
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

sys.path.insert(0, str(Path(__file__).parent.parent))

from strategidesk.excel.columns import COLUMNS
from strategidesk.excel.words import cell_name, choice_words, heading, word
from strategidesk.paths import resource

PETROL, PALE, LINE, INK = "#17606A", "#E3EEF0", "#B9CBCE", "#1F2A2C"
HEAD, FIRST = 7, 8
WIDTHS = {
    "number": 5,
    "stage": 10,
    "hallmarks": 26,
    "activity": 30,
    "description": 34,
    "expected_result": 22,
    "unit": 20,
    "participants": 20,
    "start": 11,
    "end": 11,
    "priority": 11,
    "comment": 24,
}
SHEET, LISTS = word("plan_sheet"), word("lists_sheet")
SINGLES = (
    ("plan_reference_number", word("template.reference_number"), "@"),
    ("day", word("template.day"), "yyyy-mm-dd"),
    ("activity_count", word("template.activity_count"), "0"),
    ("budget_sum", word("template.budget_sum"), '#,##0 "kr"'),
)


def make(path: Path) -> None:
    book = Workbook(path)
    sheet, lists = book.add_worksheet(SHEET), book.add_worksheet(LISTS)
    last = len(COLUMNS) - 1
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, WIDTHS.get(column.key, 14))
    _write_band(book, sheet, last)
    _write_singles(book, sheet)
    _write_table(book, sheet)
    _write_lists(book, sheet, lists)
    sheet.freeze_panes(FIRST, 0)
    sheet.autofilter(HEAD, 0, FIRST, last)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.65)
    number = word("page", page="&P", pages="&N")
    sheet.set_footer(f"&L&9{word('untitled')}&R&9{number}", {"scale_with_doc": False})
    sheet.hide_gridlines(2)
    sheet.set_zoom(90)
    title = word("untitled")
    book.set_properties({"title": title, "created": datetime(2026, 1, 1)})
    book.close()


def _write_band(book, sheet, last):
    """The head: a band in the colour of the house, with room for the municipality's mark."""
    band = {"font_name": "Calibri", "bg_color": PETROL, "font_color": "#FFFFFF", "indent": 1}
    plain = book.add_format(band)
    town = book.add_format({**band, "font_size": 12, "valign": "bottom"})
    title = book.add_format({**band, "font_size": 20, "bold": True, "valign": "top"})
    thin = book.add_format({"bg_color": "#D9A441"})
    for row, height in ((0, 30), (1, 38), (2, 4)):
        sheet.set_row(row, height)
        for column in range(last + 1):
            sheet.write_blank(row, column, None, thin if row == 2 else plain)
    _name(book, sheet, "municipality", 0, 0, word("template.municipality"), town)
    _name(book, sheet, "strategy_title", 1, 0, word("untitled"), title)
    sheet.insert_textbox(
        0,
        last - 1,
        word("template.mark"),
        {
            "description": word("template.mark_text"),
            "width": 150,
            "height": 60,
            "x_offset": 10,
            "y_offset": 14,
            "fill": {"color": "#FFFFFF"},
            "line": {"none": True},
            "font": {"color": PETROL, "size": 11, "bold": True},
            "align": {"vertical": "middle", "horizontal": "center"},
        },
    )


def _write_singles(book, sheet):
    label = book.add_format(
        {"font_name": "Calibri", "font_size": 9, "font_color": "#44595C", "indent": 1}
    )
    sheet.set_row(3, 8)
    for place, (key, text, number_format) in enumerate(SINGLES):
        value = book.add_format(
            {
                "font_name": "Calibri",
                "font_size": 12,
                "bold": True,
                "font_color": INK,
                "num_format": number_format,
                "align": "left",
                "indent": 1,
            }
        )
        column = (2, 3, 4, 5)[place]
        sheet.write_string(4, column, text, label)
        _name(book, sheet, key, 5, column, "", value)
    sheet.set_row(5, 18)
    sheet.set_row(6, 8)


def _write_table(book, sheet):
    head = book.add_format(
        {
            "font_name": "Calibri",
            "font_size": 10,
            "bold": True,
            "font_color": "#FFFFFF",
            "bg_color": PETROL,
            "text_wrap": True,
            "valign": "vcenter",
        }
    )
    sheet.set_row(HEAD, 32)
    cell = {
        "font_name": "Calibri",
        "font_size": 10,
        "font_color": INK,
        "valign": "top",
        "text_wrap": True,
        "bottom": 1,
        "bottom_color": LINE,
    }
    special = {
        "number": {"align": "center"},
        "activity": {"bold": True},
        "budget": {"num_format": "#,##0", "align": "right", "indent": 1},
        "start": {"num_format": "yyyy-mm-dd", "align": "left"},
        "end": {"num_format": "yyyy-mm-dd", "align": "left"},
        "status": {"bg_color": PALE},
    }
    for place, column in enumerate(COLUMNS):
        sheet.write_string(HEAD, place, heading(column.key), head)
        look = book.add_format({**cell, **special.get(column.key, {})})
        _name(book, sheet, column.key, FIRST, place, "", look)


def _write_lists(book, sheet, lists):
    for place, column in enumerate(COLUMNS):
        if column.choices:
            words = choice_words(column.choices)
            at = lists.dim_colmax + 1 if lists.dim_colmax is not None else 0
            lists.write_column(0, at, words)
            first = xl_rowcol_to_cell(0, at, True, True)
            end = xl_rowcol_to_cell(len(words) - 1, at, True, True)
            name = word("list_name") + column.key
            book.define_name(name, f"='{LISTS}'!{first}:{end}")
            options = {"validate": "list", "source": f"={name}"}
            sheet.data_validation(FIRST, place, FIRST, place, options)
    lists.hide()


def _name(book, sheet, key, row, column, text, look):
    if text:
        sheet.write_string(row, column, text, look)
    else:
        sheet.write_blank(row, column, None, look)
    cell = xl_rowcol_to_cell(row, column, True, True)
    book.define_name(cell_name(key), f"='{SHEET}'!{cell}")


if __name__ == "__main__":
    make(resource("excel", "aktivitetsplan-mall.xlsx"))
