"""Parts that every document has, from our own template where the municipality's lacks them."""

import zipfile

from docx.opc.constants import CONTENT_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.hdrftr import FooterPart, HeaderPart

from strategidesk.paths import resource
from strategidesk.word.styles import BASE
from strategidesk.word.template_order import put_in_order

_NEEDED = (
    (RELATION.FONT_TABLE, "/word/fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE),
    (RELATION.THEME, "/word/theme/theme1.xml", CONTENT_TYPE.OFC_THEME),
)
_DRAWN = 6001  # ids of pictures in the margins, out of the way of those in the text
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def complete(main: Part) -> None:
    """Adds what is missing, and numbers the pictures of headers and footers apart."""
    known = {relation.reltype for relation in main.rels.values()}
    package = main.package
    assert package is not None
    for kind, name, content_type in _NEEDED:
        if kind not in known:
            with zipfile.ZipFile(resource(*BASE)) as own:
                part = Part(PackURI(name), content_type, own.read(name[1:]), package)
            main.relate_to(part, kind)
    number = _DRAWN
    for part in margins(main):
        put_in_order(part.element)
        for picture in part.element.iter(_PICTURE):
            picture.set("id", str(number))
            number += 1


def margins(main: Part) -> list[HeaderPart | FooterPart]:
    """The headers and footers of a document."""
    return [
        relation.target_part
        for relation in main.rels.values()
        if not relation.is_external and isinstance(relation.target_part, HeaderPart | FooterPart)
    ]
