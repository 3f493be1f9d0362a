"""Blocks of prose as paragraphs, lists, tables and pictures."""

from collections.abc import Iterable, Mapping

from strategidesk.model.wording import wording
from strategidesk.prose.nodes import (
    Inlines,
    List,
    ListItem,
    Paragraph,
    Picture,
    Prose,
    Table,
)
from strategidesk.word.inlines import Runs
from strategidesk.word.markup import Piece, paragraph, run
from strategidesk.word.numbering import LEVELS, Numbering
from strategidesk.word.package import Package
from strategidesk.word.pictures import drawing
from strategidesk.word.styles import Styles
from strategidesk.word.tables import CELL_STYLE, Ready
from strategidesk.word.typography import Typeset

_DEEPEST_STYLE = 2  # "List Bullet 2", "List Number 2"


class Cells:
    """Prose inside a table cell: paragraphs and lists; tables and pictures as their text."""

    def __init__(self, runs: Runs, numbering: Numbering) -> None:
        self.runs = runs
        self._numbering = numbering

    def cell(self, prose: Prose) -> Ready:
        """The content of a cell, empty for an empty text."""
        return Ready("".join(self._pieces(prose)))

    def _pieces(self, prose: Prose) -> Iterable[Piece]:
        style = CELL_STYLE
        for block in prose.blocks:
            match block:
                case Paragraph(inlines):
                    yield paragraph(style, self.runs.runs(inlines, prose))
                case List():
                    for _, properties, item in self.items(block):
                        yield paragraph(style, self.runs.runs(item.inlines, prose), properties)
                case Table(header, rows):
                    for row in (header, *rows):
                        texts = (self.runs.runs(cell, prose) for cell in row if cell)
                        yield paragraph(style, run("; ").join(texts))
                case Picture(alt):
                    yield paragraph(style, run(alt or wording().text("picture")))

    def items(self, block: List, level: int = 0) -> Iterable[tuple[str, Piece, ListItem]]:
        """Every item of a list and of the lists below, with its style's name and `w:numPr`."""
        style = _list_style(block, level)
        properties = self._number(block, level)
        for item in block.items:
            yield style, properties, item
            for child in item.children:
                yield from self.items(child, min(level + 1, LEVELS - 1))

    def _number(self, block: List, level: int) -> Piece:
        if block.start is None:
            number = self._numbering.bullets()
        else:
            number = self._numbering.numbers(level, block.start)
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


class Blocks(Cells):
    """Prose in the document's own column."""

    def __init__(
        self,
        package: Package,
        styles: Styles,
        numbering: Numbering,
        pictures: Mapping[str, bytes],
        typeset: Typeset,
    ) -> None:
        super().__init__(Runs(package, styles, typeset), numbering)
        self._package = package
        self._styles = styles
        self._pictures = pictures
        self._drawn = 0

    def _number(self, block: List, level: int) -> Piece:
        """Bullets are those of the template's style where it has its own."""
        style = _list_style(block, level)
        if block.start is None and level < _DEEPEST_STYLE and self._styles.numbered(style):
            return ""
        return super()._number(block, level)

    def picture(self, block: Picture, width: int, height: int) -> tuple[Piece, float]:
        """A picture within `width` x `height` EMU, and its height in points.

        Its alternative text as a plain run where the picture is missing or unreadable.
        """
        image = self._package.image(block.picture, self._pictures)
        if image is None:
            return run(block.alt or wording().text("picture")), 0.0
        self._drawn += 1
        shrink = min(1.0, width / max(image.width, 1), height / max(image.height, 1))
        size = max(1, int(image.width * shrink)), max(1, int(image.height * shrink))
        return drawing(image.relation, self._drawn, block.alt, *size), size[1] / 12700

    def table_cells(self, block: Table, prose: Prose) -> tuple[list[Ready], list[list[Ready]]]:
        """The titles and rows of a table of the text."""
        titles = [self._table_cell(title, prose) for title in block.header]
        return titles, [[self._table_cell(cell, prose) for cell in row] for row in block.rows]

    def _table_cell(self, cell: Inlines, prose: Prose) -> Ready:
        return Ready(paragraph(CELL_STYLE, self.runs.runs(cell, prose)))


def _list_style(block: List, level: int) -> str:
    kind = "List Bullet" if block.start is None else "List Number"
    return kind if level == 0 else f"{kind} {_DEEPEST_STYLE}"
