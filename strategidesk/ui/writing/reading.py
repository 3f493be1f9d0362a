"""Reads the text out of a document: our own, or one that was pasted from another program."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextDocument, QTextFrame, QTextTable

from strategidesk.prose import (
    Block,
    FootnoteMark,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Picture,
    Prose,
    Table,
    Text,
)
from strategidesk.prose.runs import BOLD, ITALIC, Run, as_nodes
from strategidesk.ui.writing.formats import DEEPEST, LINE_BREAK, OBJECT, Own, is_bullet

_Note = tuple[str, Inlines]


@dataclass
class _Item:
    """One item of a list in the making."""

    inlines: Inlines
    lists: "list[_Items]" = field(default_factory=list)

    def done(self) -> ListItem:
        return ListItem(self.inlines, tuple(one.done() for one in self.lists))


@dataclass
class _Items:
    """A list in the making: which QTextList it is, and the number that it begins at."""

    index: int
    start: int | None
    items: list[_Item] = field(default_factory=list)

    def done(self) -> List:
        return List(tuple(item.done() for item in self.items), self.start)


class _Reader:
    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._open: _Items | None = None  # the list of level 1 that is going on
        self._counted: dict[int, int] = {}  # items met so far, by QTextList
        self.notes: list[_Note] = []

    def frame(self, frame: QTextFrame) -> None:
        at = frame.begin()
        while not at.atEnd():
            inner = at.currentFrame()
            if isinstance(inner, QTextTable):
                self._add(_table(inner))
            elif inner is not None:
                self.frame(inner)
            else:
                self._block(at.currentBlock())
            at += 1

    def _block(self, block: QTextBlock) -> None:
        label = block.blockFormat().property(Own.NOTE_TEXT)
        if label is not None:
            self.notes.append((str(label), inlines_of(block)))
        elif block.textList() is not None:
            self._item(block)
        else:
            for part in _paragraphs(block):
                self._add(part)

    def _add(self, block: Block) -> None:
        if self._open is not None:
            self._blocks.append(self._open.done())
            self._open = None
        self._blocks.append(block)

    def _item(self, block: QTextBlock) -> None:
        owner = block.textList()
        index, given = owner.objectIndex(), owner.format()
        before = self._counted.get(index, 0)
        self._counted[index] = before + 1
        start = None if is_bullet(given) else max(given.start(), 0) + before
        level = min(max(given.indent(), 1), DEEPEST)
        item = _Item(inlines_of(block))
        if level > 1 and self._open is not None:
            lists = self._open.items[-1].lists
            if not lists or lists[-1].index != index:
                lists.append(_Items(index, start))
            lists[-1].items.append(item)
            return
        if self._open is not None and self._open.index != index:
            self._blocks.append(self._open.done())
            self._open = None
        if self._open is None:
            self._open = _Items(index, start)
        self._open.items.append(item)

    def done(self) -> Prose:
        if self._open is not None:
            self._blocks.append(self._open.done())
        return Prose(tuple(self._blocks), tuple(self.notes))


def prose_of(document: QTextDocument) -> Prose:
    """The tree of a document, as it stands; `write` makes the normal form of it."""
    reader = _Reader()
    reader.frame(document.rootFrame())
    return reader.done()


def inlines_of(block: QTextBlock) -> Inlines:
    """The words of one block with their looks; pictures stand aside."""
    return _nodes(part for part in _pieces(block) if not _picture(part))


def _paragraphs(block: QTextBlock) -> Iterator[Paragraph | Picture]:
    """The block as a paragraph; pictures in it stand alone, between what is before and after."""
    waiting: list[_Piece] = []
    for piece in _pieces(block):
        if found := _picture(piece):
            yield Paragraph(_nodes(waiting))
            yield found
            waiting = []
        else:
            waiting.append(piece)
    yield Paragraph(_nodes(waiting))


_Piece = tuple[str, QTextCharFormat]


def _pieces(block: QTextBlock) -> Iterator[_Piece]:
    """The stretches of a block that have one format, as text and format."""
    text, ranges = block.text(), block.textFormats()
    if len(ranges) == 1:
        yield text, QTextCharFormat(ranges[0].format)
        return
    units = text.encode("utf-16-le", "surrogatepass")  # Qt counts in UTF-16 units
    for one in ranges:
        part = units[2 * one.start : 2 * (one.start + one.length)]
        yield part.decode("utf-16-le", "surrogatepass"), QTextCharFormat(one.format)


def _picture(piece: _Piece) -> Picture | None:
    text, format = piece
    id = format.property(Own.PICTURE)
    if id is None or text != OBJECT:
        return None
    return Picture(str(format.property(Own.ALT) or ""), str(id))


def _nodes(pieces: Iterable[_Piece]) -> Inlines:
    """The pieces as nodes; those of one link are one link."""
    runs: list[Run] = []
    inside: list[Run] = []
    link: tuple[int, str] | None = None

    def close() -> None:
        if link is not None:
            runs.append(Run(Link(as_nodes(inside), link[1])))
            inside.clear()

    for text, format in pieces:
        url = format.anchorHref() if format.isAnchor() else ""
        here = (int(format.property(Own.LINK) or 0), url) if url else None
        if here != link:
            close()
            link = here
        (runs if link is None else inside).extend(_runs(text, format))
    close()
    return as_nodes(runs)


def _runs(text: str, format: QTextCharFormat) -> Iterator[Run]:
    bold = format.fontWeight() >= QFont.Weight.DemiBold
    look = (BOLD if bold else 0) | (ITALIC if format.fontItalic() else 0)
    label, literal = format.property(Own.NOTE), format.property(Own.LITERAL)
    if (label is not None or literal is not None) and text.strip(OBJECT) == "":
        for _character in text:
            yield Run(Text(literal) if label is None else FootnoteMark(str(label)), look)
        return
    if format.isImageFormat() and text == OBJECT:  # a picture that is none of ours
        return
    for number, line in enumerate(text.split(LINE_BREAK)):
        if number:
            yield Run(LineBreak(), look)
        yield Run(Text(line), look)


def _table(table: QTextTable) -> Table:
    rows = []
    for row in range(table.rows()):
        cells = []
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            spanned = (cell.row(), cell.column()) != (row, column)
            cells.append(() if spanned else _cell(table, row, column))
        rows.append(tuple(cells))
    return Table(rows[0], tuple(rows[1:]))


def _cell(table: QTextTable, row: int, column: int) -> Inlines:
    cell = table.cellAt(row, column)
    block = cell.firstCursorPosition().block()
    last = cell.lastCursorPosition().block()
    found: Inlines = inlines_of(block)
    while block != last:
        block = block.next()
        found = (*found, LineBreak(), *inlines_of(block))
    return found
