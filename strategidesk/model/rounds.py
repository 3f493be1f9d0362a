"""Rounds: what a period is called and when it closes, who is asked, what was answered before."""

from collections.abc import Iterator

from strategidesk.model.fields import Id
from strategidesk.model.follow_up import FollowUp, Round
from strategidesk.model.people import Unit
from strategidesk.model.places import parent_of
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording

FOLLOW_UP = "follow_up"
PROPOSALS = "proposals"


def period_name(period: str) -> str:
    """What documents call a period (`2026`, `2026-08`, `2026-04-30`); empty where there is none."""
    if not period:
        return ""
    key = {4: "year", 7: f"months.{period[5:]}"}.get(len(period), "day")
    return wording().text(f"periods.{key}", year=period[:4], day=period)


def closing(period: str) -> str:
    """When a period ends, to be ordered by: a year after its months, a month after its days."""
    return f"{period}-99" if len(period) == 7 else f"{period}-99-99" if len(period) == 4 else period


def found(strategy: Strategy, kind: str, period: str) -> Round | None:
    """The round of that kind and period, the first where there are several."""
    rounds = (one for one in strategy.all(Round) if (one.kind, one.period) == (kind, period))
    return next(rounds, None)


def followed_up(strategy: Strategy) -> Iterator[tuple[int, Activity]]:
    """The activities that are followed up, each with its number in the plan: no examples, and
    nothing that is only proposed or was declined."""
    number = 0
    for activity in strategy.activities:
        if not activity.example and activity.stage not in ("proposed", "declined"):
            number += 1
            yield number, activity


def asked(strategy: Strategy, round: Round) -> tuple[Id | None, ...]:
    """The units that a round asks, in order; None stands last for what no unit answers for.

    A follow-up asks those with activities; proposals are asked of every unit that does not only
    gather others. A round with units of its own asks just them.
    """
    busy = {activity.unit for _, activity in followed_up(strategy)}
    if round.units:
        return tuple(unit.id for unit in strategy.units if unit.id in round.units)
    if round.kind == PROPOSALS:
        gathering = {parent_of(unit.place) for unit in strategy.units}
        units = [u.id for u in strategy.units if u.id in busy or u.id not in gathering]
        return tuple(units) or (None,)
    found: list[Id | None] = [unit.id for unit in strategy.all(Unit) if unit.id in busy]
    return (*found, None) if None in busy else tuple(found)


def last_answers(strategy: Strategy, until: str) -> dict[Id, FollowUp]:
    """The latest answer of each activity, for this period or an earlier one."""
    latest: dict[Id, FollowUp] = {}
    for answer in strategy.all(FollowUp):
        if answer.activity is None or closing(answer.period) > closing(until):
            continue
        before = latest.get(answer.activity)
        if before is None or closing(before.period) <= closing(answer.period):
            latest[answer.activity] = answer
    return latest
