"""What is said of a file that is not let in: what is wrong, and what to do about it."""

from strategidesk.errors import UserError
from strategidesk.guard.wanted import Wanted
from strategidesk.language import mark, tr

SENTENCES = {
    "folder": mark("{file} is a folder. Choose {wanted}."),
    "special": mark("{file} is not a file on a disk. Choose {wanted}."),
    "lock": mark("{file} only says that somebody has the file open. Choose the file itself."),
    "empty": mark("{file} is empty. Ask who sent it for a new one."),
    "other": mark("{file} is {found}. Choose {wanted} instead."),
    "convert": mark("{file} is {found}. Save it in {program} as {wanted} and read it in again."),
    "password_excel": mark(
        "The Excel file {file} is protected by a password. Open it in Excel, take the password "
        "away and read it in again."
    ),
    "password_word": mark(
        "The Word file {file} is protected by a password. Open it in Word, take the password "
        "away and read it in again."
    ),
    "macros": mark("{file} holds macros. Save it in {program} as {wanted} and read it in again."),
    "controls": mark(
        "{file} holds controls that run programs (ActiveX). Remove them in {program}, save it and "
        "read it in again."
    ),
    "damaged": mark(
        "{file} is damaged and was not opened. Save it anew in {program}, or ask who sent it for "
        "a new one."
    ),
    "disguised": mark(
        "{file} is not put together as {program} does it, and was not opened. Ask who sent it for "
        "a new one."
    ),
    "large": mark("{file} is larger than {most} MB, and was not opened. Remove pictures from it."),
    "swollen": mark(
        "{file} would swell to more than {most} MB, and was not opened. Ask who sent it for a new "
        "one."
    ),
    "bomb": mark(
        "{file} would swell more than {program}’s files do, and was not opened. Ask who sent it "
        "for a new one."
    ),
    "parts": mark(
        "{file} consists of more than {most} parts, and was not opened. Ask who sent it for a new "
        "one."
    ),
    "entities": mark(
        "{file} holds definitions that {program} never writes (DTD), and was not opened. Ask who "
        "sent it for a new one."
    ),
    "overloaded": mark(
        "{file} is made so that programs get stuck on it, and was not opened. Ask who sent it for "
        "a new one."
    ),
    "content": mark(
        "{file} has more content than can be read. Remove what is not needed in {program}, save "
        "it and read it in again."
    ),
    "rows": mark(
        "The sheet {sheet} in {file} has more than {most} rows. Delete the rows that are not used "
        "in Excel, save the file and read it in again."
    ),
    "far": mark(
        "The sheet {sheet} in {file} has something in cell {cell}, far outside the table. Delete "
        "it in Excel, save the file and read it in again."
    ),
    "merged": mark(
        "The sheet {sheet} in {file} has cells merged over more than {most} cells. Split them in "
        "Excel, save the file and read it in again."
    ),
    "many": mark(
        "{file} has more than {most} {what}. Remove those that are not needed in {program}, save "
        "it and read it in again."
    ),
    "net": mark(
        "{file} fetches something from {address} when it is opened. Remove that in {program}, "
        "save it and read it in again."
    ),
    "outside": mark(
        "{file} shows or runs something that lies outside it ({address}). Remove that in "
        "{program}, save it and read it in again."
    ),
    "slow": mark(
        "{file} took too long to read, and was put aside. Nothing was changed. Save it anew in "
        "{program}, or ask who sent it for a new one."
    ),
    "memory": mark(
        "{file} takes more memory than there is for one file, and was put aside. Nothing was "
        "changed. Remove what is not needed in {program}, save it and read it in again."
    ),
    "died": mark(
        "{file} cannot be read. Nothing was changed. Save it anew in {program}, or ask who sent "
        "it for a new one."
    ),
}
FOUND = {
    "pdf": mark("a PDF"),
    "picture": mark("a picture"),
    "html": mark("a web page"),
    "text": mark("a text file"),
    "rtf": mark("a document in RTF"),
    "xml": mark("an XML file"),
    "database": mark("a strategy file or another register"),
    "archive": mark("a packed folder"),
    "unknown": mark("of an unknown kind"),
    "xls": mark("in Excel’s old format (.xls)"),
    "doc": mark("in Word’s old format (.doc)"),
    "xlsb": mark("a binary Excel workbook (.xlsb)"),
    "xlsx": mark("an Excel workbook"),
    "xltx": mark("an Excel template"),
    "docx": mark("a Word document"),
    "dotx": mark("a Word template"),
    "ods": mark("an OpenDocument sheet"),
    "odt": mark("an OpenDocument text"),
    "slides": mark("a presentation"),
}
COUNTED_WORDS = {
    "mergeCell": mark("merged ranges"),
    "cfRule": mark("rules for colours"),
    "dataValidation": mark("lists and rules for cells"),
    "definedName": mark("named ranges"),
    "hyperlink": mark("links"),
    "si": mark("different texts"),
    "externalReference": mark("links to other workbooks"),
    "sheet": mark("sheets"),
}
_LONGEST = 120  # letters of a name or an address
_FORMATS = mark("formats")
_CONVERTIBLE = {"html", "text", "rtf", "xml", "xls", "doc", "xlsb", "xltx", "dotx", "ods", "odt"}


class Fault(Exception):
    """Why a file is not let in: a key of SENTENCES and its places but for the file's own."""

    def __init__(self, reason: str, **places: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.places = places


def found(kind: str) -> Fault:
    """The file is of this kind of FOUND, and another is wanted."""
    return Fault("convert" if kind in _CONVERTIBLE else "other", kind=kind)


def too_many(element: str, most: int) -> Fault:
    """There are more of this element than may be."""
    return Fault("many", element=element, most=most)


def refused(fault: Fault, file: str, wanted: Wanted) -> UserError:
    """The sentence for the person who chose the file."""
    reason, places = fault.reason, dict(fault.places)
    if reason == "password":
        reason = "password_excel" if wanted.program == "Excel" else "password_word"
    if "kind" in places:
        places["found"] = tr(FOUND[str(places.pop("kind"))])
    if "element" in places:
        places["what"] = tr(COUNTED_WORDS.get(str(places.pop("element")), _FORMATS))
    if isinstance(most := places.get("most"), int):
        places["most"] = f"{most:,}".replace(",", "\u00a0")
    told = {name: _shown(str(value)) for name, value in {"file": file, **places}.items()}
    return UserError(
        SENTENCES[reason], **{"wanted": tr(wanted.words), "program": wanted.program, **told}
    )


def _shown(text: str) -> str:
    """A text out of the file as it may stand in a sentence: one line, not too long."""
    line = "".join(letter if letter.isprintable() or letter == "\u00a0" else " " for letter in text)
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
