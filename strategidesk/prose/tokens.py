"""The words, blanks and signs of a text as a reader sees them: no marks, but each with its look."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from strategidesk.prose.nodes import (
    Block,
    FootnoteMark,
    Inlines,
    LineBreak,
    Link,
    List,
    Paragraph,
    Picture,
    Prose,
    Table,
)
from strategidesk.prose.parsing import parse
from strategidesk.prose.runs import flat

BOLD, ITALIC = 1, 2  # as in runs
LINK = 4
NOTE = 8  # a footnote, where its mark stands; also the address of a link
MARKER = 16  # the bullet or number of an item
PICTURE = 32  # the alternative text of a picture

NEW_LINE = "\n"  # between blocks, items and table rows
LINE_BREAK = "\u2028"  # within a paragraph

_WORDS = re.compile(r"\w+(?:[.,:/'’&-]\w+)*|\s+|[^\w\s]")


class Token(NamedTuple):
    """A word, a stretch of blanks or a sign. `of` tells pictures of one description apart."""

    text: str
    look: int = 0
    of: str = ""


def tokens_of_line(text: str) -> list[Token]:
    """The tokens of a text without marks; joined they are the text."""
    return [Token(part) for part in _WORDS.findall(text)]


def tokens_of_prose(text: str) -> list[Token]:
    """The tokens of a text in the subset: paragraphs on lines of their own, items with their
    bullet or number, cells parted by tabs, footnotes in parentheses where their mark stands, the
    address of a link in parentheses behind it."""
    return list(_Reader(parse(text)).tokens())


class _Reader:
    def __init__(self, prose: Prose) -> None:
        self._blocks = prose.blocks
        self._left = dict(prose.notes)

    def tokens(self) -> Iterator[Token]:
        between = False
        for line in self._lines():
            if between:
                yield Token(NEW_LINE)
            yield from line
            between = True

    def _lines(self) -> Iterator[list[Token]]:
        for block in self._blocks:
            yield from self._block(block)
        for label in list(self._left):
            yield list(self._note(label))

    def _block(self, block: Block) -> Iterator[list[Token]]:
        if isinstance(block, Paragraph):
            yield self._inlines(block.inlines)
        elif isinstance(block, Picture):
            yield [Token(block.alt or "…", PICTURE, block.picture)]
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                yield self._row(row)
        else:
            yield from self._list(block, "")

    def _row(self, row: tuple[Inlines, ...]) -> list[Token]:
        found: list[Token] = []
        for number, cell in enumerate(row):
            if number:
                found.append(Token("\t"))
            found.extend(self._inlines(cell))
        return found

    def _list(self, given: List, indent: str) -> Iterator[list[Token]]:
        for index, item in enumerate(given.items):
            marker = "•" if given.start is None else f"{given.start + index}."
            yield [Token(f"{indent}{marker} ", MARKER), *self._inlines(item.inlines)]
            for child in item.children:
                yield from self._list(child, indent + "    ")

    def _inlines(self, inlines: Inlines, look: int = 0) -> list[Token]:
        found: list[Token] = []
        for run in flat(inlines):
            node, own = run.node, run.look | look
            if isinstance(node, Link):
                found.extend(self._inlines(node.children, own | LINK))
                found.append(Token(f" ({node.url})", NOTE))
            elif isinstance(node, FootnoteMark):
                found.extend(self._note(node.label))
            elif isinstance(node, LineBreak):
                found.append(Token(LINE_BREAK))
            else:
                found.extend(Token(part, own) for part in _WORDS.findall(node.text))
        return found

    def _note(self, label: str) -> Iterator[Token]:
        if label in self._left:
            yield Token(" (", NOTE)
            yield from self._inlines(self._left.pop(label), NOTE)
            yield Token(")", NOTE)
