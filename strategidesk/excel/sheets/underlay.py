"""The hidden sheet: which workbook this is, what it goes out with, and the words of its lists."""

from xlsxwriter.utility import xl_range_abs

from strategidesk.excel.sheet_names import quoted
from strategidesk.excel.sheets.asking import list_name
from strategidesk.excel.sheets.looks import RoundBook
from strategidesk.excel.sheets.matter import Matter
from strategidesk.excel.sheets.remembered import pairs
from strategidesk.excel.words import word
from strategidesk.model.fields import Id
from strategidesk.model.wording import wording

FIRST_LIST = 3  # column of the first list, counted from 0; the facts stand in the first two


def write_underlay(book: RoundBook, matter: Matter, unit: Id | None) -> None:
    """Writes the sheet, when all others are written, and the facts as properties too."""
    name, layout, look = word("sheets.lists"), matter.layout, book.looks.told
    sheet = book.add_sheet(name)
    facts = matter.identity(unit).facts()
    for row, (key, text) in enumerate([*facts.items(), *pairs(book.told)]):
        book.put(sheet, row, 0, key, look)
        book.put(sheet, row, 1, text, look)
    for key, text in facts.items():
        book.file.set_custom_property(key, text, "text")
    lists = [column for column in layout.columns if layout.choices(column)]
    for place, column in enumerate(lists, FIRST_LIST):
        field = layout.takes(column)
        words = [wording().choice(field, one) for one in layout.choices(column)] if field else []
        for row, text in enumerate(words):
            book.put(sheet, row, place, text, look)
        cells = xl_range_abs(0, place, len(words) - 1, place)
        book.file.define_name(list_name(column.key), f"={quoted(name)}!{cells}")
    sheet.protect()
    sheet.hide()
