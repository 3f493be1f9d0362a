"""Files that fetch, show or run what lies outside them."""

from collections.abc import Callable

from tests.support.hostile import bases, zips
from tests.support.hostile.bases import HEAD, MAIN, relation, relations
from tests.support.hostile.case import DOCUMENTS, Hostile
from tests.support.hostile.sayings import AGAIN, MACROS, in_word

ADDRESS = "https://example.org/a.dotm"
_SETTINGS = "word/_rels/settings.xml.rels"
_INSIDE = "{file} innehåller kontroller som kör program (ActiveX). Ta bort dem i Excel, " + AGAIN


def document_with(part: str, *found: str) -> bytes:
    """A Word document with a part of relations."""
    return zips.pack(zips.parts({**bases.document(), part: relations(*found)}))


def workbook_with(part: str, *found: str) -> bytes:
    """A workbook with a part of relations."""
    return zips.pack(zips.parts({**bases.workbook(), part: relations(*found)}))


def net(address: str) -> str:
    return f"{{file}} hämtar något från {address} när den öppnas. Ta bort det i Excel, {AGAIN}"


def outside(address: str) -> str:
    return (
        f"{{file}} visar eller kör något som ligger utanför den ({address}). Ta bort det i Excel, "
        f"{AGAIN}"
    )


def _word(why: str, kind: str, address: str, says: Callable[[str], str], part: str) -> Hostile:
    def make() -> bytes:
        return document_with(part, relation("rId9", kind, address, outside=True))

    return Hostile(why, make, in_word(says(address)), DOCUMENTS, "text.docx")


def _excel(why: str, says: str, *found: str) -> Hostile:
    return Hostile(why, lambda: workbook_with(bases.SHEET_LINKS, *found), says)


def _call(inside: str) -> bytes:
    link = f'{HEAD}<externalLink xmlns="{MAIN}">{inside}</externalLink>'.encode()
    return zips.pack(zips.parts({**bases.workbook(), "xl/externalLinks/externalLink1.xml": link}))


def _open(more: str) -> bytes:
    return zips.pack(zips.parts(bases.open_document(more=more)))


_DOCUMENT, _PICTURE = bases.DOCUMENT_LINKS, "https://example.org/a.png"
LINKS = [
    _word("a template from the net", "attachedTemplate", ADDRESS, net, _SETTINGS),
    _word("a picture from the net", "image", _PICTURE, net, _DOCUMENT),
    _word("a picture from a share", "image", "file://server/a.png", net, _DOCUMENT),
    _word("a picture from a share with backslashes", "image", "\\\\server\\a.png", net, _DOCUMENT),
    _word("an object from the net", "oleObject", ADDRESS, outside, _DOCUMENT),
    _word("an object from the disk", "oleObject", "file:///C:/a.bin", outside, _DOCUMENT),
    _word("a frame", "frame", "a.htm", outside, "word/_rels/webSettings.xml.rels"),
    _word("a part of another document", "subDocument", "b.docx", outside, _DOCUMENT),
    _word("something unknown from the net", "novelty", ADDRESS, net, _DOCUMENT),
    _excel("macros by a relation", MACROS, relation("rId9", "vbaProject", "a.bin")),
    _excel("controls by a relation", _INSIDE, relation("rId9", "control", "../a.xml")),
    _excel(
        "a picture on a sheet from the net",
        net(_PICTURE),
        relation("rId9", "image", _PICTURE, outside=True),
    ),
    Hostile(
        "a call of another program",
        lambda: _call('<ddeLink ddeService="cmd" ddeTopic="/c calc"/>'),
        outside("cmd /c calc"),
    ),
    Hostile(
        "a link to an object", lambda: _call('<oleLink progId="Package"/>'), outside("Package")
    ),
    Hostile(
        "a picture from the net in OpenDocument",
        lambda: _open(f'<draw:image xlink:href="{_PICTURE}"/>'),
        net(_PICTURE),
        file="svar.ods",
    ),
    Hostile(
        "a call of another program in OpenDocument",
        lambda: _open(
            '<office:dde-source xmlns:office="urn:oasis:names:tc:opendocument:xmlns'
            ':office:1.0" office:dde-application="cmd" office:dde-topic="/c calc"/>'
        ),
        outside("cmd /c calc"),
        file="svar.ods",
    ),
    Hostile(
        "a script at an event in OpenDocument",
        lambda: _open("<script:event-listener/>"),
        MACROS,
        file="svar.ods",
    ),
]
