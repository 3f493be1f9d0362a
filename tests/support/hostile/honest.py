"""Honest files that look odd, and what is noted of them."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from strategidesk.guard.wanted import ANSWERS, DOCUMENTS, TEMPLATES, WORKBOOKS, Wanted
from strategidesk.paths import resource
from tests.support.hostile import bases, zips
from tests.support.hostile.bases import relation
from tests.support.hostile.links import document_with, workbook_with

Made = Callable[[], bytes]
FILES = Path(__file__).parents[2] / "files"


def _book(**more: bytes) -> bytes:
    return zips.pack(zips.parts({**bases.workbook(), **more}))


def _sheet(content: bytes) -> bytes:
    return zips.pack(zips.parts({**bases.workbook(), bases.SHEET: content}))


def _long() -> bytes:
    """A follow-up of 10,000 rows and 25 columns, all texts different."""
    columns = "ABCDEFGHIJKLMNOPQRSTUVWXY"
    rows = (
        f'<row r="{row}">'
        + "".join(
            f'<c r="{letter}{row}" t="inlineStr"><is><t>Svar {letter} {row}</t></is></c>'
            for letter in columns
        )
        + "</row>"
        for row in range(1, 10_001)
    )
    return _sheet(bases.sheet(rows="".join(rows)))


def _photographs() -> bytes:
    """A Word template with a logotype of 5 MB, which does not pack."""
    noise = (bytes(range(256)) * 13)[:3_301] * 1_515
    logo = zips.Part("word/media/image1.png", noise, zips.STORED)
    return zips.pack([*zips.parts(bases.document()), logo])


def _streamed() -> bytes:
    return zips.pack([zips.streamed(part) for part in zips.parts(bases.workbook())])


def _with_folders() -> bytes:
    folder = zips.Part("xl/", method=zips.STORED)
    return zips.pack([folder, *zips.parts(bases.workbook())])


def _padded() -> bytes:
    """Word leaves room in the headers, to save faster the next time."""
    extra = b"\x20\xa2\x08\x00\x28\xa0\x04\x00\0\0\0\0"
    return zips.pack([replace(part, extra=extra) for part in zips.parts(bases.workbook())])


def _utf_16() -> bytes:
    text = bases.sheet().decode().replace("UTF-8", "UTF-16")
    return _sheet(text.encode("utf-16"))


def _strict() -> bytes:
    """ISO's strict form, in which the languages have other names."""
    parts = bases.workbook()
    old, new = (
        b"schemas.openxmlformats.org/officeDocument/2006",
        b"purl.oclc.org/ooxml/officeDocument",
    )
    return zips.pack([zips.Part(name, data.replace(old, new)) for name, data in parts.items()])


def _drawing() -> bytes:
    return _book(**{"xl/drawings/vmlDrawing1.vml": b"<xml><div>Hej<br></div></xml>"})


def _svg() -> bytes:
    picture = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" ""><svg/>'
    return _book(**{"xl/media/image1.svg": picture})


def _libreoffice_rest() -> bytes:
    """What LibreOffice writes for the empty rest of a sheet."""
    rest = (
        '<table:table-row table:number-rows-repeated="1048575"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    row = (
        '<table:table-row><table:table-cell office:value-type="string"/><table:table-cell '
        'table:number-columns-repeated="16383"/></table:table-row>'
    )
    return zips.pack(zips.parts(bases.open_document(row + rest)))


def _empty_part() -> bytes:
    empty = {"Configurations2/accelerator/current.xml": b""}
    return zips.pack(zips.parts({**bases.open_document(), **empty}))


def _recompressed() -> bytes:
    """As zip tools write that unpack and pack again."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in bases.workbook().items():
            archive.writestr(name, data)
    return out.getvalue()


_END_ROW = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
_NINTH_ROW = '<row r="9"><c r="A9"><v>1</v></c></row>'
_NONE: frozenset[str] = frozenset()
HONEST: dict[str, tuple[Made, Wanted, frozenset[str]]] = {
    "a follow-up of 10,000 rows": (_long, ANSWERS, _NONE),
    "a template with a logotype of 5 MB": (_photographs, TEMPLATES, _NONE),
    "our own workbook": (
        lambda: resource("excel", "aktivitetsplan-mall.xlsx").read_bytes(), WORKBOOKS, _NONE,
    ),
    "parts with their sizes behind them": (_streamed, ANSWERS, _NONE),
    "folders in the zip": (_with_folders, ANSWERS, _NONE),
    "room left in the headers": (_padded, ANSWERS, _NONE),
    "packed again by a zip tool": (_recompressed, ANSWERS, _NONE),
    "UTF-16": (_utf_16, ANSWERS, _NONE),
    "ISO's strict form": (_strict, ANSWERS, _NONE),
    "a sheet formatted to its end": (
        lambda: _sheet(bases.sheet(rows=_END_ROW)), ANSWERS, _NONE,
    ),
    "a sheet that says it is larger": (
        lambda: _sheet(bases.sheet('<dimension ref="A1:XFD1048576"/>')), ANSWERS,
        frozenset({"dimension"}),
    ),
    "a sheet that says it has more rows": (
        lambda: _sheet(bases.sheet('<dimension ref="A1:B5000"/>')), ANSWERS,
        frozenset({"dimension"}),
    ),
    "a sheet that says it is smaller": (
        lambda: _sheet(bases.sheet('<dimension ref="A1"/>', rows=_NINTH_ROW)),
        ANSWERS, frozenset({"dimension"}),
    ),
    "an old drawing with loose ends": (_drawing, ANSWERS, frozenset({"drawing"})),
    "a picture in SVG": (_svg, ANSWERS, _NONE),
    "the empty rest of a sheet of LibreOffice": (_libreoffice_rest, ANSWERS, _NONE),
    "an empty part of an older LibreOffice": (_empty_part, ANSWERS, _NONE),
    "links to read": (
        lambda: workbook_with(
            bases.SHEET_LINKS, relation("rId9", "hyperlink", "https://example.org", outside=True)
        ),
        ANSWERS, _NONE,
    ),
    "formulas over another workbook": (
        lambda: workbook_with(
            "xl/externalLinks/_rels/externalLink1.xml.rels",
            relation("rId1", "externalLinkPath", "https://example.org/b.xlsx", outside=True),
        ),
        ANSWERS, frozenset({"links"}),
    ),
    "a document's template on a share": (
        lambda: document_with(
            "word/_rels/settings.xml.rels",
            relation("rId1", "attachedTemplate", r"file:///\\server\mall.dotx", outside=True),
        ),
        DOCUMENTS, frozenset({"links"}),
    ),
    "a template with a picture from the net, which is taken out": (
        lambda: document_with(
            bases.DOCUMENT_LINKS, relation("rId1", "image", "https://example.org/a", outside=True)
        ),
        TEMPLATES, frozenset({"links"}),
    ),
    "an embedded workbook": (
        lambda: document_with(bases.DOCUMENT_LINKS, relation("rId1", "oleObject", "a.bin")),
        TEMPLATES, frozenset({"objects"}),
    ),
    "a question to a register": (
        lambda: workbook_with(
            bases.BOOK_LINKS, relation("rId1", "worksheet", "worksheets/sheet1.xml"),
            relation("rId9", "connections", "connections.xml"),
        ),
        ANSWERS, frozenset({"connections"}),
    ),
}  # fmt: skip
