"""What remains in a strategy is counted from what it holds."""

from dataclasses import replace

import pytest

from strategidesk.desk.remaining import (
    ADOPTED,
    CONSULTATION,
    DRAFT,
    FOLLOW_UP,
    REVISION,
    is_new,
    phase,
    tasks,
)
from strategidesk.model.document import Card, Hallmark, Section
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Round
from strategidesk.model.plan import Activity
from strategidesk.model.schema import STANDARD
from strategidesk.model.strategy import Strategy

CARD = Card(id=Id("k"))
TODAY = "2026-11-23"


def _strategy(card: Card = CARD, **things: object) -> Strategy:
    nouns = {noun.meta.plural: noun for noun in STANDARD.nouns}
    return Strategy(STANDARD, {Card: (card,), **{nouns[k]: v for k, v in things.items()}})  # type: ignore[misc]


def _task(strategy: Strategy, key: str) -> tuple[list[str], int]:
    found = next(task for task in tasks(strategy) if task.key == key)
    return [thing.id for thing in found.left], found.total


def test_that_only_sections_that_are_not_done_remain() -> None:
    states = ("not_started", "in_progress", "done", "approved")
    sections = tuple(Section(id=Id(state), place=state, status=state) for state in states)
    assert _task(_strategy(sections=sections), "text") == (["not_started", "in_progress"], 4)


def test_that_a_hallmark_remains_until_an_activity_serves_it() -> None:
    hallmarks = (Hallmark(id=Id("a"), place="a"), Hallmark(id=Id("b"), place="b"))
    busy = Activity(id=Id("c"), place="c", hallmarks=(Id("a"),))
    strategy = _strategy(hallmarks=hallmarks, activities=(busy,))
    assert _task(strategy, "areas") == (["b"], 2)


def test_that_an_activity_remains_until_it_has_a_unit_and_an_indicator() -> None:
    whole = Activity(id=Id("a"), place="a", unit=Id("u"), indicator="antal")
    no_unit = Activity(id=Id("b"), place="b", indicator="antal")
    no_indicator = Activity(id=Id("c"), place="c", unit=Id("u"))
    strategy = _strategy(activities=(whole, no_unit, no_indicator))
    assert _task(strategy, "plan") == (["b", "c"], 3)


def test_that_the_essentials_of_the_card_are_named_until_they_are_filled_in() -> None:
    title = next(task for task in tasks(_strategy()) if task.key == "card")
    assert "title" in title.fields
    named = replace(CARD, title="Strategi för integration")
    after = next(task for task in tasks(_strategy(named)) if task.key == "card")
    assert "title" not in after.fields


def test_that_what_a_strategy_does_not_use_is_no_work() -> None:
    strategy = _strategy(sections=(Section(id=Id("a"), place="a"),))
    assert [task.key for task in tasks(strategy)] == ["text", "card"]
    assert not is_new(strategy)


def test_that_a_new_strategy_begins_with_its_commission_and_its_workgroup() -> None:
    assert is_new(_strategy())
    assert [task.key for task in tasks(_strategy())] == ["decisions", "people", "text", "card"]


@pytest.mark.parametrize(
    ("card", "rounds", "expected"),
    [
        (CARD, (), DRAFT),
        (replace(CARD, status="consultation"), (), CONSULTATION),
        (replace(CARD, status="adopted"), (), ADOPTED),
        (replace(CARD, status="adopted"), (Round(id=Id("r"), place="r"),), FOLLOW_UP),
        (replace(CARD, status="adopted", valid_to="2026"), (), ADOPTED),
        (replace(CARD, status="adopted", valid_to="2025"), (), REVISION),
        (replace(CARD, status="of a newer program"), (), DRAFT),
    ],
)
def test_that_the_phase_follows_from_state_rounds_and_validity(
    card: Card, rounds: tuple[Round, ...], expected: int
) -> None:
    assert phase(_strategy(card, rounds=rounds), TODAY) == expected
