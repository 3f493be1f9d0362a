"""The styles of a document: the template's own by name, ours where it lacks one."""

import copy
import zipfile
from functools import cache

from lxml import etree

from strategidesk.paths import resource
from strategidesk.word.markup import W

BASE = ("word", "strategi.docx")
_STYLE, _NAME, _BASED = f"{{{W}}}style", f"{{{W}}}name", f"{{{W}}}basedOn"
_TYPE, _ID, _VAL, _DEFAULT = (f"{{{W}}}{name}" for name in ("type", "styleId", "val", "default"))


class Styles:
    """Finds style ids by the names that Word knows them by (English for its own styles)."""

    def __init__(self, root: etree._Element) -> None:
        """`root`: the document's `w:styles`, which gets what it lacks."""
        self.root = root
        self._ids: dict[str, str] = {}
        self._taken: set[str] = set()
        for style in root.iter(_STYLE):
            self._ids.setdefault(_name(style), style.get(_ID, ""))
            self._taken.add(style.get(_ID, ""))
        self.normal = next(
            (s.get(_ID, "") for s in root.iter(_STYLE) if _is_default(s, "paragraph")), ""
        )
        self.table = self.id("Strategitabell" if self.has("Strategitabell") else "Table Grid")

    def has(self, name: str) -> bool:
        return name.casefold() in self._ids

    def id(self, name: str) -> str:
        """The id of the style with this name, which is added where the document lacks it."""
        if name == "Table Grid" and not self.has(name):
            name = "Strategitabell"
        known = self._ids.get(name.casefold())
        return known if known is not None else self._add(name)

    def element(self, name: str) -> etree._Element:
        """The style's element."""
        id = self.id(name)
        return next(style for style in self.root.iter(_STYLE) if style.get(_ID) == id)

    def numbered(self, name: str) -> bool:
        """Whether the style itself makes its paragraphs items of a list."""
        found = self.element(name).find(f"{{{W}}}pPr/{{{W}}}numPr/{{{W}}}numId")
        return found is not None and found.get(_VAL) != "0"

    def _add(self, name: str) -> str:
        style = copy.deepcopy(_base_styles()[name.casefold()])
        id = style.get(_ID, "")
        while id in self._taken:
            id += "1"
        style.set(_ID, id)
        self._taken.add(id)
        self._ids[name.casefold()] = id
        for tag in (_BASED, f"{{{W}}}next"):
            for link in style.findall(tag):
                base = _base_names().get(link.get(_VAL, ""), "")
                link.set(_VAL, self.normal if base == "normal" else self.id(base))
        for number in style.findall(f"{{{W}}}pPr/{{{W}}}numPr"):
            number.getparent().remove(number)  # type: ignore[union-attr]
        self.root.append(style)
        return id


def _name(style: etree._Element) -> str:
    name = style.find(_NAME)
    return name.get(_VAL, "").casefold() if name is not None else ""


def _is_default(style: etree._Element, kind: str) -> bool:
    return style.get(_TYPE) == kind and style.get(_DEFAULT) in ("1", "true", "on")


@cache
def _base_styles() -> dict[str, etree._Element]:
    with zipfile.ZipFile(resource(*BASE)) as file:
        root = etree.fromstring(file.read("word/styles.xml"))
    return {_name(style): style for style in root.iter(_STYLE)}


@cache
def _base_names() -> dict[str, str]:
    return {style.get(_ID, ""): name for name, style in _base_styles().items()}
