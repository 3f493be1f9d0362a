"""What is read in returned answer sheets: every filled cell, wherever it has gone."""

from collections import Counter
from pathlib import Path

import pytest
from openpyxl import Workbook

from strategidesk.errors import UserError
from strategidesk.excel.sheets.finding import RENAMED
from strategidesk.excel.sheets.reading import read
from strategidesk.excel.sheets.returned import Returned, from_json
from strategidesk.guard.crew import apart
from strategidesk.guard.looking import look
from strategidesk.guard.wanted import ANSWERS
from tests.excel import test_round_own_workbook as own
from tests.excel.test_round_in_libreoffice import all_saved, saved_by_libreoffice
from tests.support import rounds
from tests.support.parts import requires
from tests.support.returned.beside import BESIDE, EARLIER_YEAR
from tests.support.returned.case import Case, Parts, repacked, sent, typed
from tests.support.returned.moved import DISORDER, MOVED
from tests.support.returned.values import VALUES
from tests.support.strategies import known_id

CASES = VALUES + MOVED + BESIDE


def read_back(path: Path) -> Returned:
    return from_json(read(str(path)))


def assert_read(case: Case, found: Returned) -> None:
    """Exactly the cells of the case were read, each as it should be."""
    cells = {cell.at: cell for row in found.rows for cell in row.cells}
    assert {at: cell.text for at, cell in cells.items()} == case.cells
    for at, about in case.about.items():
        assert {key: getattr(cells[at], key) for key in about} == about
    assert tuple((one.at, one.text) for one in found.stray) == case.stray
    assert found.filled == len(case.cells) + len(case.stray)
    ids = {row.number: row.id for row in found.rows if row.number in case.ids}
    assert ids == case.row_ids
    assert found.identity is not None
    assert found.identity.kind == case.kind
    assert found.facts.items() >= case.facts.items()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_that_every_filled_cell_of_a_returned_sheet_is_read(case: Case, tmp_path: Path) -> None:
    path = case.put(tmp_path / "svar.xlsx")

    look(path, ANSWERS)
    found = read_back(path)

    assert_read(case, found)
    assert Counter(template for template, _ in found.notices) == Counter(case.said)


def test_that_the_corpus_is_as_large_as_it_says() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 60


def test_that_hidden_rows_and_rows_of_ones_own_are_told_apart(tmp_path: Path) -> None:
    named = {case.name: case for case in MOVED}
    hidden = read_back(named["a row hidden"].put(tmp_path / "a.xlsx")).rows
    own = read_back(named["a row of one's own"].put(tmp_path / "b.xlsx")).rows

    assert [row.number for row in hidden if row.hidden] == [7]
    assert [row.number for row in own if row.own] == list(range(10, 20))


def test_that_what_stands_beside_the_columns_tells_its_heading(tmp_path: Path) -> None:
    typed_beside = typed(Q6="Att göra", Q7="Ring", R8="Obs!")

    found = read_back(Case(name="beside", change=typed_beside).put(tmp_path / "svar.xlsx"))

    assert found.heading_row == 6
    assert {one.at: one.heading for one in found.stray} == {"Q6": "", "Q7": "Att göra", "R8": ""}


def test_that_what_only_tells_is_read_as_it_stands(tmp_path: Path) -> None:
    first = read_back(VALUES[0].put(tmp_path / "svar.xlsx")).rows[0]

    assert first.cells == ()
    assert (first.locked["number"], first.locked["activity"]) == ("1", "Språkcafé")
    assert first.locked["indicator"] == "Besök"


def test_that_the_head_says_who_answers(tmp_path: Path) -> None:
    case = Case(name="someone else", change=typed(I2="Rektor"))

    found = read_back(case.put(tmp_path / "svar.xlsx"))

    assert found.facts == {
        "municipality": "Ekbacka kommun",
        "plan": "Strategi för Ekbacka",
        "unit": "Biblioteket",
        "reporter": "Rektor",
        "period": "Helår 2026",
        "last_reply_on": "2027-01-15",
    }


def test_that_a_municipalitys_own_workbook_is_read_by_its_names(tmp_path: Path) -> None:
    one = rounds.asking(activities=own.ACTIVITIES)
    book = own.filled(one, own.template(tmp_path / "egen.xlsx"), tmp_path / "ut.xlsx")
    book[own.SHEET]["C7"] = "Klar"
    book[own.SHEET]["B3"] = "Rektor"
    book.save(tmp_path / "svar.xlsx")

    found = read_back(tmp_path / "svar.xlsx")

    cells = [(c.at, c.column, c.text) for row in found.rows for c in row.cells]
    assert cells == [("C7", "status", "Klar")]
    assert [row.id for row in found.rows[:3]] == [str(known_id(f"v{n}")) for n in range(3)]
    assert (found.facts["unit"], found.facts["reporter"]) == ("Biblioteket", "Rektor")
    assert (found.stray, found.notices) == ((), ())


def test_that_answers_on_a_sheet_of_an_earlier_year_are_not_this_years(tmp_path: Path) -> None:
    found = read_back(EARLIER_YEAR.put(tmp_path / "svar.xlsx"))

    assert [cell.text for row in found.rows for cell in row.cells] == ["Klar"]
    assert "I fjol" in {one.text for one in found.stray}


def test_that_rows_on_a_copy_say_on_which_sheet_they_stand(tmp_path: Path) -> None:
    case = next(one for one in BESIDE if one.name.endswith("both filled in"))

    rows = read_back(case.put(tmp_path / "svar.xlsx")).rows

    assert [(row.sheet, row.number, row.id) for row in rows if row.sheet] == [
        ("Uppföljning (2)", 8, str(known_id("v2")))
    ]


def test_that_only_what_was_typed_on_a_municipalitys_own_workbook_is_told(tmp_path: Path) -> None:
    one = rounds.asking(activities=own.ACTIVITIES)
    book = own.filled(one, own.template(tmp_path / "egen.xlsx"), tmp_path / "ut.xlsx")
    book[own.SHEET].protection.sheet = False
    book[own.SHEET]["F1"], book[own.SHEET]["C5"] = "Vi är sena", "Hur går det?"
    book.save(tmp_path / "svar.xlsx")

    found = read_back(tmp_path / "svar.xlsx")

    assert [(stray.at, stray.text) for stray in found.stray] == [("F1", "Vi är sena")]
    assert found.notices == (
        (RENAMED, {"column": "C", "name": "Hur går det?", "heading": "Status"}),
    )


def test_that_a_part_too_large_to_read_is_told_in_words_for_answers(tmp_path: Path) -> None:
    path = tmp_path / "svar.xlsx"
    path.write_bytes(repacked(sent("follow_up"), _swell))

    with pytest.raises(UserError, match="mer innehåll än"):
        apart(read, path, wanted=ANSWERS)


def _swell(parts: Parts) -> None:
    part = "xl/worksheets/sheet2.xml"
    rows = "".join(f'<row r="{number}" ht="15" customHeight="1"/>' for number in range(50, 90_000))
    rows = rows.replace("/>", f' spans="{"1:99 " * 20}"/>')
    parts[part] = parts[part].replace(b"</sheetData>", f"{rows}</sheetData>".encode())


def test_that_a_workbook_without_an_answer_sheet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "annat.xlsx"
    book = Workbook()
    book.worksheets[0]["A1"] = "Status"
    book.save(path)

    with pytest.raises(UserError, match="inget svarsblad"):
        apart(read, path, wanted=ANSWERS)


@requires("soffice")
@pytest.mark.parametrize("formats", [("xlsx",), ("ods",), ("ods", "xlsx")])
def test_that_sheets_saved_by_libreoffice_are_read_alike(
    formats: tuple[str, ...], tmp_path: Path
) -> None:
    path = DISORDER.put(tmp_path / "svar.xlsx")

    assert_read(DISORDER, read_back(saved_by_libreoffice(path, *formats)))


@requires("soffice")
@pytest.mark.parametrize(("format", "first"), [("ods", 0), ("xlsx", 1)])
def test_that_disorder_saved_by_libreoffice_is_still_read(
    format: str, first: int, tmp_path: Path
) -> None:
    cases = (*MOVED, *BESIDE)[first::4]
    returned = [case.put(tmp_path / f"{number}.xlsx") for number, case in enumerate(cases)]

    saved = all_saved(returned, format, tmp_path / format)

    for case, path in zip(cases, saved, strict=True):
        assert_read(case, read_back(path))
