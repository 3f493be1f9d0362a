"""The smallest honest packages, to be spoilt: their parts by name."""

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES, ROOT = "[Content_Types].xml", "_rels/.rels"
BOOK, SHEET, STYLES = "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"
BOOK_LINKS, SHEET_LINKS = "xl/_rels/workbook.xml.rels", "xl/worksheets/_rels/sheet1.xml.rels"
DOCUMENT, DOCUMENT_LINKS = "word/document.xml", "word/_rels/document.xml.rels"
_TYPE = "application/vnd.openxmlformats-officedocument"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

Parts = dict[str, bytes]


def relation(id: str, kind: str, target: str, outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    space = kind if "://" in kind else f"{OFFICE}/{kind}"
    return f'<Relationship Id="{id}" Type="{space}" Target="{target}"{mode}/>'


def relations(*inside: str) -> bytes:
    space = f"{PACKAGE}/relationships"
    return f'{HEAD}<Relationships xmlns="{space}">{"".join(inside)}</Relationships>'.encode()


def types(main: str, kind: str, *more: str) -> bytes:
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{main}" ContentType="{kind}"/>{"".join(more)}</Types>'
    ).encode()


def sheet(inside: str = "", rows: str = "", after: str = "") -> bytes:
    """A worksheet: what stands before the rows, the rows, what stands after them."""
    data = rows or '<row r="1"><c r="A1" t="inlineStr"><is><t>Klar</t></is></c></row>'
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{inside}<sheetData>{data}'
        f"</sheetData>{after}</worksheet>"
    ).encode()


def workbook(kind: str = f"{_TYPE}.spreadsheetml.sheet.main+xml") -> Parts:
    """A workbook with one sheet, Svar, and one cell."""
    return {
        TYPES: types(
            BOOK,
            kind,
            f'<Override PartName="/{SHEET}" ContentType="{_TYPE}.spreadsheetml.worksheet+xml"/>',
            f'<Override PartName="/{STYLES}" ContentType="{_TYPE}.spreadsheetml.styles+xml"/>',
        ),
        ROOT: relations(relation("rId1", "officeDocument", BOOK)),
        BOOK: (
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ).encode(),
        BOOK_LINKS: relations(
            relation("rId1", "worksheet", "worksheets/sheet1.xml"),
            relation("rId2", "styles", "styles.xml"),
        ),
        STYLES: (
            f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1">'
            '<fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/>'
            '</cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>'
        ).encode(),
        SHEET: sheet(),
    }


def document(kind: str = f"{_TYPE}.wordprocessingml.document.main+xml") -> Parts:
    """A Word document with one paragraph."""
    return {
        TYPES: types(DOCUMENT, kind),
        ROOT: relations(relation("rId1", "officeDocument", DOCUMENT)),
        DOCUMENT: (
            f'{HEAD}<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body><w:p><w:r><w:t>Hej'
            "</w:t></w:r></w:p></w:body></w:document>"
        ).encode(),
        DOCUMENT_LINKS: relations(),
    }


ODF = "urn:oasis:names:tc:opendocument:xmlns"
_SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"


def open_document(rows: str = "", more: str = "", kind: str = _SPREADSHEET) -> Parts:
    """An OpenDocument sheet, Svar."""
    data = rows or (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>Klar</text:p>'
        "</table:table-cell></table:table-row>"
    )
    return {
        "mimetype": kind.encode(),
        "META-INF/manifest.xml": (
            f'{HEAD}<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0"><manifest:file-entry '
            f'manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
        ).encode(),
        "content.xml": (
            f'{HEAD}<office:document-content xmlns:office="{ODF}:office:1.0" '
            f'xmlns:table="{ODF}:table:1.0" xmlns:text="{ODF}:text:1.0" '
            f'xmlns:draw="{ODF}:drawing:1.0" xmlns:script="{ODF}:script:1.0" '
            'xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:spreadsheet>'
            f'{more}<table:table table:name="Svar">{data}</table:table></office:spreadsheet>'
            "</office:body></office:document-content>"
        ).encode(),
    }
