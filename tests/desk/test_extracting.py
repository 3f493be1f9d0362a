"""Which unit and year an extract is asked for, and what it lacks."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from strategidesk.desk.exporting import checking, export
from strategidesk.desk.exports import Wish, beside, chosen, part_name
from strategidesk.desk.extracting import unit_named, year_of
from strategidesk.desk.jobs import finish
from strategidesk.errors import UsageError
from strategidesk.model.extract import NO_UNIT
from tests.support.strategies import known_id, strategy

PLAN = strategy(
    strategy={"title": "Strategi för möten"},
    units=[
        {"id": "k", "name": "Kultur och Fritid"},
        {"id": "b1", "name": "Förskolan"},
        {"id": "b2", "name": "Förskolan"},
    ],
    activities=[
        {"title": "Läsa", "unit": "b1", "funding": "Inom ram"},
        {"id": "x", "title": "Sjunga", "unit": "k", "when": "2026"},
        {"title": "Spela", "unit": "k", "when": "2027", "budget": 5, "funding": "Inom ram"},
    ],
)


def test_that_a_unit_is_found_by_name_in_any_case_and_by_id() -> None:
    assert unit_named(PLAN, "kultur  och fritid") == known_id("k")
    assert unit_named(PLAN, known_id("b2")) == known_id("b2")
    assert unit_named(PLAN, "Utan enhet") == NO_UNIT


@pytest.mark.parametrize(
    ("name", "told"),
    [("Biblioteket", "Kultur och Fritid, Förskolan"), ("förskolan", known_id("b1"))],
)
def test_that_a_unit_that_is_not_one_names_those_there_are(name: str, told: str) -> None:
    with pytest.raises(UsageError) as error:
        unit_named(PLAN, name)
    assert told in str(error.value)


@pytest.mark.parametrize("text", ["26", "2026-01", "i år", "9999", "", "²026"])
def test_that_a_year_has_four_digits(text: str) -> None:
    assert year_of("2026") == 2026
    with pytest.raises(UsageError):
        year_of(text)


def test_that_findings_name_what_the_sums_of_the_part_lack() -> None:
    plan, _ = chosen("activity-plan")
    found = finish(checking(plan, PLAN, Wish(unit=known_id("k"), year=2026)))
    assert [(one.id, one.field) for one in found] == [
        (known_id("x"), "budget"),
        (known_id("x"), "funding"),
    ]


def test_that_a_part_does_not_take_the_place_of_the_plan() -> None:
    plan, format = chosen("activity-plan")
    wish = Wish(unit=known_id("k"), year=2026)
    path = beside(Path("Ek.strategi"), plan, format, part=part_name(PLAN, wish))
    assert path.name == "Ek - Aktivitetsplan - 2026 Kultur och Fritid.docx"
    assert part_name(PLAN, Wish()) == ""


def test_that_a_workbook_of_a_part_keeps_the_plans_numbers(tmp_path: Path) -> None:
    out = tmp_path / "del.xlsx"
    finish(export(PLAN, "activity-plan", out, "xlsx", Wish(unit=known_id("k"), year=2026)))
    book = load_workbook(out)
    assert book.sheetnames == ["Aktivitetsplan", "Summering", "Kultur och Fritid", "Listor"]
    sheet = book["Aktivitetsplan"]
    assert sheet["A1"].value == "Underlag till verksamhetsplan och budget 2026 – Kultur och Fritid"
    assert [[cell.value for cell in row][:2] for row in sheet.iter_rows(min_row=4)] == [
        [2, "Sjunga"]
    ]
