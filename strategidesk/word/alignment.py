"""The content kind `alignment`: goals from the world to the hallmarks, one row per chain."""

from collections.abc import Iterator
from typing import NamedTuple

from strategidesk.model import labels
from strategidesk.model.choices import GOAL_LEVEL
from strategidesk.model.document import Area, Hallmark, Section
from strategidesk.model.fields import Id
from strategidesk.model.noun import fields_of
from strategidesk.model.places import parent_of
from strategidesk.model.plan import Activity, Goal
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.prose.plain import plain
from strategidesk.word.flow import Flow
from strategidesk.word.fragments import together
from strategidesk.word.tables import shown


class Chain(NamedTuple):
    """Goals from the highest to the one that is served, and what serves it."""

    goals: tuple[Goal, ...]
    area: Area | None
    hallmarks: tuple[Hallmark, ...]
    activity: Activity | None = None


def chains(strategy: Strategy) -> list[Chain]:
    """One chain per link, in the order of the areas; overall hallmarks and activities last.

    A link to a goal above another linked one of the same thing is part of that chain.
    """
    places = {area.id: place for place, area in enumerate(strategy.areas)}
    goals = {goal.id: place for place, goal in enumerate(strategy.goals)}
    found = list(_linked(strategy))
    found.sort(
        key=lambda chain: (
            places[chain.area.id] if chain.area else len(places),
            goals[chain.goals[-1].id],
        )
    )
    return found


def _linked(strategy: Strategy) -> Iterator[Chain]:
    groups: dict[Id, list[Goal]] = {}
    for link in strategy.links:
        target = link.area or link.hallmark or link.activity
        goal = strategy.get(Goal, link.goal)
        if target and goal:
            groups.setdefault(target, []).append(goal)
    for target, served in groups.items():
        lines = [_upwards(strategy, goal) for goal in served]
        above = {goal.id for line in lines for goal in line[:-1]}
        for line in lines:
            if line[-1].id not in above:
                yield _chain(strategy, target, line)


def _chain(strategy: Strategy, target: Id, line: tuple[Goal, ...]) -> Chain:
    match strategy.by_id[target]:
        case Area() as area:
            return Chain(line, area, strategy.hallmarks_by_area.get(area.id, ()))
        case Hallmark() as hallmark:
            return Chain(line, strategy.get(Area, hallmark.area), (hallmark,))
        case Activity() as activity:
            chosen = frozenset(activity.hallmarks)
            hallmarks = tuple(h for h in strategy.hallmarks if h.id in chosen)
            return Chain(line, strategy.get(Area, activity.area), hallmarks, activity)
        case _:
            return Chain(line, None, ())


def _upwards(strategy: Strategy, goal: Goal) -> tuple[Goal, ...]:
    line = [goal]
    while above := strategy.get(Goal, parent_of(line[-1].place)):
        line.append(above)
    return tuple(reversed(line))


def add_alignment(flow: Flow, strategy: Strategy, _level: int) -> None:
    """The table of chains; columns that no chain fills are left out."""
    found = chains(strategy)
    if not found:
        return
    card = strategy.card
    levels = _levels(found)
    columns = [_level_title(level, found) for level in levels]
    columns.append(labels.areas(card).strip() or labels.column(card, "area_label"))
    columns.append(labels.hallmarks_column(card))
    columns.append(labels.column(card, "activity_label"))
    rows = [_row(chain, levels) for chain in found]
    flow.table(*shown(columns, rows), wording().choice(fields_of(Section)["content"], "alignment"))


def _levels(found: list[Chain]) -> list[str]:
    """The levels that chains use, the widest first; a newer program's levels last."""
    used = {goal.level for chain in found for goal in chain.goals}
    return [level for level in GOAL_LEVEL if level in used] + sorted(used - set(GOAL_LEVEL))


def _level_title(level: str, found: list[Chain]) -> str:
    """The framework where a level has only one, else the level's word."""
    frameworks = {g.framework for chain in found for g in chain.goals if g.level == level}
    if len(frameworks) == 1 and (framework := next(iter(frameworks)).strip()):
        return framework
    return wording().choice(fields_of(Goal)["level"], level)


def _row(chain: Chain, levels: list[str]) -> list[str]:
    goals = [together((g.title for g in chain.goals if g.level == level), "; ") for level in levels]
    hallmarks = together((h.title or plain(h.text) for h in chain.hallmarks), "; ")
    activity = chain.activity.title if chain.activity else ""
    return [*goals, chain.area.title if chain.area else "", hallmarks, activity]
