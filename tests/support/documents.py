"""Reads Word files as people see them: headings, paragraphs, tables."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
_W = f"{{{NS['w']}}}"


class Block(NamedTuple):
    """A paragraph: its style's id, its heading level (0: none) and its text."""

    style: str
    level: int
    text: str


def part(path: Path, name: str) -> etree._Element:
    """A part of the package, parsed."""
    with zipfile.ZipFile(path) as file:
        return etree.fromstring(file.read(name))


def names(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as file:
        return file.namelist()


def text_of(element: etree._Element) -> str:
    return "".join(piece.text or "" for piece in element.iter(f"{_W}t"))


def blocks(path: Path) -> list[Block]:
    """Every paragraph of the body outside tables, in order."""
    body = part(path, "word/document.xml").find("w:body", NS)
    assert body is not None
    return [_block(paragraph) for paragraph in _paragraphs(body)]


def _paragraphs(body: etree._Element) -> Iterator[etree._Element]:
    for child in body:
        if child.tag == f"{_W}p":
            yield child
        elif child.tag == f"{_W}sdt":
            yield from child.iterfind("w:sdtContent/w:p", NS)


def _block(paragraph: etree._Element) -> Block:
    style = paragraph.find("w:pPr/w:pStyle", NS)
    name = style.get(f"{_W}val", "") if style is not None else ""
    heading = re.fullmatch(r"Heading(\d)", name)
    return Block(name, int(heading[1]) if heading else 0, text_of(paragraph))


def headings(path: Path) -> list[tuple[int, str]]:
    """Level and text of every heading, in order."""
    return [(block.level, block.text) for block in blocks(path) if block.level]


def tables(path: Path) -> list[list[list[str]]]:
    """Every table as rows of cell texts; paragraphs in a cell are joined by a line break."""
    return [
        [
            ["\n".join(map(text_of, cell.iterfind("w:p", NS))) for cell in row.iterfind("w:tc", NS)]
            for row in table.iterfind("w:tr", NS)
        ]
        for table in part(path, "word/document.xml").iter(f"{_W}tbl")
    ]


class Section(NamedTuple):
    """A part of a document with pages of one kind: its properties, and its texts in order."""

    properties: etree._Element
    texts: list[str]

    @property
    def landscape(self) -> bool:
        page = self.properties.find("w:pgSz", NS)
        return page is not None and page.get(f"{_W}orient") == "landscape"


def sections(path: Path) -> list[Section]:
    """The sections of the body; a table counts as the text of its first cell."""
    body = part(path, "word/document.xml").find("w:body", NS)
    assert body is not None
    found: list[Section] = []
    texts: list[str] = []
    for child in body:
        if child.tag == f"{_W}sectPr":
            found.append(Section(child, texts))
            continue
        texts.append(text_of(next(child.iter(f"{_W}tc"), child)))
        for properties in child.iterfind("w:pPr/w:sectPr", NS):
            found.append(Section(properties, texts))
            texts = []
    return found
