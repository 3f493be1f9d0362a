"""The parts of one package, read through in the order that lets each be judged by those before."""

import codecs
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath
from typing import BinaryIO

from strategidesk.guard import kinds
from strategidesk.guard.allowances import Allowances
from strategidesk.guard.archive import Member
from strategidesk.guard.markup import Malformed, Scanner
from strategidesk.guard.open_document import OpenDocument
from strategidesk.guard.relations import PICTURES_AND_PAGES, Relations
from strategidesk.guard.sentences import Fault, found
from strategidesk.guard.unpacking import pieces, whole
from strategidesk.guard.workbook import Workbook

_XML = (".xml", ".rels", ".vml")
_DEFINITIONS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_BEGINNINGS = tuple("<".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LONGEST_MIMETYPE = 200


class Package:
    """One received package, open for reading."""

    def __init__(
        self, file: BinaryIO, listed: tuple[Member, ...], allowed: Allowances, cleaned: bool
    ) -> None:
        self._file, self._allowed = file, allowed
        self._members = {member.name: member for member in listed}
        self._relations, self._types = Relations(cleaned), kinds.Types()
        self.notices = self._relations.notices
        self._book = Workbook(allowed, self.notices)
        parts = (self._relations, self._types, self._book, OpenDocument(allowed, self.notices))
        actions = {key: action for part in parts for key, action in part.actions().items()}
        self._scanner = Scanner(actions, allowed)
        self._read: set[str] = set()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts and folders."""
        return tuple(self._members)

    @property
    def parts(self) -> tuple[tuple[str, int], ...]:
        """The parts with their sizes."""
        found = self._members.values()
        return tuple((one.name, one.size) for one in found if not one.name.endswith("/"))

    def kind(self) -> str:
        """What the package is. Raises Fault where it is none that is known."""
        opc, odf = kinds.TYPES in self._members, kinds.MIMETYPE in self._members
        if opc and odf:
            raise Fault("disguised")
        if odf:
            member = self._members[kinds.MIMETYPE]
            kind = kinds.open_document(whole(self._file, member, _LONGEST_MIMETYPE))
            self._scan(kinds.MANIFEST)
            return kind
        if not opc:
            raise found("archive")
        self._scan(kinds.TYPES)
        return self._types.kind(self._main)

    @cached_property
    def _main(self) -> str:
        """The part that the package is about."""
        self._scan(kinds.ROOT)
        for kind, target in self._relations.targets.values():
            if kind == "officeDocument":
                return target.removeprefix("/")
        raise Fault("damaged")

    def read_through(self) -> None:
        """Reads all parts to their ends. Raises Fault."""
        sheets = self._sheet_names() if kinds.TYPES in self._members else {}
        for name, member in self._members.items():
            if name.endswith("/") and member.size:
                raise Fault("disguised")
            if name in self._read or not member.size:  # older LibreOffices write empty parts
                continue
            self._book.begin(sheets.get(name.casefold(), PurePosixPath(name).stem))
            self._scan(name)
            self._book.end()

    def _sheet_names(self) -> dict[str, str]:
        """The name of each sheet by its part; the workbook is read for them."""
        place = PurePosixPath(self._main)
        self._relations.targets.clear()
        self._scan(str(place.parent / "_rels" / f"{place.name}.rels"))
        targets = dict(self._relations.targets)
        self._scan(self._main)
        names = {}
        for name, id in self._book.sheets:
            target = targets.get(id, ("", ""))[1]
            inside = target[1:] if target.startswith("/") else str(place.parent / target)
            names[inside.casefold()] = name
        return names

    def _scan(self, name: str) -> None:
        """Reads one part to its end; one that is not there is left to those who need it."""
        member = self._members.get(name)
        if member is None or name in self._read:
            return
        self._read.add(name)
        content = pieces(self._file, member)
        first = next(content, b"")
        content = chain((first,), content)
        if not self._is_xml(name, first):
            for _ in content:
                pass
            return
        if member.size > self._allowed.xml:
            raise Fault("content")
        try:
            self._scanner.scan(content)
        except Malformed as error:
            if not name.casefold().endswith(".vml"):
                raise Fault("damaged") from error
            self.notices.add("drawing")
            _find_definitions(chain((first,), pieces(self._file, member)))

    def _is_xml(self, name: str, first: bytes) -> bool:
        """Whether a library could read the part as XML: it is said to be, or looks so."""
        folded, said = name.casefold(), self._types.of(name)
        if folded.endswith(PICTURES_AND_PAGES):
            return False
        for mark in _MARKS:
            first = first.removeprefix(mark)
        looks = first.lstrip(b" \t\r\n\0").startswith(_BEGINNINGS)
        return looks or folded.endswith(_XML) or said.endswith(("+xml", "/xml"))


def _find_definitions(content: Iterator[bytes]) -> None:
    """Raises Fault where a part that is no well-formed XML holds definitions all the same."""
    before = b""
    for piece in content:
        window = before + piece
        if any(word in window for word in _DEFINITIONS):
            raise Fault("entities")
        before = window[-32:]
