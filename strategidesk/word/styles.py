"""The styles of a document: the template's own by name, ours where it lacks one."""

import copy
import zipfile
from collections.abc import Iterator
from functools import cache

from lxml import etree

from strategidesk.paths import resource
from strategidesk.word.markup import W
from strategidesk.word.style_dressing import (
    Wardrobe,
    body_text,
    dress,
    heading_below,
    reach_margin,
)
from strategidesk.word.style_names import built_in, keys_of, other_keys, swedish

BASE = ("word", "strategi.docx")
OWN_TABLE, GRID, TEXT = "Strategitabell", "Table Grid", "Body Text"
_STYLE, _NAME, _BASED = f"{{{W}}}style", f"{{{W}}}name", f"{{{W}}}basedOn"
_TYPE, _ID, _VAL, _DEFAULT = (f"{{{W}}}{name}" for name in ("type", "styleId", "val", "default"))
_LIST = f"{{{W}}}pPr/{{{W}}}numPr/{{{W}}}numId"
_CUSTOM = f"{{{W}}}customStyle"
_LISTS = ("list bullet", "list bullet 2", "list number", "list number 2")
_PARAGRAPH = "list paragraph"


class Styles:
    """Finds style ids by the names that Word knows them by (English for its own styles).

    A style under another name that Word's is known by gets Word's name, so that headings are
    headings; `added` names those that the document lacked.
    """

    def __init__(
        self, root: etree._Element, wardrobe: Wardrobe | None = None, usual_table: str = ""
    ) -> None:
        """`root`: the document's `w:styles`, which gets what it lacks, dressed from the
        `wardrobe`. `usual_table`: the id of the style that its settings give new tables."""
        self.root = root
        self.added: list[str] = []
        self._wardrobe = wardrobe
        self._ids: dict[str, str] = {}
        self._taken: set[str] = set()
        self._others: dict[str, etree._Element] = {}
        for style in root.iter(_STYLE):
            self._ids.setdefault(_name(style), style.get(_ID, ""))
            self._taken.add(style.get(_ID, ""))
            for key in (*keys_of(_name(style)), *keys_of(style.get(_ID, ""))):
                self._others.setdefault(f"{style.get(_TYPE)} {key}", style)
        self.normal = next(
            (s.get(_ID, "") for s in root.iter(_STYLE) if _is_default(s, "paragraph")), ""
        )
        if wardrobe is not None and self.has("heading 1"):
            wardrobe.looks.head(self.element("heading 1"))
        if wardrobe is not None:
            for name in filter(self.has, ("toc 1", "toc 2", "toc 3")):
                reach_margin(self.element(name), wardrobe.width)
        self.table = self._table(usual_table)
        self.text = self._text()  # of paragraphs; empty for the default style

    def has(self, name: str) -> bool:
        """Whether the document has the style, under whichever name."""
        return name.casefold() in self._ids or self._adopt(name)

    def id(self, name: str) -> str:
        """The id of the style with this name, which is added where the document lacks it."""
        known = self._ids.get(name.casefold())
        if known is None and self._adopt(name):
            known = self._ids[name.casefold()]
        return known if known is not None else self._add(name)

    def element(self, name: str) -> etree._Element:
        """The style's element."""
        return self._by_id(self.id(name))

    def name(self, id: str) -> str:
        """What a style of the document is called; empty where it has none."""
        known = self._by_id(id) if id in self._taken else None
        name = known.find(_NAME) if known is not None else None
        return name.get(_VAL, "") if name is not None else ""

    def shown_name(self, name: str) -> str:
        """What Word here shows for a name that it knows: the Swedish one."""
        return swedish(name) or self.name(self.id(name))

    def as_text(self, name: str) -> str:
        """The id of a style for running text, which it is based on."""
        style = self.element(name)
        if self.text:
            for based in style.findall(_BASED):
                based.set(_VAL, self.text)
        return style.get(_ID, "")

    def numbered(self, name: str) -> bool:
        """Whether the style itself makes its paragraphs items of a list."""
        for style in self.chain(self.element(name)):
            found = style.find(_LIST)
            if found is not None:
                return found.get(_VAL) != "0"
        return False

    def chain(self, style: etree._Element) -> Iterator[etree._Element]:
        """A style and what it is based on, one by one."""
        seen: set[str] = set()
        while style.get(_ID, "") not in seen:
            seen.add(style.get(_ID, ""))
            yield style
            based = style.find(_BASED)
            if based is None or based.get(_VAL, "") not in self._taken:
                return
            style = self._by_id(based.get(_VAL, ""))

    def list_of(self, id: str) -> str:
        """The list that the style with this id belongs to; empty where it belongs to none."""
        found = self._by_id(id).find(_LIST) if id in self._taken else None
        return found.get(_VAL, "") if found is not None else ""

    def _by_id(self, id: str) -> etree._Element:
        return next(style for style in self.root.iter(_STYLE) if style.get(_ID) == id)

    def _adopt(self, name: str) -> bool:
        """Takes a style of another name as this one; False where there is none."""
        kind = _kind(name)
        for key in other_keys(name):
            style = self._others.get(f"{kind} {key}")
            if style is None or self._is_base_of_headings(name, style):
                continue
            self._ids[name.casefold()] = style.get(_ID, "")
            if word := built_in(name):
                style.find(_NAME).set(_VAL, word)  # type: ignore[union-attr]
                style.attrib.pop(_CUSTOM, "")
                _outline(style, word)
            return True
        return False

    def _is_base_of_headings(self, name: str, style: etree._Element) -> bool:
        """LibreOffice calls what its headings are based on as others call the title."""
        headings = {key for level in "123" for key in other_keys(f"heading {level}")}
        return name.casefold() == "title" and any(
            based.get(_VAL) == style.get(_ID) and headings & {*keys_of(_name(other))}
            for other in self.root.iter(_STYLE)
            for based in other.findall(_BASED)
        )

    def _add(self, name: str) -> str:
        plain = name.casefold()
        if plain in _LISTS and self.has(_PARAGRAPH):
            return self._also(plain, self.id(_PARAGRAPH))
        above = self._heading_above(plain)
        if self._wardrobe is not None and above is not None:
            level = int(plain[-1])
            id = self._free(f"Heading{level}")
            style = heading_below(above, level, id)
        else:
            style = copy.deepcopy(_base_styles()[plain])
            id = self._free(style.get(_ID, ""))
            style.set(_ID, id)
            self._also(plain, id)  # a style may be followed by itself
            self._link(style)
            if self._wardrobe is not None:
                dress(style, plain, self._wardrobe)
        self._also(plain, id)
        self.added.append(name)
        self.root.append(style)
        return id

    def _link(self, style: etree._Element) -> None:
        """What the style is based on, and followed by, as they are called here."""
        for tag in (_BASED, f"{{{W}}}next"):
            for link in style.findall(tag):
                base = _base_names().get(link.get(_VAL, ""), "")
                link.set(_VAL, self.normal if base == "normal" else self.id(base))
        for number in style.findall(f"{{{W}}}pPr/{{{W}}}numPr"):
            number.getparent().remove(number)  # type: ignore[union-attr]

    def _also(self, plain: str, id: str) -> str:
        self._ids[plain] = id
        self._taken.add(id)
        return id

    def _free(self, id: str) -> str:
        while id in self._taken:
            id += "1"
        return id

    def _text(self) -> str:
        """The style of paragraphs, where the default one leaves nothing between them."""
        if self._wardrobe is None or self._wardrobe.looks.spacing:
            return ""
        if self.has(TEXT):
            return self.id(TEXT)
        id = self._free("BodyText")
        self.root.append(body_text(self.normal, id))
        return self._also(TEXT.casefold(), id)

    def _heading_above(self, plain: str) -> etree._Element | None:
        """The nearest heading that the document has, above one that it lacks."""
        if not plain.startswith("heading "):
            return None
        above = (f"heading {level}" for level in range(int(plain[-1]) - 1, 0, -1))
        return next((self.element(one) for one in above if self.has(one)), None)

    def _table(self, usual: str) -> str:
        """The style of tables: ours in our template, else the template's own where it has one."""
        if self.has(OWN_TABLE):
            return self.id(OWN_TABLE)
        tables = [s for s in self.root.iter(_STYLE) if s.get(_TYPE) == "table" and _is_drawn(s)]
        for style in tables:
            if style.get(_ID) == usual or _is_default(style, "table"):
                return style.get(_ID, "")
        own = [style for style in tables if style.get(_CUSTOM) in ("1", "true", "on")]
        if own:
            return own[0].get(_ID, "")
        return self.id(GRID if self.has(GRID) else OWN_TABLE)


def _name(style: etree._Element) -> str:
    name = style.find(_NAME)
    return name.get(_VAL, "").casefold() if name is not None else ""


def _is_default(style: etree._Element, kind: str) -> bool:
    return style.get(_TYPE) == kind and style.get(_DEFAULT) in ("1", "true", "on")


def _is_drawn(style: etree._Element) -> bool:
    """Whether a table in the style shows lines or a marked first row."""
    shade = f"{{{W}}}tblStylePr[@{{{W}}}type='firstRow']/{{{W}}}tcPr/{{{W}}}shd"
    return style.find(shade) is not None or any(
        line.get(_VAL) not in ("nil", "none")
        for line in style.iterfind(f"{{{W}}}tblPr/{{{W}}}tblBorders/*")
    )


def _outline(style: etree._Element, name: str) -> None:
    """Says a heading's level to those who do not know it by the name."""
    if not name.startswith("heading ") or style.find(f"{{{W}}}pPr/{{{W}}}outlineLvl") is not None:
        return
    properties = style.find(f"{{{W}}}pPr")
    if properties is None:
        properties = etree.Element(f"{{{W}}}pPr")
        run = style.find(f"{{{W}}}rPr")
        style.insert(len(style) if run is None else style.index(run), properties)
    last = [f"{{{W}}}{tag}" for tag in ("divId", "cnfStyle", "rPr", "sectPr", "pPrChange")]
    level = etree.Element(f"{{{W}}}outlineLvl")
    level.set(_VAL, str(int(name[-1]) - 1))
    properties.insert(sum(child.tag not in last for child in properties), level)


def _kind(name: str) -> str:
    """The type of style that goes by this name."""
    known = _base_styles().get(name.casefold())
    if known is not None:
        return known.get(_TYPE, "")
    return "table" if name == GRID else "paragraph"


@cache
def _base_styles() -> dict[str, etree._Element]:
    with zipfile.ZipFile(resource(*BASE)) as file:
        root = etree.fromstring(file.read("word/styles.xml"))
    return {_name(style): style for style in root.iter(_STYLE)}


@cache
def _base_names() -> dict[str, str]:
    return {style.get(_ID, ""): name for name, style in _base_styles().items()}
