"""What an Office package truly is: by the content type of its main part, never by its name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from strategidesk.guard.markup import attributes
from strategidesk.guard.sentences import Fault, found

TYPES = "[Content_Types].xml"
ROOT = "_rels/.rels"
MIMETYPE = "mimetype"
MANIFEST = "META-INF/manifest.xml"
_OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.presentation": "slides",
}
_OFFICE = "application/vnd.openxmlformats-officedocument."
_MAIN = {
    f"{_OFFICE}spreadsheetml.sheet.main+xml": "xlsx",
    f"{_OFFICE}spreadsheetml.template.main+xml": "xltx",
    f"{_OFFICE}wordprocessingml.document.main+xml": "docx",
    f"{_OFFICE}wordprocessingml.template.main+xml": "dotx",
    f"{_OFFICE}presentationml.presentation.main+xml": "slides",
    "application/vnd.ms-excel.sheet.binary.macroenabled.main": "xlsb",
}
_MACROS = ("macroenabled", "vbaproject", "macrosheet", "vbadata")
_MACRO_PARTS = ("vbaproject.bin", "vbadata.xml")
_MACRO_FOLDERS = ("xl/macrosheets/", "basic/", "scripts/")


def open_document(mimetype: bytes) -> str:
    """The kind of a file that says what it is in a part `mimetype`."""
    kind = _OPEN_DOCUMENT.get(mimetype.decode("ascii", "replace").strip())
    if kind is None:
        raise found("unknown")
    return kind


def check_name(name: str) -> None:
    """Raises Fault where a part's name says that it holds macros or what runs."""
    folded = name.casefold()
    if folded.endswith(_MACRO_PARTS) or folded.startswith(_MACRO_FOLDERS):
        raise Fault("macros")
    if "/activex/" in folded:
        raise Fault("controls")


@dataclass
class Types:
    """The content types that the package says its parts have."""

    by_ending: dict[str, str] = field(default_factory=dict)
    by_part: dict[str, str] = field(default_factory=dict)

    def actions(self) -> dict[tuple[str, str], Callable[[list[str]], None]]:
        """What is done at which element."""
        return {("types", "Default"): self._default, ("types", "Override"): self._override}

    def of(self, part: str) -> str:
        """The content type of a part in small letters; empty where none is said."""
        given = self.by_part.get(part.casefold())
        return given or self.by_ending.get(PurePosixPath(part).suffix[1:].casefold(), "")

    def kind(self, main: str) -> str:
        """The kind of the package whose main part this is. Raises Fault for one with macros."""
        said = {*self.by_part.values(), *self.by_ending.values()}
        kind = _MAIN.get(self.of(main), "")
        if kind != "xlsb" and any(word in each for each in said for word in _MACROS):
            raise Fault("macros")
        if any("activex" in each for each in said):
            raise Fault("controls")
        if not kind:
            raise found("unknown")
        return kind

    def _default(self, pairs: list[str]) -> None:
        of = attributes(pairs)
        self.by_ending[of.get("Extension", "").casefold()] = of.get("ContentType", "").casefold()

    def _override(self, pairs: list[str]) -> None:
        of = attributes(pairs)
        name = of.get("PartName", "").removeprefix("/").casefold()
        self.by_part[name] = of.get("ContentType", "").casefold()
