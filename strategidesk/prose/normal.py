"""The normal form of a text: equal for equal content, and exactly what can be written and read.

* Paragraphs and items without words, and lists without items, do not exist; an item that has only
  lists under it is replaced by their items.
* Lists have two levels; deeper items stand in the second.
* A text has no blanks at its ends or around line breaks; cells and links have no line breaks.
* Neighbouring texts are one; bold in bold, italic in italic and a link in a link are not nested.
* Every row of a table has as many cells as its header.
* A footnote label occurs once (texts of equal labels are lines of one note), and footnote marks
  have a note; notes have no marks.
"""

from collections.abc import Iterable, Iterator

from strategidesk.prose.nodes import (
    Block,
    Inline,
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
from strategidesk.prose.runs import flat, tidy

_LARGEST_NUMBER = 999_999_999
_Numbered = tuple[int | None, ListItem]


def normal(prose: Prose) -> Prose:
    """The text in normal form; `write` and `parse` give back what this gives."""
    texts: dict[str, list[Inline]] = {}
    for label, inlines in prose.notes:
        texts.setdefault(label, []).extend((*inlines, LineBreak()))
    notes = {label: tidy(flat(tuple(text)), frozenset()) for label, text in texts.items()}
    labels = frozenset(notes)
    blocks = tuple(block for given in prose.blocks for block in _block(given, labels))
    return Prose(blocks, tuple(notes.items()))


def _block(block: Block, labels: frozenset[str]) -> Iterator[Block]:
    if isinstance(block, Paragraph):
        inlines = tidy(flat(block.inlines), labels)
        if inlines:
            yield Paragraph(inlines)
    elif isinstance(block, Picture):
        yield Picture(" ".join(block.alt.replace("\0", "\ufffd").split()), block.picture)
    elif isinstance(block, Table):
        table = _table(block, labels)
        if table.header:
            yield table
    else:
        yield from _lists(_worded(block, labels))


def _table(table: Table, labels: frozenset[str]) -> Table:
    """The cells beyond the header's stand in the last one, after a bar."""
    width = len(table.header) or max(map(len, table.rows), default=0)

    def fitted(row: tuple[Inlines, ...]) -> tuple[Inlines, ...]:
        kept = [*row[:width], *[()] * (width - len(row))]
        for extra in row[width:]:
            if extra:
                kept[-1] = (*kept[-1], Text(" | "), *extra) if kept[-1] else extra
        return tuple(tidy(flat(cell), labels, one_line=True) for cell in kept)

    return Table(fitted(table.header), tuple(fitted(row) for row in table.rows))


def _worded(given: List, labels: frozenset[str]) -> Iterator[_Numbered]:
    """The items with their numbers; of one without words, the items under it."""
    for index, item in enumerate(given.items):
        inlines = tidy(flat(item.inlines), labels)
        children = [list(_worded(child, labels)) for child in item.children]
        if inlines:
            lists = (under for child in children for under in _lists(_second_level(child)))
            yield _number(given, index), ListItem(inlines, tuple(lists))
        else:
            for child in children:
                yield from child


def _second_level(items: Iterable[_Numbered]) -> Iterator[_Numbered]:
    for number, item in items:
        yield number, ListItem(item.inlines)
        for child in item.children:
            numbered = ((_number(child, index), each) for index, each in enumerate(child.items))
            yield from _second_level(numbered)


def _number(given: List, index: int) -> int | None:
    return None if given.start is None else min(max(given.start, 0) + index, _LARGEST_NUMBER)


def _lists(items: Iterable[_Numbered]) -> list[List]:
    """Lists of the items: a new one begins where kind or numbering changes."""
    found: list[tuple[int | None, list[ListItem]]] = []
    expected: int | None = None
    for number, item in items:
        if found and number == expected:
            found[-1][1].append(item)
        else:
            found.append((number, [item]))
        expected = None if number is None else min(number + 1, _LARGEST_NUMBER)
    return [List(tuple(each), start) for start, each in found]
