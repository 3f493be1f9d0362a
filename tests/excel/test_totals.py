"""The sheet that sums up: its numbers, their formulas and the chart."""

import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from strategidesk.model.strategy import Strategy
from tests.support import workbooks
from tests.support.parts import need, requires
from tests.support.strategies import strategy

NAMES = ["Skolan", "<5 år", "A*", "*", "Rådet \"Vi\" & 'Ni'"]


@pytest.fixture
def some() -> Strategy:
    return strategy(
        strategy={"title": "Plan"},
        units=[{"id": f"u{n}", "name": name} for n, name in enumerate(NAMES)],
        activities=[
            {"unit": "u0", "status": "done", "budget": 1000},
            {"unit": "u0", "status": "delayed", "budget": 250.5},
            {"unit": "u1", "status": "done"},
            {"unit": "u2", "status": "done", "budget": 3},
            {"unit": "u3", "status": ""},
            {"unit": "u4", "status": "newer_word"},
            {"status": "done", "budget": 7},
        ],
    )


def cells_of(path: Path, *, computed: bool) -> list[list[Any]]:
    sheet = load_workbook(path, data_only=computed)["Summering"]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def below(rows: list[list[Any]], heading: str) -> dict[str, list[Any]]:
    """The lines of the table under a heading by their first cell."""
    start = next(n for n, row in enumerate(rows) if row[0] == heading)
    lines: dict[str, list[Any]] = {}
    for row in rows[start + 2 :]:
        if row[0] is None:
            break
        lines[row[0]] = [cell for cell in row[1:] if cell is not None]
    return lines


def check_numbers(rows: list[list[Any]]) -> None:
    statuses = below(rows, "Aktiviteter per status")
    assert {name: line[0] for name, line in statuses.items()} == {
        "Ej påbörjad": 0,
        "Påbörjad": 0,
        "Genomförd": 4,
        "Genomförs kontinuerligt": 0,
        "Försenad": 1,
        "Avförd": 0,
        "newer_word": 1,
        "Status saknas": 1,
        "Summa": 7,
    }
    assert statuses["Genomförd"][1:] == [pytest.approx(4 / 7), 1010]
    assert statuses["Summa"][1:] == [1, 1260.5]
    units = below(rows, "Aktiviteter per enhet och status")
    assert list(units) == [*NAMES, "Utan enhet", "Summa"]
    assert units["Skolan"] == [0, 0, 1, 0, 1, 0, 0, 0, 2, 1250.5]
    assert units["*"] == [0, 0, 0, 0, 0, 0, 0, 1, 1, 0]
    assert units["Utan enhet"] == [0, 0, 1, 0, 0, 0, 0, 0, 1, 7]
    assert units["Summa"] == [0, 0, 4, 0, 1, 0, 1, 1, 7, 1260.5]


def test_that_numbers_are_formulas_with_their_present_value(some: Strategy, tmp_path: Path) -> None:
    out = tmp_path / "plan.xlsx"

    workbooks.exported(some, out)

    check_numbers(cells_of(out, computed=True))
    formulas = below(cells_of(out, computed=False), "Aktiviteter per status")
    assert formulas["Genomförd"][0] == "=COUNTIF('Aktivitetsplan'!$F$4:$F$10,A7)"
    assert all(str(line[0]).startswith("=") for line in formulas.values())


@requires("soffice")
def test_that_a_spreadsheet_program_reckons_the_same_numbers(
    some: Strategy, tmp_path: Path
) -> None:
    out, again = tmp_path / "plan.xlsx", tmp_path / "again"
    workbooks.exported(some, out)
    _forget_values(out)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"

    subprocess.run(
        [need("soffice"), profile, "--headless", "--convert-to", "xlsx", "--outdir", again, out],
        check=True,
        capture_output=True,
    )

    check_numbers(cells_of(again / "plan.xlsx", computed=True))
    book = load_workbook(again / "plan.xlsx")
    assert workbooks.column(book["Aktivitetsplan"], "Ansvarig enhet") == [
        "Skolan",
        "Skolan",
        *NAMES[1:],
        None,
    ]


def _forget_values(path: Path) -> None:
    """Takes away the values beside the formulas, so that they must be reckoned."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            pieces = data.split(b"</f><v>")
            rest = [piece.split(b"</v>", 1)[1] for piece in pieces[1:]]
            archive.writestr(name, b"</f>".join([pieces[0], *rest]))


def test_that_the_chart_shows_the_table_and_tells_it_to_those_who_cannot_see(
    some: Strategy, tmp_path: Path
) -> None:
    out = tmp_path / "plan.xlsx"

    workbooks.exported(some, out)

    with zipfile.ZipFile(out) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
        chart = archive.read("xl/charts/chart1.xml").decode()
    assert 'descr="Stapeldiagram över antal aktiviteter per status.' in drawing
    assert "Genomförd 4, Genomförs kontinuerligt 0, Försenad 1" in drawing
    assert "<c:f>Summering!$A$5:$A$12</c:f>" in chart.replace("'", "")
    assert "<c:f>Summering!$B$5:$B$12</c:f>" in chart.replace("'", "")
