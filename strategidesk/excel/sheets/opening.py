"""The cells of a received Excel workbook (ECMA-376 part 1, 18), read straight from its parts."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from strategidesk.excel.named_cells import defined_names
from strategidesk.excel.package import Element, Package, tag
from strategidesk.excel.references import Area, area, column_number, on_sheet
from strategidesk.excel.sheets import values
from strategidesk.excel.sheets.grid import Cells, Grid, Raw

_PREFIX = "sd_"
_PRINTED = "_xlnm.Print_Area"
_DIGITS = "0123456789"
_ESCAPED = re.compile("_x([0-9a-fA-F]{4})_")
_column = cache(column_number)
_TRUE = ("1", "true")
_ROW, _CELL, _VALUE, _FORMULA, _INLINE = map(tag, ("row", "c", "v", "f", "is"))
_TEXT, _RUN = tag("t"), tag("r")


def cells_of(path: Path) -> Cells:
    """All cells of a workbook that the guard has let in. Raises UserError where it is damaged."""
    return cells_in(Package(path, looked=True))


def cells_in(package: Package) -> Cells:
    """All cells of an opened workbook, as it stands now."""
    return _Opening(package).cells()


class _Opening:
    def __init__(self, package: Package) -> None:
        self._package = package
        book = package.look(package.book)
        about = book.find(tag("workbookPr"))
        self._from_1904 = about is not None and about.get("date1904") in _TRUE
        shared = self._items(package.shared_strings, "si")
        self._shared = [values.of_text(_string(item)) for item in shared]
        self._shown = self._styles()
        self._texts: dict[str, Raw] = {}  # those that stand in the cells themselves

    def _items(self, part: str, name: str) -> Iterator[Element]:
        return self._package.look(part).iterchildren(tag(name)) if part else iter(())

    def _styles(self) -> list[str]:
        """How each style of a cell shows numbers."""
        if not self._package.styles:
            return []
        root = self._package.look(self._package.styles)
        codes = {
            one.get("numFmtId"): one.get("formatCode", "")
            for one in root.iterfind(f"{tag('numFmts')}/{tag('numFmt')}")
        }
        found = root.iterfind(f"{tag('cellXfs')}/{tag('xf')}")
        return [_shown(one.get("numFmtId", "0"), codes) for one in found]

    def cells(self) -> Cells:
        sheets = self._package.sheets()
        printed: dict[str, Area] = {}
        names: dict[str, tuple[str, Area]] = {}
        for item in defined_names(self._package):
            name, found = str(item.get("name")), on_sheet((item.text or "").strip())
            if found and name == _PRINTED:
                printed[found[0]] = found[1]
            elif found and name.startswith(_PREFIX):
                names.setdefault(name, found)
        grids = [
            self._grid(name, self._package.look(part))
            for name, part in sheets.items()
            if self._package.has(part)
        ]
        return Cells(tuple(grids), names, printed, self._properties())

    def _properties(self) -> dict[str, object]:
        part = self._package.properties
        found = self._package.look(part) if part else ()
        return {one.get("name"): "".join(one.itertext()) for one in found}

    def _grid(self, name: str, root: Element) -> Grid:
        guarded = root.find(tag("sheetProtection"))
        merged = root.iterfind(f"{tag('mergeCells')}/{tag('mergeCell')}")
        grid = Grid(
            name,
            merged=[found for one in merged if (found := area(one.get("ref", "")))],
            protected=guarded is not None and guarded.get("sheet") in _TRUE,
        )
        formulas: dict[str, str] = {}  # shared ones, by their number
        row = 0
        for line in root.iterfind(f"{tag('sheetData')}/{_ROW}"):
            row = int(line.get("r") or row + 1)
            if line.get("hidden") in _TRUE:
                grid.hidden_rows.add(row)
            column = 0
            for cell in line:
                letters = cell.get("r", "").rstrip(_DIGITS)
                column = _column(letters) if letters else column + 1
                if len(cell) and (raw := self._raw(cell, formulas)):
                    grid.cells[row, column] = raw
        return grid

    def _raw(self, cell: Element, formulas: dict[str, str]) -> Raw | None:
        """What a cell holds; None where that is nothing."""
        kind, text, formula, held = cell.get("t", "n"), None, "", False
        for part in cell:
            name = part.tag
            if name == _VALUE:
                text = part.text or ""
            elif name == _INLINE:
                text = _string(part)
            elif name == _FORMULA:
                formula, held = _formula(part, formulas), True
        if held and not text and kind != "str":
            return Raw("", formula=formula, uncomputed=True)
        if kind == "n":
            return self._number(text, cell.get("s"), formula) if text else None
        raw = self._other(kind, text or "", formula)
        return raw if raw.text or held else None

    def _number(self, text: str, style: str | None, formula: str) -> Raw:
        at = int(style or 0)
        shown = self._shown[at] if at < len(self._shown) else ""
        return values.of_number(text, shown, self._from_1904, formula)

    def _other(self, kind: str, text: str, formula: str) -> Raw:
        if kind == "s":
            known = text.isdecimal() and int(text) < len(self._shared)
            return self._shared[int(text)] if known else Raw("")
        if kind == "b":
            return values.of_truth(text in _TRUE, formula)
        if kind == "e":
            return Raw(text, fault=text, formula=formula)
        if kind == "d":
            return Raw(text, day=text[:10], formula=formula)
        if formula:
            return values.of_text(_unescaped(text), formula)
        if (raw := self._texts.get(text)) is None:
            raw = self._texts[text] = values.of_text(_unescaped(text))
        return raw


def _shown(number: str, codes: Mapping[str, str]) -> str:
    return values.shown_as(int(number), codes.get(number, ""))


def _formula(part: Element, formulas: dict[str, str]) -> str:
    """The formula of a cell; one that is shared stands in its first cell only."""
    text, number = part.text or "", part.get("si", "")
    if text and number:
        formulas[number] = text
    return f"={text or formulas.get(number, '')}"


def _string(item: Element) -> str:
    """A text, its pieces of different looks joined, what is spoken beside it left out."""
    if len(item) == 1 and (only := item[0]).tag == _TEXT:
        return _unescaped(only.text or "")
    parts = []
    for one in item:
        if one.tag == _TEXT:
            parts.append(one.text or "")
        elif one.tag == _RUN:
            parts += [piece.text or "" for piece in one.iterchildren(_TEXT)]
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
