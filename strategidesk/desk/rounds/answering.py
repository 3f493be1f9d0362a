"""Who answered last for each unit, when it came in, and who read it in."""

from dataclasses import dataclass

from strategidesk.model.fields import Id
from strategidesk.model.follow_up import FollowUp, Receipt, Round
from strategidesk.model.plan import Activity
from strategidesk.model.rounds import PROPOSALS
from strategidesk.model.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Answering:
    """The last answers of a unit; each empty where it is not known. `received_on` is a day."""

    reported_by: str = ""
    received_on: str = ""
    read_by: str = ""
    sheets: int = 0  # that came in


def last_answering(strategy: Strategy, round: Round) -> dict[Id | None, Answering]:
    """For the units that have answered a round: what their last sheet says, else their answers."""
    found: dict[Id | None, Answering] = {}
    for one in strategy.all(Receipt):
        if one.round == round.id:
            before = found.get(one.unit, Answering())
            sheets = before.sheets + 1
            if one.received_on >= before.received_on:
                found[one.unit] = Answering(one.reported_by, one.received_on, one.read_by, sheets)
            else:
                found[one.unit] = Answering(
                    before.reported_by, before.received_on, before.read_by, sheets
                )
    if round.kind == PROPOSALS:
        return found
    written: dict[Id | None, Answering] = {}
    for answer in strategy.all(FollowUp):
        activity = strategy.get(Activity, answer.activity)
        if answer.period == round.period and activity is not None:
            told = written.get(activity.unit)
            if told is None or answer.reported_on > told.received_on:
                written[activity.unit] = Answering(answer.reported_by, answer.reported_on)
    return {**written, **found}
