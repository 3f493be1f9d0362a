"""Styles that a template lacks, in the template's look: its fonts, sizes and colours, not ours."""

import copy
from typing import Any, NamedTuple

from lxml import etree

from strategidesk.word.contrast import READABLE, contrast
from strategidesk.word.markup import W
from strategidesk.word.template_looks import Looks

ACCENT, INK, MUTED, HAIRLINE = "17606A", "1E2A2C", "4D5B5E", "B9CACC"  # of our own styles
_WHITE, _PALE, _GREY = "FFFFFF", "E7E7E7", "A6A6A6"
_OURS = 21  # half points: the size of our text
_SMALLEST = 18
_BETWEEN = 140  # twips after a paragraph
_COLOURED = ("color", "top", "bottom", "left", "insideH")
_TABLE = ("tabelltext", "tabellrubrik", "tabellavstånd")


class Wardrobe(NamedTuple):
    """What styles are dressed in: the looks of a template, and the width of its text in twips."""

    looks: Looks
    width: int


def dress(style: Any, name: str, wardrobe: Wardrobe) -> None:
    """Changes a copy of one of our styles so that it looks like the template's."""
    accent = wardrobe.looks.accent
    for element in list(style.iter(*map(_w, _COLOURED))):
        _recolour(element, _w("val") if element.tag == _w("color") else _w("color"), accent)
    if not name.startswith(_TABLE):
        for size in style.iter(_w("sz"), _w("szCs")):
            scaled = round(int(size.get(_w("val"), _OURS)) * wardrobe.looks.size / _OURS)
            size.set(_w("val"), str(max(_SMALLEST, scaled)))
    for tab in style.iter(_w("tab")):
        if tab.get(_w("val")) == "right":
            tab.set(_w("pos"), str(wardrobe.width))
    if name in ("title", "toc heading", "försättsblad kommun"):
        _as_heading(style, wardrobe.looks)
    if name in ("title", "subtitle"):
        _plain(style)
    _shade(style, accent)


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _recolour(element: Any, attribute: str, accent: str) -> None:
    """Our accent becomes the template's; ink and grey become those of its text."""
    colour = element.get(attribute)
    if colour == HAIRLINE:
        element.set(attribute, _GREY)
    elif colour == ACCENT and accent:
        element.set(attribute, accent)
    elif colour == ACCENT and element.tag != _w("color"):
        element.set(attribute, _GREY)
    elif colour in (ACCENT, INK, MUTED):
        element.getparent().remove(element)


def _plain(style: Any) -> None:
    """Without the bar at the side, which another template's title has not."""
    properties = style.find(_w("pPr"))
    for name in ("pBdr", "ind"):
        for found in properties.findall(_w(name)):
            properties.remove(found)


def _as_heading(style: Any, looks: Looks) -> None:
    """The heading font of the template."""
    if looks.heading_fonts is None:
        return
    run = style.find(_w("rPr"))
    for old in run.findall(_w("rFonts")):
        run.remove(old)
    run.insert(0, copy.deepcopy(looks.heading_fonts))


def _shade(style: Any, accent: str) -> None:
    """The first row of a table: white on the accent where that can be read, else dark on grey."""
    for part in style.iter(_w("tblStylePr")):
        shade = part.find(f"{_w('tcPr')}/{_w('shd')}")
        if shade is None:
            continue
        if accent and contrast(accent, _WHITE) >= READABLE:
            shade.set(_w("fill"), accent)
            continue
        shade.set(_w("fill"), _PALE)
        for colour in part.findall(f"{_w('rPr')}/{_w('color')}"):
            colour.getparent().remove(colour)


def body_text(normal: str, id: str) -> Any:
    """The style of paragraphs for a template whose own text has nothing between them."""
    return etree.fromstring(
        f'<w:style xmlns:w="{W}" w:type="paragraph" w:styleId="{id}"><w:name w:val="Body Text"/>'
        f'<w:basedOn w:val="{normal}"/><w:qFormat/><w:pPr><w:spacing w:after="{_BETWEEN}"/>'
        "</w:pPr></w:style>"
    )


def heading_below(above: Any, level: int, id: str) -> Any:
    """A heading style for a level that the template lacks: as the nearest one above it, without
    its number."""
    return etree.fromstring(
        f'<w:style xmlns:w="{W}" w:type="paragraph" w:styleId="{id}">'
        f'<w:name w:val="heading {level}"/><w:basedOn w:val="{above.get(_w("styleId"))}"/>'
        '<w:qFormat/><w:pPr><w:keepNext/><w:numPr><w:numId w:val="0"/></w:numPr>'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    )


def reach_margin(style: Any, width: int) -> None:
    """Gives a style of the contents the tab for page numbers, which Word puts into each line."""
    properties = style.find(_w("pPr"))
    if properties is None:
        properties = etree.Element(_w("pPr"))
        run = style.find(_w("rPr"))
        style.insert(len(style) if run is None else style.index(run), properties)
    tabs = properties.find(_w("tabs"))
    if tabs is None:
        tabs = etree.Element(_w("tabs"))
        before = {_w(tag) for tag in _BEFORE_TABS}
        properties.insert(sum(child.tag in before for child in properties), tabs)
    if not any(tab.get(_w("val")) in ("right", "end") for tab in tabs):
        tab = etree.SubElement(tabs, _w("tab"))
        for name, value in (("val", "right"), ("leader", "dot"), ("pos", str(width))):
            tab.set(_w(name), value)


_BEFORE_TABS = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd",
)  # fmt: skip
