"""The plan-and-budget extract as those who write a unit's plan and budget read it."""

from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from strategidesk.model.extract import NO_UNIT, Extract
from strategidesk.model.fields import Id
from strategidesk.model.strategy import Strategy
from strategidesk.word import extract
from tests.support import documents
from tests.support.strategies import known_id, strategy, whole_strategies
from tests.support.validate import assert_valid
from tests.word.test_laws import unhurried

NB = "\u00a0"
HEAD = ["Nr", "Aktivitet", "Område", "Tidplan", "Resurser", "Finansiering", "Kostnad (kr)"]
SUMS = ["Antal", "Saknar belopp", "Summa (kr)"]
PLAN = strategy(
    strategy={"title": "Strategi för möten", "municipality": "Ekbacka kommun"},
    areas=[{"id": "a", "title": "Språk"}],
    units=[
        {"id": "k", "name": "Kultur och fritid"},
        {"id": "b", "name": "Biblioteket", "parent": "k"},
        {"id": "s", "name": "Skolan"},
        {"id": "i", "name": "Inget att göra"},
    ],
    activities=[
        {"title": "Läsa", "area": "a", "unit": "b", "start": "2026", "end": "2027",
         "resources": "1 tjänst", "funding": "Tillskott", "budget": 15000},
        {"title": "Ett förslag", "unit": "b", "stage": "proposed", "budget": 1},
        {"title": "Ett exempel", "unit": "b", "example": True, "budget": 1},
        {"title": "Sjunga", "unit": "b", "when": "Årligen", "funding": "Inom ram", "budget": 2500},
        {"title": "Spela", "unit": "k", "when": "2026", "funding": "inom  ram"},
        {"title": "Räkna", "unit": "s", "when": "2026", "budget": 40},
        {"title": "Nästa år", "unit": "b", "when": "2027", "budget": 1},
        {"title": "Avförd", "unit": "b", "when": "2026", "status": "cancelled", "budget": 1},
        {"title": "Ingens", "when": "2026"},
    ],
)  # fmt: skip


def written(folder: Path, unit: str | None = None, year: int | None = 2026) -> Path:
    out = folder / "underlag.docx"
    wanted = Id(unit) if unit == NO_UNIT else known_id(unit) if unit else None
    made = Extract(PLAN, wanted, year)
    for _ in extract.write(made, out, today="2026-03-09"):
        pass
    assert_valid(out)
    return out


def test_that_a_units_extract_has_what_goes_on_there_and_below_it(tmp_path: Path) -> None:
    tables = documents.tables(written(tmp_path, "k"))
    assert tables[:2] == [
        [
            HEAD,
            ["3", "Spela", "", "2026", "", "inom  ram", "Saknas"],
            ["", "Summa", "", "", "", "", "Saknas"],
        ],
        [
            HEAD,
            ["1", "Läsa", "Språk", "2026 – 2027", "1 tjänst", "Tillskott", f"15{NB}000"],
            ["2", "Sjunga", "", "Årligen", "", "Inom ram", f"2{NB}500"],
            ["", "Summa", "", "", "", "", f"17{NB}500"],
        ],
    ]


def test_that_what_it_costs_is_added_up_per_unit_and_per_funding(tmp_path: Path) -> None:
    out = written(tmp_path, "k")
    assert documents.tables(out)[2:] == [
        [
            ["Enhet", *SUMS],
            ["Kultur och fritid", "1", "1", "Saknas"],
            ["Biblioteket", "2", "0", f"17{NB}500"],
            ["Summa", "3", "1", f"17{NB}500"],
        ],
        [
            ["Finansiering", *SUMS],
            ["Inom ram", "2", "1", f"2{NB}500"],
            ["Tillskott", "1", "0", f"15{NB}000"],
            ["Summa", "3", "1", f"17{NB}500"],
        ],
    ]
    lines = [block.text for block in documents.blocks(out)]
    assert f"Per finansiering: Inom ram: 2{NB}500{NB}kr; Tillskott: 15{NB}000{NB}kr." in lines


def test_that_its_heading_says_year_and_unit(tmp_path: Path) -> None:
    title = "Underlag till verksamhetsplan och budget 2026 – Kultur och fritid"
    out = written(tmp_path, "k")
    assert documents.blocks(out)[0].text == title
    assert Document(str(out)).core_properties.title == title
    every = documents.blocks(written(tmp_path, None, None))[0].text
    assert every == "Underlag till verksamhetsplan och budget"


def test_that_what_makes_sums_unsure_is_said_with_its_numbers(tmp_path: Path) -> None:
    lines = [block.text for block in documents.blocks(written(tmp_path, "k"))]
    assert lines[2:7] == [
        "Underlaget visar de antagna aktiviteter i Aktivitetsplan till Strategi för möten "
        "som pågår 2026. Numren är planens egna.",
        f"1 aktivitet saknar belopp: nr{NB}3.",
        f"1 aktivitet har ingen tid med årtal och räknas till varje år: nr{NB}2.",
        f"1 aktivitet med belopp pågår även andra år. Beloppet gäller hela tiden: nr{NB}1.",
        "1 aktivitet är avförd och ingår inte.",
    ]


def test_that_units_follow_one_another_where_none_is_asked_for(tmp_path: Path) -> None:
    out = written(tmp_path)
    assert documents.headings(out) == [
        (1, "Kultur och fritid"),
        (2, "Biblioteket"),
        (1, "Skolan"),
        (1, "Utan enhet"),
        (1, "Tillsammans"),
        (2, "Kostnad per enhet"),
        (2, "Kostnad per finansiering"),
    ]
    per_unit = documents.tables(out)[-2]
    assert [row[0] for row in per_unit[1:]] == [
        "Kultur och fritid",
        "Biblioteket",
        "Summa Kultur och fritid med underenheter",
        "Skolan",
        "Utan enhet",
        "Summa",
    ]
    assert per_unit[-1][1:] == ["5", "2", f"17{NB}540"]


def test_that_activities_of_no_unit_can_be_asked_for(tmp_path: Path) -> None:
    out = written(tmp_path, NO_UNIT)
    assert [row[1] for row in documents.tables(out)[0][1:]] == ["Ingens", "Summa"]
    assert documents.blocks(out)[0].text.endswith("2026 – Utan enhet")


@pytest.mark.parametrize("unit", ["i", None])
def test_that_nothing_to_do_is_said(tmp_path: Path, unit: str | None) -> None:
    out = written(tmp_path, unit, 2026 if unit else 1999)
    if unit:
        assert documents.tables(out) == []
    assert ("Ingen aktivitet i planen gäller det här." in _lines(out)) == bool(unit)


def _lines(out: Path) -> list[str]:
    return [block.text for block in documents.blocks(out)]


@unhurried
@given(whole_strategies(), st.none() | st.just(2026), st.booleans())
def test_that_any_extract_is_schema_valid_and_counts_each_activity_once(
    tmp_path_factory: pytest.TempPathFactory, made: Strategy, year: int | None, one: bool
) -> None:
    unit = made.units[0].id if one and made.units else None
    wanted = Extract(made, unit, year)
    out = tmp_path_factory.mktemp("any") / "underlag.docx"
    for _ in extract.write(wanted, out, today="2026-03-09"):
        pass
    assert_valid(out)
    above = 0
    for level, _ in documents.headings(out):
        assert level <= above + 1
        above = level
    listed = [entry for share in wanted.shares for entry in share.entries]
    assert sorted(listed, key=lambda entry: entry.number) == list(wanted.entries)
