"""Parts of a document whose pages lie on their side (ECMA-376 part 1, 17.6).

A section's properties stand in its last paragraph, those of the last section at the body's end.
All have the template's page, header and footer; the first alone may have a first page of its own.
"""

import copy

from lxml import etree

from strategidesk.word.document import lay_on_side, sheet, text_area
from strategidesk.word.margin_tabs import widened
from strategidesk.word.markup import Piece, R, W, paragraph
from strategidesk.word.package import Package
from strategidesk.word.styles import Styles

_ID = f"{{{R}}}id"
_REFERENCES = (f"{{{W}}}headerReference", f"{{{W}}}footerReference")
_FIRST_ONLY = (f"{{{W}}}titlePg", f"{{{W}}}type")


class Sections:
    """The sections of one document, in order."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self._package = package
        self._root = styles.root
        self.upright = sheet(package)
        page = copy.deepcopy(package.page)
        lay_on_side(page)
        self.side = text_area(page)
        self._ended = False
        self._wide: dict[str, str] = {}

    @property
    def turns(self) -> bool:
        """Whether pages can be laid on their side: they do not lie so already."""
        return self.side != self.upright

    def end(self, on_side: bool) -> Piece:
        """The properties of a section that ends here; to be asked for in the document's order."""
        page = self._page(on_side)
        self._ended = True
        return etree.tostring(page, encoding="unicode")

    def close(self, on_side: bool) -> None:
        """Makes the template's page that of the last section."""
        self._package.page = self._page(on_side)

    def _page(self, on_side: bool) -> etree._Element:
        page = copy.deepcopy(self._package.page)
        if self._ended:
            for tag in _FIRST_ONLY:
                for element in page.findall(tag):
                    page.remove(element)
            for numbers in page.findall(f"{{{W}}}pgNumType"):
                numbers.attrib.pop(f"{{{W}}}start", "")
        if on_side:
            lay_on_side(page)
            for reference in page.iter(*_REFERENCES):
                if reference.get(f"{{{W}}}type") == "default":
                    reference.set(_ID, self._widened(reference))
        return page

    def _widened(self, reference: etree._Element) -> str:
        """The relation to the header or footer, to a wider copy where it reaches to the margin."""
        id = reference.get(_ID, "")
        if id not in self._wide:
            widths = self.upright.width, self.side.width
            wide = widened(self._package.part.related_parts[id].element, self._root, *widths)
            self._wide[id] = id if wide is None else self._package.copied(id, wide)
        return self._wide[id]


def ended(piece: Piece, section: Piece) -> Piece:
    """A paragraph as the last one of a section."""
    if piece.startswith("<w:p><w:pPr>"):
        return piece.replace("</w:pPr>", f"{section}</w:pPr>", 1)
    return paragraph("", piece.removeprefix("<w:p>").removesuffix("</w:p>"), section)


def is_paragraph(piece: Piece) -> bool:
    return piece.startswith(("<w:p>", "<w:p/>"))


def spacer(styles: Styles, section: Piece = "") -> Piece:
    """A paragraph for where one must stand: after a table that ends a section or the document."""
    lowest = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return paragraph(styles.id("Tabellavstånd"), "", lowest + section)
