"""How a round stands as rows: an area, a unit or a hallmark with its activities by state."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from strategidesk.desk.rounds.standing import NO_ANSWER, NO_STATUS, Groups, Standing
from strategidesk.language import mark, tr
from strategidesk.model import labels
from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun
from strategidesk.model.strategy import Strategy
from strategidesk.ui.words import caption

AREA, UNIT, HALLMARK = "area", "unit", "hallmark"
_LABELS = {  # of the states, in the order of the bars; English
    "done": mark("Completed"),
    "continuous": mark("Continuously"),
    "started": mark("Started"),
    "delayed": mark("Delayed"),
    "not_started": mark("Not started"),
    "cancelled": mark("Cancelled"),
    "accepted": mark("Accepted"),
    "proposed": mark("Waits for an answer"),
    "declined": mark("Declined"),
    NO_STATUS: mark("No status"),
    NO_ANSWER: mark("No answer"),
}
_STAGE_LOOKS = {"accepted": "done", "proposed": "started", "declined": "cancelled"}
_LOOKS = {"delayed": "late", **_STAGE_LOOKS}


@dataclass(frozen=True, slots=True)
class Group:
    """What is told of one thing: the ids of its activities by state, in the order of the bars."""

    id: Id | None
    name: str
    states: tuple[tuple[str, tuple[Id, ...]], ...]

    @property
    def activities(self) -> tuple[Id, ...]:
        return tuple(id for _, ids in self.states for id in ids)


def groups_by(strategy: Strategy, told: Standing, by: str) -> tuple[Group, ...]:
    """The rows of AREA, UNIT or HALLMARK, in the strategy's order; what belongs to no area stands
    first, what belongs to no unit or hallmark last."""
    if by == AREA:
        return (
            *_nameless(told.by_area, tr("Overall")),
            *_named(strategy, strategy.areas, told.by_area),
        )
    if by == UNIT:
        return (
            *_named(strategy, strategy.units, told.by_unit),
            *_nameless(told.by_unit, tr("Without a unit")),
        )
    hallmarks = labels.inside(labels.hallmarks(strategy.card))
    return (
        *_named(strategy, strategy.hallmarks, told.by_hallmark),
        *_nameless(told.by_hallmark, tr("Without {things}", things=hallmarks)),
    )


def _named(strategy: Strategy, things: Sequence[Noun], found: Groups) -> list[Group]:
    return [_group(found, one.id, caption(strategy, one)) for one in things if one.id in found]


def _nameless(found: Groups, name: str) -> list[Group]:
    return [_group(found, None, name)] if None in found else []


def _group(found: Groups, id: Id | None, name: str) -> Group:
    states = found[id]
    return Group(id, name, tuple((one, states[one]) for one in in_order(states)))


def in_order(states: Collection[str]) -> list[str]:
    """The states that there are, in the order of the bars; those of a newer program last."""
    known = [one for one in _LABELS if one in states]
    return [*known, *(one for one in states if one not in _LABELS)]


def state_label(state: str) -> str:
    """What a state is called, in the user's language."""
    return tr(_LABELS[state]) if state in _LABELS else state


def look_of(state: str) -> str:
    """How a bar shows a state."""
    return _LOOKS.get(state, state)
