"""What of a template goes into no document: what points elsewhere, macros, objects, locks.

A relation that goes takes along what shows it: an element that pointed at nothing would make Word
call the document damaged.
"""

from collections.abc import Iterator
from typing import Any

from docx.document import Document as DocumentObject
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.part import Part
from lxml import etree

from strategidesk.word.markup import R, W

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_INSIDE = {RELATION.IMAGE, RELATION.FONT, RELATION.CUSTOM_XML_PROPS, f"{_OFFICE}/font"}
_WHOLE = {RELATION.OFFICE_DOCUMENT, RELATION.CORE_PROPERTIES, RELATION.EXTENDED_PROPERTIES}
_ADDRESSES = ("http://", "https://", "mailto:", "tel:")
_LOCKS = ("attachedTemplate", "mailMerge", "documentProtection", "writeProtection")
_LINK = f"{{{W}}}hyperlink"
_HOLDERS = (_LINK, *(f"{{{W}}}{name}" for name in ("drawing", "pict", "object", "altChunk")))
LOCKED, LINKED, OBJECTS = "locked", "linked", "objects"
_CUSTOM = RELATION.CUSTOM_PROPERTIES


def clean(document: DocumentObject, kept: set[str]) -> frozenset[str]:
    """Takes out of the template what is not to be carried over, and gives the kinds of it.

    `kept`: the kinds of parts that the document itself keeps; they are looked through too.
    """
    main = document.part
    package = main.package
    for id, relation in list(package.rels.items()):
        if relation.is_external or relation.reltype not in _WHOLE | {_CUSTOM}:
            del package.rels[id]
    settings = document.settings.element
    left_out = {LINKED} if settings.find(f"{{{W}}}attachedTemplate") is not None else set()
    if settings.find(f"{{{W}}}documentProtection") is not None:
        left_out.add(LOCKED)
    for name in _LOCKS:
        for found in settings.findall(f"{{{W}}}{name}"):
            settings.remove(found)
    for relation in main.rels.values():
        if relation.reltype in kept and not relation.is_external:
            left_out |= _clean_part(relation.target_part)
    return frozenset(left_out)


def _clean_part(part: Part) -> set[str]:
    element = getattr(part, "element", None)
    left_out = set()
    for id in list(unsafe(part)):
        left_out.add(LINKED if part.rels[id].is_external else OBJECTS)
        del part.rels[id]
        if element is not None:
            cut(element, id)
    return left_out


def unsafe(part: Part, inside: frozenset[str] = frozenset(_INSIDE)) -> Iterator[str]:
    """The ids of a part's relations that are not carried over."""
    for id, relation in part.rels.items():
        if relation.is_external:
            address = relation.target_ref.lower()
            if relation.reltype != RELATION.HYPERLINK or not address.startswith(_ADDRESSES):
                yield id
        elif relation.reltype not in inside:
            yield id


def cut(root: etree._Element, id: str) -> None:
    """Takes out what shows the relation of this id; links become plain text."""
    for found in [each for each in root.iter() if _points(each, id)]:
        holder: Any = found
        while holder is not None and holder is not root and holder.tag not in _HOLDERS:
            holder = holder.getparent()
        if holder is root:
            for name in [name for name, value in found.attrib.items() if value == id]:
                del found.attrib[name]
        elif holder is not None and holder.getparent() is not None:  # else it went with another
            (unwrap if holder.tag == _LINK else _remove)(holder)


def _remove(element: Any) -> None:
    element.getparent().remove(element)


def _points(element: Any, id: str) -> bool:
    return any(
        value == id and name.startswith(f"{{{R}}}") for name, value in element.attrib.items()
    )


def unwrap(element: Any) -> None:
    """Puts what is in an element into the element's place."""
    parent = element.getparent()
    place = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(place, child)
    parent.remove(element)
