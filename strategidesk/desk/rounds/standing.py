"""How a round stands: which units have answered, which are late, what the answers say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from strategidesk.desk.rounds.answering import Answering, last_answering
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import FollowUp, Round
from strategidesk.model.plan import Activity
from strategidesk.model.rounds import PROPOSALS, asked, closing, followed_up
from strategidesk.model.strategy import Strategy

NO_ANSWER: Final = "no_answer"
NO_STATUS: Final = "no_status"  # answered, but not how far it has come
ALL, PART, NONE = "all", "part", "none"  # how much of what it is asked a unit has answered

# activities by what is told of them, for each thing that they belong to; None: for none
Groups = Mapping[Id | None, Mapping[str, tuple[Id, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitStanding:
    """What one unit has answered. `unit` is None for what no unit answers for.

    Of a follow-up, `asked` are the activities that it is asked about, `answered` those of them
    that have an answer. Of a round for proposals, `asked` is 1 and `answered` whether a sheet of
    the unit came in. `late` is where something is missing after the last day to reply.
    """

    unit: Id | None
    asked: int
    answered: int
    late: bool
    answering: Answering = Answering()

    @property
    def missing(self) -> int:
        return self.asked - self.answered

    @property
    def extent(self) -> str:
        """ALL, PART or NONE."""
        return ALL if not self.missing else PART if self.answered else NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a round stands: the ids of activities by status (or NO_ANSWER, NO_STATUS), of a round
    for proposals by stage, under each unit, area and hallmark; an activity with several hallmarks
    stands once under each. `idle` are the hallmarks that no activity of the plan serves."""

    units: tuple[UnitStanding, ...]
    by_unit: Groups
    by_area: Groups
    by_hallmark: Groups
    by_state: Mapping[str, tuple[Id, ...]]
    idle: tuple[Id, ...]
    hallmarks: int  # how many there are

    @property
    def answered_units(self) -> int:
        """How many units have answered all that they are asked."""
        return sum(one.extent == ALL for one in self.units)

    @property
    def late(self) -> tuple[UnitStanding, ...]:
        return tuple(one for one in self.units if one.late)

    @property
    def asked(self) -> int:
        return sum(one.asked for one in self.units)

    @property
    def answered(self) -> int:
        return sum(one.answered for one in self.units)


def standing(strategy: Strategy, round: Round, today: str) -> Standing:
    """How a round stands on a day (`2026-08-31`): only answers of its own period count."""
    units = asked(strategy, round)
    proposing = round.kind == PROPOSALS
    rows = _proposed(strategy) if proposing else [one for _, one in followed_up(strategy)]
    within = {*units, *((None,) if proposing and not round.units else ())}
    rows = [one for one in rows if one.unit in within]
    states = {one.id: one.stage for one in rows} if proposing else _statuses(strategy, round)
    pairs = [(one, states.get(one.id, NO_ANSWER)) for one in rows]
    over = bool(round.last_reply_on) and closing(today) > closing(round.last_reply_on)
    of_unit = _grouped((one.unit, state, one.id) for one, state in pairs)
    came = last_answering(strategy, round)
    told = []
    for unit in units:
        own = of_unit.get(unit, {})
        total = 1 if proposing else sum(map(len, own.values()))
        done = int(unit in came) if proposing else total - len(own.get(NO_ANSWER, ()))
        told.append(
            UnitStanding(
                unit=unit,
                asked=total,
                answered=done,
                late=over and done < total,
                answering=came.get(unit, Answering()),
            )
        )
    served = {mark for _, one in followed_up(strategy) for mark in one.hallmarks}
    return Standing(
        units=tuple(told),
        by_unit=of_unit,
        by_area=_grouped((one.area, state, one.id) for one, state in pairs),
        by_hallmark=_grouped(
            (mark, state, one.id) for one, state in pairs for mark in one.hallmarks or (None,)
        ),
        by_state=_grouped((None, state, one.id) for one, state in pairs).get(None, {}),
        idle=tuple(one.id for one in strategy.hallmarks if one.id not in served),
        hallmarks=len(strategy.hallmarks),
    )


def _statuses(strategy: Strategy, round: Round) -> dict[Id | None, str]:
    return {
        one.activity: one.status or NO_STATUS
        for one in strategy.all(FollowUp)
        if one.period == round.period
    }


def _proposed(strategy: Strategy) -> list[Activity]:
    """What units have proposed: what waits, what was declined, what was accepted with an answer."""
    return [
        one
        for one in strategy.activities
        if not one.example and (one.stage != "accepted" or one.decision_reason)
    ]


def _grouped(
    rows: Iterable[tuple[Id | None, str, Id]],
) -> dict[Id | None, dict[str, tuple[Id, ...]]]:
    found: dict[Id | None, dict[str, list[Id]]] = {}
    for key, state, id in rows:
        found.setdefault(key, {}).setdefault(state, []).append(id)
    return {
        key: {state: tuple(ids) for state, ids in states.items()} for key, states in found.items()
    }
