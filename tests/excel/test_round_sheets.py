"""A round's workbooks, opened as a manager would."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from strategidesk.excel.sheets.identity import identity_of
from strategidesk.excel.sheets.layout import FIRST_ROW, LAYOUTS, Open
from strategidesk.excel.sheets.matter import Matter
from strategidesk.excel.sheets.workbook import workbook
from strategidesk.model.follow_up import Round
from strategidesk.model.rounds import asked
from strategidesk.model.strategy import Strategy
from tests.support import rounds, workbooks
from tests.support.strategies import known_id, whole_strategies
from tests.support.validate import assert_valid

ACTIVITIES = [
    {"id": "v1", "title": "Språkcafé", "unit": "u1", "hallmarks": ["h1", "h0"], "area": "a1",
     "when": "Våren", "indicator": "Besök", "target": "100", "end": "2026-06-30"},
    {"id": "v2", "title": "=1+1", "unit": "u1", "responsible": "Rektor"},
    {"id": "v3", "title": "Någon annans", "unit": "u2"},
    {"id": "v4", "title": "Exempel", "unit": "u1", "example": True},
    {"id": "v5", "title": "Bara föreslagen", "unit": "u1", "stage": "proposed"},
    {"id": "v6", "title": "Sagosång", "unit": "u1", "stage": "declined",
     "decision_reason": "Ryms inte i år."},
]  # fmt: skip
ANSWERS = {"Status", "Kommentar/Resultat", "Nytt slutdatum", "Utfall", "Trend", "Bedömning"}
OWN = {"Aktivitet", "Kännetecken", "Ansvarig", "Tidplan"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "blad.xlsx"


@pytest.fixture
def some() -> Strategy:
    return rounds.asking(activities=ACTIVITIES)


def test_that_a_unit_meets_its_own_activities_after_instructions(some: Strategy, out: Path) -> None:
    book = rounds.sheet_of(some, out)

    assert book.sheetnames == ["Anvisningar", "Uppföljning", "Tidigare förslag", "Underlag"]
    assert book.active is book["Anvisningar"]
    sheet = rounds.answers(book)
    first, second = rounds.rows(sheet)[:2]
    assert {name: first[name].value for name in ("Nr", "Aktivitet", "Ansvarig", "Tidplan")} == {
        "Nr": 1,
        "Aktivitet": "Språkcafé",
        "Ansvarig": "Biblioteket",
        "Tidplan": "Våren",
    }
    assert first["Kännetecken"].value == "Alla hälsar.\nLäslust"
    assert first["Indikator"].value == "Besök\nMålvärde: 100"
    assert (second["Aktivitet"].value, second["Aktivitet"].data_type) == ("=1+1", "s")
    assert second["Aktivitet"].quotePrefix
    assert [row["Nr"].value for row in rounds.rows(sheet)[2:]] == ["Ny"] * 10
    assert_valid(out)


def test_that_headings_read_exactly_as_managers_know_them(some: Strategy, out: Path) -> None:
    sheet = rounds.answers(rounds.sheet_of(some, out))

    wanted = ["Nr", "Aktivitet", "Kännetecken", "Ansvarig", "Tidplan"]
    assert rounds.headings(sheet)[:5] == wanted
    assert set(rounds.headings(sheet)) >= ANSWERS
    texts = [cell.value for row in sheet.iter_rows() for cell in row]
    assert texts.count("Status") == 1
    assert rounds.facts(sheet) == {
        "Kommun": "Ekbacka kommun",
        "Plan": "Strategi för Ekbacka",
        "Enhet": "Biblioteket",
        "Uppgiftslämnare": "Bibliotekschef",
        "Period": "Helår 2026",
        "Sista svarsdag": "2027-01-15",
    }


@pytest.mark.parametrize("kind", ["follow_up", "proposals"])
def test_that_exactly_the_answer_cells_can_be_written_in(kind: str, out: Path) -> None:
    book = rounds.sheet_of(rounds.asking(kind, activities=ACTIVITIES), out)

    sheet, layout = rounds.answers(book), LAYOUTS[kind]
    answers = {c.heading for c in layout.columns if c.open is Open.ALWAYS}
    own = {c.heading for c in layout.columns if c.open is Open.OWN}
    whole = rounds.rows(sheet)
    wanted = {
        str(cell.coordinate)
        for at, row in enumerate(whole)
        for name, cell in row.items()
        if name in answers or (name in own and at >= len(whole) - layout.own_rows)
    }
    reporter = str(_defined(book, "sd_reporter")).replace("$", "")
    assert rounds.unlocked(sheet) == wanted | {reporter}
    for other in book.worksheets:
        assert other.protection.sheet
        assert other.protection.password is None
        assert other is sheet or not rounds.unlocked(other)
    assert not sheet.protection.autoFilter
    if kind == "follow_up":
        assert (answers, own) == (ANSWERS, OWN)


def _defined(book: Any, name: str) -> str:
    ((_, cells),) = book.defined_names[name].destinations
    return str(cells)


def test_that_lists_offer_the_words_and_every_open_column_says_what_it_wants(
    some: Strategy, out: Path
) -> None:
    book = rounds.sheet_of(some, out)

    sheet = rounds.answers(book)
    rules = {rule.promptTitle: rule for rule in sheet.data_validations.dataValidation}
    assert set(rules) == ANSWERS | OWN
    assert all(rule.prompt and rule.showInputMessage for rule in rules.values())
    words = {
        name: [row[0].value for row in book["Underlag"][_defined(book, rules[name].formula1)]]
        for name in ("Status", "Trend", "Bedömning")
    }
    assert words["Status"] == [
        "Ej påbörjad",
        "Påbörjad",
        "Genomförd",
        "Genomförs kontinuerligt",
        "Försenad",
        "Avförd",
    ]
    assert words["Trend"] == ["Positiv", "Oförändrad", "Negativ", "Saknas"]
    assert words["Bedömning"][0] == "Kan uppnås"
    assert (rules["Nytt slutdatum"].type, rules["Nytt slutdatum"].errorStyle) == ("date", "warning")
    last = FIRST_ROW + 11
    assert str(rules["Status"].sqref) == f"H{FIRST_ROW}:H{last}"
    assert str(rules["Aktivitet"].sqref) == f"B{FIRST_ROW + 2}:B{last}"


def test_that_rows_and_workbook_are_known_by_ids_in_sight_of_nobody(
    some: Strategy, out: Path
) -> None:
    book = rounds.sheet_of(some, out)

    sheet = rounds.answers(book)
    found = rounds.values(sheet, "Radens id")
    assert found[:2] == rounds.ids("v1", "v2")
    assert len(set(found)) == len(found) == 12
    assert all(found)
    letter = next(c.column_letter for c in sheet[6] if c.value == "Radens id")
    assert sheet.column_dimensions[letter].hidden
    assert _defined(book, "sd_id") == f"${letter}${FIRST_ROW}:${letter}${FIRST_ROW + 11}"
    identity = identity_of(rounds.properties(book))
    assert identity is not None
    assert identity == identity_of(rounds.hidden_facts(book))
    assert (identity.strategy, identity.round) == (known_id("kort"), known_id("r1"))
    assert (identity.kind, identity.period) == ("follow_up", "2026")
    assert (identity.unit, identity.sent_on) == (known_id("u1"), rounds.TODAY)


def test_that_the_same_rows_for_own_activities_have_the_same_ids_when_sent_again(
    some: Strategy, out: Path
) -> None:
    first = rounds.values(rounds.answers(rounds.sheet_of(some, out)), "Radens id")
    again = rounds.values(rounds.answers(rounds.sheet_of(some, out)), "Radens id")
    other = rounds.values(rounds.answers(rounds.sheet_of(some, out, "u2")), "Radens id")

    assert first == again
    assert not set(first) & set(other)


def test_that_what_an_answer_lacks_is_said_in_words_beside_the_colour(
    some: Strategy, out: Path
) -> None:
    sheet = rounds.answers(rounds.sheet_of(some, out))

    first, second = rounds.rows(sheet)[:2]
    assert '"Sluttiden har passerat"' in str(first["Att komplettera"].value)
    assert '"Sluttiden har passerat"' not in str(second["Att komplettera"].value)
    for row in (first, second):
        formula = str(row["Att komplettera"].value)
        assert 'OR(H{0}="Försenad",H{0}="Avförd"),TRIM(I{0})=""'.format(row["Nr"].row) in formula
        assert '"Skriv en kommentar"' in formula
    assert len(sheet.conditional_formatting) >= 4


def test_that_the_last_answer_stands_beside_the_new_one(out: Path) -> None:
    answers = [
        {"activity": "v1", "period": "2025", "status": "started", "result": "Halvvägs."},
        {"activity": "v1", "period": "2026-08", "status": "delayed", "comment": "Ingen lokal.",
         "actual": "40"},
        {"activity": "v1", "period": "2027", "status": "done"},
    ]  # fmt: skip
    later = rounds.asking(activities=ACTIVITIES, follow_ups=answers)

    sheet = rounds.answers(rounds.sheet_of(later, out))

    assert rounds.values(sheet, "Förra svaret")[:2] == [
        "Delår 2026: Försenad.\nUtfall: 40\nIngen lokal.",
        None,
    ]


def test_that_declined_proposals_come_back_with_the_reason(some: Strategy, out: Path) -> None:
    book = rounds.sheet_of(some, out)

    told = [[cell.value for cell in row] for row in book["Tidigare förslag"]["A4:D4"]]
    assert told == [["Sagosång", None, "Avböjd", "Ryms inte i år."]]
    assert "Tidigare förslag" not in rounds.sheet_of(some, out, "u2").sheetnames


def test_that_indicators_are_told_with_their_last_values(out: Path) -> None:
    measured = rounds.asking(
        activities=ACTIVITIES,
        indicators=[{"id": "i1", "name": "Lån", "measure_unit": "böcker", "target": 9.5}],
        values=[
            {"indicator": "i1", "period": "2024", "value": 7},
            {"indicator": "i1", "period": "2025", "value": 8.5},
        ],
    )

    sheet = rounds.sheet_of(measured, out)["Indikatorer"]

    assert [cell.value for cell in sheet[4]] == [
        "Lån", None, "böcker", "9,5", "8,5", "Helår 2025", "Helår 2024: 7", None,
    ]  # fmt: skip


def test_that_proposals_have_room_under_every_hallmark(out: Path) -> None:
    sheet = rounds.answers(rounds.sheet_of(rounds.asking("proposals", activities=ACTIVITIES), out))

    assert rounds.headings(sheet)[:7] == [
        "Område", "Kännetecken", "Mål", "Aktivitet", "Resultat", "Tidplan", "Resurser",
    ]  # fmt: skip
    told = [(row["Område"].value, row["Kännetecken"].value) for row in rounds.rows(sheet)]
    assert told[:6] == [
        ("Övergripande", "Alla hälsar."),
        ("Övergripande", "Alla hälsar."),
        ("Språk", "Läslust\nAlla läser varje dag."),
        ("Språk", "Läslust"),
        ("Boende", None),
        ("Boende", None),
    ]
    waiting = next(r for r in rounds.rows(sheet) if r["Aktivitet"].value == "Bara föreslagen")
    assert waiting["Radens id"].value == known_id("v5")


def test_that_the_sheet_prints_and_reads_as_a_document(some: Strategy, out: Path) -> None:
    book = rounds.sheet_of(some, out)

    sheet: Any = rounds.answers(book)
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$6:$6"
    assert sheet.oddFooter.right.text == "Sida &P (&N)"
    assert sheet.freeze_panes == "C7"
    assert sheet.auto_filter.ref.startswith("A6:")
    assert [one.merged_cells.ranges for one in book.worksheets] == [set()] * 4
    assert book.properties.title == "Uppföljning helår 2026 – Biblioteket"
    assert book.properties.creator == "Ekbacka kommun"
    said = [cell.value for row in book["Anvisningar"].iter_rows() for cell in row]
    assert "Tack för förra gången." in said
    with zipfile.ZipFile(out) as archive:  # nothing drawn: nothing that needs a text instead
        assert not [name for name in archive.namelist() if "drawing" in name or "media" in name]


def test_that_many_units_of_one_name_and_odd_texts_give_whole_workbooks(tmp_path: Path) -> None:
    odd = rounds.asking(
        units=[{"id": f"u{n}", "name": "Skolan: *[?]/\\" + "x" * 60} for n in range(40)],
        activities=[
            {"title": "_x0041_x0042_ <r>&</r>\t" + "å😀" * 20_000, "unit": f"u{n}"}
            for n in range(40)
        ]
        + [{"title": "@SUM(A1)"}],
    )

    matter = Matter(odd, rounds.the_round(odd), rounds.TODAY)
    units = asked(odd, matter.round)
    assert len(units) == 41
    for at, unit in enumerate((units[0], units[39], None)):
        out = tmp_path / f"{at}.xlsx"
        out.write_bytes(workbook(matter, unit))
        assert_valid(out)
    assert "@SUM(A1)" in workbooks.texts(tmp_path / "2.xlsx")
    assert any(t.startswith("_x0041_x0042_ <r>") for t in workbooks.texts(tmp_path / "0.xlsx"))


def test_that_a_strategy_without_anything_asks_nobody_and_still_makes_a_sheet(out: Path) -> None:
    bare = rounds.asking(areas=[], hallmarks=[], units=[])

    assert asked(bare, rounds.the_round(bare)) == ()
    sheet = rounds.answers(rounds.sheet_of(bare, out, None))
    assert len(rounds.rows(sheet)) == 10
    assert_valid(out)


@hypothesis_settings(max_examples=20)
@given(whole_strategies())
def test_that_any_strategy_and_round_give_workbooks_without_faults(
    tmp_path_factory: pytest.TempPathFactory, any_strategy: Strategy
) -> None:
    out = tmp_path_factory.mktemp("any") / "blad.xlsx"
    for kind in LAYOUTS:
        one = Round(id=known_id("r"), kind=kind, period="2026-08", message="*Hej* [x](https://y.z)")
        matter = Matter(any_strategy, one, rounds.TODAY)
        for unit in asked(any_strategy, one)[:2]:
            out.write_bytes(workbook(matter, unit))
            assert_valid(out)
            shown = workbooks.texts(out)
            for _, activity in matter.activities(unit):
                assert not activity.example
                assert kind == "proposals" or not activity.title or activity.title in shown
