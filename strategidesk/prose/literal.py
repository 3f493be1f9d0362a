"""Plain text as the prose that says exactly it: nothing in it becomes a mark."""

import re

from strategidesk.prose.nodes import Inline, LineBreak, Paragraph, Prose, Text
from strategidesk.prose.writing import write

_APART = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_RISKY = re.compile(  # what may become a mark, or is written otherwise
    r"[\\\0\t\r]|(?<!\s)\*|\*(?!\s)|\]\(|\[\^|!\[|^[-+*|: ]|^[0-9]{1,9}[.)]| $|  |\n\n\n",
    re.MULTILINE,
)


def literal(text: str) -> str:
    """The prose of a plain text: an empty line parts paragraphs, other new lines stay."""
    text = text.strip()
    if not _RISKY.search(text):
        return text
    return write(Prose(tuple(Paragraph(_lines(part)) for part in _APART.split(text)), ()))


def _lines(text: str) -> tuple[Inline, ...]:
    first, *rest = text.split("\n")
    inlines: list[Inline] = [Text(first)]
    for line in rest:
        inlines += (LineBreak(), Text(line))
    return tuple(inlines)
