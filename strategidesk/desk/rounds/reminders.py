"""The mails that remind units of what they have not answered."""

from collections.abc import Sequence

from strategidesk.desk.rounds.mails import Mail, texts_for
from strategidesk.desk.rounds.standing import NO_ANSWER, PART, Standing, UnitStanding
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Round
from strategidesk.model.plan import Activity
from strategidesk.model.rounds import PROPOSALS
from strategidesk.model.strategy import Strategy

NAMED = 12  # activities that a mail names; the others are counted


def reminders(
    strategy: Strategy, round: Round, told: Standing
) -> tuple[tuple[UnitStanding, Mail], ...]:
    """A mail to each unit that has not answered all, in the units' order."""
    return tuple(
        (one, _reminder(strategy, round, one, told.by_unit.get(one.unit, {}).get(NO_ANSWER, ())))
        for one in told.units
        if one.missing
    )


def _reminder(strategy: Strategy, round: Round, one: UnitStanding, missing: Sequence[Id]) -> Mail:
    found = (strategy.get(Activity, id) for id in missing[:NAMED])
    listed = [f"- {activity.title}" for activity in found if activity]
    n, more = len(missing), len(missing) - NAMED
    address, said = texts_for(strategy, round, one.unit, n=n, total=one.asked, more=more)
    some = one.extent == PART
    if more > 0:
        listed.append(said("remind_more"))
    parts = (
        said("greeting"),
        said("remind_part" if some else f"remind_{round.kind}"),
        "\n".join(listed) if some and round.kind != PROPOSALS else "",
        said("remind_late" if one.late else "last_reply") if round.last_reply_on else "",
        said("remind_how"),
        said("end"),
    )
    return Mail(address, said(f"remind_subject_{round.kind}"), "\n\n".join(filter(None, parts)))
