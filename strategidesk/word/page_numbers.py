"""The page numbers of a finished document's contents, as they were worked out from its pages.

The writer puts estimates there: fields (`PAGEREF`) whose shown number Word works out anew when the
contents are updated. What is shown in the unopened file is put right here.
"""

import re
import zipfile
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import NamedTuple

from strategidesk.word.packing import DOCUMENT, changed

_HEADING = re.compile(
    r'<w:bookmarkStart w:id="\d+" w:name="(_Toc\d+)"/>(.*?)<w:bookmarkEnd', re.DOTALL
)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_SHOWN = re.compile(  # a field's instruction, and the number that it shows
    r'(PAGEREF (_Toc\d+) .*?w:fldCharType="separate"/></w:r><w:r>(?:<w:rPr>.*?</w:rPr>)?'
    r"<w:t(?: [^>]*)?>)(\d+)(?=</w:t>)",
    re.DOTALL,
)
_START = re.compile(r'<w:pgNumType [^>]*w:start="(\d+)"')


class Marked(NamedTuple):
    """A heading that contents can point at, and the bookmark that it has."""

    bookmark: str
    text: str


class Contents(NamedTuple):
    """The headings of a document in order, the number shown for each that its contents list, and
    the number of its first page."""

    headings: list[Marked]
    shown: dict[str, int]
    first: int


def contents(document: Path) -> Contents:
    """What the contents of a document that was written here show; nothing shown without any."""
    with zipfile.ZipFile(document) as file:
        text = file.read(DOCUMENT).decode()
    headings = [
        Marked(found[1], unescape("".join(_TEXT.findall(found[2]))))
        for found in _HEADING.finditer(text)
    ]
    shown = {found[2]: int(found[3]) for found in _SHOWN.finditer(text)}
    start = _START.search(text)
    return Contents(headings, shown, int(start[1]) if start else 1)


def put_right(document: Path, numbers: Mapping[str, int]) -> None:
    """Show these numbers for the headings with these bookmarks; the others stay."""

    def right(found: re.Match[str]) -> str:
        return f"{found[1]}{numbers.get(found[2], found[3])}"

    with zipfile.ZipFile(document) as file:
        text = file.read(DOCUMENT).decode()
    changed(document, {DOCUMENT: _SHOWN.sub(right, text)})
