"""What a PDF says of itself that readers and archives rely on."""

import re
from dataclasses import dataclass
from pathlib import Path

from strategidesk.publish.sheets import Sheets

_PART = re.compile(rb"pdfaid:part(?:>|=[\"'])(\d)")
_CONFORMANCE = re.compile(rb"pdfaid:conformance(?:>|=[\"'])([A-Za-z])")


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
