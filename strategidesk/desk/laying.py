"""A document as it lies on its pages: written as for Word, then laid by LibreOffice."""

import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from strategidesk.desk.jobs import Progress
from strategidesk.language import mark
from strategidesk.model.strategy import Strategy

if TYPE_CHECKING:
    from strategidesk.desk.exports import Wish, Writer

LAYING = mark("Laying the pages")


def laid(writer: "Writer") -> "Writer":
    """Who writes as PDF what this one writes for Word.

    Raises Missing, before anything is written, where there is no LibreOffice.
    """

    def write(strategy: Strategy, out: Path, wish: "Wish") -> Generator[Any, None, Any]:
        from strategidesk.publish import facts, pdf, programs

        programs.required()
        with tempfile.TemporaryDirectory(prefix="strategidesk-") as folder:
            document = Path(folder, "document.docx")
            writing = cast("Generator[Any, None, Any]", writer(strategy, document, wish))
            notices = yield from writing
            for done, total in pdf.write(document, out):
                yield Progress(done, total, LAYING)
        return (*(notices or ()), *facts.notices(facts.of(out)))

    return write
