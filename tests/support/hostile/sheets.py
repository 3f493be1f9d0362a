"""Sheets that would make a library count to the end of the world."""

from functools import partial

from tests.support.hostile import bases, zips
from tests.support.hostile.bases import HEAD, MAIN
from tests.support.hostile.case import Hostile
from tests.support.hostile.sayings import AGAIN, CONTENT

_FILE = "spara filen och läs in den igen."


def _book(part: str, content: bytes) -> bytes:
    return zips.pack(zips.parts({**bases.workbook(), part: content}))


def _sheet(**content: str) -> bytes:
    return _book(bases.SHEET, bases.sheet(**content))


def _rows() -> bytes:
    rows = "".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(1, 1_000_001))
    return _sheet(rows=rows)


def _cell(reference: str, row: int) -> bytes:
    return _sheet(rows=f'<row r="{row}"><c r="{reference}"><v>1</v></c></row>')


def _unplaced() -> bytes:
    """Cells that do not say where they are, and are counted."""
    return _sheet(rows=f"<row>{'<c/>' * 800}<c><v>1</v></c></row>")


def _repeated(times: int, tag: str, holder: str) -> bytes:
    """So many elements, each with its number in place of #."""
    inside = "".join(tag.replace("#", str(n)) for n in range(1, times))
    return _sheet(after=f"<{holder}>{inside}</{holder}>")


def _formats() -> bytes:
    inside = "".join(f'<xf fontId="{n}"/>' for n in range(150_000))
    content = f'{HEAD}<styleSheet xmlns="{MAIN}"><cellXfs>{inside}</cellXfs></styleSheet>'
    return _book(bases.STYLES, content.encode())


def _texts() -> bytes:
    inside = "".join(f"<si><t>{n}</t></si>" for n in range(310_000))
    content = f'{HEAD}<sst xmlns="{MAIN}">{inside}</sst>'.encode()
    return _book("xl/sharedStrings.xml", content)


def _names() -> bytes:
    names = "".join(f'<definedName name="a{n}">Svar!$A$1</definedName>' for n in range(21_000))
    book = bases.workbook()[bases.BOOK]
    inside = f"<definedNames>{names}</definedNames></workbook>".encode()
    return _book(bases.BOOK, book.replace(b"</workbook>", inside))


def _many_sheets() -> bytes:
    sheets = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(2, 1_100))
    book = bases.workbook()[bases.BOOK]
    return _book(bases.BOOK, book.replace(b"</sheets>", f"{sheets}</sheets>".encode()))


def _open(rows: str) -> bytes:
    return zips.pack(zips.parts(bases.open_document(rows)))


def _open_row(rows: int, columns: int) -> str:
    return (
        f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell '
        f'office:value-type="float" office:value="1" table:number-columns-repeated="{columns}"/>'
        "</table:table-row>"
    )


_BELOW = (
    '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>'
)
_ROWS = (
    "Bladet Svar i {file} har fler än 100\u00a0000 rader. Ta bort de rader som inte används i "
    f"Excel, {_FILE}"
)
_MERGED = (
    "Bladet Svar i {file} har sammanfogade celler som täcker fler än 300\u00a0000 celler. "
    "Dela dem i Excel, " + _FILE
)


def far(cell: str) -> str:
    return (
        f"Bladet Svar i {{file}} har något i cell {cell}, långt utanför tabellen. Ta bort det i "
        f"Excel, {_FILE}"
    )


def many(words: str) -> str:
    return f"{{file}} har fler än {words}. Ta bort dem som inte behövs i Excel, {AGAIN}"


SHEETS = [
    Hostile("a million formatted rows", _rows, _ROWS),
    Hostile(
        "a cell at the end of the sheet", partial(_cell, "XFD1048576", 1048576), far("XFD1048576")
    ),
    Hostile("a cell far to the right", partial(_cell, "AAA1", 1), far("AAA1")),
    Hostile(
        "a cell whose row says another place", partial(_cell, "XFD1048576", 1), far("XFD1048576")
    ),
    Hostile(
        "a row that says another place than its cell", partial(_cell, "A1", 1048576), far("A1")
    ),
    Hostile("a cell far away that does not say so", _unplaced, far("ADU1")),
    Hostile(
        "the whole sheet merged",
        partial(_repeated, 2, '<mergeCell ref="A1:XFD1048576"/>', "mergeCells"),
        _MERGED,
    ),
    Hostile(
        "thousands of merged ranges",
        partial(_repeated, 21_000, '<mergeCell ref="A#:B#"/>', "mergeCells"),
        many("20\u00a0000 sammanfogade områden"),
    ),
    Hostile(
        "thousands of rules for colours",
        partial(_repeated, 21_000, '<cfRule type="x" priority="#"/>', "conditionalFormatting"),
        many("20\u00a0000 regler för färger"),
    ),
    Hostile(
        "thousands of lists",
        partial(_repeated, 21_000, '<dataValidation sqref="A#"/>', "dataValidations"),
        many("20\u00a0000 listor och regler för celler"),
    ),
    Hostile("thousands of formats", _formats, many("140\u00a0000 format")),
    Hostile("hundreds of thousands of texts", _texts, many("300\u00a0000 olika texter")),
    Hostile("thousands of named ranges", _names, many("20\u00a0000 namngivna områden")),
    Hostile("thousands of sheets", _many_sheets, many("1\u00a0000 blad")),
    Hostile(
        "one OpenDocument cell repeated to the end",
        lambda: _open(_open_row(1048576, 16384)),
        far("XFD1048576"),
        file="svar.ods",
    ),
    Hostile(
        "an OpenDocument cell repeated into a large table",
        lambda: _open(_open_row(90_000, 90)),
        CONTENT,
        file="svar.ods",
    ),
    Hostile(
        "an OpenDocument cell below a million empty rows",
        lambda: _open(_BELOW + _open_row(1, 1)),
        far("A1000001"),
        file="svar.ods",
    ),
    Hostile(
        "OpenDocument cells merged over the sheet",
        lambda: _open(
            '<table:table-row><table:table-cell table:number-rows-spanned="99999" '
            'table:number-columns-spanned="999"/></table:table-row>'
        ),
        _MERGED,
        file="svar.ods",
    ),
]
