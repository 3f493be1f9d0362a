"""Tables: fixed widths, a header row that repeats on every page, no merged cells."""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from strategidesk.word.markup import Piece, escaped, paragraph, run
from strategidesk.word.styles import Styles

CELL_STYLE = "\x00"  # stands for the table's text style in the markup of cells

SAMPLE = 200  # rows that widths are fitted to
_LONG_WORD, _SHORT_WORD, _EDGES = 24, 10, 2.5  # characters
_BOLD = 1  # characters that a title's letters are wider
_WORDS = 0.85  # of the width at most is given by longest words
_TAG = re.compile("<[^>]*>")


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


def table(
    styles: Styles,
    titles: Sequence[str],
    rows: Iterable[Sequence[str]],
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
        _header(titles, edges, styles.id(look.heading_style)),
    ]
    pieces.extend(_rows(rows, edges, styles.id(look.text_style)))
    pieces.append("</w:tbl>")
    return "".join(pieces)


def _rows(rows: Iterable[Sequence[str]], edges: Sequence[Piece], style: str) -> Iterator[Piece]:
    """Body rows. A row of plain texts is escaped and put together in one go."""
    opening = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    empty = f"{opening}</w:p>"
    before, after = f'{opening}<w:r><w:t xml:space="preserve">', "</w:t></w:r></w:p>"
    start = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
    plain = start + "".join(f"{edge}{before}%s{after}</w:tc>" for edge in edges) + "</w:tr>"
    for row in rows:
        if all(row) and not any(isinstance(cell, Ready) for cell in row):
            yield plain % tuple(escaped(CELL_STYLE.join(row)).split(CELL_STYLE))
            continue
        yield start
        for edge, cell in zip(edges, row, strict=True):
            if isinstance(cell, Ready):
                content = cell.replace(CELL_STYLE, style) or empty
            else:
                content = f"{before}{escaped(cell)}{after}" if cell else empty
            yield f"{edge}{content}</w:tc>"
        yield "</w:tr>"


def _edges(look: Look) -> Piece:
    sides = (f'<w:{side} w:w="{look.edge}" w:type="dxa"/>' for side in ("left", "right"))
    return f"<w:tblCellMar>{''.join(sides)}</w:tblCellMar>"


def _header(titles: Sequence[str], edges: Sequence[Piece], style: str) -> Piece:
    cells = "".join(
        f"{edge}{_heading(title, style)}</w:tc>" for edge, title in zip(edges, titles, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _heading(title: str, style: str) -> Piece:
    if isinstance(title, Ready):
        return title.replace(CELL_STYLE, style)
    return paragraph(style, run(title))


def _widths(look: Look) -> list[int]:
    total = sum(look.shares)
    widths = [int(look.width * share / total) for share in look.shares]
    widths[-1] += look.width - sum(widths)
    return widths


def fitted(titles: Sequence[str], rows: Sequence[Sequence[str]], characters: float) -> list[float]:
    """Shares by what stands in the columns of a table that is so many `characters` wide.

    Each gets room for its longest word; what is left goes by the length of the texts.
    """
    sample = [titles, *rows[:SAMPLE]]
    texts = [[_readable(row[place]) for row in sample] for place in range(len(titles))]
    longest = [max(_longest(some[0]) + _BOLD, *map(_longest, some)) for some in texts]
    left = characters - _EDGES * len(titles)
    for most in range(_LONG_WORD, _SHORT_WORD - 1, -1):
        words = [min(most, word) for word in longest]
        if sum(words) <= _WORDS * left:
            break
    sizes = [sqrt(max(map(len, some)) * (1 + sum(map(len, some)) / len(some))) for some in texts]
    free = max(left - sum(words), (1 - _WORDS) * left) / (sum(sizes) or 1)
    return [_EDGES + word + free * size for word, size in zip(words, sizes, strict=True)]


def _longest(text: str) -> int:
    return max(map(len, text.split(" ")), default=0)


def _readable(cell: str) -> str:
    return _TAG.sub(" ", cell) if isinstance(cell, Ready) else cell


def shown(
    titles: Sequence[str], rows: Sequence[Sequence[str]], always: frozenset[int] = frozenset()
) -> tuple[list[str], list[list[str]]]:
    """Titles and rows without the columns that are empty in every row; `always` stay."""
    kept = [
        place for place in range(len(titles)) if place in always or any(row[place] for row in rows)
    ]
    return [titles[place] for place in kept], [[row[place] for place in kept] for row in rows]
