"""What a document tells of itself: its title, its language, its paper."""

from collections.abc import Iterator

from lxml import etree

from strategidesk.language import tr
from strategidesk.word.inspection.fault import LANGUAGE, PAGE, TITLE, Fault
from strategidesk.word.inspection.looks import w
from strategidesk.word.inspection.opened import Opened

A4 = (11906, 16838)  # twips (ISO 216)
NEAR = 30  # twips that programs differ by
TITLE_STYLE = "title"


def facts(document: Opened) -> Iterator[Fault]:
    """The faults of the properties, of the title on the first page and of the paper."""
    whole = tr("The document")
    if not document.core.get("title", "").strip():
        sentence = tr("The document has no title. Screen readers say it first.")
        yield Fault(TITLE, whole, sentence)
    yield from _titles(document, whole)
    if not _language(document):
        sentence = tr("The document's language is missing. Screen readers choose a voice by it.")
        yield Fault(LANGUAGE, whole, sentence)
    if any(not _a4(page) for page in document.body.iter(w("pgSz"))):
        yield Fault(PAGE, whole, tr("A page is not A4."))


def _titles(document: Opened, whole: str) -> Iterator[Fault]:
    """One paragraph is the title: in the style for it, or else as the only chief heading."""
    said = [block for block in document.blocks if block.text.strip()]
    looks = document.looks
    titles = [block for block in said if looks.name(block.style).casefold() == TITLE_STYLE]
    if not titles and len([block for block in said if block.level == 1]) != 1:
        yield Fault(TITLE, whole, tr("No paragraph has the style for titles."))
    for block in titles[1:]:
        yield Fault(TITLE, block.place, tr("A document has one title, and this is another."))


def _language(document: Opened) -> str:
    """The language of text that names none."""
    looks = document.looks
    found = looks.nearest("", "w:rPr/w:lang")
    if found is None and looks.defaults is not None:
        found = looks.defaults.find(w("lang"))
    return found.get(w("val"), "") if found is not None else ""


def _a4(page: etree._Element) -> bool:
    sides = sorted(int(float(page.get(w(side), "0"))) for side in ("w", "h"))
    return all(abs(side - wanted) <= NEAR for side, wanted in zip(sides, A4, strict=True))
