"""Reads a prose text into its tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from strategidesk.prose.grammar import unescaped
from strategidesk.prose.inline_reading import read_inlines
from strategidesk.prose.nodes import (
    Block,
    Inlines,
    LineBreak,
    List,
    ListItem,
    Paragraph,
    Picture,
    Prose,
    Table,
    Text,
)
from strategidesk.prose.normal import normal
from strategidesk.prose.runs import as_nodes

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


_MARKS = re.compile(r"[\\*\[\]|\t\r\0]")
_PLAIN = re.compile(r"[^\s+\-0-9](?:[^\n]*\S)?")  # one line that can begin no other block


def parse(text: str) -> Prose:
    """The tree of a text, in normal form. Never fails: what is not a mark is plain text."""
    return plain_paragraphs(text) or parse_marked(text)


def plain_paragraphs(text: str) -> Prose | None:
    """The tree of a text that is nothing but plain paragraphs, as most are; else None."""
    if _MARKS.search(text):
        return None
    lines = text.split("\n\n")
    if not all(map(_PLAIN.fullmatch, lines)):
        return None
    return Prose(tuple(Paragraph((Text(line),)) for line in lines))


def parse_marked(text: str) -> Prose:
    """The tree of any text."""
    tokens = _parser().parse(text, {})
    labels = frozenset(str(token.meta["label"]) for token in tokens if token.type == "note")
    reader = _Reader(labels)
    blocks = tuple(reader.blocks(iter(tokens)))
    return normal(Prose(blocks, tuple(reader.notes)))


@cache
def _parser() -> MarkdownIt:
    from strategidesk.prose.block_rules import markdown

    return markdown()


class _Reader:
    """Turns block tokens into nodes, collecting the footnotes it meets."""

    def __init__(self, labels: frozenset[str]) -> None:
        self._labels = labels
        self.notes: list[tuple[str, Inlines]] = []

    def blocks(self, tokens: Iterator[Token]) -> Iterator[Block]:
        for token in tokens:
            if token.type == "inline":
                yield Paragraph(self._inlines(token.content))
            elif token.type in {"bullet_list_open", "ordered_list_open"}:
                yield self._list(token, tokens)
            elif token.type == "picture":
                yield Picture(unescaped(token.content), str(token.meta["id"]))
            elif token.type == "table":
                header, rows = token.meta["header"], token.meta["rows"]
                yield Table(self._row(header), tuple(self._row(row) for row in rows))
            elif token.type == "note":
                self._note(token)

    def _inlines(self, text: str) -> Inlines:
        return as_nodes(read_inlines(text, self._labels))

    def _row(self, texts: list[str]) -> tuple[Inlines, ...]:
        return tuple(self._inlines(text) for text in texts)

    def _note(self, token: Token) -> None:
        text = as_nodes(read_inlines(token.content, frozenset()))
        self.notes.append((str(token.meta["label"]), text))

    def _list(self, opened: Token, tokens: Iterator[Token]) -> List:
        items: list[ListItem] = []
        for token in tokens:
            if token.type == "list_item_open":
                items.append(self._item(tokens))
            elif token.type in {"bullet_list_close", "ordered_list_close"}:
                break
        start = int(opened.attrs.get("start", 1)) if opened.type[0] == "o" else None
        return List(tuple(items), start)

    def _item(self, tokens: Iterator[Token]) -> ListItem:
        """An item: its paragraphs are lines, those after a list are lines of its last item."""
        item = ListItem(())
        for token in tokens:
            if token.type == "inline":
                item = _with_line(item, self._inlines(token.content))
            elif token.type in {"bullet_list_open", "ordered_list_open"}:
                item = ListItem(item.inlines, (*item.children, self._list(token, tokens)))
            elif token.type == "note":
                self._note(token)
            elif token.type == "list_item_close":
                break
        return item


def _with_line(item: ListItem, line: Inlines) -> ListItem:
    if not item.children:
        return ListItem((*item.inlines, LineBreak(), *line) if item.inlines else line)
    *lists, last = item.children
    *items, youngest = last.items
    grown = List((*items, _with_line(youngest, line)), last.start)
    return ListItem(item.inlines, (*lists, grown))
