"""Cells from a spreadsheet: what they make new, what they change, and what is left as it is."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategidesk import language
from strategidesk.desk.cells import cells_of, separated
from strategidesk.desk.jobs import finish
from strategidesk.desk.pasting import Heading, Odd, Pasting, Spot, read
from strategidesk.model.noun import Noun, fields_of, shown_fields, value
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy
from strategidesk.ui.words import shown
from tests.support.desks import fresh, rich
from tests.support.strategies import known_id, strategy, whole_strategies

FIELDS = fields_of(Activity)
V1, V2, V3 = (known_id(name) for name in ("v1", "v2", "v3"))


@pytest.fixture(autouse=True)
def _swedish() -> Iterator[None]:
    before = language.active()
    language.use("sv")
    yield
    language.use(before)


def _headings(*names: str) -> tuple[Heading, ...]:
    return tuple(Heading(language.tr(FIELDS[name].label), FIELDS[name]) for name in names)


def _pasted(
    text: str, *names: str, things: tuple[Any, ...] = (), into: Strategy | None = None
) -> Pasting:
    spot = Spot("activity", things, _headings(*names))
    return finish(read(into or rich(), cells_of(text), spot, shown, 2016))


def test_that_rows_over_things_change_them_and_the_rest_become_new() -> None:
    found = _pasted("Språkkafé\t2016\nLäsresa\t\nNytt\t2017", "title", "start", things=(V1, V2))
    assert found.changed == {V1: {"start": "2016"}, V2: {"title": "Läsresa"}}
    assert found.new == ({"title": "Nytt", "start": "2017"},)
    assert (found.rows, found.same, found.odd) == (3, 0, ())


def test_that_things_are_found_by_name_and_choices_by_their_swedish_word() -> None:
    found = _pasted(
        "ett\t kultur \talla läser.; Överallt.\tPÅBÖRJAD\tja\n"
        "två\tBiblioteket\tAlla läser., Alla ropar.\tkanske\tibland",
        "title", "unit", "hallmarks", "status", "example",
    )  # fmt: skip
    one, two = found.new
    assert one == {
        "title": "ett",
        "unit": known_id("u1"),
        "hallmarks": sorted([known_id("h1"), known_id("h0")]),
        "status": "started",
        "example": True,
    }
    assert two == {"title": "två"}
    assert [(odd.row, odd.column, odd.text) for odd in found.odd] == [
        (2, "Ansvarig enhet", "Biblioteket"),
        (2, "Kännetecken", "Alla läser., Alla ropar."),
        (2, "Status", "kanske"),
        (2, "Exempel", "ibland"),
    ]


@pytest.mark.parametrize(
    ("written", "stands"),
    [("30/6", "2016-06-30"), ("20150901", "2015-09-01"), ("2015-09", "2015-09")],
)
def test_that_dates_are_read_as_the_cell_reads_them(written: str, stands: str) -> None:
    assert _pasted(written, "start").new == ({"start": stands},)


@pytest.mark.parametrize("written", ["1 250,5", "1250.5", "1\u00a0250,50"])
def test_that_numbers_are_read_with_a_decimal_comma(written: str) -> None:
    assert _pasted(written, "budget").new == ({"budget": 1250.5},)


def test_that_a_cell_not_understood_is_told_with_its_text_and_leaves_the_field() -> None:
    found = _pasted("våren 2016\tmycket", "start", "budget", things=(V1,))
    assert not found.changed
    assert not found.new
    assert [(odd.row, odd.text) for odd in found.odd] == [(1, "våren 2016"), (1, "mycket")]
    assert found.command("klistra in") is None


def test_that_two_of_one_name_are_not_guessed_at() -> None:
    twins = strategy(units=[{"id": "u1", "name": "Skolan"}, {"id": "u2", "name": "skolan"}])
    found = _pasted("Skolan", "unit", into=twins)
    assert found.odd == (Odd(1, "Ansvarig enhet", "Skolan", "several have that name"),)


def test_that_cells_beside_the_table_are_told_and_the_counting_column_is_not() -> None:
    columns = (Heading("Nr", None), *_headings("title"))
    spot = Spot("activity", (), columns)
    found = finish(read(rich(), [["7", "Ett", "över"]], spot, shown, 2016))
    assert found.new == ({"title": "Ett"},)
    assert [(odd.column, odd.text) for odd in found.odd] == [("", "över")]


def test_that_headings_are_not_taken_for_a_thing() -> None:
    found = _pasted("Aktivitet\tstatus\nEtt\tpåbörjad", "title", "status")
    assert found.headed
    assert found.new == ({"title": "Ett", "status": "started"},)


def test_that_an_empty_cell_empties_and_an_empty_row_makes_nothing() -> None:
    found = _pasted("Språkkafé\t\t\n\nSist\t\t", "title", "unit", "budget", things=(V1,))
    assert found.changed == {V1: {"unit": None, "budget": None}}
    assert found.new == ({"title": "Sist"},)
    assert found.same == 1


def test_that_a_break_in_a_line_is_a_space_and_stays_in_running_text() -> None:
    found = _pasted('"ett\ntvå"\t"tre\n\nfyra"', "title", "description")
    assert found.new == ({"title": "ett två", "description": "tre\n\nfyra"},)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"två\nrader"\tb\r\n', [["två\nrader", "b"]]),
        ('"sa ""hej"" \n"', [['sa "hej" \n']]),
        ('"Hej" sa hon\t3"', [['"Hej" sa hon', '3"']]),
        ('"öppet\tb', [['"öppet', "b"]]),
        ("a\t\n\nb\tc", [["a", ""], ["", ""], ["b", "c"]]),
        ("", []),
    ],
)
def test_that_cells_are_read_as_excel_writes_them(text: str, rows: list[list[str]]) -> None:
    assert cells_of(text) == rows


_characters = st.characters(exclude_categories=["Cs"], exclude_characters="\r")
_cells = st.text(_characters, max_size=12)


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(_cells, min_size=n, max_size=n))))
def test_that_cells_come_back_as_they_went(rows: list[list[str]]) -> None:
    assert cells_of(separated(rows)) == rows
    if any("\n" in cell or '"' in cell for row in rows for cell in row):
        text = separated(rows)
        assert list(csv.reader(io.StringIO(text, newline=""), delimiter="\t")) == rows


def _copied(of: Strategy, noun: type[Noun]) -> list[list[str]]:
    fields = shown_fields(noun)
    return [[shown(of, field, value(thing, field)) for field in fields] for thing in of.all(noun)]


@given(whole_strategies())
def test_that_a_whole_table_copied_and_pasted_changes_nothing(of: Strategy) -> None:
    for noun in of.schema.nouns:
        columns = tuple(Heading("", field) for field in shown_fields(noun))
        spot = Spot(noun.meta.entity, tuple(thing.id for thing in of.all(noun)), columns)
        rows = cells_of(separated(_copied(of, noun)))
        found = finish(read(of, rows, spot, shown, 2016))
        assert (found.new, found.changed, found.odd) == ((), {}, ())


def test_that_a_whole_plan_pasted_below_itself_makes_it_anew_in_one_step() -> None:
    with fresh() as desk:
        noun, before = Activity, desk.strategy
        spot = Spot("activity", (), tuple(Heading("", field) for field in shown_fields(noun)))
        rows = cells_of(separated(_copied(before, noun)))
        found = finish(read(before, rows, spot, shown, 2016))
        assert not found.odd
        command = found.command("klistra in")
        assert command is not None
        desk.run(command)
        assert _copied(desk.strategy, noun) == rows * 2
        desk.undo()
        assert desk.strategy.activities == before.activities
