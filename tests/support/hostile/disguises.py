"""Files of another kind under a workbook's or a document's name."""

import struct
from collections.abc import Callable
from functools import partial

from tests.support.hostile import bases, sayings, zips
from tests.support.hostile.case import DOCUMENTS, TEMPLATES, WORKBOOKS, Hostile
from tests.support.hostile.sayings import MACROS, convert, in_word, other
from tests.support.strategies import PNG

_EXCEL = "application/vnd.ms-excel"
_WORD = "application/vnd.ms-word"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


def compound(*streams: str) -> bytes:
    """An OLE2 container whose directory has these entries."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<III", header, 44, 1, 1, 0)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, *following(len(streams)), *[0xFFFFFFFF] * 120)[:512]
    directory = b"".join(map(_entry, ["Root Entry", *streams]))
    return bytes(header) + table + directory + b"\0" * (-len(directory) % 512)


def following(streams: int) -> list[int]:
    """The table's words for the sectors of the directory, which begins at 1."""
    last = streams // 4
    return [*(2 + n for n in range(last)), 0xFFFFFFFE, *[0xFFFFFFFF] * (6 - last)]


def _entry(name: str) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    return letters.ljust(64, b"\0") + struct.pack("<H", len(letters)) + b"\0" * 62


def _book(kind: str) -> Callable[[], bytes]:
    return lambda: zips.pack(zips.parts(bases.workbook(kind)))


def _document(kind: str) -> Callable[[], bytes]:
    return lambda: zips.pack(zips.parts(bases.document(kind)))


def _macros(part: str) -> bytes:
    return zips.pack(zips.parts({**bases.workbook(), part: b"\xcc\x61"}))


def _open_document(**said: str) -> Callable[[], bytes]:
    return lambda: zips.pack(zips.parts(bases.open_document(**said)))


def _basic() -> bytes:
    script = {"Basic/Standard/Modul1.xml": b"<a/>"}
    return zips.pack(zips.parts({**bases.open_document(), **script}))


def _locked_open_document() -> bytes:
    parts = bases.open_document()
    entry = b'manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    name = "META-INF/manifest.xml"
    end = b"</manifest:manifest>"
    parts[name] = parts[name].replace(end, b"<manifest:file-entry " + entry + end)
    parts["content.xml"] = bytes(range(256))
    parts[name] = parts.pop(name)  # last, as LibreOffice writes it
    return zips.pack(zips.parts(parts))


def _controls() -> bytes:
    control = {"xl/activeX/activeX1.xml": b"<a/>"}
    return zips.pack(zips.parts({**bases.workbook(), **control}))


def _two_in_one() -> bytes:
    parts = {**bases.open_document(), **bases.workbook()}
    return zips.pack(zips.parts(parts))


def _just(data: bytes) -> Callable[[], bytes]:
    return lambda: data


_PASSWORD_STREAMS = ("EncryptionInfo", "EncryptedPackage")
_SPACES = tuple(f"\x06DataSpaces{n}" for n in range(9))  # the directory is longer than a sector
_TEXTS = {
    "a web page": (b"<html><table><tr><td>Klar</td></tr></table></html>", "en webbsida"),
    "a web page after blanks": (b"\xef\xbb\xbf \n<!DOCTYPE html><p>Hej</p>", "en webbsida"),
    "a web archive": (b"MIME-Version: 1.0\nContent-Type: multipart/related", "en webbsida"),
    "a sheet as XML of 2003": (b'<?xml version="1.0"?><Workbook/>', "en XML-fil"),
    "CSV": ("Nr;Status\n1;Klar\nÅ;Försenad".encode("cp1252"), "en textfil"),
    "CSV in UTF-16": ("Nr\tStatus\n1\tKlar".encode("utf-16"), "en textfil"),
    "RTF": (b"{\\rtf1\\ansi Hej}", "ett dokument i RTF"),
    "an old workbook": (compound("Workbook"), "i Excels gamla format (.xls)"),
    "an old document": (compound("WordDocument"), "i Words gamla format (.doc)"),
}
_OTHERS = {
    "PDF": (b"%PDF-1.7\n", "en PDF"),
    "a picture": (PNG, "en bild"),
    "a strategy": (b"SQLite format 3\0" + b"\0" * 90, "en strategifil eller ett annat register"),
    "a packed folder": (zips.pack(zips.parts({"läs mig.txt": b"Hej"})), "en packad mapp"),
    "no parts at all": (zips.pack([]), "en packad mapp"),
    "bytes of no kind": (bytes(range(256)) * 9, "av okänt slag"),
    "a container with nothing known": (compound("Mail"), "av okänt slag"),
}
DISGUISES = [
    *(Hostile(why, _just(data), convert(what)) for why, (data, what) in _TEXTS.items()),
    *(Hostile(why, _just(data), other(what)) for why, (data, what) in _OTHERS.items()),
    Hostile("an empty file", _just(b""), f"{{file}} är tom. {sayings.ASK}"),
    Hostile(
        "a lock of LibreOffice",
        _just(b",Ekbacka,rad,22.11.2026 10:00,file:///home;"),
        "{file} talar bara om att någon har filen öppen. Välj själva filen.",
        file=".~lock.svar.xlsx#",
    ),
    Hostile("a password", _just(compound(*_PASSWORD_STREAMS)), sayings.PASSWORD),
    Hostile(
        "a password behind many entries",
        _just(compound(*_SPACES, *_PASSWORD_STREAMS)),
        sayings.PASSWORD,
    ),
    Hostile(
        "a document with a password",
        _just(compound(*_PASSWORD_STREAMS)),
        in_word(sayings.PASSWORD),
        TEMPLATES,
        "mall.docx",
    ),
    Hostile("a sheet with a password in LibreOffice", _locked_open_document, sayings.PASSWORD),
    Hostile("a workbook with macros", _book(f"{_EXCEL}.sheet.macroEnabled.main+xml"), MACROS),
    Hostile("an add-in", _book(f"{_EXCEL}.addin.macroEnabled.main+xml"), MACROS),
    Hostile("macros in a part", partial(_macros, "xl/vbaProject.bin"), MACROS),
    Hostile("macros on a sheet", partial(_macros, "xl/macrosheets/sheet1.xml"), MACROS),
    Hostile("macros in LibreOffice", _basic, MACROS),
    Hostile(
        "a document with macros",
        _document(f"{_WORD}.document.macroEnabled.main+xml"),
        in_word(MACROS),
        TEMPLATES,
        "mall.docx",
    ),
    Hostile(
        "a template with macros",
        _document(f"{_WORD}.template.macroEnabledTemplate.main+xml"),
        in_word(MACROS),
        TEMPLATES,
        "mall.dotx",
    ),
    Hostile(
        "a binary workbook",
        _book(f"{_EXCEL}.sheet.binary.macroEnabled.main"),
        convert("en binär Excel-arbetsbok (.xlsb)"),
    ),
    Hostile(
        "controls",
        _controls,
        "{file} innehåller kontroller som kör program (ActiveX). Ta bort dem i Excel, spara den "
        "och läs in den igen.",
    ),
    Hostile(
        "a document named as a workbook",
        _document(f"{_OFFICE}.document.main+xml"),
        other("ett Word-dokument"),
    ),
    Hostile("slides", _book(_SLIDES), other("en presentation")),
    Hostile(
        "a text in OpenDocument",
        _open_document(kind="application/vnd.oasis.opendocument.text"),
        convert("en OpenDocument-text"),
    ),
    Hostile(
        "a sheet in OpenDocument where a workbook is to be filled",
        _open_document(),
        "{file} är ett OpenDocument-kalkylblad. Spara den i Excel som en Excel-arbetsbok (.xlsx) "
        "och läs in den igen.",
        WORKBOOKS,
        "mall.xlsx",
    ),
    Hostile(
        "a template where a document is read",
        _document(f"{_OFFICE}.template.main+xml"),
        "{file} är en Word-mall. Spara den i Word som ett Word-dokument (.docx) och läs in den "
        "igen.",
        DOCUMENTS,
        "text.docx",
    ),
    Hostile("a main part of no kind", _book("application/octet-stream"), other("av okänt slag")),
    Hostile("two kinds in one", _two_in_one, sayings.DISGUISED),
]
