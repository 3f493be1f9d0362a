"""The cells of a received OpenDocument sheet (ISO/IEC 26300-1), read straight from its parts."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from strategidesk.errors import UserError
from strategidesk.excel.references import Area, area
from strategidesk.excel.sheets import values
from strategidesk.excel.sheets.grid import Cells, Grid, Raw

CONTENT, _META = "content.xml", "meta.xml"
_SPACE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_ERRORS = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_PRINTED, _PREFIX = "_xlnm.Print_Area", "sd_"
_RANGE = re.compile(
    r"\$?(?:'((?:[^']|'')+)'|([^.']+))\.(\$?[A-Z]+\$?\d+)(?::[^:]*\.(\$?[A-Z]+\$?\d+))?"
)
_CLOCK = re.compile(r"PT(\d+)H(\d+)M.*")
_TRUTHS = {"TRUE": True, "FALSE": False, "SANT": True, "FALSKT": False}  # numbers in LibreOffice
_TYPED_TRUTHS = ("=TRUE()", "=FALSE()")
_REFERENCE = re.compile(r"\[([^\]]*)\]")
_UNSEEN = ("collapse", "filter")

Element = Any  # lxml's element


def _name(space: str, name: str) -> str:
    return f"{{{_SPACE.format(space)}}}{name}"


def _table(name: str) -> str:
    return _name("table", name)


_ROW, _CELL, _COVERED = map(_table, ("table-row", "table-cell", "covered-table-cell"))
_KIND, _NOTE, _P = _name("office", "value-type"), _name("office", "annotation"), _name("text", "p")
_WHITE = {_name("text", "tab"): "\t", _name("text", "line-break"): "\n"}
_BLANKS = _name("text", "s")


def is_open_document(path: Path) -> bool:
    """Whether a file that the guard has let in is one."""
    with zipfile.ZipFile(path) as archive:
        return CONTENT in archive.namelist()


def cells_of(path: Path) -> Cells:
    """All cells of a sheet that the guard has let in. Raises UserError where it is damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            content = _tree(archive.read(CONTENT))
            there = _META in archive.namelist()
            meta = _tree(archive.read(_META)) if there else None
    except (KeyError, etree.XMLSyntaxError, zipfile.BadZipFile) as error:
        raise UserError(
            "{file} is damaged; open it in Excel and save it anew.", file=path.name
        ) from error
    printed: dict[str, Area] = {}
    names: dict[str, tuple[str, Area]] = {}
    for item in content.iter(_table("named-range")):
        found = _on_sheet(item.get(_table("cell-range-address"), ""))
        name = item.get(_table("name"), "")
        if found and name == _PRINTED:
            printed[found[0]] = found[1]
        elif found and name.startswith(_PREFIX):
            names.setdefault(name, found)
    said = meta.iter(_name("meta", "user-defined")) if meta is not None else ()
    properties = {one.get(_name("meta", "name")): "".join(one.itertext()) for one in said}
    grids = tuple(
        map(_grid, content.iterfind(f".//{_name('office', 'spreadsheet')}/{_table('table')}"))
    )
    return Cells(grids, names, printed, properties)


def _tree(data: bytes) -> Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _on_sheet(text: str) -> tuple[str, Area] | None:
    found = _RANGE.fullmatch(text)
    cells = area(":".join(filter(None, (found[3], found[4])))) if found else None
    if not found or not cells:
        return None
    return (found[1].replace("''", "'") if found[1] else found[2]), cells


def _grid(table: Element) -> Grid:
    grid = Grid(table.get(_table("name"), ""), protected=table.get(_table("protected")) == "true")
    row = 1
    for line in table.iter(_ROW):
        times = int(line.get(_table("number-rows-repeated"), 1))
        found = list(_line(line, row, grid))
        written = times if any(map(_is_typed, line)) else 1
        for at in range(row, row + written) if found else ():
            grid.cells.update({(at, column): raw for column, raw in found})
            if line.get(_table("visibility")) in _UNSEEN:
                grid.hidden_rows.add(at)
        row += times
    return grid


def _line(line: Element, row: int, grid: Grid) -> Iterator[tuple[int, Raw]]:
    """The filled cells of a row with their columns."""
    column = 1
    for cell in line.iterchildren(_CELL, _COVERED):
        times = int(cell.get(_table("number-columns-repeated"), 1))
        down, right = (
            int(cell.get(_table(f"number-{way}-spanned"), 1)) for way in ("rows", "columns")
        )
        if down * right > 1:
            grid.merged.append(Area(row, column, row + down - 1, column + right - 1))
        if raw := _raw(cell):
            written = times if _is_typed(cell) else 1
            yield from ((at, raw) for at in range(column, column + written))
        column += times


def _is_typed(cell: Element) -> bool:
    """Whether a cell says that it has content: only then the guard has counted its repetitions."""
    return cell.get(_KIND) is not None or cell.get(_table("formula")) is not None


def _raw(cell: Element) -> Raw | None:
    """What a cell holds; None where that is nothing."""
    formula = cell.get(_table("formula"), "")
    formula = f"={_REFERENCE.sub(_plain, formula.partition('=')[2])}" if formula else ""
    kind = cell.get(_KIND, "")
    if not len(cell) and not kind:
        return Raw("", formula=formula, uncomputed=True) if formula else None
    shown = "".join(cell.itertext())
    if kind == "float" and shown in _TRUTHS:
        return values.of_truth(_TRUTHS[shown], "" if formula in _TYPED_TRUTHS else formula)
    written = cell.get(_name("office", "value"), "")
    if kind in ("float", "currency", "percentage"):
        shown = values.SHARE if kind == "percentage" else values.PLAIN
        return values.of_number(written, shown, False, formula)
    if kind == "boolean":
        return values.of_truth(cell.get(_name("office", "boolean-value")) == "true", formula)
    if kind == "date":
        day = cell.get(_name("office", "date-value"), "")[:10]
        return Raw(day, day=day, formula=formula)
    if kind == "time" and (clock := _CLOCK.fullmatch(cell.get(_name("office", "time-value"), ""))):
        return Raw(f"{clock[1]}:{clock[2]}", formula=formula)
    text = "\n".join(_text(one) for one in cell.iterchildren(_P))
    if cell.get(_ERRORS) == "error":
        return Raw(text, fault=text, formula=formula)
    raw = values.of_text(text, formula)
    return raw if raw.text or formula else None


def _plain(reference: re.Match[str]) -> str:
    """`[.A1:.B2]` as `A1:B2`, `[$Blad.A1]` as `$Blad.A1`."""
    return reference[1].replace(":.", ":").removeprefix(".")


def _text(element: Element) -> str:
    """The text of a paragraph, with the blanks that are written as elements."""
    parts = [element.text or ""]
    for one in element:
        if one.tag == _BLANKS:
            parts.append(" " * int(one.get(_name("text", "c"), 1)))
        elif one.tag in _WHITE:
            parts.append(_WHITE[one.tag])
        elif one.tag != _NOTE:
            parts.append(_text(one))
        parts.append(one.tail or "")
    return "".join(parts)
