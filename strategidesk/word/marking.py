"""A word such as REMISSVERSION in the header of every page."""

import copy

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.hdrftr import HeaderPart
from lxml import etree

from strategidesk.model.wording import wording
from strategidesk.word.document import alike
from strategidesk.word.markup import R, W, paragraph, run
from strategidesk.word.package import Package
from strategidesk.word.styles import Styles

_HEADING = "{running_header}"  # the place that is marked where a header has it
_REFERENCE, _TYPE, _ID = f"{{{W}}}headerReference", f"{{{W}}}type", f"{{{R}}}id"


def mark_headers(package: Package, mark: str, own: bool) -> None:
    """Marks the headers before their places are filled; `own` is our template, not a town's.

    A header with a running heading says the mark before it, others in a line of their own. A page
    without a header gets one.
    """
    if own:
        alike(package)
    if package.page.find(f"{_REFERENCE}[@{_TYPE}='default']") is None:
        _add_header(package)
    style = Styles(package.styles).id("header")
    line = etree.fromstring(f'<w:d xmlns:w="{W}">{paragraph(style, run(mark, "<w:b/>"))}</w:d>')[0]
    for relation in package.part.rels.values():
        if not relation.is_external and isinstance(relation.target_part, HeaderPart):
            header = relation.target_part.element
            if not _mark_heading(header, mark):
                header.insert(0, copy.deepcopy(line))


def _mark_heading(header: etree._Element, mark: str) -> bool:
    for text in header.iter(f"{{{W}}}t"):
        if _HEADING in (text.text or ""):
            marked = wording().text("papers.referral.marked_header", mark=mark, header=_HEADING)
            text.text = (text.text or "").replace(_HEADING, marked)
            return True
    return False


def _add_header(package: Package) -> None:
    part = HeaderPart.new(package.part.package)
    for empty in list(part.element):
        part.element.remove(empty)
    id = package.part.relate_to(part, RELATIONSHIP_TYPE.HEADER)
    reference = etree.Element(_REFERENCE)
    reference.set(_TYPE, "default")
    reference.set(_ID, id)
    package.page.insert(0, reference)
