"""The first sheet: what is asked, until when, and how the answer sheet is filled in."""

from collections.abc import Iterator

from strategidesk.excel import page
from strategidesk.excel.measures import row_height
from strategidesk.excel.sheets.layout import FACTS
from strategidesk.excel.sheets.looks import RoundBook
from strategidesk.excel.sheets.matter import Matter
from strategidesk.excel.words import word
from strategidesk.model.fields import Id
from strategidesk.model.rounds import FOLLOW_UP
from strategidesk.model.wording import wording
from strategidesk.prose.plain import plain

_WIDTHS = (24.0, 86.0)

Line = tuple[str, str, str]  # look of the left text, left, right


def write_instructions(book: RoundBook, matter: Matter, unit: Id | None) -> None:
    """Writes the sheet; its lines stand in two columns."""
    sheet = book.add_sheet(word("sheets.instructions"))
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.set_row(0, 28)
    book.put(sheet, 0, 0, matter.title, book.looks.title)
    last = 0
    for last, (look, left, right) in enumerate(_lines(matter, unit), 1):
        book.put(sheet, last, 0, left, getattr(book.looks, look))
        if right:
            sheet.set_row(last, row_height((left, right), list(_WIDTHS)) + 3)
            book.put(sheet, last, 1, right, book.looks.told)
        elif left:
            sheet.set_row(last, 26)
    sheet.hide_gridlines(2)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    page.set_up(sheet, matter.title, matter.unit_label(unit))
    sheet.set_portrait()
    sheet.print_area(0, 0, last, 1)


def _lines(matter: Matter, unit: Id | None) -> Iterator[Line]:
    facts = matter.facts(unit)
    for key in FACTS:
        if facts[key]:
            yield "told", word(f"sheets.facts.{key}"), facts[key]
    message = plain(matter.round.message).strip()
    if message:
        yield "part", word("sheets.message"), ""
        for line in filter(None, message.split("\n")):
            yield "told", "", line
    kind = matter.round.kind
    yield "part", word("sheets.how"), ""
    for number, text in enumerate(_texts(kind, "steps").values(), 1):
        yield "told", word("sheets.step", number=number), text
    if kind == FOLLOW_UP:
        yield "part", word("sheets.meaning"), ""
        for left, text in _texts(kind, "meanings").items():
            yield "told", left, text


def _texts(kind: str, group: str) -> dict[str, str]:
    """The texts of a group of the wording, in its order."""
    texts: dict[str, str] = wording().texts["excel"]["sheets"][kind][group]
    return texts
