"""Whether what looks like structure is structure: headings, contents, lists, space."""

from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from strategidesk.language import tr
from strategidesk.prose.telling import list_sign
from strategidesk.word.inspection.fault import CONTENTS, HEADINGS, LISTS, SPACING, Fault
from strategidesk.word.inspection.looks import Looks, w
from strategidesk.word.inspection.opened import Block, Opened, short

MOST_HEADINGS = 20  # of a document that is overlooked without contents
LONGEST_HEADING = 12  # words of a bold paragraph that is meant as a heading
_SHOWN = (
    w("drawing"), w("pict"), w("object"), w("fldChar"), w("fldSimple"), w("footnoteReference"),
    w("br"), w("sectPr"), w("sym"),
)  # fmt: skip


def structure(document: Opened) -> Iterator[Fault]:
    """The faults of the body's outline."""
    yield from _headings(document)
    yield from _lists(document)
    yield from _spacing(document)


def _headings(document: Opened) -> Iterator[Fault]:
    above, count = 0, 0
    for block in document.blocks:
        if block.level and not block.text.strip():
            yield Fault(HEADINGS, block.place, tr("A heading has no text."))
        elif block.level:
            count += 1
            if block.level > above + 1:
                sentence = tr(
                    "The heading is on level {n}, the one before on level {above}: a level is "
                    "skipped.",
                    n=block.level,
                    above=above,
                )
                yield Fault(HEADINGS, block.place, sentence)
            above = block.level
        elif _plain(block, document.looks) and _is_bold_heading(block):
            sentence = tr(
                "“{text}” looks like a heading but is bold text. Make it a section.",
                text=short(block.text),
            )
            yield Fault(HEADINGS, block.place, sentence, layout=False)
    if count > MOST_HEADINGS and not _has_contents(document.body):
        sentence = tr("{n} headings, and no contents that lead to them.", n=count)
        yield Fault(CONTENTS, tr("The document"), sentence)


def _has_contents(body: etree._Element) -> bool:
    """Whether a field makes the contents (ECMA-376 part 1, 17.16.5.68)."""
    said = (one.text or "" for one in body.iter(w("instrText")))
    simple = (one.get(w("instr"), "") for one in body.iter(w("fldSimple")))
    return any(text.split()[:1] == ["TOC"] for text in (*said, *simple))


def _is_bold_heading(block: Block) -> bool:
    """A short paragraph that is bold by hand from end to end."""
    if not block.text or len(block.text.split()) > LONGEST_HEADING:
        return False
    runs = [run for run in block.element.iter(w("r")) if run.find(w("t")) is not None]
    return bool(runs) and all(
        (bold := run.find(f"{w('rPr')}/{w('b')}")) is not None
        and bold.get(w("val"), "1") not in ("0", "false")
        for run in runs
    )


def _lists(document: Opened) -> Iterator[Fault]:
    """Paragraphs below one another that begin with a sign and are no items of a list."""
    for plain, group in groupby(document.blocks, lambda block: _plain(block, document.looks)):
        if plain:
            blocks = list(group)
            if sign := list_sign("\n".join(block.text for block in blocks)):
                sentence = tr(
                    "Lines that begin with “{sign}” are no list to readers. Make a list of them.",
                    sign=sign,
                )
                place = next(block.place for block in blocks if sign in block.text)
                yield Fault(LISTS, place, sentence, layout=False)


def _plain(block: Block, looks: Looks) -> bool:
    return not (
        block.is_table
        or block.level
        or block.element.find(f"{w('pPr')}/{w('numPr')}") is not None
        or looks.nearest(block.style, "w:pPr/w:numPr") is not None
    )


def _spacing(document: Opened) -> Iterator[Fault]:
    """Paragraphs with nothing in them. A body that ends in a table has to be closed by one."""
    last = document.blocks[-1] if document.blocks else None
    for before, block in zip((None, *document.blocks), document.blocks, strict=False):
        closing = block is last and before is not None and before.is_table
        if not block.is_table and not block.level and is_empty(block.element) and not closing:
            sentence = tr("An empty paragraph makes space. Space belongs to the style.")
            yield Fault(SPACING, block.place, sentence)


def is_empty(paragraph: etree._Element) -> bool:
    """Whether a paragraph shows nothing; a break of a page or a section is something."""
    said = any((one.text or "").strip() for one in paragraph.iter(w("t")))
    return not said and next(paragraph.iter(*_SHOWN), None) is None
