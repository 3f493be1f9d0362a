"""The command followup status: who has answered, and who is late."""

import json
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from strategidesk.desk.desk import Desk
from strategidesk.desk.rounds.standing import Standing, standing
from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.rounds import FOLLOW_UP, found


def status(options: Namespace) -> None:
    """Tells how the follow-up of a period stands today; writes nothing."""
    with Desk.open(options.file) as desk:
        round = found(desk.strategy, FOLLOW_UP, options.period)
        if round is None:
            raise UserError("No follow-up of {period} is in the file.", period=options.period)
        told = standing(desk.strategy, round, date.today().isoformat())
        names = {unit.id: unit.name for unit in desk.strategy.units}
    if options.json:
        print(json.dumps(_plain(told), ensure_ascii=False, indent=1))
        return
    for one in told.units:
        name = names[one.unit] if one.unit else tr("Without a unit")
        line = tr("{unit}: {n} of {total} answered", unit=name, n=one.answered, total=one.asked)
        print(tr("{line}, late", line=line) if one.late else line)


def _plain(told: Standing) -> dict[str, Any]:
    return {
        "units": [{**asdict(one), "missing": one.missing} for one in told.units],
        "by_unit": _listed(told.by_unit),
        "by_area": _listed(told.by_area),
        "by_hallmark": _listed(told.by_hallmark),
    }


def _listed(counts: Mapping[Id | None, Mapping[str, int]]) -> list[dict[str, Any]]:
    return [{"id": id, "activities": statuses} for id, statuses in counts.items()]
