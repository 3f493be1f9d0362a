"""An activity plan of 10,000 rows and 15 columns as a workbook: all on one sheet, and per unit."""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from strategidesk.excel.activity_plan import write
from strategidesk.excel.cells import Value, serial
from strategidesk.excel.rows import Plan
from strategidesk.excel.table import table
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy
from tests.benchmarks.data import strategy
from tests.benchmarks.measuring import Row, exponent, interleave

SIZES = (1_000, 3_000, 10_000)
COLUMNS = 15
MOST = 5.0
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_LETTERS = "ABCDEFGHIJKLMNO"

Sheet = list[tuple[Value | None, ...]]


def rows(folder: Path) -> Iterator[Row]:
    """Against the same cells on the same sheets as raw strings in a zip file."""
    times = {}
    for size in SIZES:
        wanted = plan(size)
        sheets = cells(wanted)
        pair = interleave(
            lambda: ours(wanted, folder / "ours.xlsx"),  # noqa: B023
            lambda: raw(sheets, folder / "raw.xlsx"),  # noqa: B023
            5,
        )
        times[size] = pair.ours
    yield pair.row(
        f"Excel: plan of {SIZES[-1]} x {COLUMNS}", "raw strings + zip", MOST, exponent(times)
    )


@cache
def plan(size: int) -> Strategy:
    """A plan whose columns are fifteen."""
    wanted = strategy(500, size)
    shorter = (
        replace(activity, description="", indicator="", baseline="", target="")
        for activity in wanted.activities
    )
    return wanted.replace({Activity: tuple(shorter)})


def cells(wanted: Strategy) -> list[Sheet]:
    """What stands on the sheet of all and on those of the units."""
    whole = table(Plan(wanted))
    assert len(whole.columns) == COLUMNS
    units: dict[object, Sheet] = {}
    for entry, row in zip(whole.entries, whole.rows, strict=True):
        units.setdefault(entry.activity.unit, []).append(row)
    return [list(whole.rows), *units.values()]


def ours(wanted: Strategy, out: Path) -> None:
    """The workbook as it is exported."""
    for _ in write(wanted, out):
        pass


def raw(sheets: list[Sheet], out: Path) -> None:
    """The same cells with their types, and nothing else."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        numbers = range(1, len(sheets) + 1)
        package.writestr("[Content_Types].xml", _types(numbers))
        package.writestr("_rels/.rels", _relations({"rId1": ("officeDocument", "xl/workbook.xml")}))
        listed = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
        book = f'<workbook xmlns="{_SHEET}" xmlns:r="{_DOCUMENT}"><sheets>{listed}</sheets>'
        package.writestr("xl/workbook.xml", f"{book}</workbook>")
        parts = {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in numbers}
        package.writestr("xl/_rels/workbook.xml.rels", _relations(parts))
        for number, sheet in zip(numbers, sheets, strict=True):
            package.writestr(f"xl/worksheets/sheet{number}.xml", "".join(_sheet(sheet)))


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield f'<worksheet xmlns="{_SHEET}"><sheetData>'
    for number, row in enumerate(sheet, 1):
        yield f'<row r="{number}">'
        for letter, value in zip(_LETTERS, row, strict=False):
            if isinstance(value, str):
                yield f'<c r="{letter}{number}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
            elif isinstance(value, date):
                yield f'<c r="{letter}{number}"><v>{serial(value)}</v></c>'
            elif isinstance(value, int | Decimal):
                yield f'<c r="{letter}{number}"><v>{value}</v></c>'
        yield "</row>"
    yield "</sheetData></worksheet>"


def _types(numbers: Iterable[int]) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kind}.worksheet+xml"/>'
        for n in numbers
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f"{sheets}</Types>"
    )


def _relations(parts: dict[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{id}" Type="{_DOCUMENT}/{kind}" Target="{target}"/>'
        for id, (kind, target) in parts.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'
