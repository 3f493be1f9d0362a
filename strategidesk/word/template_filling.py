"""Fills a template's places and content controls with what the strategy says.

A place is `{title}` in the text; a content control (ECMA-376 part 1, 17.5.2) is known by its tag,
its title, or the property of the document that it shows. `resources/word/template.json` names them.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from lxml import etree

from strategidesk.paths import resource
from strategidesk.word.markup import W
from strategidesk.word.template_cleaning import unwrap

_PLACE = re.compile(r"\{(\w+)\}")
_BOUND = {  # the last step of the path in a data binding
    "title": "title",
    "subject": "subtitle",
    "Company": "municipality",
    "PublishDate": "date",
    "contentStatus": "status",
    "category": "document_type",
}
_STEP = re.compile(r"/(?:\w+:)?(\w+)(?:\[\d+\])?$")
_BLOCKED = ("picture", "docPartObj", "docPartList", "citation", "bibliography", "equation", "group")
_HINTS = ("placeholder", "platsh")  # ids of Word's style for a hint, in English and Swedish
_SHOWN = ("t", "drawing", "pict", "fldChar", "fldSimple", "sdt")
_LETTERS = re.compile(r"[\W_]+")


class Control(NamedTuple):
    """A content control that is filled: what it takes, and what Word calls it."""

    key: str
    name: str
    element: Any


def controls(root: Any) -> Iterator[Control]:
    """The content controls that are known, in order."""
    for control in list(root.iter(_w("sdt"))):
        properties = control.find(_w("sdtPr"))
        if properties is None or any(properties.find(_w(name)) is not None for name in _BLOCKED):
            continue
        names = [_value(properties.find(_w(name))) for name in ("alias", "tag")]
        key = next((_keys()[_plain(name)] for name in names if _plain(name) in _keys()), "")
        binding = properties.find(_w("dataBinding"))
        if not key and binding is not None:
            step = _STEP.search(binding.get(_w("xpath"), ""))
            key = _BOUND.get(step[1], "") if step else ""
        if key:
            yield Control(key, names[0] or names[1] or key, control)


def places(root: Any) -> set[str]:
    """The names of the places in the text."""
    return {
        name
        for paragraph in root.iter(_w("p"))
        for name in _PLACE.findall("".join(text.text or "" for text in _texts(paragraph)))
    }


@cache
def known_places() -> frozenset[str]:
    """The places that something is known for, in one document or another."""
    return frozenset(_keys().values()) | {"reference_number"}


def fill(root: etree._Element, values: Mapping[str, str]) -> None:
    """Puts the values in: controls that have none become empty, unknown places stay."""
    for control in controls(root):
        _fill_control(control.element, values.get(control.key, ""))
    for paragraph in root.iter(_w("p")):
        _fill_places(paragraph, values)


def shows(root: Any) -> bool:
    """Whether there is anything to see in a header or footer."""
    texts = (found.text or "" for found in root.iter(_w("t")))
    drawn = (root.find(f".//{_w(name)}") is not None for name in _SHOWN[1:])
    return any(text.strip() for text in texts) or any(drawn)


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _value(element: Any) -> str:
    return element.get(_w("val"), "") if element is not None else ""


def _plain(name: str) -> str:
    return _LETTERS.sub("", name.casefold()) or name.strip()


@cache
def _keys() -> dict[str, str]:
    """What a control takes, by its name without spaces and signs."""
    known = json.loads(resource("word", "template.json").read_text(encoding="utf-8"))["controls"]
    names = {_plain(name): key for key, some in known.items() for name in some}
    return names | {_plain(key): key for key in known}


def _texts(paragraph: Any) -> list[Any]:
    every = paragraph.iter(_w("t"))
    return [text for text in every if next(text.iterancestors(_w("p"))) is paragraph]


def _fill_places(paragraph: Any, values: Mapping[str, str]) -> None:
    """Word splits a text into runs as it likes: a place may begin in one and end in another."""
    texts = _texts(paragraph)
    whole = "".join(text.text or "" for text in texts)
    for found in reversed([*_PLACE.finditer(whole)]):
        if found[1] in values:
            _replace(texts, found.start(), found.end(), values[found[1]])


def _replace(texts: list[Any], start: int, end: int, value: str) -> None:
    at = 0
    for text in texts:
        here = text.text or ""
        first, last = max(start - at, 0), min(end - at, len(here))
        if first < last:
            _write(text, here[:first] + value + here[last:])
            value = ""
        at += len(here)


def _write(text: Any, value: str) -> None:
    text.text = value
    if value != value.strip():
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _fill_control(control: Any, value: str) -> None:
    """Shows the value in the look of the control's first run.

    The binding goes: Word would show the property of the document instead, and dates in its form.
    """
    properties, content = control.find(_w("sdtPr")), control.find(_w("sdtContent"))
    if content is None:
        return
    for name in ("showingPlcHdr", "dataBinding", "temporary", "lock"):
        for found in properties.findall(_w(name)):
            properties.remove(found)
    for date in properties.findall(_w("date")):
        date.attrib.pop(_w("fullDate"), None)
    look = _look(properties, content)
    runs = [*content.iter(_w("r"))]
    if not runs:
        paragraph = next(content.iter(_w("p")), None)
        holder = content if paragraph is None else paragraph
        runs = [etree.SubElement(holder, _w("r"))]
    first, *others = runs
    for other in others:
        other.getparent().remove(other)
    for paragraph in [*content.iter(_w("p"))][1:]:
        if paragraph.getparent() is content:
            content.remove(paragraph)
    for child in list(first):
        first.remove(child)
    if look is not None:
        first.append(look)
    if value:
        _write(etree.SubElement(first, _w("t")), value)
    else:
        _leave_out(control, content)


def _look(properties: Any, content: Any) -> Any:
    """How the text is to look: as the first run, but not as the hint that stood there."""
    first = next(content.iter(_w("r")), None)
    look = first.find(_w("rPr")) if first is not None else None
    style = _value(look.find(_w("rStyle"))).casefold() if look is not None else ""
    if look is None or style.startswith(_HINTS):
        look = properties.find(_w("rPr"))
        look = None if look is None else etree.fromstring(etree.tostring(look))
    return look


def _leave_out(control: Any, content: Any) -> None:
    """A control without a value goes, and its paragraph with it where nothing is left in there but
    a label."""
    paragraph = next(control.iterancestors(_w("p")), None)
    inside = next(content.iter(_w("p")), None)
    parent = control.getparent()
    unwrap(control)
    for left in [child for child in parent if child.tag == _w("sdtContent")]:
        unwrap(left)
    for found in parent.findall(_w("sdtPr")) + parent.findall(_w("sdtEndPr")):
        parent.remove(found)
    alone = inside if paragraph is None else paragraph
    if alone is None or alone.find(f"{_w('pPr')}/{_w('sectPr')}") is not None:
        return
    other = any(alone.find(f".//{_w(name)}") is not None for name in _SHOWN[1:])
    words = "".join(text.text or "" for text in _texts(alone)).strip()
    above = alone.getparent()
    label = words.endswith(":")  # says what would have followed
    if (label or not words) and not other and above is not None and len(above.findall(_w("p"))) > 1:
        above.remove(alone)
