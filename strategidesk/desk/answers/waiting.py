"""What of a sheet waits for a person: a question about a cell, as a thing of the strategy."""

import json
from typing import Any

from strategidesk.desk.answers.outcomes import Outcome, Said, SheetReport, Target, Verdict
from strategidesk.history.revision import canonical
from strategidesk.model.follow_up import OpenAnswer, as_line, goes_to, json_of


def waits(outcome: Outcome) -> bool:
    """Whether something was typed that a person must say the meaning of. What is only missing
    stands in the report."""
    return outcome.verdict is Verdict.ASKED and outcome.counted and bool(outcome.typed)


def values_of(
    sheet: SheetReport, outcome: Outcome, received_on: str, more: tuple[Said, ...] = ()
) -> dict[str, Any]:
    """The JSON values of the OpenAnswer for a cell; `more` is asked for beside what was judged."""
    target = outcome.target
    return {
        "round": sheet.round,
        "unit": sheet.unit,
        "row": as_line(outcome.row_key or sheet.unit or ""),
        "column": outcome.column or outcome.at,
        "typed": as_line(outcome.typed),
        "cell": as_line(f"{sheet.path.name}, {outcome.sheet} {outcome.at}"),
        "activity": outcome.activity,
        "target": f"{target.entity} {target.id}" if target else "",
        "field": target.field if target else "",
        "made": as_line(canonical(dict(target.made))) if target else "",
        "proposed": as_line(canonical(_proposed(outcome))) if target else "",
        "why": as_line(json.dumps([_told(one) for one in (*more, *outcome.why)])),
        "reported_by": as_line(sheet.reported_by),
        "received_on": received_on,
    }


def _proposed(outcome: Outcome) -> list[Any]:
    """What is proposed, the best first: what the cell itself would come to."""
    found = [outcome.new, *(choice.value for choice in outcome.choices)]
    return [
        value for at, value in enumerate(found) if value is not None and value not in found[:at]
    ]


def target_of(answer: OpenAnswer) -> Target | None:
    """What the answer goes to; None where it goes nowhere."""
    entity, id = goes_to(answer.target)
    made = json_of(answer.made)
    if id is None or not isinstance(made, dict):
        return None
    return Target(entity=entity, id=id, field=answer.field, made=made)


def reasons(answer: OpenAnswer) -> tuple[str, ...]:
    """Why it is asked, in sentences of the user's language."""
    try:
        told = json.loads(answer.why or "[]")
        return tuple(str(Said(template, places)) for template, places in told)
    except (ValueError, TypeError, KeyError, IndexError):  # from another program
        return (answer.why,)


def _told(said: Said) -> list[object]:
    return [said.template, {name: str(place) for name, place in said.places.items()}]
