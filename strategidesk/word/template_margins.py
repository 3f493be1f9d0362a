"""The headers and footers that a section shows, and ours for a template that has none."""

import zipfile
from typing import Any, NamedTuple

from docx.opc.constants import CONTENT_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.parts.document import DocumentPart
from docx.parts.hdrftr import FooterPart, HeaderPart
from lxml import etree

from strategidesk.paths import resource
from strategidesk.word.markup import R, W
from strategidesk.word.styles import BASE, Styles
from strategidesk.word.template_filling import shows

_KINDS = (
    ("header", HeaderPart, CONTENT_TYPE.WML_HEADER, RELATION.HEADER),
    ("footer", FooterPart, CONTENT_TYPE.WML_FOOTER, RELATION.FOOTER),
)


class Margin(NamedTuple):
    """A header or footer: on which pages it stands (first, even, default)."""

    kind: str  # header or footer
    type: str
    element: etree._Element


def margins_of(main: DocumentPart, page: etree._Element) -> list[Margin]:
    """The headers and footers of a section; those of the first page where it has its own."""
    first = page.find(f"{{{W}}}titlePg")
    has_first = first is not None and first.get(f"{{{W}}}val") not in ("0", "false", "off")
    found = []
    for kind, _, _, _ in _KINDS:
        for reference in page.findall(f"{{{W}}}{kind}Reference"):
            part: Any = main.related_parts.get(reference.get(f"{{{R}}}id", ""))
            type = reference.get(f"{{{W}}}type", "default")
            if isinstance(part, HeaderPart | FooterPart) and (type != "first" or has_first):
                found.append(Margin(kind, type, part.element))
    return found


def add_margins(main: DocumentPart, page: etree._Element, styles: Styles) -> None:
    """Gives a section our header and footer, where it shows none of its own."""
    if any(shows(one.element) for one in margins_of(main, page)):
        return
    for found in [
        *page.findall(f"{{{W}}}headerReference"),
        *page.findall(f"{{{W}}}footerReference"),
    ]:
        page.remove(found)
    with zipfile.ZipFile(resource(*BASE)) as own:
        for place, (kind, loader, content, relation) in enumerate(_KINDS):
            blob = own.read(f"word/{kind}1.xml")
            root: Any = etree.fromstring(blob)
            for style in root.iter(f"{{{W}}}pStyle"):
                style.set(f"{{{W}}}val", styles.id(kind))
            uri = PackURI(f"/word/{kind}Own.xml")
            part = loader.load(uri, content, etree.tostring(root), main.package)
            reference = etree.Element(f"{{{W}}}{kind}Reference")
            reference.set(f"{{{W}}}type", "default")
            reference.set(f"{{{R}}}id", main.relate_to(part, relation))
            page.insert(place, reference)
    for first in page.findall(f"{{{W}}}titlePg"):
        page.remove(first)
