"""What of a sheet waits for a person: a question about a cell, as a thing of the strategy."""

import json
from typing import Any

from strategidesk.desk.answers.outcomes import Outcome, Said, SheetReport, Verdict
from strategidesk.history.revision import canonical
from strategidesk.model.follow_up import OpenAnswer, as_line


def waits(outcome: Outcome) -> bool:
    """Whether something was typed that a person must say the meaning of. What is only missing
    stands in the report."""
    return outcome.verdict is Verdict.ASKED and outcome.counted and bool(outcome.typed)


def values_of(
    sheet: SheetReport, outcome: Outcome, received_on: str, more: tuple[Said, ...] = ()
) -> dict[str, Any]:
    """The JSON values of the OpenAnswer for a cell; `more` is asked for beside what was judged."""
    target = outcome.target
    choices = outcome.choices
    value = outcome.new if outcome.verdict is Verdict.TAKEN or not choices else choices[0].value
    return {
        "round": sheet.round,
        "unit": sheet.unit,
        "row": as_line(outcome.row_key),
        "column": outcome.column or outcome.at,
        "typed": as_line(outcome.typed),
        "cell": as_line(f"{sheet.path.name}, {outcome.sheet} {outcome.at}"),
        "activity": outcome.activity,
        "target": f"{target.entity} {target.id}" if target else "",
        "field": target.field if target else "",
        "made": as_line(canonical(dict(target.made))) if target else "",
        "proposed": "" if value is None or target is None else canonical(value),
        "why": as_line(json.dumps([_told(one) for one in (*more, *outcome.why)])),
        "reported_by": as_line(sheet.reported_by),
        "received_on": received_on,
    }


def reasons(answer: OpenAnswer) -> tuple[str, ...]:
    """Why it is asked, in sentences of the user's language."""
    try:
        told = json.loads(answer.why or "[]")
        return tuple(str(Said(template, places)) for template, places in told)
    except (ValueError, TypeError, KeyError, IndexError):  # from another program
        return (answer.why,)


def _told(said: Said) -> list[object]:
    return [said.template, {name: str(place) for name, place in said.places.items()}]
