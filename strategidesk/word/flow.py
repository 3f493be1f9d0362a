"""The body of a document as it grows: headings, prose, lists and tables below one another."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from strategidesk.model.wording import wording
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
from strategidesk.word import typography
from strategidesk.word.blocks import Blocks
from strategidesk.word.heading_numbers import Decimal, template_numbers
from strategidesk.word.headings import Headings
from strategidesk.word.inlines import leads, length
from strategidesk.word.markup import KEEP, Piece, kept, paragraph, run
from strategidesk.word.numbering import Numbering
from strategidesk.word.package import Package
from strategidesk.word.pages import Pages, Sheet
from strategidesk.word.sections import spacer
from strategidesk.word.tables import Look, Ready, table
from strategidesk.word.turning import Turning
from strategidesk.word.widths import SPACING, columns, setting

BODY = 10.5  # points
_STYLES = ("Tabelltext", "Tabellrubrik")
_SMALL_STYLES = ("Tabelltext liten", "Tabellrubrik liten")
NUMBERED = "Numrerat stycke"
EMU = 635  # per twip
_RECURRING = 256  # cells that are kept, for the case that they stand in a table again
_LOW = 0.6  # of a page: a table that may be kept whole


class Flow:
    """Adds to a document's body from top to bottom."""

    def __init__(
        self,
        package: Package,
        sheet: Sheet,
        numbered: int | None,
        pictures: Mapping[str, bytes],
        language: str = "sv",
    ) -> None:
        """`numbered`: how many heading levels have numbers, unless the template numbers them in its
        own way (None: none at all); `pictures` by id; texts are set as is usual in the
        `language`."""
        self.typeset = typography.of(language)
        self.sheet = sheet
        self.styles = package.styled(sheet.width)
        self.numbering = Numbering(package.numbering(), self.styles)
        self.pages = Pages(sheet.width / 20, sheet.height / 20)
        own = template_numbers(self.styles, package.numbering())
        numbers = None if numbered is None else own
        self.headings = Headings(
            self.styles, self.pages, numbers or Decimal(numbered or 0), self.typeset
        )
        self.body: list[Piece] = []
        self._blocks = Blocks(package, self.styles, self.numbering, pictures, self.typeset)
        self._turning = Turning(package, self.styles, self.pages, self.headings, self.body)
        self._below_table = False
        self._running = ""
        self._line_cell = lru_cache(_RECURRING)(self._made_cell)
        if numbered is None and own:
            self.numbering.leave_headings_out()
        elif numbers:
            self.numbering.leave_contents_out()
        elif numbered:
            self.numbering.number_headings(numbered)

    def number_paragraphs(self) -> None:
        """From here on the paragraphs of running text are numbered, one after the other.

        Headings, tables and the items of lists have no numbers; an item belongs to the paragraph
        that leads its list.
        """
        self._running = NUMBERED
        self.numbering.number_paragraphs(NUMBERED)

    def aside(self, write: Callable[["Flow"], None]) -> list[Piece]:
        """What `write` adds, for another place than the body's; its tables stay upright.

        The body begins on a new page after it.
        """
        body, self.body = self.body, []
        self._turning.still = True
        write(self)
        self._close_table()
        self._turning.still = False
        self._turning.stop()
        made, self.body = self.body, body
        self.pages.new_page()
        return made

    def heading(self, level: int, text: str) -> None:
        """A heading; levels beyond Word's nine stay at nine."""
        self._below_table = False
        self._turning.heading()
        self.body.append(self.headings.add(level, text))

    def line(self, text: str, style: str = "") -> None:
        """A paragraph of plain text; blanks make none."""
        if text.strip():
            keep = KEEP if text.endswith(":") else ""
            id = style and self.styles.id(style)
            self._paragraph(id, run(self.typeset(text)), len(text), keep)

    def lead(self, most: int) -> None:
        """The last paragraphs, `most` of them at most, stay with what comes next."""
        self.body[-most:] = map(kept, self.body[-most:])

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
        """Prose as the content of a table cell. One line of words is made once: such cells recur,
        while each list and each footnote is a thing of its own."""
        if text[:1].isalpha() and "\n" not in text and "[^" not in text:
            return self._line_cell(text)
        return self._made_cell(text)

    def _made_cell(self, text: str) -> Ready:
        return self._blocks.cell(parse(text))

    def titled_cell(self, title: str, text: str) -> Ready:
        """A line and the prose below it as the content of a table cell."""
        prose = parse(text)
        lead = (Paragraph((Strong((Plain(title),)),)),) if title else ()
        return self._blocks.cell(Prose((*lead, *prose.blocks), prose.notes))

    def table(
        self,
        titles: Sequence[str],
        rows: Sequence[Sequence[str]],
        caption: str = "",
        like: Sequence[Sequence[str]] = (),
        whole: bool = False,
    ) -> None:
        """A table in the full width; cells are plain text or what `cell` gives.

        Columns get widths by their texts, or by those of `like`, rows of all tables that are to
        look alike; tables of many columns get small text. One that is cramped on the page gets
        pages on their side, with what leads it. `whole`: it stays on one page, if it is low.
        """
        if not titles:
            return
        found = columns(titles, like or rows)
        fit = setting(found, self.sheet)
        sheet = self._turning.sheet_for(fit, rows)
        if sheet is not self.sheet:
            fit = setting(found, sheet)
        self._part_tables(caption)
        styles, edge = (_SMALL_STYLES, 50) if fit.small else (_STYLES, 108)
        height = fit.height(rows)
        look = Look(
            sheet.width,
            fit.shares,
            *styles,
            edge=edge,
            fits=fit.fits,
            tallest=fit.tallest,
            whole=whole and height < _LOW * sheet.height / 20,
            typeset=self.typeset,
        )
        self.body.append(table(self.styles, titles, rows, look, caption))
        self.pages.block(height)
        self._below_table = not self._turning.after_table(sheet)

    def finish(self) -> None:
        """Closes the body: a document does not end in a table."""
        self._close_table()
        self._turning.finish()

    @property
    def opening(self) -> Piece:
        """The properties of the section before the body, where that begins on its side."""
        return self._turning.opening

    def notes_part(self) -> bytes:
        return self._blocks.runs.notes_part()

    def _close_table(self) -> None:
        """What comes before a page of its own, or the end, is no table."""
        if self._below_table:
            self.body.append(spacer(self.styles))
            self._below_table = False

    def _part_tables(self, caption: str) -> None:
        """Two tables with nothing between them would become one: the second gets its name."""
        if self._below_table:
            name = caption or wording().text("next_table")
            self._paragraph(self.styles.id("caption"), run(name), len(name))

    def _block(self, block: Block, prose: Prose, style: str = "") -> None:
        match block:
            case Paragraph(inlines):
                self._text(inlines, prose, style or self._running)
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
                self._turning.stop()

    def _text(self, inlines: Inlines, prose: Prose, style: str, properties: Piece = "") -> None:
        content = self._blocks.runs.runs(inlines, prose)
        id = self.styles.id(style) if style else ""
        if leads(inlines):
            properties = KEEP + properties
        self._paragraph(id, content, length(inlines), properties)

    def _paragraph(self, style: str, content: Piece, size: int, properties: Piece = "") -> None:
        if self._below_table:
            properties += '<w:spacing w:before="200"/>'
            self._below_table = False
        self._turning.line(size, listed="<w:numPr>" in properties)
        self.body.append(paragraph(style or self.styles.text, content, properties))
        self.pages.text(size, BODY, SPACING, 7)
        self._footnotes()

    def _footnotes(self) -> None:
        for size in self._blocks.runs.note_lengths:
            self.pages.text(size + 3, 8.5, 1.0, 2)
        self._blocks.runs.note_lengths.clear()


def _with_term(blocks: tuple[Block, ...], term: str) -> tuple[Block, ...]:
    lead = Strong((Plain(f"{term}:"),))
    if blocks and isinstance(blocks[0], Paragraph):
        return (Paragraph((lead, Plain(" "), *blocks[0].inlines)), *blocks[1:])
    return (Paragraph((lead,)), *blocks)
