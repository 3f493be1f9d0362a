"""How a follow-up stands: which units have answered, which are late, the answers by status."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from strategidesk.model.fields import Id
from strategidesk.model.follow_up import FollowUp, Round
from strategidesk.model.plan import Activity
from strategidesk.model.rounds import asked, closing, followed_up
from strategidesk.model.strategy import Strategy

NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitStanding:
    """What one unit has answered of what it is asked. `unit` is None for what no unit answers for.

    `late` is where something is missing after the last day to reply.
    """

    unit: Id | None
    asked: int
    answered: int
    late: bool

    @property
    def missing(self) -> int:
        return self.asked - self.answered


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a round stands. The counts are activities by status (or NO_ANSWER): of each unit, area
    and hallmark; an activity with several hallmarks counts once under each."""

    units: tuple[UnitStanding, ...]
    by_unit: Mapping[Id | None, Mapping[str, int]]
    by_area: Mapping[Id | None, Mapping[str, int]]
    by_hallmark: Mapping[Id | None, Mapping[str, int]]


def standing(strategy: Strategy, round: Round, today: str) -> Standing:
    """How a follow-up stands on a day (`2026-08-31`): only answers of its own period count."""
    statuses = {
        one.activity: one.status for one in strategy.all(FollowUp) if one.period == round.period
    }
    units = asked(strategy, round)
    rows = [one for _, one in followed_up(strategy) if one.unit in units]
    over = bool(round.last_reply_on) and closing(today) > closing(round.last_reply_on)
    told = []
    for unit in units:
        own = [one for one in rows if one.unit == unit]
        answered = sum(one.id in statuses for one in own)
        told.append(
            UnitStanding(
                unit=unit, asked=len(own), answered=answered, late=over and answered < len(own)
            )
        )
    pairs = [(one, statuses.get(one.id, NO_ANSWER)) for one in rows]
    return Standing(
        units=tuple(told),
        by_unit=_counted((one.unit, status) for one, status in pairs),
        by_area=_counted((one.area, status) for one, status in pairs),
        by_hallmark=_counted((mark, status) for one, status in pairs for mark in _hallmarks(one)),
    )


def _hallmarks(activity: Activity) -> tuple[Id | None, ...]:
    return activity.hallmarks or (None,)


def _counted(pairs: Iterable[tuple[Id | None, str]]) -> dict[Id | None, dict[str, int]]:
    found: dict[Id | None, Counter[str]] = {}
    for key, status in pairs:
        found.setdefault(key, Counter())[status] += 1
    return {key: dict(counts) for key, counts in found.items()}
