"""The commands followup send, ...: the Excel round."""

from argparse import Namespace
from contextlib import suppress
from dataclasses import replace
from typing import Any

from strategidesk.cli.arguments import account
from strategidesk.cli.progress import shown
from strategidesk.cli.rounds import kind_of, require_date
from strategidesk.desk.desk import Desk
from strategidesk.desk.jobs import finish
from strategidesk.desk.rounds.commands import ChangeRound, NewRound, round_id
from strategidesk.desk.rounds.sheets import Order, SentRound, sending
from strategidesk.errors import UserError
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Round
from strategidesk.model.rounds import found
from strategidesk.model.strategy import Strategy


def send(options: Namespace) -> None:
    """Makes the sheets, and the round in the file where it is not there."""
    kind = kind_of(options.kind)
    require_date("--period", options.period)
    require_date("--last-reply", options.last_reply)
    with Desk.open(options.file, options.author or account()) as desk:
        units = tuple(_unit(desk.strategy, name) for name in options.unit)
        known = found(desk.strategy, kind, options.period)
        round = known or Round(
            id=round_id(desk.strategy, kind, options.period), kind=kind, period=options.period
        )
        wanted = {"last_reply_on": options.last_reply, "message": options.message}
        values = {
            name: text
            for name, text in wanted.items()
            if text is not None and text != getattr(round, name)
        }
        round = replace(round, **values)
        order = Order(units=units, template=options.template)
        with shown() as told:
            sent = finish(sending(desk.strategy, round, options.out, order), told)
        _keep(desk, known, round, values, sent)
    for path in (*(sheet.path for sheet in sent.sheets), sent.mails):
        print(path)


def _keep(
    desk: Desk, known: Round | None, round: Round, values: dict[str, Any], sent: SentRound
) -> None:
    """Writes the round into the file; where that is refused, the sheets go too."""
    try:
        if known is None:
            first = {"kind": round.kind, "period": round.period}
            desk.run(NewRound({**first, **values}, round.id))
        elif values:
            desk.run(ChangeRound(round.id, values))
    except UserError:
        for path in (*(sheet.path for sheet in sent.sheets), sent.mails):
            with suppress(OSError):
                path.unlink()
        raise


def _unit(strategy: Strategy, name: str) -> Id:
    """The unit of that id or name. Raises UserError where there is none, or several."""
    units = [one.id for one in strategy.units if name in (one.id, one.name)]
    if not units:
        raise UserError('There is no unit called "{name}".', name=name)
    if len(units) > 1:
        raise UserError('Several units are called "{name}"; give the id of one.', name=name)
    return units[0]
