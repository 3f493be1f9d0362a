"""The chain of goals: which goal builds on which, and what in the strategy serves it."""

from dataclasses import dataclass

from strategidesk.model.choices import GOAL_LEVEL
from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun
from strategidesk.model.places import parent_of
from strategidesk.model.plan import Goal, Link
from strategidesk.model.strategy import Strategy

SERVING = "serving"  # the last column: areas, and what of no area serves a goal


@dataclass(frozen=True, slots=True)
class Chain:
    """Columns from the widest goals to what serves them, and the pairs that belong together."""

    columns: tuple[tuple[str, tuple[Id, ...]], ...]  # a level or SERVING, and what stands there
    pairs: tuple[tuple[Id, Id], ...]
    idle_areas: tuple[Id, ...]
    idle_goals: tuple[Id, ...]

    def beside(self, id: Id) -> tuple[Id, ...]:
        """What a goal or an area belongs together with."""
        return tuple(b if a == id else a for a, b in self.pairs if id in (a, b))


def chain(strategy: Strategy) -> Chain:
    """Read the chain out of a strategy."""
    served = [
        (link.goal, to) for link in strategy.links if link.goal and (to := server(strategy, link))
    ]
    parents = {goal.id: parent_of(goal.place) for goal in strategy.goals}
    steps = [(parent, goal) for goal, parent in parents.items() if parent]
    pairs = tuple(dict.fromkeys([*steps, *served]))
    supported = {to for _goal, to in served}
    extra = [to for _goal, to in served if to not in {area.id for area in strategy.areas}]
    last = tuple(dict.fromkeys([*(area.id for area in strategy.areas), *extra]))
    return Chain(
        (*_levels(strategy.goals), (SERVING, last)),
        pairs,
        tuple(area.id for area in strategy.areas if area.id not in supported),
        _idle(parents, {goal for goal, _to in served}),
    )


def server(strategy: Strategy, link: Link) -> Id | None:
    """The area that serves the link's goal; else the hallmark or activity of no area."""
    if link.area:
        return link.area
    for id in (link.hallmark, link.activity):
        thing: Noun | None = strategy.by_id.get(id) if id else None
        if thing is not None:
            return getattr(thing, "area", None) or thing.id
    return None


def _levels(goals: tuple[Goal, ...]) -> list[tuple[str, tuple[Id, ...]]]:
    found = {level: [g.id for g in goals if g.level == level] for level in GOAL_LEVEL}
    for goal in goals:
        if goal.level not in GOAL_LEVEL:
            found.setdefault(goal.level, []).append(goal.id)
    return [(level, tuple(ids)) for level, ids in found.items() if ids]


def _idle(parents: dict[Id, Id | None], served: set[Id]) -> tuple[Id, ...]:
    """Goals that nothing serves, neither themselves nor by a goal under them."""
    busy = set()
    for start in served:
        goal: Id | None = start
        while goal is not None and goal not in busy:
            busy.add(goal)
            goal = parents.get(goal)
    return tuple(goal for goal in parents if goal not in busy)
