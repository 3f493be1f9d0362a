"""Tables: fixed widths, a header row that repeats on every page, no merged cells."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from strategidesk.word.markup import Piece, escaped, paragraph, run
from strategidesk.word.styles import Styles


class Column(NamedTuple):
    """A column's heading and its share of the table's width."""

    title: str
    share: float = 1.0


class Ready(str):
    """A cell's content as markup: one paragraph or more, the last element a paragraph."""

    __slots__ = ()


def table(
    styles: Styles,
    columns: Sequence[Column],
    rows: Iterable[Sequence[str]],
    width: int,
    *,
    caption: str = "",
    text_style: str = "Tabelltext",
    first_column: bool = False,
) -> Piece:
    """A table `width` twips wide. Cells are plain text, or `Ready` markup.

    `caption` describes it to those who do not see it; `first_column` makes that column stand out.
    """
    widths = _widths(columns, width)
    style = styles.id(text_style)
    edges = [f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/></w:tcPr>' for w in widths]
    opening = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    before, after = f'{opening}<w:r><w:t xml:space="preserve">', "</w:t></w:r></w:p></w:tc>"
    empty = f"{opening}</w:p></w:tc>"
    starts = [edge + before for edge in edges]
    empties = [edge + empty for edge in edges]
    described = f'<w:tblCaption w:val="{escaped(caption)}"/>' if caption else ""
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    pieces = [
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles.table}"/><w:tblW w:w="{sum(widths)}" '
        'w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" '
        f'w:lastRow="0" w:firstColumn="{int(first_column)}" w:lastColumn="0" w:noHBand="0" '
        f'w:noVBand="1"/>{described}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>',
        _header(columns, edges, styles.id("Tabellrubrik")),
    ]
    for row in rows:
        pieces.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
        for place, cell in enumerate(row):
            if not cell:
                pieces.append(empties[place])
            elif isinstance(cell, Ready):
                pieces.append(f"{edges[place]}{cell}</w:tc>")
            else:
                pieces.append(starts[place] + escaped(cell) + after)
        pieces.append("</w:tr>")
    pieces.append("</w:tbl>")
    return "".join(pieces)


def _header(columns: Sequence[Column], edges: Sequence[Piece], style: str) -> Piece:
    cells = "".join(
        f"{edge}{_heading(column.title, style)}</w:tc>"
        for column, edge in zip(columns, edges, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _heading(title: str, style: str) -> Piece:
    return title if isinstance(title, Ready) else paragraph(style, run(title))


def _widths(columns: Sequence[Column], width: int) -> list[int]:
    total = sum(column.share for column in columns)
    widths = [int(width * column.share / total) for column in columns]
    widths[-1] += width - sum(widths)
    return widths


def shown(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], always: frozenset[int] = frozenset()
) -> tuple[list[Column], list[list[str]]]:
    """Columns and rows without the columns that are empty in every row; `always` stay."""
    kept = [
        place for place in range(len(columns)) if place in always or any(row[place] for row in rows)
    ]
    return [columns[place] for place in kept], [[row[place] for place in kept] for row in rows]
