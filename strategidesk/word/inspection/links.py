"""Whether the text of a link says where it leads."""

from collections.abc import Iterator

from lxml import etree

from strategidesk.language import tr
from strategidesk.prose.telling import is_address, says_nothing
from strategidesk.word.inspection.fault import LINKS, Fault
from strategidesk.word.inspection.looks import w
from strategidesk.word.inspection.opened import Opened, short, text_of

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def links(document: Opened) -> Iterator[Fault]:
    """The faults of the links in the body, the headers, the footers and the notes."""
    for block in document.blocks:
        for sentence in _of(block.element):
            yield Fault(LINKS, block.place, sentence, layout=False)
    for margin in document.margins:
        for sentence in _of(margin.root):
            yield Fault(LINKS, margin.place, sentence, layout=margin.kind in ("header", "footer"))


def _of(root: etree._Element) -> Iterator[str]:
    for link in root.iter(w("hyperlink")):
        text = text_of(link).strip()
        if link.get(_ID) is None:
            continue  # a leap within the document: the contents, a reference
        if not text:
            yield tr("A link has no text.")
        elif is_address(text):
            yield tr(
                "A link shows only its address: {text} Write what it leads to.", text=short(text)
            )
        elif says_nothing(text):
            yield tr("“{text}” does not say where the link leads.", text=short(text))
