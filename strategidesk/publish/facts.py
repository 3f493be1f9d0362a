"""What a PDF says of itself that readers and archives rely on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from strategidesk.language import mark, tr
from strategidesk.publish.sheets import Sheets

ARCHIVE = "2b"
_PART = re.compile(rb"pdfaid:part(?:>|=[\"'])(\d)")
_CONFORMANCE = re.compile(rb"pdfaid:conformance(?:>|=[\"'])([A-Za-z])")

UNTAGGED = mark(
    "The file has no tags, so readers of the screen cannot find their way in it. A newer "
    "LibreOffice makes them."
)
NO_ARCHIVE = mark("The file is not PDF/A-2b, as archives ask for. A newer LibreOffice makes it so.")
BARE = mark(
    "The font {font} may not be put into the file, so it can look different elsewhere. Choose "
    "another font in the template."
)


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person should know about a PDF that was made, in the user's language."""

    place: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a PDF says of itself."""

    pages: int
    title: str
    language: str  # as `sv-SE`; empty: none
    tagged: bool
    archive: str  # the part and conformance of PDF/A that it claims, `2b`; empty: none
    fonts: dict[str, bool]  # by name: whether it lies in the file

    @property
    def bare(self) -> tuple[str, ...]:
        """The fonts that do not lie in the file."""
        return tuple(name for name, inside in self.fonts.items() if not inside)


def notices(facts: Facts) -> Iterator[Notice]:
    """What a PDF lacks of what is promised."""
    if not facts.tagged:
        yield Notice("PDF", tr(UNTAGGED))
    if facts.archive != ARCHIVE:
        yield Notice("PDF", tr(NO_ARCHIVE))
    for font in facts.bare:
        yield Notice("PDF", tr(BARE, font=font.rpartition("+")[2]))


def of(path: Path) -> Facts:
    """The facts of a PDF. Raises UserError for what is no PDF."""
    with Sheets(path) as sheets:
        return Facts(
            len(sheets),
            sheets.title,
            sheets.language,
            sheets.tagged,
            _archive(path.read_bytes()),
            sheets.fonts(),
        )


def _archive(content: bytes) -> str:
    """From the XMP packet, which PDF/A does not let be compressed away."""
    part, conformance = _PART.search(content), _CONFORMANCE.search(content)
    if part is None:
        return ""
    return (part[1] + (conformance[1] if conformance else b"")).decode().lower()
