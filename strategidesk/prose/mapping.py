"""A text with other leaves: the same tree, in which each text, mark and line break is changed."""

from collections.abc import Callable
from dataclasses import replace

from strategidesk.prose.nodes import (
    Block,
    Emphasis,
    FootnoteMark,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Picture,
    Prose,
    Strong,
    Text,
)

Leaf = Text | FootnoteMark | LineBreak
Change = Callable[[Leaf], Leaf]


def mapped(prose: Prose, change: Change) -> Prose:
    """The text with every leaf changed, in the order of the text, the footnotes last."""
    blocks = tuple(_block(block, change) for block in prose.blocks)
    notes = tuple((label, _inlines(inlines, change)) for label, inlines in prose.notes)
    return Prose(blocks, notes)


def _block(block: Block, change: Change) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(_inlines(block.inlines, change))
    if isinstance(block, List):
        return _list(block, change)
    if isinstance(block, Picture):
        return block
    header = tuple(_inlines(cell, change) for cell in block.header)
    rows = tuple(tuple(_inlines(cell, change) for cell in row) for row in block.rows)
    return replace(block, header=header, rows=rows)


def _list(given: List, change: Change) -> List:
    items = tuple(
        ListItem(
            _inlines(item.inlines, change), tuple(_list(child, change) for child in item.children)
        )
        for item in given.items
    )
    return replace(given, items=items)


def _inlines(inlines: Inlines, change: Change) -> Inlines:
    return tuple(_inline(node, change) for node in inlines)


def _inline(node: Inline, change: Change) -> Inline:
    if isinstance(node, Strong | Emphasis | Link):
        return replace(node, children=_inlines(node.children, change))
    return change(node)
