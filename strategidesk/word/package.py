"""The docx as a package of parts: opened from a template, filled, saved.

python-docx opens and saves; the document part is replaced by ready bytes, so that the cost of a
document is the cost of its strings.
"""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError
from docx.image.exceptions import UnrecognizedImageError as Unrecognized
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.document import DocumentPart
from docx.parts.numbering import NumberingPart
from lxml import etree

from strategidesk.word.markup import Piece, W
from strategidesk.word.packing import packed
from strategidesk.word.style_dressing import Wardrobe
from strategidesk.word.styles import Styles
from strategidesk.word.template_body import read
from strategidesk.word.template_cleaning import clean
from strategidesk.word.template_file import Template, opened, our_own
from strategidesk.word.template_filling import fill
from strategidesk.word.template_looks import Looks, theme_of
from strategidesk.word.template_margins import add_margins
from strategidesk.word.template_order import put_in_order
from strategidesk.word.template_parts import complete
from strategidesk.word.template_settings import give_size, tidy_settings

_KEPT = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.HEADER,
    RELATIONSHIP_TYPE.FOOTER,
    RELATIONSHIP_TYPE.ENDNOTES,
    RELATIONSHIP_TYPE.CUSTOM_XML,
}


class Image(NamedTuple):
    """A picture in the package; its own size in EMU (914,400 to the inch)."""

    relation: str
    width: int
    height: int


class Package:
    """One docx under construction."""

    def __init__(self, template: Template, name: str = "") -> None:
        """Opens the template, else our own. Raises UserError where it is no Word document, which
        it calls by its `name`."""
        document = our_own() if template is None else opened(template, name)
        self.own = template is None
        self.left_out = frozenset() if self.own else clean(document, _KEPT)
        self.part: DocumentPart = document.part
        self.core = document.core_properties
        self.styles: etree._Element = document.styles.element
        self.settings: etree._Element = document.settings.element
        self.body = read(document)
        self.page = self.body.page
        self._relations: dict[tuple[str, str], str] = {}
        self._images: dict[str, Image | None] = {}
        self._added: list[tuple[str, Part | str, str, bool]] = []
        self._cover_relations: frozenset[str] = frozenset()
        if not self.own:
            tidy_settings(self.settings, self.styles)
            complete(self.part)
            for part in (self.styles, self.numbering(), self.body.page):
                put_in_order(part)
            give_size(self.page)

    def styled(self, width: int) -> Styles:
        """The styles of the document, whose text is so many twips wide."""
        if self.own:
            return Styles(self.styles)
        usual = self.settings.find(f"{{{W}}}defaultTableStyle")
        table = usual.get(f"{{{W}}}val", "") if usual is not None else ""
        looks = Looks(self.styles, theme_of(self.part))
        styles = Styles(self.styles, Wardrobe(looks, width), table)
        add_margins(self.part, self.page, styles)
        return styles

    def cover(self, values: Mapping[str, str]) -> list[Piece]:
        """The template's cover with its places and controls filled; nothing where it has none."""
        front = self.body.front
        if front is None:
            return []
        self._cover_relations = front.relations
        fill(front.holder, values)
        return [etree.tostring(element, encoding="unicode") for element in front.holder]

    def numbering(self) -> etree._Element:
        """The part with the lists, made where the template has none."""
        for relation in self.part.rels.values():
            if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
                return relation.target_part.element  # type: ignore[no-any-return]
        root = etree.fromstring(f'<w:numbering xmlns:w="{W}"/>')
        part = NumberingPart.load(
            PackURI("/word/numbering.xml"),
            CONTENT_TYPE.WML_NUMBERING,
            etree.tostring(root),
            self.part.package,
        )
        self.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return part.element  # type: ignore[no-any-return]

    def copied(self, id: str, content: etree._Element) -> str:
        """The relation to a part like the header or footer with this relation, but its content."""
        relation = self.part.rels[id]
        part = relation.target_part
        kind = "header" if relation.reltype == RELATIONSHIP_TYPE.HEADER else "footer"
        name = self.part.package.next_partname(f"/word/{kind}%d.xml")
        made = type(part)(name, part.content_type, content, self.part.package)
        for own, link in part.rels.items():
            target = link.target_ref if link.is_external else link.target_part
            made.load_rel(link.reltype, target, own, link.is_external)
        return self.part.relate_to(made, relation.reltype)

    def link(self, url: str) -> str:
        """The relation to an address outside the document."""
        return self._relation(RELATIONSHIP_TYPE.HYPERLINK, url)

    def image(self, id: str, pictures: Mapping[str, bytes]) -> Image | None:
        """The picture with this id; None where it is missing or in a format Word does not show."""
        if id not in self._images:
            data = pictures.get(id)
            self._images[id] = self._image(data) if data else None
        return self._images[id]

    def _carry(self, made: Part, id: str) -> None:
        """Takes over a relation of the template's cover."""
        relation = self.part.rels[id]
        target = relation.target_ref if relation.is_external else relation.target_part
        made.load_rel(relation.reltype, target, id, relation.is_external)

    def _image(self, data: bytes) -> Image | None:
        try:
            part = self.part.package.get_or_add_image_part(io.BytesIO(data))
            width, height = int(part.default_cx), int(part.default_cy)
        except (Unrecognized, InvalidImageStreamError, UnexpectedEndOfFileError, ZeroDivisionError):
            return None
        relation = f"rIdPicture{len(self._images) + 1}"
        self._added.append((RELATIONSHIP_TYPE.IMAGE, part, relation, False))
        return Image(relation, width, height)

    def _relation(self, kind: str, url: str) -> str:
        known = self._relations.get((kind, url))
        if known is None:
            known = self._relations[kind, url] = f"rIdLink{len(self._relations) + 1}"
            self._added.append((kind, url, known, True))
        return known

    def save(self, document: bytes, notes: bytes, out: Path) -> None:
        """Writes the docx: `document` is word/document.xml, `notes` word/footnotes.xml.

        Links in notes use the same relations as links in the text.
        """
        package = self.part.package
        assert package is not None
        made = Part(self.part.partname, CONTENT_TYPE.WML_DOCUMENT_MAIN, document, package)
        for id, relation in self.part.rels.items():
            if id in self._cover_relations and relation.reltype not in _KEPT:
                self._carry(made, id)
            elif relation.reltype in _KEPT and not relation.is_external:
                made.load_rel(relation.reltype, relation.target_part, id)
        for kind, target, id, external in self._added:
            made.load_rel(kind, target, id, external)
        uri = PackURI("/word/footnotes.xml")
        part = Part(uri, CONTENT_TYPE.WML_FOOTNOTES, notes, package)
        for kind, target, id, external in self._added:
            if external:
                part.load_rel(kind, target, id, external)
        made.load_rel(RELATIONSHIP_TYPE.FOOTNOTES, part, "rIdFootnotes")
        for id, relation in package.rels.items():
            if relation.reltype == RELATIONSHIP_TYPE.OFFICE_DOCUMENT:
                package.rels.add_relationship(relation.reltype, made, id)
                break
        out.write_bytes(packed(package))  # at once: a failing disk would leave an archive open
