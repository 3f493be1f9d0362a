"""Field kinds: what they take, how it stands in JSON, what they refuse."""

import json
import unicodedata
from datetime import date as calendar_date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategidesk.model import fields
from strategidesk.model.fields import Field, Kind, Mistake, from_json, is_date, takes, to_json

TAKEN: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.LINE: st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    ),
    Kind.PROSE: st.text(
        st.characters(
            exclude_categories=["Cs", "Cc"],
            exclude_characters="\ufffe\uffff",
            include_characters="\n\t\r",
        )
    ),
    Kind.DATE: st.dates().map(str)
    | st.dates().map(lambda day: str(day)[:7])
    | st.just("")
    | st.just("2015"),
    Kind.CHOICE: st.from_regex(r"[a-z0-9][a-z0-9_]{0,12}", fullmatch=True) | st.just(""),
    Kind.NUMBER: st.none()
    | st.integers(-(10**15) + 1, 10**15 - 1)
    | st.decimals(-(10**9), 10**9, places=4),
    Kind.WHOLE: st.none() | st.integers(-(10**15) + 1, 10**15 - 1),
    Kind.FLAG: st.booleans(),
    Kind.REFERENCE: st.none() | st.uuids().map(str),
    Kind.REFERENCES: st.lists(st.uuids().map(str)),
    Kind.FILE: st.from_regex(r"[0-9a-f]{64} \w{1,9}\.dotx", fullmatch=True) | st.just(""),
    Kind.PLACE: st.from_regex(r"[0-9A-Za-z]{1,6}( [0-9a-f-]{36})?", fullmatch=True),
}
JSON: st.SearchStrategy[Any] = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.lists(st.integers() | st.text())
    | st.just({})
)


def of(kind: Kind) -> Field:
    return Field(kind, name="x")


def test_that_every_kind_is_tried_here() -> None:
    assert set(TAKEN) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
@given(data=st.data())
def test_that_a_value_survives_json_and_is_settled_after_once(kind: Kind, data: Any) -> None:
    value = from_json(of(kind), data.draw(TAKEN[kind]))
    stored = json.loads(json.dumps(to_json(value)))
    assert from_json(of(kind), stored) == value
    assert to_json(from_json(of(kind), stored)) == to_json(value)


@pytest.mark.parametrize("kind", Kind)
@given(value=JSON)
def test_that_anything_is_taken_or_refused_and_nothing_else_happens(kind: Kind, value: Any) -> None:
    assert takes(of(kind), value) in (True, False)
    if takes(of(kind), value):
        taken = from_json(of(kind), value)
        assert from_json(of(kind), to_json(taken)) == taken


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.LINE, None),
        (Kind.LINE, 5),
        (Kind.LINE, "två\nrader"),
        (Kind.LINE, "två\r\nrader"),
        (Kind.LINE, "klocka\x07"),
        (Kind.LINE, "halv \ud800"),
        (Kind.PROSE, "slut\x00"),
        (Kind.PROSE, ["a"]),
        (Kind.DATE, "i dag"),
        (Kind.DATE, "2015-13"),
        (Kind.DATE, "2015-00"),
        (Kind.DATE, "2015-02-29"),
        (Kind.DATE, "2015-2-1"),
        (Kind.DATE, "20150309"),
        (Kind.DATE, "２０１５"),
        (Kind.DATE, "2015-03-09\n"),
        (Kind.DATE, 2015),
        (Kind.CHOICE, "Två ord"),
        (Kind.CHOICE, "_dold"),
        (Kind.CHOICE, None),
        (Kind.NUMBER, "12"),
        (Kind.NUMBER, True),
        (Kind.NUMBER, float("nan")),
        (Kind.NUMBER, float("inf")),
        (Kind.NUMBER, Decimal("NaN")),
        (Kind.NUMBER, 10**16),
        (Kind.NUMBER, Decimal("1234567890.1234567")),
        (Kind.NUMBER, Decimal("1e-40")),
        (Kind.NUMBER, Decimal("1e999999999")),
        (Kind.NUMBER, Decimal("1." + "0" * 40 + "1")),
        (Kind.WHOLE, 2.0),
        (Kind.WHOLE, False),
        (Kind.WHOLE, 10**15),
        (Kind.FLAG, 1),
        (Kind.FLAG, None),
        (Kind.REFERENCE, 7),
        (Kind.REFERENCES, "a"),
        (Kind.REFERENCES, [1]),
        (Kind.REFERENCES, None),
        (Kind.PLACE, 1),
    ],
)
def test_that_what_a_kind_cannot_hold_is_refused_with_a_reason(kind: Kind, value: Any) -> None:
    with pytest.raises(Mistake) as refused:
        from_json(of(kind), value)
    assert str(refused.value)
    assert not takes(of(kind), value)


def test_that_texts_are_composed_and_lines_end_alike() -> None:
    assert from_json(of(Kind.LINE), "A\u030angermanland") == "Ångermanland"
    assert from_json(of(Kind.PROSE), "ett\r\ntvå\rtre") == "ett\ntvå\ntre"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
def test_that_a_stored_text_is_in_normal_form(text: str) -> None:
    assert unicodedata.is_normalized("NFC", from_json(of(Kind.LINE), text))


def test_that_a_set_of_ids_has_no_order_and_no_doubles() -> None:
    assert from_json(of(Kind.REFERENCES), ["b", "a", "b"]) == ("a", "b")


def test_that_an_empty_reference_points_at_nothing() -> None:
    assert from_json(of(Kind.REFERENCE), "") is None


@given(st.dates())
def test_that_every_day_of_the_calendar_is_a_date(day: calendar_date) -> None:
    assert is_date(day.isoformat())


@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
def test_that_only_days_of_the_calendar_are_dates(year: int, month: int, day: int) -> None:
    try:
        calendar_date(year, month, day)
        exists = True
    except ValueError:
        exists = False
    assert is_date(f"{year:04}-{month:02}-{day:02}") == exists


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_that_a_number_is_kept_exactly_or_refused(number: Decimal) -> None:
    field = of(Kind.NUMBER)
    if takes(field, number):
        stored = json.loads(json.dumps(to_json(from_json(field, number))), parse_float=Decimal)
        assert from_json(field, stored) == number
    else:
        digits = "".join(map(str, number.as_tuple().digits)).strip("0")
        assert len(digits) > fields.MOST_DIGITS or abs(number.adjusted()) > fields.MOST_DIGITS
