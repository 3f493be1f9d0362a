"""The sheets around the answer sheet, which only tell: a table under a title."""

from collections.abc import Sequence

from strategidesk.excel import page
from strategidesk.excel.measures import row_height
from strategidesk.excel.new_book import Sheet
from strategidesk.excel.sheets.looks import RoundBook

_TITLE_ROW, _NOTE_ROW, _HEADING_ROW, _FIRST = 0, 1, 2, 3

Row = Sequence[str]


def write_table(
    book: RoundBook,
    name: str,
    title: str,
    note: str,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[Row],
) -> Sheet:
    """A locked sheet with one table; `columns` are heading and width in characters."""
    sheet, looks = book.add_sheet(name), book.looks
    widths = [width for _, width in columns]
    for place, (heading, width) in enumerate(columns):
        sheet.set_column(place, place, width)
        book.put(sheet, _HEADING_ROW, place, heading, looks.head)
    sheet.set_row(_TITLE_ROW, 26)
    sheet.set_row(_HEADING_ROW, 22)
    book.put(sheet, _TITLE_ROW, 0, title, looks.title)
    book.put(sheet, _NOTE_ROW, 0, note, looks.label)
    for number, row in enumerate(rows, _FIRST):
        sheet.set_row(number, row_height(tuple(row), widths))
        for place, text in enumerate(row):
            book.put(sheet, number, place, text, looks.told)
    sheet.freeze_panes(_FIRST, 0)
    last = _FIRST + max(len(rows), 1) - 1
    sheet.autofilter(_HEADING_ROW, 0, last, len(columns) - 1)
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
    page.set_up(sheet, title, "", _HEADING_ROW)
    sheet.print_area(0, 0, last, len(columns) - 1)
    return sheet
