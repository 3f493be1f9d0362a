"""The footnotes of a text: which are marked where, and giving them other labels."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from strategidesk.prose.nodes import (
    Block,
    Emphasis,
    FootnoteMark,
    Inline,
    Inlines,
    Link,
    List,
    ListItem,
    Paragraph,
    Picture,
    Prose,
    Strong,
)


def marked(prose: Prose) -> list[str]:
    """The labels of all marks, in the order of the text."""
    found: list[str] = []

    def seen(mark: FootnoteMark) -> FootnoteMark:
        found.append(mark.label)
        return mark

    for block in prose.blocks:
        _block(block, seen)
    return found


def relabelled(prose: Prose, names: Mapping[str, str]) -> Prose:
    """The text with other labels, in marks and notes; a label that is not named stays."""

    def other(mark: FootnoteMark) -> FootnoteMark:
        return FootnoteMark(names.get(mark.label, mark.label))

    notes = tuple((names.get(label, label), inlines) for label, inlines in prose.notes)
    return Prose(tuple(_block(block, other) for block in prose.blocks), notes)


def free_labels(used: Collection[str]) -> Iterator[str]:
    """Labels that are not in use: numbers above the highest."""
    number = max((int(label) for label in used if label.isdecimal()), default=0)
    while True:
        number += 1
        yield str(number)


_Change = Callable[[FootnoteMark], FootnoteMark]


def _block(block: Block, change: _Change) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(_inlines(block.inlines, change))
    if isinstance(block, List):
        return _list(block, change)
    if isinstance(block, Picture):
        return block
    header = tuple(_inlines(cell, change) for cell in block.header)
    rows = tuple(tuple(_inlines(cell, change) for cell in row) for row in block.rows)
    return replace(block, header=header, rows=rows)


def _list(given: List, change: _Change) -> List:
    items = tuple(
        ListItem(
            _inlines(item.inlines, change), tuple(_list(child, change) for child in item.children)
        )
        for item in given.items
    )
    return replace(given, items=items)


def _inlines(inlines: Inlines, change: _Change) -> Inlines:
    return tuple(_inline(node, change) for node in inlines)


def _inline(node: Inline, change: _Change) -> Inline:
    if isinstance(node, FootnoteMark):
        return change(node)
    if isinstance(node, Strong | Emphasis | Link):
        return replace(node, children=_inlines(node.children, change))
    return node
