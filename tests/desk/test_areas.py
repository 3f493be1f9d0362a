"""What belongs to an area."""

from strategidesk.desk.areas import Holding, activities_of, holdings, served, titled
from strategidesk.model.strategy import Strategy
from tests.support.strategies import known_id
from tests.support.strategies import strategy as made

A1, A2 = known_id("a1"), known_id("a2")


def strategy() -> Strategy:
    return made(
        areas=[{"id": "a1", "title": "Lek"}, {"id": "a2", "title": "Lära"}],
        hallmarks=[
            {"id": "h0", "text": "Alla."},
            {"id": "h1", "area": "a1", "title": "Plats", "text": "Det finns plats."},
            {"id": "h2", "area": "a1", "text": "Det finns tid."},
        ],
        activities=[
            {"id": "v1", "title": "Bygg", "area": "a1"},
            {"id": "v2", "title": "Måla", "area": "a2", "hallmarks": ["h1", "h0"]},
            {"id": "v3", "title": "Fundera"},
        ],
    )


def test_that_an_area_has_its_activities_and_those_of_its_hallmarks() -> None:
    found = strategy()

    assert [one.title for one in activities_of(found, A1)] == ["Bygg", "Måla"]
    assert [one.title for one in activities_of(found, A2)] == ["Måla"]
    assert [one.title for one in activities_of(found, None)] == ["Måla", "Fundera"]


def test_that_what_areas_hold_and_lack_is_counted() -> None:
    found = strategy()
    held = holdings(found)

    assert held[A1] == Holding(hallmarks=2, activities=2, idle=1)
    assert held[A2] == Holding(hallmarks=0, activities=1, idle=0)
    assert held[None] == Holding(hallmarks=1, activities=2, idle=0)
    assert all(held[area].activities == len(activities_of(found, area)) for area in held)
    assert served(found)[known_id("h1")] == 1


def test_that_a_hallmark_has_a_heading_where_those_beside_it_have() -> None:
    found = strategy()
    overall, first, second = found.hallmarks

    assert [titled(found, one) for one in (overall, first, second)] == [False, True, True]
    plain = made(hallmarks=[{"id": "h0", "text": "Alla."}, {"id": "h1"}])
    assert [titled(plain, one) for one in plain.hallmarks] == [False, False]
    alone = made(hallmarks=[{"id": "h0"}])
    assert titled(alone, alone.hallmarks[0])
