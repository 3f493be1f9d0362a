"""Order keys: between two there is always another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategidesk.model.places import DIGITS, between, key_of, make, parent_of, spread

keys = st.text(DIGITS, min_size=1, max_size=8).map(lambda key: key.rstrip("0") or "1")
ids = st.uuids().map(str)


@given(keys, keys)
def test_that_a_key_lies_strictly_between_two(one: str, other: str) -> None:
    low, high = sorted((one, other))
    if low == high:
        return
    key = between(low, high)
    assert low < key < high
    assert not key.endswith("0")


@given(keys)
def test_that_there_is_room_before_and_behind_every_key(key: str) -> None:
    assert between("", key) < key < between(key, "")
    assert between("", key)
    assert between("", "")


@given(keys, keys)
def test_that_keys_out_of_order_are_refused(one: str, other: str) -> None:
    low, high = sorted((one, other))
    with pytest.raises(ValueError, match="no key between"):
        between(high, low)


@given(st.lists(st.integers(0, 1000), max_size=60))
def test_that_any_row_of_insertions_keeps_its_order(spots: list[int]) -> None:
    row: list[str] = []
    for spot in spots:
        at = spot % (len(row) + 1)
        row.insert(at, between(row[at - 1] if at else "", row[at] if at < len(row) else ""))
    assert row == sorted(set(row))


def test_that_a_thousand_additions_at_the_end_keep_keys_short() -> None:
    key = ""
    for _ in range(1000):
        key = between(key, "")
    assert len(key) < 100


@given(st.integers(0, 5000))
def test_that_spread_keys_are_in_order_with_room_between_all(count: int) -> None:
    row = spread(count)
    assert len(row) == count
    assert row == sorted(set(row))
    assert not any(key.endswith("0") for key in row)
    for low, high in zip(["", *row], [*row, ""], strict=True):
        assert len(between(low, high)) <= 4


@given(keys, st.none() | ids)
def test_that_a_place_gives_back_its_key_and_parent(key: str, parent: str | None) -> None:
    place = make(key, parent)
    assert (key_of(place), parent_of(place)) == (key, parent)
