"""What the guard has seen of a file that it lets in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seen:
    """A file that may be opened.

    `notices` are keys of `NOTICES`: what the file has that is not to be relied on or carried over.
    """

    kind: str  # xlsx, xltx, docx, dotx or ods, whatever the name says
    parts: tuple[tuple[str, int], ...]  # name and bytes unpacked of every part
    notices: frozenset[str]


NOTICES = {
    "dimension": "a sheet says that it is larger than what may be on it",
    "links": "relations to other files: a template, a workbook, a picture; never followed",
    "objects": "embedded objects; never opened",
    "connections": "questions to databases or web pages; never asked",
    "drawing": "an old drawing (VML) that is not well-formed, as Excel writes them",
}
