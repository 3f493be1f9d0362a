"""Whether tables can be followed by those who hear them cell by cell."""

from collections.abc import Iterator

from lxml import etree

from strategidesk.language import tr
from strategidesk.word.inspection.fault import SPACING, TABLES, Fault
from strategidesk.word.inspection.looks import w
from strategidesk.word.inspection.opened import Opened, inside, text_of
from strategidesk.word.inspection.structure import is_empty

_MERGED = (w("gridSpan"), w("vMerge"), w("hMerge"))


def tables(document: Opened) -> Iterator[Fault]:
    """The faults of the body's tables; those in headers and footers only place things."""
    for block in document.blocks:
        if block.is_table:
            for sentence in _of_table(block.element):
                yield Fault(TABLES, block.place, sentence)
            if _spaced(block.element):
                sentence = tr("A cell has an empty paragraph to make space.")
                yield Fault(SPACING, block.place, sentence)


def _of_table(table: etree._Element) -> Iterator[str]:
    rows = table.findall(w("tr"))
    if not rows:
        return
    if not _heads(rows[0]):
        yield tr("The first row is not marked as headings that repeat on every page.")
    if next(table.iter(*_MERGED), None) is not None:
        yield tr("Cells are merged or split, so the columns cannot be followed.")
    if next((one for one in table.iter(w("tbl")) if one is not table), None) is not None:
        yield tr("A table stands in a cell of the table.")
    for number, cell in enumerate(rows[0].findall(w("tc")), 1):
        if not text_of(cell).strip():
            yield tr("Column {n} of the table has no heading.", n=number)


def _heads(row: etree._Element) -> bool:
    found = row.find(f"{w('trPr')}/{w('tblHeader')}")
    return found is not None and found.get(w("val"), "1") not in ("0", "false", "off")


def _spaced(table: etree._Element) -> bool:
    """Whether a cell with text has empty paragraphs besides; an empty cell has to have one."""
    for cell in table.iter(w("tc")):
        if len(cell) > 2:  # its properties and one paragraph
            blocks = list(inside(cell))
            empty = [b for b in blocks if b.tag == w("p") and is_empty(b)]
            if len(blocks) > 1 and any(not _closes(blocks, b) for b in empty):
                return True
    return False


def _closes(blocks: list[etree._Element], paragraph: etree._Element) -> bool:
    return paragraph is blocks[-1] and blocks[-2].tag == w("tbl")
