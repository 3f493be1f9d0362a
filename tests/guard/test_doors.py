"""Every door through which Office files of others come has the guard in front of it."""

import ast
from pathlib import Path

import pytest
from openpyxl import load_workbook

from strategidesk.errors import UserError
from strategidesk.excel.package import Package as Book
from strategidesk.guard.crew import apart
from strategidesk.guard.looking import look_into
from strategidesk.guard.wanted import ANSWERS, TEMPLATES
from strategidesk.word.template_file import opened
from tests.support.hostile.corpus import HOSTILE
from tests.support.strategies import strategy
from tests.support.workbooks import exported

PACKAGE = Path(__file__).parents[2] / "strategidesk"
OPENING = {"load_workbook", "Document", "ZipFile"}
OWN = {  # modules that open nothing but what the program has made, or its own resources
    "word/commenting.py",
    "word/packing.py",
    "word/page_numbers.py",
    "word/styles.py",
    "word/template_margins.py",
    "word/template_parts.py",
    "word/inspection/opened.py",
}

APART = {"excel/sheets/opening_ods.py"}  # works in a process that has looked before it works


def _calls(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            found.add(getattr(node.func, "id", getattr(node.func, "attr", "")))
    return found


def test_that_whoever_opens_an_office_file_asks_the_guard_first() -> None:
    doors = {
        str(path.relative_to(PACKAGE)): _calls(path)
        for path in PACKAGE.rglob("*.py")
        if not path.is_relative_to(PACKAGE / "guard") and _calls(path) & OPENING
    }

    unguarded = {name for name, calls in doors.items() if not calls & {"look", "look_into"}}
    assert unguarded == OWN | APART


@pytest.mark.parametrize("name", ["a billion laughs", "a bomb", "a password", "macros in a part"])
def test_that_a_hostile_file_does_not_come_in_as_a_template(name: str, tmp_path: Path) -> None:
    (one,) = (each for each in HOSTILE if each.name == name)
    path = one.put(tmp_path)

    for door in (Book, opened):
        with pytest.raises(UserError, match=r"svar\.xlsx") as refused:
            door(path)
        assert "." in str(refused.value)
    with pytest.raises(UserError, match="Vår mall"):
        look_into(path.read_bytes(), "Vår mall", TEMPLATES)


def test_that_a_library_reads_apart_what_the_guard_lets_in(tmp_path: Path) -> None:
    path = tmp_path / "svar.xlsx"
    exported(strategy(activities=[{"title": "Språkcafé"}]), path)

    counts = apart(cells, path, wanted=ANSWERS)

    assert len(counts) > 1
    assert all(count > 0 for count in counts.values())


def cells(path: Path) -> dict[str, int]:
    """How many cells of each sheet have something in them."""
    book = load_workbook(path, read_only=True)
    counts = {}
    for sheet in book:
        sheet.reset_dimensions()  # a sheet may lie about them
        counts[sheet.title] = sum(cell.value is not None for row in sheet.rows for cell in row)
    book.close()
    return counts
