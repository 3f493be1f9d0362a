"""The command followup status: who has answered, and who is late."""

import json
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from strategidesk.cli.rounds import kind_of, require_date
from strategidesk.desk.desk import Desk
from strategidesk.desk.rounds.reminders import reminders
from strategidesk.desk.rounds.standing import Groups, Standing, UnitStanding, standing
from strategidesk.errors import UserError
from strategidesk.language import mark, tr
from strategidesk.model.fields import Id
from strategidesk.model.rounds import FOLLOW_UP, found

_NO_FOLLOW_UP = mark("No follow-up of {period} is in the file.")
_NO_PROPOSALS = mark("No round for proposals of {period} is in the file.")


def status(options: Namespace) -> None:
    """Tells how the round of a period stands on a day; writes nothing."""
    kind = kind_of(options.kind)
    require_date("--period", options.period)
    require_date("--day", options.day)
    with Desk.open(options.file) as desk:
        round = found(desk.strategy, kind, options.period)
        if round is None:
            missing = _NO_FOLLOW_UP if kind == FOLLOW_UP else _NO_PROPOSALS
            raise UserError(missing, period=options.period)
        told = standing(desk.strategy, round, options.day or date.today().isoformat())
        names = {unit.id: unit.name for unit in desk.strategy.units}
        mails = reminders(desk.strategy, round, told) if options.reminders else ()
    if options.json:
        plain = _plain(told)
        if options.reminders:
            plain["reminders"] = [{"unit": one.unit, **asdict(mail)} for one, mail in mails]
        print(json.dumps(plain, ensure_ascii=False, indent=1))
        return
    if options.reminders:
        print(f"\n\n{'-' * 60}\n\n".join(str(mail) for _, mail in mails))
        return
    for one in told.units:
        print(_line(one, kind, names[one.unit] if one.unit else tr("Without a unit")))


def _line(one: UnitStanding, kind: str, unit: str) -> str:
    if kind == FOLLOW_UP:
        line = tr("{unit}: {n} of {total} answered", unit=unit, n=one.answered, total=one.asked)
    elif one.answered:
        line = tr("{unit}: has answered", unit=unit)
    else:
        line = tr("{unit}: has not answered", unit=unit)
    return tr("{line}, late", line=line) if one.late else line


def _plain(told: Standing) -> dict[str, Any]:
    return {
        "units": [
            {
                "unit": one.unit,
                "asked": one.asked,
                "answered": one.answered,
                "late": one.late,
                "missing": one.missing,
                **asdict(one.answering),
            }
            for one in told.units
        ],
        "by_unit": _listed(told.by_unit),
        "by_area": _listed(told.by_area),
        "by_hallmark": _listed(told.by_hallmark),
        "hallmarks_without_activity": list(told.idle),
    }


def _listed(groups: Groups) -> list[dict[str, Any]]:
    return [
        {"id": id, "activities": _counted(states), "ids": states} for id, states in groups.items()
    ]


def _counted(states: Mapping[str, tuple[Id, ...]]) -> dict[str, int]:
    return {state: len(ids) for state, ids in states.items()}
