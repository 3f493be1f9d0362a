"""Every stretch of text of a document that may look like no other, once."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from strategidesk.word.inspection.looks import Cell, Look, Looks, w
from strategidesk.word.inspection.opened import Opened, inside, style_of

ROWS = 200  # of a table that are looked at: the others are made as they are
_BOX = w("txbxContent")  # a text box has a ground of its own, which is drawn elsewhere
_SEEN = (w("color"), w("shd"), w("highlight"), w("sz"), w("b"), w("u"), w("vertAlign"))
_SHADE = f"{w('tcPr')}/{w('shd')}"
_FIRST_ROW, _FIRST_COLUMN = 0x20, 0x80  # bits of `w:tblLook` (ECMA-376 part 1, 17.4.56)


class Stretch(NamedTuple):
    """A run, how it looks, and what it takes that look from."""

    run: etree._Element
    paragraph: etree._Element
    look: Look
    style: str  # the name of the paragraph's style, or of its own where it has one
    in_table: bool
    region: str  # "firstRow" or "firstCol" of a table
    by_hand: frozenset[str]  # what is formatted in the text and not by styles: "color", "sz", ...


class Placed(NamedTuple):
    """A stretch and where it stands, in the user's language."""

    place: str
    stretch: Stretch


def stretches(document: Opened) -> Iterator[Placed]:
    """One stretch for every way in which text is formatted, in body, margins and notes."""
    met: set[object] = set()
    for block in document.blocks:
        holder = [block.element]
        for stretch in _of(holder, document.looks, met):
            yield Placed(block.place, stretch)
    for margin in document.margins:
        for stretch in _of(list(inside(margin.root)), document.looks, met):
            yield Placed(margin.place, stretch)


def _of(blocks: Sequence[etree._Element], looks: Looks, met: set[object]) -> Iterator[Stretch]:
    for paragraph, cell in _paragraphs(blocks, None):
        style = style_of(paragraph)
        own = paragraph.find(w("pPr"))
        for run in paragraph.iter(w("r")):
            if run.find(w("t")) is None or next(run.iterancestors(_BOX), None) is not None:
                continue
            formatted = run.find(w("rPr"))
            letters = _letters(formatted)
            direct = _direct(formatted, own, cell)
            key = (style, letters, direct, (cell.style, cell.region) if cell else None)
            if key in met:
                continue
            met.add(key)
            look = looks.look(style, letters, formatted, own, cell)
            name = looks.name(letters) if letters else looks.name(style)
            hand = frozenset(tag for tag, _ in direct)
            region = cell.region if cell else ""
            yield Stretch(run, paragraph, look, name, cell is not None, region, hand)


def _paragraphs(
    blocks: Sequence[etree._Element], cell: Cell | None
) -> Iterator[tuple[etree._Element, Cell | None]]:
    for block in blocks:
        if block.tag == w("p"):
            yield block, cell
            continue
        table = table_style(block)
        for own, region in cells(block):
            shade = own.find(_SHADE)
            yield from _paragraphs(list(inside(own)), Cell(table, region, shade))


def cells(table: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The cells of the first rows, and the region of the table style that each belongs to."""
    bits = _bits(table)
    for number, row in enumerate(table.findall(w("tr"))[:ROWS]):
        for place, cell in enumerate(row.findall(w("tc"))):
            if not number and bits & _FIRST_ROW:
                yield cell, "firstRow"
            else:
                yield cell, "firstCol" if not place and bits & _FIRST_COLUMN else ""


def table_style(table: etree._Element) -> str:
    """The id of a table's style; empty for the usual one."""
    found = table.find(f"{w('tblPr')}/{w('tblStyle')}")
    return found.get(w("val"), "") if found is not None else ""


def _bits(table: etree._Element) -> int:
    look = table.find(f"{w('tblPr')}/{w('tblLook')}")
    if look is None:
        return 0
    bits = int(look.get(w("val"), "0"), 16)
    for name, bit in (("firstRow", _FIRST_ROW), ("firstColumn", _FIRST_COLUMN)):
        said = look.get(w(name))
        if said is not None:
            bits = bits | bit if said in ("1", "true", "on") else bits & ~bit
    return bits


def _letters(formatted: etree._Element | None) -> str:
    found = formatted.find(w("rStyle")) if formatted is not None else None
    return found.get(w("val"), "") if found is not None else ""


def _direct(
    formatted: etree._Element | None, own: etree._Element | None, cell: Cell | None
) -> tuple[tuple[str, str], ...]:
    """What is formatted by hand: the names of the elements, and all that they say."""
    held = [one for one in formatted if one.tag in _SEEN] if formatted is not None else []
    shade = own.find(w("shd")) if own is not None else None
    painted = (shade, cell.shade if cell else None)
    return tuple(
        (etree.QName(one).localname, str(sorted(one.attrib.items())))
        for one in (*held, *painted)
        if one is not None
    )
