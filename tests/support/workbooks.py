"""Workbooks in tests: made from a strategy, read back as Excel would read them."""

import re
import zipfile
from collections.abc import Generator
from pathlib import Path
from typing import Any, TypeVar
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from strategidesk.excel import activity_plan
from strategidesk.excel.notices import Notice
from strategidesk.model.strategy import Strategy

T = TypeVar("T")
TODAY = "2026-11-22"
HEADING_ROW = 3
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def result_of(work: Generator[Any, None, T]) -> T:
    """Runs a generator to its end; answers what it returns."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def exported(strategy: Strategy, out: Path) -> tuple[Notice, ...]:
    """Writes the plan of a strategy to `out`; answers the notices."""
    return result_of(activity_plan.write(strategy, out, today=TODAY))


def opened(strategy: Strategy, out: Path) -> Workbook:
    """The plan of a strategy, written and read back."""
    exported(strategy, out)
    return load_workbook(out)


def headings(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for cell in sheet[HEADING_ROW]]


def column(sheet: Worksheet, heading: str) -> list[Any]:
    """The cells' values under a heading."""
    place = headings(sheet).index(heading) + 1
    rows = range(HEADING_ROW + 1, sheet.max_row + 1)
    return [sheet.cell(row, place).value for row in rows]


def cell_under(sheet: Worksheet, heading: str, row: int = 1) -> Any:
    """The cell in the given row of the table, counted from 1."""
    return sheet.cell(HEADING_ROW + row, headings(sheet).index(heading) + 1)


def texts(path: Path) -> set[str]:
    """Every text of the workbook's cells, unescaped as ECMA-376 says (22.9.2.19, ST_Xstring)."""
    with zipfile.ZipFile(path) as archive:
        parts = [name for name in archive.namelist() if re.search("sharedStr|worksheets/s", name)]
        roots = [ElementTree.fromstring(archive.read(name)) for name in parts]
    holders = [item for root in roots for kind in ("si", "is") for item in root.iter(_MAIN + kind)]
    return {"".join(_unescaped(t.text or "") for t in item.iter(_MAIN + "t")) for item in holders}


def _unescaped(text: str) -> str:
    return re.sub("_x([0-9a-fA-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def formulas(path: Path) -> list[str]:
    """Every formula of the workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = [name for name in archive.namelist() if name.startswith("xl/worksheets/s")]
        roots = [ElementTree.fromstring(archive.read(name)) for name in parts]
    return [found.text or "" for root in roots for found in root.iter(_MAIN + "f")]
