"""What belongs to an area: its hallmarks, the activities that work for it, and what lacks any."""

from collections import Counter

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


def idle(strategy: Strategy, area: Id | None) -> int:
    """How many of its hallmarks no activity works for."""
    busy = served(strategy)
    return sum(not busy[one.id] for one in strategy.hallmarks_by_area.get(area, ()))


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
