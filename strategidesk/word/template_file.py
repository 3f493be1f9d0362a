"""A template as a file: any .docx or .dotx, refused with a sentence where it is something else.

A .dotx is a .docx under another content type (ECMA-376 part 1, 11.3.10); both are read here.
"""

import io
import zipfile
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from strategidesk.errors import UserError
from strategidesk.guard.looking import look, look_into
from strategidesk.guard.wanted import TEMPLATES
from strategidesk.language import mark, tr
from strategidesk.paths import resource
from strategidesk.word.styles import BASE

Template = Path | bytes | None  # None: the program's own

_TYPES, _RELATIONS = "[Content_Types].xml", "_rels/.rels"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.%s.main+xml"
_MOST = 25_000_000  # bytes: it lies in every copy of the strategy

_DAMAGED = mark("{path} is damaged. Open it in Word and save it anew, or choose another template.")
_LARGE = mark("{path} is too large to be used as a template.")
_UNREADABLE = mark("{path} cannot be read. Choose another template.")
_TROUBLE = (PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError)


def our_own() -> DocumentObject:
    """The program's own template."""
    return Document(str(resource(*BASE)))


def opened(template: Path | bytes, name: str = "") -> DocumentObject:
    """The template as python-docx reads it; `name` is what a refusal calls it.

    Raises UserError, one sentence that says what it is and what to do, for what is no template.
    """
    name = name or (template.name if isinstance(template, Path) else tr("The template"))
    data = template if isinstance(template, bytes) else _content(template, name)
    look_into(data, name, TEMPLATES)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = _as_document(archive, data, name)
        return Document(io.BytesIO(data))
    except _TROUBLE as error:
        raise UserError(_DAMAGED, path=name) from error


def _content(path: Path, name: str) -> bytes:
    try:
        look(path, TEMPLATES)
        if path.stat().st_size > _MOST:
            raise UserError(_LARGE, path=name)
        return path.read_bytes()
    except OSError as error:
        raise UserError(_UNREADABLE, path=name) from error


def _as_document(archive: zipfile.ZipFile, data: bytes, name: str) -> bytes:
    """The package as that of a document, whatever kind of Word file it is."""
    types = archive.read(_TYPES)
    if b"purl.oclc.org/ooxml" in archive.read(_RELATIONS):
        raise UserError(
            "{path} is in the strict format. Save it as an ordinary .docx or .dotx in Word.",
            path=name,
        )
    if _MAIN % b"document" in types:
        return data
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as copy:
        for part in archive.infolist():
            content = archive.read(part)
            if part.filename == _TYPES:
                content = types.replace(_MAIN % b"template", _MAIN % b"document")
            copy.writestr(part.filename, content)
    return made.getvalue()
