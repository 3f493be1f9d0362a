"""The body of a document as it grows: headings, prose, lists and tables below one another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from strategidesk.prose import parse
from strategidesk.prose.nodes import (
    Block,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Picture,
    Prose,
    Strong,
    Table,
)
from strategidesk.prose.nodes import Text as Plain
from strategidesk.word.blocks import Blocks
from strategidesk.word.heading_numbers import Decimal, template_numbers
from strategidesk.word.headings import Headings
from strategidesk.word.inlines import length
from strategidesk.word.markup import Piece, paragraph, run
from strategidesk.word.numbering import Numbering
from strategidesk.word.package import Package
from strategidesk.word.pages import CHARACTER, Pages
from strategidesk.word.tables import SAMPLE, Look, Ready, fitted, table

BODY, TABLE, SMALL = 10.5, 9.0, 7.5  # points
_LETTER = 0.55  # em, inside words
_NARROWEST = 1350  # twips: columns below this get small text
_STYLES = ("Tabelltext", "Tabellrubrik")
_SMALL_STYLES = ("Tabelltext liten", "Tabellrubrik liten")
_MARKUP = 0.35  # how much of a ready cell is text
SPACING = 1.2
EMU = 635  # per twip


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page's text area in twips."""

    width: int
    height: int


class Flow:
    """Adds to a document's body from top to bottom."""

    def __init__(
        self, package: Package, sheet: Sheet, numbered: int, pictures: Mapping[str, bytes]
    ) -> None:
        """`numbered`: how many heading levels have numbers, unless the template numbers them in its
        own way; `pictures` by id."""
        self.sheet = sheet
        self.styles = package.styled(sheet.width)
        self.numbering = Numbering(package.numbering(), self.styles)
        self.pages = Pages(sheet.width / 20, sheet.height / 20)
        numbers = template_numbers(self.styles, package.numbering())
        self.headings = Headings(self.styles, self.pages, numbers or Decimal(numbered))
        self.body: list[Piece] = []
        self._blocks = Blocks(package, self.styles, self.numbering, pictures)
        self._below_table = False
        if numbers:
            self.numbering.leave_contents_out()
        elif numbered:
            self.numbering.number_headings(numbered)

    def heading(self, level: int, text: str) -> None:
        """A heading; levels beyond Word's nine stay at nine."""
        self._below_table = False
        self.body.append(self.headings.add(level, text))

    def line(self, text: str, style: str = "") -> None:
        """A paragraph of plain text."""
        if text:
            self._paragraph(style and self.styles.id(style), run(text), len(text))

    def runs(self, content: Piece, size: int) -> None:
        """A paragraph of ready runs that show so many characters."""
        if content:
            self._paragraph("", content, size)

    def prose(self, text: str, term: str = "") -> None:
        """A text with all its blocks; `term` leads its first paragraph in bold."""
        prose = parse(text)
        blocks = prose.blocks
        if term:
            blocks = _with_term(blocks, term)
        for block in blocks:
            self._block(block, prose)

    def bullets(self, texts: Iterable[str]) -> None:
        """A bullet list of prose texts; what follows an item's first paragraph stands below it."""
        for text in texts:
            prose = parse(text)
            first, *rest = prose.blocks or (None,)
            below = rest[0] if rest else None
            if isinstance(first, Paragraph) and isinstance(below, List):
                rest, first = rest[1:], List((ListItem(first.inlines, (below,)),))
            elif isinstance(first, Paragraph):
                first = List((ListItem(first.inlines),))
            if first:
                self._block(first, prose)
            for block in rest:
                self._block(block, prose, "List Continue")

    def items(self, lines: Iterable[str]) -> None:
        """A bullet list of plain lines."""
        prose = Prose()
        items = tuple(ListItem((Plain(line),)) for line in lines if line.strip())
        if items:
            self._block(List(items), prose)

    def cell(self, text: str) -> Ready:
        """Prose as the content of a table cell."""
        return self._blocks.cell(parse(text))

    def titled_cell(self, title: str, text: str) -> Ready:
        """A line and the prose below it as the content of a table cell."""
        prose = parse(text)
        lead = (Paragraph((Strong((Plain(title),)),)),) if title else ()
        return self._blocks.cell(Prose((*lead, *prose.blocks), prose.notes))

    def table(
        self, titles: Sequence[str], rows: Sequence[Sequence[str]], caption: str = ""
    ) -> None:
        """A table in the full width; cells are plain text or what `cell` gives.

        Columns get widths by their texts; tables of many columns get small text.
        """
        if not titles:
            return
        wide = len(titles) * _NARROWEST > self.sheet.width
        size = SMALL if wide else TABLE
        shares = fitted(titles, rows, self.pages.width / (size * _LETTER))
        styles = _SMALL_STYLES if wide else _STYLES
        self._part_tables()
        look = Look(self.sheet.width, shares, *styles, edge=50 if wide else 108)
        self.body.append(table(self.styles, titles, rows, look, caption))
        self._measure(shares, rows, size)
        self._below_table = True

    def finish(self) -> None:
        """Closes the body: a document does not end in a table."""
        self._part_tables()

    def notes_part(self) -> bytes:
        return self._blocks.runs.notes_part()

    def _part_tables(self) -> None:
        """Two tables with nothing between them would become one."""
        if self._below_table:
            self.body.append(paragraph(self.styles.id("Tabellavstånd"), ""))
            self._below_table = False

    def _block(self, block: Block, prose: Prose, style: str = "") -> None:
        match block:
            case Paragraph(inlines):
                self._text(inlines, prose, style)
            case List():
                for name, properties, item in self._blocks.items(block):
                    self._text(item.inlines, prose, name, properties)
            case Table():
                self.table(*self._blocks.table_cells(block, prose))
                self._footnotes()
            case Picture():
                width, height = self.sheet.width * EMU, int(self.sheet.height * EMU * 0.6)
                piece, points = self._blocks.picture(block, width, height)
                self._paragraph("", piece, 0 if points else len(block.alt))
                self.pages.block(points)

    def _text(self, inlines: Inlines, prose: Prose, style: str, properties: Piece = "") -> None:
        content = self._blocks.runs.runs(inlines, prose)
        id = self.styles.id(style) if style else ""
        self._paragraph(id, content, length(inlines), properties)

    def _paragraph(self, style: str, content: Piece, size: int, properties: Piece = "") -> None:
        if self._below_table:
            properties += '<w:spacing w:before="200"/>'
            self._below_table = False
        self.body.append(paragraph(style or self.styles.text, content, properties))
        self.pages.text(size, BODY, SPACING, 7)
        self._footnotes()

    def _footnotes(self) -> None:
        for size in self._blocks.runs.note_lengths:
            self.pages.text(size + 3, 8.5, 1.0, 2)
        self._blocks.runs.note_lengths.clear()

    def _measure(self, shares: Sequence[float], rows: Sequence[Sequence[str]], size: float) -> None:
        """Counts the table's height: each row is as high as its fullest cell.

        Long tables count by their first rows.
        """
        line, total = size * SPACING, sum(shares)
        fits = [
            max(1.0, (self.pages.width * share / total - 11) / (size * CHARACTER))
            for share in shares
        ]
        heights = [
            line * (1 + int(max(_shown(cell) / fit for cell, fit in zip(row, fits, strict=True))))
            for row in rows[:SAMPLE]
        ]
        mean = sum(heights) / max(1, len(heights)) + 4
        self.pages.block(line + 4 + mean * len(rows))


def _shown(cell: str) -> float:
    return len(cell) * (_MARKUP if isinstance(cell, Ready) else 1.0)


def _with_term(blocks: tuple[Block, ...], term: str) -> tuple[Block, ...]:
    lead = Strong((Plain(f"{term}:"),))
    if blocks and isinstance(blocks[0], Paragraph):
        return (Paragraph((lead, Plain(" "), *blocks[0].inlines)), *blocks[1:])
    return (Paragraph((lead,)), *blocks)
