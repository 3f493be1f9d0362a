"""What two states of a strategy differ in, as few differences as tell it all."""

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategidesk.model.comparison import Comparison, compare
from strategidesk.model.document import Area
from strategidesk.model.fields import Id
from strategidesk.model.interchange import decode, dump, encode, read
from strategidesk.model.noun import Noun
from strategidesk.model.strategy import Strategy
from tests.support.every_kind import THINGS
from tests.support.strategies import known_id, strategy, whole_strategies

SECTIONS = [
    {"id": "s1", "heading": "Inledning", "body": "Därför."},
    {"id": "s11", "heading": "Syfte", "parent": "s1"},
    {"id": "s2", "heading": "Områden"},
    {"id": "s3", "heading": "Uppföljning"},
]


def told(comparison: Comparison) -> list[tuple[str, str]]:
    """What became of which thing, in order."""
    return [("+".join(one.what), _name(one.thing)) for one in comparison.differences]


def _name(thing: Noun) -> str:
    return str(getattr(thing, thing.meta.title))


def sections(*names: str) -> Strategy:
    rows = {str(row["id"]): dict(row) for row in SECTIONS}
    return strategy(sections=[rows.get(name, {"id": name, "heading": name}) for name in names])


def test_that_the_same_content_differs_in_nothing_whatever_its_order_keys() -> None:
    first = strategy(strategy={"title": "Möten"}, sections=SECTIONS, **THINGS)
    assert not compare(first, read(decode(encode(dump(first)))))
    areas = tuple(replace(area, place=f"{area.place}V") for area in first.areas)
    assert areas != first.areas
    assert not compare(first, first.replace({Area: areas}))


def test_that_added_and_deleted_things_stand_where_they_stand() -> None:
    before = sections("s1", "s11", "s2", "s3")
    after = sections("s1", "ny", "s2", "sist")
    assert told(compare(before, after)) == [
        ("deleted", "Syfte"),
        ("added", "ny"),
        ("deleted", "Uppföljning"),
        ("added", "sist"),
    ]


def test_that_one_move_is_one_difference_however_many_it_passes() -> None:
    names = ["s2", "s3", *(f"n{number}" for number in range(9))]
    before = sections(*names)
    assert told(compare(before, sections(*names[1:], names[0]))) == [("moved", "Områden")]
    back = sections(names[-1], *names[:-1])
    assert [one.thing.id for one in compare(before, back).differences] == [known_id("n8")]


def test_that_another_parent_is_a_move() -> None:
    moved = [dict(row) for row in SECTIONS]
    moved[1]["parent"] = "s2"
    comparison = compare(strategy(sections=SECTIONS), strategy(sections=moved))
    assert told(comparison) == [("moved", "Syfte")]


def test_that_a_changed_field_has_both_values_and_may_have_moved_too() -> None:
    after = [SECTIONS[2], SECTIONS[0] | {"body": "Därför att."}, SECTIONS[1], SECTIONS[3]]
    before = [SECTIONS[0], SECTIONS[1], SECTIONS[2] | {"heading": "Mål"}, SECTIONS[3]]
    comparison = compare(strategy(sections=before), strategy(sections=after))
    found = {one.thing.id: one for one in comparison.differences}
    (body,) = found[known_id("s1")].fields
    assert (body.field.name, body.old, body.new) == ("body", "Därför.", "Därför att.")
    assert sum(one.moved for one in comparison.differences) == 1


def test_that_hallmarks_of_another_area_have_changed_and_not_moved() -> None:
    areas = [{"id": "a1", "title": "Språk"}, {"id": "a2", "title": "Arbete"}]
    marks = [{"id": f"h{n}", "area": "a1", "title": f"h{n}"} for n in range(3)]
    other = [marks[1], marks[2], marks[0] | {"area": "a2"}]
    before, after = (strategy(areas=areas, hallmarks=each) for each in (marks, other))
    assert told(compare(before, after)) == [("changed", "h0")]


def test_that_the_card_is_compared_whatever_its_id() -> None:
    before = strategy(strategy={"id": "en", "title": "Förra"})
    after = strategy(strategy={"id": "en annan", "title": "Nästa"})
    assert told(compare(before, after)) == [("changed", "Nästa")]


def test_that_groups_come_as_the_document_goes_on() -> None:
    whole = strategy(strategy={"title": "Allt"}, sections=SECTIONS, **THINGS)
    groups = [group.noun.meta.entity for group in compare(strategy(), whole).groups]
    assert groups[:9] == [
        "strategy", "section", "area", "hallmark", "definition", "activity", "indicator",
        "indicator_value", "goal",
    ]  # fmt: skip
    assert len(groups) == len(set(groups))


def test_that_what_the_program_notes_for_itself_is_no_difference() -> None:
    rounds = [{"id": "o1", "period": "2026"}]
    notes: dict[str, Any] = {
        "receipts": [{"round": "o1", "mark": "1f", "file": "Kultur.xlsx"}],
        "open_answers": [{"round": "o1", "row": "v1", "column": "trend", "typed": "kanske"}],
    }
    assert not compare(strategy(rounds=rounds), strategy(rounds=rounds, **notes))


def test_that_a_thing_on_one_side_shows_what_it_says_and_nothing_of_the_other() -> None:
    after = strategy(activities=[{"title": "Språkkafé", "stage": "proposed"}])
    (one,) = compare(strategy(), after).differences
    assert [(f.field.name, f.old, f.new) for f in one.fields] == [
        ("title", None, "Språkkafé"),
        ("stage", None, "proposed"),
    ]


@settings(max_examples=40)
@given(whole_strategies(), whole_strategies())
def test_that_turning_the_sides_turns_the_differences(one: Strategy, other: Strategy) -> None:
    there, back = compare(one, other), compare(other, one)
    turned: dict[tuple[str, ...], tuple[str, ...]] = {
        ("added",): ("deleted",),
        ("deleted",): ("added",),
    }

    def kinds(comparison: Comparison) -> dict[Id, tuple[str, ...]]:
        return {
            d.thing.id: tuple(word for word in d.what if word != "moved")
            for d in comparison.differences
            if not d.thing.meta.single and d.what != ("moved",)
        }

    assert {id: turned.get(what, what) for id, what in kinds(there).items()} == kinds(back)
    assert sum(d.moved for d in there.differences) == sum(d.moved for d in back.differences)


@given(st.permutations(range(12)))
def test_that_no_fewer_moves_make_the_one_order_out_of_the_other(order: list[int]) -> None:
    names = [f"n{number}" for number in range(12)]
    after = sections(*(names[number] for number in order))
    moved = {one.thing.id for one in compare(sections(*names), after).differences}
    stay = [number for number in order if known_id(names[number]) not in moved]
    assert stay == sorted(stay)
    assert len(stay) == _longest(order)


def _longest(order: list[int]) -> int:
    best = [1] * len(order)
    for at, number in enumerate(order):
        best[at] = 1 + max((best[i] for i in range(at) if order[i] < number), default=0)
    return max(best)


@pytest.mark.parametrize("seed", range(3))
def test_that_ten_thousand_activities_are_compared_thing_by_thing(seed: int) -> None:
    rows = [{"id": f"v{n}", "title": f"Aktivitet {n}"} for n in range(10_000)]
    other = [dict(row) for row in rows]
    chosen = random.Random(seed).sample(range(10_000), 40)
    for number in chosen:
        other[number]["title"] += " igen"
    found = list(compare(strategy(activities=rows), strategy(activities=other)).differences)
    assert {one.thing.id for one in found} == {known_id(f"v{number}") for number in chosen}
