"""The page on which each heading of a document stands, from the PDF made of it."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from strategidesk.publish.sheets import Sheets

_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")  # soft hyphens and the like
_NUMBER = r"(?:\d[\d.]*[.)]? ?|[A-Za-z]+[.)] ?)?"  # `4`, `4.2`, `IV.`, `a)`: set by the style


def pages_of(pdf: Path, headings: Sequence[str]) -> list[int] | None:
    """The page, from 1, of each of these headings, which follow in the order of the document.

    The bookmarks of the PDF may have others between them, and numbers before the words. None where
    they do not agree with the headings: then no page is known. Raises UserError for what is no PDF.
    """
    with Sheets(pdf) as sheets:
        return placed(sheets.outline(), headings)


def placed(outline: Sequence[tuple[str, int | None]], headings: Sequence[str]) -> list[int] | None:
    """The same for bookmarks that were read already, as Sheets has them."""
    marks = [(_plain(words), page) for words, page in outline]
    wanted = [_plain(heading) for heading in headings]
    pairs = list(zip(marks, wanted, strict=False))
    if len(marks) == len(wanted) and all(words.endswith(end) for (words, _), end in pairs):
        pages = [page for _, page in marks]  # whatever stands before the words
    else:
        pages = _among(marks, wanted)
    known = [page + 1 for page in pages if page is not None]
    return known if len(known) == len(wanted) else None


def _among(marks: list[tuple[str, int | None]], wanted: list[str]) -> list[int | None]:
    """The pages of those wanted, each the first after the one before; ends where one is missing."""
    left = iter(marks)
    pages = []
    for heading in wanted:
        says_it = re.compile(_NUMBER + re.escape(heading))
        pages.append(next((page for words, page in left if says_it.fullmatch(words)), None))
    return pages


def _plain(words: str) -> str:
    """One line, one space between words, nothing that is not seen."""
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", words)).split())
