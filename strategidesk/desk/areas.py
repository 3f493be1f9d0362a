"""What belongs to an area: its hallmarks, the activities that work for it, and what lacks any."""

from collections import Counter
from dataclasses import dataclass

from strategidesk.model.document import Hallmark
from strategidesk.model.fields import Id
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy


def served(strategy: Strategy) -> Counter[Id]:
    """How many activities work for each hallmark."""
    return Counter(id for activity in strategy.activities for id in set(activity.hallmarks))


def activities_of(strategy: Strategy, area: Id | None) -> tuple[Activity, ...]:
    """The activities of an area and those of its hallmarks; of None, those of the overall
    hallmarks and of nothing at all."""
    own = {hallmark.id for hallmark in strategy.hallmarks_by_area.get(area, ())}

    def belongs(activity: Activity) -> bool:
        if area is None:
            return not own.isdisjoint(activity.hallmarks) or not (
                activity.area or activity.hallmarks
            )
        return activity.area == area or not own.isdisjoint(activity.hallmarks)

    return tuple(activity for activity in strategy.activities if belongs(activity))


@dataclass(frozen=True, slots=True)
class Holding:
    """How much an area holds, and how many of its hallmarks no activity works for."""

    hallmarks: int
    activities: int
    idle: int


def holdings(strategy: Strategy) -> dict[Id | None, Holding]:
    """What each area holds; under None, what `activities_of` and the overall hallmarks have."""
    area_of = {hallmark.id: hallmark.area for hallmark in strategy.hallmarks}
    activities: Counter[Id | None] = Counter()
    for activity in strategy.activities:
        areas = {area_of[id] for id in activity.hallmarks}
        if activity.area or not activity.hallmarks:
            areas.add(activity.area)
        activities.update(areas)
    busy = served(strategy)
    found: dict[Id | None, Holding] = {}
    for area in (None, *(one.id for one in strategy.areas)):
        own = strategy.hallmarks_by_area.get(area, ())
        idle = sum(not busy[one.id] for one in own)
        found[area] = Holding(len(own), activities[area], idle)
    return found


def titled(strategy: Strategy, hallmark: Hallmark) -> bool:
    """Whether a hallmark is one with a heading: it has one, or those beside it have; one that is
    still empty and alone, where those elsewhere have, or where there is no other."""
    beside = [h for h in strategy.hallmarks_by_area.get(hallmark.area, ()) if h is not hallmark]
    if hallmark.title or any(other.title for other in beside):
        return True
    if hallmark.text or beside:
        return False
    others = [h for h in strategy.hallmarks if h is not hallmark]
    return not others or any(other.title for other in others)
