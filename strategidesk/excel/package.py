"""The parts of somebody else's workbook, read with care and written back as they are.

A workbook is a zip file of XML parts (ECMA-376 part 2). What is not changed is carried over byte
for byte, so that pictures, drawings, charts and everything else of its look survive.
"""

import zipfile
from functools import cached_property
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import etree

from strategidesk.errors import UserError
from strategidesk.guard.looking import look
from strategidesk.guard.sentences import Fault, refused
from strategidesk.guard.wanted import ANSWERS, WORKBOOKS

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES = "[Content_Types].xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.{}.main+xml"

_STRICT = b"http://purl.oclc.org/ooxml/"
_MOST_XML = 12_000_000  # one part that is read as a tree

Element = Any  # lxml's element; its stubs give no usable type for indexing and find


def tag(name: str) -> str:
    """The full name of an element of the spreadsheet language."""
    return f"{{{MAIN}}}{name}"


class Package:
    """An opened workbook. Parts that were asked for by `tree` are written back from it."""

    def __init__(self, path: Path, *, looked: bool = False) -> None:
        """`looked`: one that was received, and that the guard has let in already. Raises UserError
        where it does not, or the workbook cannot be filled; OSError."""
        self.file, self._received = path.name, looked
        if not looked:
            look(path, WORKBOOKS)
        with zipfile.ZipFile(path) as archive:
            self._parts = {info.filename: archive.read(info) for info in archive.infolist()}
        self._trees: dict[str, Element] = {}
        self._changing: set[str] = set()

    def damaged(self) -> UserError:
        """What to say where a part is not as a workbook's parts are."""
        return UserError("{file} is damaged; open it in Excel and save it anew.", file=self.file)

    def _too_large(self) -> UserError:
        if self._received:
            return refused(Fault("content"), self.file, ANSWERS)
        return UserError("{file} is too large to be used as a template.", file=self.file)

    def tree(self, part: str) -> Element:
        """The root of an XML part that is to be changed. Raises UserError where it is none."""
        root = self.look(part)
        self._changing.add(part)
        return root

    def look(self, part: str) -> Element:
        """The root of an XML part that stays as it is."""
        if part not in self._trees:
            if len(self._parts.get(part, b"")) > _MOST_XML:
                raise self._too_large()
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            try:
                root = etree.fromstring(_usual(self._parts[part]), parser)
            except (KeyError, etree.XMLSyntaxError) as error:
                raise self.damaged() from error
            self._trees[part] = root
        return self._trees[part]

    def has(self, part: str) -> bool:
        return part in self._parts

    @cached_property
    def book(self) -> str:
        """The name of the workbook's main part."""
        found = self._related("", "/officeDocument")
        if not found:
            raise self.damaged()
        return found[0]

    def _related(self, part: str, ending: str) -> list[str]:
        """The parts that a part points at by relations of a type with this ending."""
        found = [rel for rel in self._relations(part) if rel.get("Type", "").endswith(ending)]
        return [_target(part, rel.get("Target", "")) for rel in found]

    def _relations(self, part: str) -> list[Element]:
        name = _relations_of(part)
        return list(self.look(name)) if name in self._parts else []

    def sheets(self) -> dict[str, str]:
        """The part of each worksheet by the sheet's name, in the workbook's order."""
        relations = {
            rel.get("Id"): _target(self.book, rel.get("Target", ""))
            for rel in self._relations(self.book)
        }
        sheets = self.look(self.book).iterfind(f"{tag('sheets')}/{tag('sheet')}")
        return {
            sheet.get("name"): relations.get(sheet.get(f"{{{RELATION}}}id"), "") for sheet in sheets
        }

    def tables(self, sheet: str) -> list[str]:
        """The parts of a worksheet's tables."""
        return self._related(sheet, "/table") if sheet else []

    @property
    def styles(self) -> str:
        """The name of the part with the cells' formats."""
        return next(iter(self._related(self.book, "/styles")), "")

    @property
    def shared_strings(self) -> str:
        """The name of the part with the texts of cells."""
        found = self._related(self.book, "/sharedStrings")
        return next(filter(self.has, found), "")

    @property
    def properties(self) -> str:
        """The name of the part with the custom properties."""
        return next(filter(self.has, self._related("", "/custom-properties")), "")

    def drop_calculation_order(self) -> None:
        """Removes the part that lists all formulas in order; Excel makes it anew."""
        for relation in self._relations(self.book):
            if relation.get("Type", "").endswith("/calcChain"):
                part = _target(self.book, relation.get("Target", ""))
                self._changing.add(_relations_of(self.book))
                relation.getparent().remove(relation)
                self._parts.pop(part, None)
                self._changing.discard(part)
                for override in list(self.tree(_TYPES)):
                    if override.get("PartName") == f"/{part}":
                        override.getparent().remove(override)

    def add(self, part: str, data: bytes, content_type: str, source: str, relation: str) -> str:
        """A new part that `source` (empty: the package) points at; the id of the relation."""
        self._parts[part] = data
        types = self.tree(_TYPES)
        override = f"{{{_CONTENT_TYPES}}}Override"
        about = {"PartName": f"/{part}", "ContentType": content_type}
        types.append(types.makeelement(override, about))
        name = _relations_of(source)
        if name not in self._parts:
            self._parts[name] = f'<Relationships xmlns="{_PACKAGE}"/>'.encode()
        root = self.tree(name)
        taken = {item.get("Id") for item in root}
        id = next(one for n in count(1) if (one := f"rId{n}") not in taken)
        target = {"Id": id, "Type": relation, "Target": f"/{part}"}
        root.append(root.makeelement(f"{{{_PACKAGE}}}Relationship", target))
        return id

    def save(self, out: Path) -> None:
        """Writes the workbook. One of the kind .xltx becomes an ordinary one. Raises OSError."""
        for override in self.tree(_TYPES):
            if override.get("ContentType") == _BOOK_TYPE.format("template"):
                override.set("ContentType", _BOOK_TYPE.format("sheet"))
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self._parts.items():
                if name in self._changing:
                    data = etree.tostring(
                        self._trees[name], xml_declaration=True, encoding="UTF-8", standalone=True
                    )
                archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)


def _usual(data: bytes) -> bytes:
    """A part in the usual form of the language, where it was saved in the strict one."""
    if _STRICT not in data:
        return data
    for usual in (MAIN, RELATION):
        strict = _STRICT + usual.partition("/2006")[0].rpartition("/")[2].encode()
        data = data.replace(strict + usual.partition("/2006")[2].encode(), usual.encode())
    return data


def _relations_of(part: str) -> str:
    """The part that holds the relations of a part."""
    place = PurePosixPath(part)
    return str(place.parent / "_rels" / f"{place.name}.rels")


def _target(part: str, target: str) -> str:
    """The part that a relation of `part` points at, without a leading slash."""
    if target.startswith("/"):
        return target[1:]
    steps: list[str] = list(PurePosixPath(part).parent.parts)
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
