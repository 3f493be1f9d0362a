"""Tables: fixed widths, a header row that repeats on every page, no merged cells."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import ceil
from operator import gt
from typing import NamedTuple

from strategidesk.word.markup import Piece, escaped, paragraph, run
from strategidesk.word.styles import Styles
from strategidesk.word.typography import Typeset, swedish

_WITH_NEXT = '"/><w:keepNext w:val="true'  # behind a style's id: the paragraph stays with the next
CELL_STYLE = "\x00"  # stands for the table's text style in the markup of cells


_TAG = re.compile("<[^>]*>")
_REPEATED = 4096  # cells that are set once where they stand in many rows
_MARKUP = 75  # characters at least around the text of a paragraph in a cell


class Ready(str):
    """A cell's content as markup: paragraphs in `CELL_STYLE`."""

    __slots__ = ()


def figure(text: str, bold: bool = False) -> Ready:
    """A cell or title whose text stands to the right, as figures do that are added up."""
    words = run(text, "<w:b/>" if bold else "")
    return Ready(paragraph(CELL_STYLE, words, '<w:jc w:val="right"/>'))


def strong(text: str) -> Ready:
    """A cell in bold."""
    return Ready(paragraph(CELL_STYLE, run(text, "<w:b/>")))


class Look(NamedTuple):
    """How a table is set: its width and its columns' in twips, the style of its texts."""

    width: int
    shares: Sequence[float]
    text_style: str = "Tabelltext"
    heading_style: str = "Tabellrubrik"
    first_column: bool = False  # stands out
    edge: int = 108  # between a cell's text and its side, in twips
    fits: Sequence[float] = ()  # characters to a line of each column
    tallest: int = 0  # lines of a row that is not split
    whole: bool = False  # all rows on one page
    typeset: Typeset = swedish


def table(
    styles: Styles,
    titles: Sequence[str],
    rows: Sequence[Sequence[str]],
    look: Look,
    caption: str = "",
) -> Piece:
    """A table; cells are plain text or `Ready`. `caption` tells those who do not see it."""
    widths = _widths(look)
    described = f'<w:tblCaption w:val="{escaped(caption)}"/>' if caption else ""
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    edges = [f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/></w:tcPr>' for w in widths]
    pieces = [
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles.table}"/><w:tblW w:w="{sum(widths)}" '
        f'w:type="dxa"/><w:tblLayout w:type="fixed"/>{_edges(look)}<w:tblLook w:val="0420" '
        f'w:firstRow="1" w:lastRow="0" w:firstColumn="{int(look.first_column)}" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{described}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>",
        _header(titles, edges, styles.id(look.heading_style), look.typeset),
    ]
    style, last = styles.id(look.text_style), rows
    if look.whole:
        pieces.extend(_rows(last[:-1], edges, style + _WITH_NEXT, look))
        last = last[-1:]
    pieces.extend(_rows(last, edges, style, look))
    pieces.append("</w:tbl>")
    return "".join(pieces)


def _rows(
    rows: Iterable[Sequence[str]], edges: Sequence[Piece], style: str, look: Look
) -> Iterator[Piece]:
    """Body rows. A row of plain texts is escaped and put together in one go.

    A row stays on one page, but for one that would not find room on any.
    """
    opening = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    empty = f"{opening}</w:p>"
    before, after = f'{opening}<w:r><w:t xml:space="preserve">', "</w:t></w:r></w:p>"
    whole = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
    limits = [look.tallest * min(fit, _MARKUP) for fit in look.fits]  # with no more it is low
    plain = whole + "".join(f"{edge}{before}%s{after}</w:tc>" for edge in edges) + "</w:tr>"
    typeset = lru_cache(_REPEATED)(look.typeset)
    for row in rows:
        tall = any(map(gt, map(len, row), limits)) and _tall(row, look)
        start = "<w:tr>" if tall else whole
        if not tall and all(row) and not any(isinstance(cell, Ready) for cell in row):
            yield plain % tuple(escaped(CELL_STYLE.join(map(typeset, row))).split(CELL_STYLE))
            continue
        yield start
        for edge, cell in zip(edges, row, strict=True):
            if isinstance(cell, Ready):
                content = cell.replace(CELL_STYLE, style) or empty
            else:
                content = f"{before}{escaped(typeset(cell))}{after}" if cell else empty
            yield f"{edge}{content}</w:tc>"
        yield "</w:tr>"


def _tall(row: Sequence[str], look: Look) -> bool:
    """Whether a row has more lines than may stay together."""
    return any(
        len(cell) > look.tallest * fit + (_MARKUP - fit) * cell.count("</w:p>")
        and lines_of(cell, fit) > look.tallest
        for cell, fit in zip(row, look.fits, strict=True)
    )


def lines_of(cell: str, fit: float) -> int:
    """How many lines a cell takes where so many characters fit into one."""
    if isinstance(cell, Ready):
        paragraphs = cell.split("</w:p>")[:-1]
        return max(1, sum(lines_of(_TAG.sub("", each), fit) for each in paragraphs))
    return max(1, ceil(len(cell) / fit))


def _edges(look: Look) -> Piece:
    sides = (f'<w:{side} w:w="{look.edge}" w:type="dxa"/>' for side in ("left", "right"))
    return f"<w:tblCellMar>{''.join(sides)}</w:tblCellMar>"


def _header(titles: Sequence[str], edges: Sequence[Piece], style: str, typeset: Typeset) -> Piece:
    cells = "".join(
        f"{edge}{_heading(title, style, typeset)}</w:tc>"
        for edge, title in zip(edges, titles, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _heading(title: str, style: str, typeset: Typeset) -> Piece:
    if isinstance(title, Ready):
        return title.replace(CELL_STYLE, style)
    return paragraph(style, run(typeset(title)))


def _widths(look: Look) -> list[int]:
    total = sum(look.shares)
    widths = [int(look.width * share / total) for share in look.shares]
    widths[-1] += look.width - sum(widths)
    return widths


def shown(
    titles: Sequence[str], rows: Sequence[Sequence[str]], always: frozenset[int] = frozenset()
) -> tuple[list[str], list[list[str]]]:
    """Titles and rows without the columns that are empty in every row; `always` stay."""
    kept = [
        place for place in range(len(titles)) if place in always or any(row[place] for row in rows)
    ]
    return [titles[place] for place in kept], [[row[place] for place in kept] for row in rows]
