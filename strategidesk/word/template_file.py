"""A template as a file: any .docx or .dotx, refused with a sentence where it is something else.

A .dotx is a .docx under another content type (ECMA-376 part 1, 11.3.10); both are read here.
"""

import io
import zipfile
import zlib
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from strategidesk.errors import UserError
from strategidesk.language import mark, tr

Template = Path | bytes | None  # None: the program's own

_TYPES, _RELATIONS = "[Content_Types].xml", "_rels/.rels"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.%s.main+xml"
_MOST_PACKED = 25_000_000
_MOST_BYTES = 120_000_000  # unpacked, all parts together
_MOST_PARTS = 2_000
_MOST_RATIO = 250  # unpacked to packed, for parts above a size that could hurt
_HARMLESS = 1_000_000

_FOREIGN = mark("{path} is not a Word document (.docx). Choose another template.")
_DAMAGED = mark("{path} is damaged. Open it in Word and save it anew, or choose another template.")
_LARGE = mark("{path} is too large to be used as a template.")
_UNREADABLE = mark("{path} cannot be read. Choose another template.")
_TROUBLE = (
    PackageNotFoundError, zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, KeyError,
    ValueError, etree.XMLSyntaxError,
)  # fmt: skip


def opened(template: Path | bytes, name: str = "") -> DocumentObject:
    """The template as python-docx reads it; `name` is what a refusal calls it.

    Raises UserError, one sentence that says what it is and what to do, for what is no template.
    """
    name = name or (template.name if isinstance(template, Path) else tr("The template"))
    data = template if isinstance(template, bytes) else _content(template, name)
    _refuse_other_kinds(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _guard(archive, name)
            data = _as_document(archive, data, name)
        return Document(io.BytesIO(data))
    except _TROUBLE as error:
        raise UserError(_DAMAGED, path=name) from error


def _content(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > _MOST_PACKED:
            raise UserError(_LARGE, path=name)
        return path.read_bytes()
    except OSError as error:
        raise UserError(_UNREADABLE, path=name) from error


def _refuse_other_kinds(data: bytes, name: str) -> None:
    """What lies under the name of a Word document but is none."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):  # an OLE file
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UserError(
                "{path} has a password. Save it without one in Word, and choose it again.",
                path=name,
            )
        raise UserError(
            "{path} is in Word's old format (.doc). Save it as .docx or .dotx in Word.", path=name
        )
    if data.startswith(b"{\\rtf"):
        raise UserError("{path} is in the format RTF. Save it as .docx or .dotx.", path=name)
    begin = data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if begin.startswith((b"<!doctype html", b"<html", b"<head", b"mime-version")):
        raise UserError(
            "{path} is a web page under the name of a Word document. "
            "Open it in Word and save it as .docx or .dotx.",
            path=name,
        )
    if not data.startswith(b"PK"):
        raise UserError(_FOREIGN, path=name)


def _guard(archive: zipfile.ZipFile, name: str) -> None:
    """Refuses what would fill the memory, before anything is unpacked."""
    parts = archive.infolist()
    heavy = sum(part.file_size for part in parts) > _MOST_BYTES or len(parts) > _MOST_PARTS
    swollen = any(
        part.file_size > max(_HARMLESS, _MOST_RATIO * part.compress_size) for part in parts
    )
    if heavy or swollen:
        raise UserError(_LARGE, path=name)
    if len({part.filename for part in parts}) < len(parts):
        raise UserError(_DAMAGED, path=name)


def _as_document(archive: zipfile.ZipFile, data: bytes, name: str) -> bytes:
    """The package as that of a document, whatever kind of Word file it is."""
    names = set(archive.namelist())
    if "mimetype" in names and b"opendocument" in archive.read("mimetype"):
        raise UserError(
            "{path} is in the OpenDocument format (.odt). Save it as .docx or .dotx.", path=name
        )
    if _TYPES not in names or _RELATIONS not in names:
        raise UserError(_FOREIGN, path=name)
    types = archive.read(_TYPES)
    if b"ms-word." in types and b"macroEnabled" in types:
        raise UserError(
            "{path} holds macros. Save it as an ordinary .docx or .dotx in Word.", path=name
        )
    if b"purl.oclc.org/ooxml" in archive.read(_RELATIONS):
        raise UserError(
            "{path} is in the strict format. Save it as an ordinary .docx or .dotx in Word.",
            path=name,
        )
    if _MAIN % b"document" in types:
        return data
    if _MAIN % b"template" not in types:
        raise UserError(_FOREIGN, path=name)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as copy:
        for part in archive.infolist():
            content = archive.read(part)
            if part.filename == _TYPES:
                content = types.replace(_MAIN % b"template", _MAIN % b"document")
            copy.writestr(part.filename, content)
    return made.getvalue()
