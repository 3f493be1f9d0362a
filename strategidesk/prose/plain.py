"""The words of a text without its marks, for table cells, search and counting."""

from collections.abc import Iterator

from strategidesk.prose.nodes import (
    Block,
    Emphasis,
    FootnoteMark,
    Inlines,
    LineBreak,
    Link,
    List,
    Paragraph,
    Picture,
    Prose,
    Strong,
    Table,
)
from strategidesk.prose.parsing import parse


def plain(text: str | Prose) -> str:
    """The words alone, one line per paragraph, item and table row.

    Items begin with "- " or their number, cells are parted by tabs, footnotes stand in parentheses
    at their first mark (those without a mark at the end), pictures are their alternative text.
    """
    return "\n".join(_Plain(_tree(text), markers=True).lines())


def words(text: str | Prose) -> int:
    """How many words a reader reads, footnotes and cells included, numbers of items not."""
    lines = _Plain(_tree(text), markers=False).lines()
    return sum(any(map(str.isalnum, word)) for line in lines for word in line.split())


def _tree(text: str | Prose) -> Prose:
    return parse(text) if isinstance(text, str) else text


class _Plain:
    def __init__(self, prose: Prose, *, markers: bool) -> None:
        self._prose = prose
        self._markers = markers
        self._left = dict(prose.notes)

    def lines(self) -> Iterator[str]:
        for block in self._prose.blocks:
            yield from self._block(block)
        for note in list(self._left.values()):
            yield f"({self._text(note)})"

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Paragraph):
            yield self._text(block.inlines)
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                yield "\t".join(map(self._text, row))
        elif isinstance(block, Picture):
            yield block.alt
        else:
            yield from self._list(block, "")

    def _list(self, given: List, indent: str) -> Iterator[str]:
        for index, item in enumerate(given.items):
            marker = "- " if given.start is None else f"{given.start + index}. "
            start = indent + marker if self._markers else indent
            yield start + self._text(item.inlines)
            for child in item.children:
                yield from self._list(child, indent + "  ")

    def _text(self, inlines: Inlines) -> str:
        parts: list[str] = []
        for node in inlines:
            if isinstance(node, Strong | Emphasis | Link):
                parts.append(self._text(node.children))
            elif isinstance(node, LineBreak):
                parts.append("\n")
            elif isinstance(node, FootnoteMark):
                note = self._left.pop(node.label, ())
                parts.append(f" ({self._text(note)})" if note else "")
            else:
                parts.append(node.text)
        return "".join(parts)
