"""A municipality's own workbook as the sheet that goes to a unit."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook as Opened
from xlsxwriter import Workbook

from strategidesk.errors import UserError
from strategidesk.excel.sheets.identity import identity_of
from strategidesk.excel.sheets.matter import Matter
from strategidesk.excel.sheets.own_workbook import OwnWorkbook
from strategidesk.model.strategy import Strategy
from tests.support import rounds
from tests.support.strategies import known_id
from tests.support.validate import assert_valid

SHEET = "Vårt blad"
PLACES = {
    "Enhet": "B2",
    "Uppgiftslämnare": "B3",
    "Nr": "A6",
    "Aktivitet": "B6",
    "Status": "C6",
    "KommentarResultat": "D6",
}
ACTIVITIES = [{"id": f"v{n}", "title": f"Aktivitet {n}", "unit": "u1"} for n in range(3)]


def template(path: Path, places: Mapping[str, str] = PLACES, below: str = "") -> Path:
    """A workbook with a title, a logotype's place, headings and a first row with its look."""
    book = Workbook(path)
    sheet = book.add_worksheet(SHEET)
    sheet.write("A1", "Ekbackas egen uppföljning", book.add_format({"bold": True}))
    for at, text in {
        "A2": "Enhet",
        "A3": "Svarar",
        "B5": "Vad",
        "C5": "Läget",
        "D5": "Ord",
    }.items():
        sheet.write(at, text)
    for column in range(4):
        sheet.write_blank(5, column, None, book.add_format({"bg_color": "#FFEECC", "border": 1}))
    sheet.set_column(0, 5, 12)
    sheet.conditional_format("C6", {"type": "no_blanks", "format": book.add_format()})
    sheet.write("B9", below)
    for name, at in places.items():
        book.define_name(name, f"='{SHEET}'!${at[0]}${at[1:]}")
    book.set_custom_property("Vår egen", "kvar")
    book.close()
    return path


@pytest.fixture
def some() -> Strategy:
    return rounds.asking(activities=ACTIVITIES)


def filled(one: Strategy, path: Path, out: Path) -> Opened:
    OwnWorkbook(Matter(one, rounds.the_round(one), rounds.TODAY), path).write(known_id("u1"), out)
    return load_workbook(out)


def test_that_the_own_workbook_keeps_its_look_and_takes_the_rows(
    some: Strategy, tmp_path: Path
) -> None:
    out = tmp_path / "ut.xlsx"

    book = filled(some, template(tmp_path / "egen.xlsx"), out)

    sheet = book[SHEET]
    assert (sheet["A1"].value, sheet["B2"].value) == ("Ekbackas egen uppföljning", "Biblioteket")
    assert [sheet[f"B{row}"].value for row in (6, 7, 8)] == [a["title"] for a in ACTIVITIES]
    assert [sheet[f"A{row}"].value for row in (6, 9, 18)] == [1, "Ny", "Ny"]
    assert sheet["C18"].fill.fgColor.rgb == "FFFFEECC"
    assert_valid(out)


def test_that_its_answer_cells_alone_are_open_and_have_their_list(
    some: Strategy, tmp_path: Path
) -> None:
    book = filled(some, template(tmp_path / "egen.xlsx"), tmp_path / "ut.xlsx")

    sheet = book[SHEET]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    answers = {f"{letter}{row}" for letter in "CD" for row in range(6, 19)}
    assert rounds.unlocked(sheet) == answers | {f"B{row}" for row in range(9, 19)} | {"B3"}
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, str(rule.sqref)) == ("list", "C6:C18")
    ((name, cells),) = book.defined_names[rule.formula1].destinations
    assert [row[0].value for row in book[name][cells]][2] == "Genomförd"


def test_that_it_is_known_again_by_ids_and_by_its_round(some: Strategy, tmp_path: Path) -> None:
    book = filled(some, template(tmp_path / "egen.xlsx"), tmp_path / "ut.xlsx")

    sheet = book[SHEET]
    assert [sheet[f"E{row}"].value for row in (6, 7, 8)] == rounds.ids("v0", "v1", "v2")
    assert sheet.column_dimensions["E"].hidden
    ((_, cells),) = book.defined_names["sd_status"].destinations
    assert cells == "$C$6:$C$18"
    found = identity_of(rounds.properties(book))
    assert found == identity_of(rounds.hidden_facts(book))
    assert found is not None
    assert found.unit == known_id("u1")
    assert rounds.properties(book)["Vår egen"] == "kvar"


@pytest.mark.parametrize("lacking", ["Aktivitet", "Status"])
def test_that_a_workbook_without_the_names_that_matter_is_refused(
    some: Strategy, tmp_path: Path, lacking: str
) -> None:
    places = {name: at for name, at in PLACES.items() if name != lacking}

    with pytest.raises(UserError, match=lacking):
        filled(some, template(tmp_path / "egen.xlsx", places), tmp_path / "ut.xlsx")


def test_that_a_workbook_with_something_where_rows_go_is_refused(
    some: Strategy, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="B9"):
        filled(some, template(tmp_path / "egen.xlsx", below="Hälsningar"), tmp_path / "ut.xlsx")
