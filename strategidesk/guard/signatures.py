"""What a file is by its first bytes, where it is no zip file."""

import re
from typing import BinaryIO

from strategidesk.guard import compound
from strategidesk.guard.sentences import Fault, found

ZIP = b"PK\x03\x04"
HEAD = 4096  # bytes that are looked at
_STARTS = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"SQLite format 3\x00", "database"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf'\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"PK\x05\x06", "archive"),
)
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_HTML = re.compile(r"<(!doctype\s+html|html|head|body|table|meta|div|style)\b", re.IGNORECASE)
_WEB_ARCHIVE = re.compile(r"(mime-version|content-type):", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def judge(file: BinaryIO, size: int) -> Fault:
    """Why a file that is no zip file is not let in."""
    head = file.read(HEAD)
    if head.startswith(compound.SIGNATURE):
        kind = compound.kind(file, size)
        return Fault("password") if kind == "password" else found(kind)
    for start, kind in _STARTS:
        if head.startswith(start):
            return found(kind)
    text = _text(head)
    if text is None:
        return found("unknown")
    beginning = text.lstrip()
    if _HTML.match(beginning) or _WEB_ARCHIVE.match(beginning):
        return found("html")
    if beginning.startswith("<?xml"):
        return found("html" if _HTML.search(beginning) else "xml")
    return found("text")


def _text(head: bytes) -> str | None:
    """The beginning as text; None where it is none."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    text = head.decode("cp1252", "replace")
    return None if _CONTROLS.search(text) else text
