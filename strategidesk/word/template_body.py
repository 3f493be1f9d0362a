"""The body of a template: its cover, and the section that the document is written in.

The cover is what stands before the first page break, or is built as a cover page in Word. Other
text in a template is a sample, and is dropped.
"""

import copy
from collections.abc import Iterator
from typing import Any, NamedTuple

from docx.document import Document as DocumentObject
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from lxml import etree

from strategidesk.word.markup import R, W
from strategidesk.word.template_cleaning import cut, unsafe, unwrap
from strategidesk.word.template_order import put_in_order

_LONGEST = 3000  # characters that a cover shows
_DRAWN = 5001  # ids of the cover's pictures, out of the way of those in the text
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_EXTENDED = "http://schemas.microsoft.com/office/word/"  # later additions to the language
_SHAPES = ("wps", "wpg", "wpc")  # additions that every Word of today shows
_UNWRAPPED = ("ins", "moveTo", "smartTag", "customXml")
_DROPPED = (
    "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "del", "moveFrom",
    "commentRangeStart", "commentRangeEnd", "commentReference", "footnoteReference",
    "endnoteReference", "lastRenderedPageBreak", "altChunk",
    "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
)  # fmt: skip


class Front(NamedTuple):
    """The cover, whose elements stand in `holder`, and the relations that they use."""

    holder: etree._Element
    relations: frozenset[str]


class Body(NamedTuple):
    """What is kept of a template's body: the page, and the cover where there is one."""

    page: etree._Element  # w:sectPr
    front: Front | None
    sample: bool  # whether there is other text, which is dropped


def read(document: DocumentObject) -> Body:
    """The parts of the body; the document stays as it is."""
    body: Any = document.element.body
    children = [child for child in body if child.tag != _w("sectPr")]
    end, own_section = _cover_end(document, children)
    elements = _trimmed(children[:end], own_section)
    front = _front(document, elements) if end and _shows(elements) else None
    rest = children[end:] if front else children
    page = _page(body, 1 if front and own_section else 0)
    return Body(page, front, any(_text(child).strip() for child in rest))


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _text(element: Any) -> str:
    return "".join(found.text or "" for found in element.iter(_w("t")))


def _cover_end(document: DocumentObject, children: list[Any]) -> tuple[int, bool]:
    """How many of the body's elements are the cover, and whether it is a section of its own."""
    headings = _headings(document)
    for place, child in enumerate(children):
        galleries = child.findall(f"{_w('sdtPr')}/{_w('docPartObj')}/{_w('docPartGallery')}")
        kinds = {found.get(_w("val")) for found in galleries}
        if "Cover Pages" in kinds:
            return place + 1, child.find(f".//{_w('sectPr')}") is not None
        styles = {found.get(_w("val")) for found in child.iter(_w("pStyle"))}
        if "Table of Contents" in kinds or styles & headings:
            return 0, False
        if child.find(f"{_w('pPr')}/{_w('sectPr')}") is not None:
            return place + 1, True
        if any(found.get(_w("type")) == "page" for found in child.iter(_w("br"))):
            return place + 1, False
        if place and child.find(f"{_w('pPr')}/{_w('pageBreakBefore')}") is not None:
            return place, False
    return 0, False


def _headings(document: DocumentObject) -> set[str | None]:
    """The ids of the heading styles."""
    found: set[str | None] = set()
    for style in document.styles.element.findall(_w("style")):
        name = style.find(_w("name"))
        words = (name.get(_w("val"), "") if name is not None else "").casefold()
        if words.startswith(("heading", "rubrik", "toc")) and words[-1:].isdigit():
            found.add(style.get(_w("styleId")))
    return found


def _trimmed(elements: list[Any], own_section: bool) -> list[Any]:
    """Copies without the page break at the end: what comes after begins a page itself."""
    copies = [copy.deepcopy(element) for element in elements]
    if not copies or own_section:
        return copies
    breaks = [one for one in copies[-1].iter(_w("br")) if one.get(_w("type")) == "page"]
    if not breaks:
        return copies
    holder: Any = breaks[0].getparent()
    paragraph = next(breaks[0].iterancestors(_w("p")))
    for after in [one for one in holder.itersiblings() if one.getparent() is paragraph]:
        paragraph.remove(after)
    holder.remove(breaks[0])
    if not _shows([paragraph]):
        if paragraph is copies[-1]:
            copies.pop()
        elif len(paragraph.getparent()) > 1:
            paragraph.getparent().remove(paragraph)
    return copies


def _shows(elements: list[Any]) -> bool:
    """Whether there is anything to see, and not more than a page of it."""
    length = sum(len(_text(element).strip()) for element in elements)
    drawn = any(
        element.find(f".//{_w(name)}") is not None
        for element in elements
        for name in ("drawing", "pict", "sdt")
    )
    return bool(length or drawn) and length <= _LONGEST


def _front(document: DocumentObject, elements: list[Any]) -> Front:
    holder: Any = etree.Element(_w("body"))
    holder.extend(elements)
    part = document.part
    for id in list(unsafe(part, frozenset({RELATION.IMAGE, RELATION.HEADER, RELATION.FOOTER}))):
        cut(holder, id)
    _tidy(holder)
    put_in_order(holder)
    used = frozenset(
        value
        for element in holder.iter()
        for name, value in element.attrib.items()
        if name.startswith(f"{{{R}}}") and value in part.rels
    )
    return Front(holder, used)


def _tidy(root: Any) -> None:
    """Leaves out what belongs to the template's work, and later additions to the language."""
    for choice in list(root.iter(f"{{{_MC}}}AlternateContent")):
        _choose(choice)
    for name in _DROPPED:
        for found in list(root.iter(_w(name))):
            found.getparent().remove(found)
    for name in _UNWRAPPED:
        for found in list(root.iter(_w(name))):
            unwrap(found)
    for element in list(root.iter(etree.Element)):
        if _added(element.tag) and element.getparent() is not None:
            element.getparent().remove(element)
            continue
        for name in [name for name in element.attrib if _added(name)]:
            del element.attrib[name]
    for number, found in enumerate(root.iter(f"{{{_WP}}}docPr"), _DRAWN):
        found.set("id", str(number))


def _choose(choice: Any) -> None:
    """Of two ways to show something: the plain one, where the other is not known everywhere."""
    wanted = choice.find(f"{{{_MC}}}Choice")
    if wanted is not None and all(need in _SHAPES for need in wanted.get("Requires", "").split()):
        return
    fallback = choice.find(f"{{{_MC}}}Fallback")
    if fallback is None:
        choice.getparent().remove(choice)
        return
    unwrap(fallback)
    for other in choice.findall(f"{{{_MC}}}Choice"):
        choice.remove(other)
    unwrap(choice)


def _added(name: Any) -> bool:
    if not isinstance(name, str) or not name.startswith("{"):
        return False
    space = name[1:].partition("}")[0]
    return space.startswith(_EXTENDED) and not space.endswith(
        ("wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas")
    )


def _page(body: Any, number: int) -> Any:
    """The section of this number with the headers and footers that it takes over from those before;
    one column, on a page of its own."""
    change = _w("sectPrChange")
    sections = [one for one in body.iter(_w("sectPr")) if one.getparent().tag != change]
    if not sections:
        return etree.SubElement(body, _w("sectPr"))
    number = min(number, len(sections) - 1)
    page = copy.deepcopy(sections[number])
    known: dict[tuple[str, str | None], Any] = {}
    for section in sections[: number + 1]:
        known |= {_reference(found): found for found in _references(section)}
    for found in [*_references(page)]:
        page.remove(found)
    for place, found in enumerate(known.values()):
        page.insert(place, copy.deepcopy(found))
    for found in [*page.findall(_w("type")), *page.findall(change)]:
        page.remove(found)
    for columns in page.findall(_w("cols")):
        columns.attrib.pop(_w("num"), None)
        for column in list(columns):
            columns.remove(column)
    return page


def _references(section: Any) -> Iterator[Any]:
    yield from section.findall(_w("headerReference"))
    yield from section.findall(_w("footerReference"))


def _reference(found: Any) -> tuple[str, str | None]:
    return found.tag, found.get(_w("type"))
