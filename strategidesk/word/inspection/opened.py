"""A Word file as the inspection reads it: parts, styles, and the body from top to bottom."""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from strategidesk.errors import UserError
from strategidesk.language import mark, tr
from strategidesk.word.colors import theme_colors
from strategidesk.word.inspection.looks import Looks, w

QUOTED = 60  # characters of a text that a place names
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_MARGINS = {
    "header": mark("The header"),
    "footer": mark("The footer"),
    "footnotes": mark("The footnotes"),
    "endnotes": mark("The endnotes"),
}
_HELD = {w("sdt"), w("sdtContent"), w("ins"), w("customXml"), w("smartTag"), w("moveTo")}


class Block(NamedTuple):
    """A paragraph or a table of the body."""

    element: etree._Element
    place: str  # in words, in the user's language
    level: int = 0  # of a heading
    text: str = ""  # of a paragraph
    style: str = ""  # of a paragraph, its id

    @property
    def is_table(self) -> bool:
        return bool(self.element.tag == w("tbl"))


class Margin(NamedTuple):
    """A part beside the body: a header, a footer, the notes."""

    place: str
    root: etree._Element
    kind: str


@dataclass(frozen=True)
class Opened:
    """A docx or dotx that has been read."""

    body: etree._Element
    blocks: tuple[Block, ...]
    margins: tuple[Margin, ...]
    looks: Looks
    settings: etree._Element | None
    core: Mapping[str, str]  # the properties, by their local name: "title", "language"


def opened(path: Path) -> Opened:
    """Reads the file. Raises UserError where it is no Word document."""
    try:
        with zipfile.ZipFile(path) as file:
            parts = _Parts(file)
            main = parts.named("", _KINDS + "officeDocument")[0]
            return _read(parts, main)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, IndexError) as error:
        raise UserError("{path} is not a Word document (.docx).", path=path) from error


def _read(parts: "_Parts", main: str) -> Opened:
    document = parts.read(main)
    theme = theme_colors(parts.first(main, _KINDS + "theme"))
    looks = Looks(parts.first(main, _KINDS + "styles"), theme)
    body = document.find(w("body"))
    if body is None:
        raise KeyError(main)
    core = parts.first("", _CORE)
    return Opened(
        body,
        tuple(_blocks(body, looks)),
        tuple(
            Margin(tr(place), parts.read(name), kind)
            for kind, place in _MARGINS.items()
            for name in parts.named(main, _KINDS + kind)
        ),
        looks,
        parts.first(main, _KINDS + "settings"),
        {etree.QName(one).localname: one.text or "" for one in (core if core is not None else ())},
    )


class _Parts:
    """The parts of a package, found by what relates to them (ECMA-376 part 2, 9.3)."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        self._parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)

    def read(self, name: str) -> etree._Element:
        return etree.fromstring(self._file.read(name), self._parser)

    def first(self, owner: str, kind: str) -> etree._Element | None:
        found = self.named(owner, kind)
        return self.read(found[0]) if found else None

    def named(self, owner: str, kind: str) -> list[str]:
        """The parts that relate to the owner (empty: the package) in this way."""
        folder, name = posixpath.split(owner)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._file.namelist():
            return []
        return [
            posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            for relation in self.read(relations)
            if relation.get("Type") == kind and relation.get("TargetMode") != "External"
        ]


def inside(container: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables of a body, a cell or a header, in order."""
    for child in container:
        if child.tag in (w("p"), w("tbl")):
            yield child
        elif child.tag in _HELD:
            yield from inside(child)


def _blocks(body: etree._Element, looks: Looks) -> Iterator[Block]:
    heading, tables = "", 0
    for element in inside(body):
        if element.tag == w("tbl"):
            tables += 1
            yield Block(element, _table_place(tables, heading))
            continue
        style, text = style_of(element), text_of(element)
        level = _level(element, style, looks)
        if level and text.strip():
            heading = text
            yield Block(element, tr("The heading “{text}”", text=short(text)), level, text, style)
        else:
            yield Block(element, _text_place(heading), level, text, style)


def _table_place(number: int, heading: str) -> str:
    if not heading:
        return tr("Table {n}", n=number)
    return tr("Table {n}, under “{text}”", n=number, text=short(heading))


def _text_place(heading: str) -> str:
    if not heading:
        return tr("Before the first heading")
    return tr("Under “{text}”", text=short(heading))


def _level(paragraph: etree._Element, style: str, looks: Looks) -> int:
    """The heading level of a paragraph, 0 for other text (ECMA-376 part 1, 17.3.1.20)."""
    own = paragraph.find(f"{w('pPr')}/{w('outlineLvl')}")
    found = own if own is not None else looks.nearest(style, "w:pPr/w:outlineLvl")
    level = found.get(w("val"), "") if found is not None else ""
    return int(level) + 1 if level in tuple("012345678") else 0


def style_of(paragraph: etree._Element) -> str:
    """The id of a paragraph's style; empty for the usual one."""
    found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return found.get(w("val"), "") if found is not None else ""


def text_of(element: etree._Element) -> str:
    """What is read aloud of an element; tabs and breaks as spaces."""
    return "".join(
        " " if piece.tag != w("t") else piece.text or ""
        for run in element.iter(w("r"))
        for piece in run.iterchildren(w("t"), w("tab"), w("br"))
    )


def short(text: str) -> str:
    """A text as a place quotes it."""
    line = " ".join(text.split())
    return line if len(line) <= QUOTED else line[: QUOTED - 1].rstrip() + "…"
