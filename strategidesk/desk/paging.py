"""The page numbers of a document's contents, from the pages that LibreOffice makes of it.

Where it is not there, or fails, the numbers stay what they are: estimates.
"""

import tempfile
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from strategidesk.desk.jobs import Progress
from strategidesk.errors import UserError
from strategidesk.language import mark
from strategidesk.model.strategy import Strategy

if TYPE_CHECKING:
    from strategidesk.desk.exports import Wish, Writer
    from strategidesk.word.page_numbers import Contents

NUMBERING = mark("Working the page numbers out")


def paged(writer: "Writer") -> "Writer":
    """Who writes the same Word document with the right numbers in its contents, where wished."""

    def write(strategy: Strategy, out: Path, wish: "Wish") -> Generator[Any, None, Any]:
        notices = yield from cast("Generator[Any, None, Any]", writer(strategy, out, wish))
        if wish.pages and can_lay():
            yield from put_right(out)
        return notices

    return write


def can_lay() -> bool:
    """Whether there is a LibreOffice that makes pages."""
    from strategidesk.publish import programs

    return programs.office() is not None


def put_right(document: Path) -> Generator[Progress, None, None]:
    """Lay the document's pages, and show in its contents where its headings stand."""
    from strategidesk.publish import pdf
    from strategidesk.word import page_numbers

    found = page_numbers.contents(document)
    if not found.shown:
        return
    with tempfile.TemporaryDirectory(prefix="strategidesk-") as folder:
        pages = Path(folder, "document.pdf")
        try:
            with closing(pdf.write(document, pages)) as steps:
                for done, total in steps:
                    yield Progress(done, total, NUMBERING)
            numbers = _numbers(found, pages)
        except UserError:  # estimates are better than no document
            return
    if numbers:
        page_numbers.put_right(document, numbers)


def _numbers(found: "Contents", pdf: Path) -> dict[str, int]:
    """The numbers that differ from those shown, by bookmark."""
    from strategidesk.publish.numbers import pages_of

    pages = pages_of(pdf, [heading.text for heading in found.headings]) or ()
    numbers = {
        heading.bookmark: page + found.first - 1
        for heading, page in zip(found.headings, pages, strict=False)
    }
    return {name: n for name, n in numbers.items() if found.shown.get(name, n) != n}
