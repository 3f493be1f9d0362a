"""The yearly round: what is asked of the units, and their answers."""

import json
from dataclasses import dataclass
from typing import Any, ClassVar

from strategidesk.model.choices import (
    ACTIVITY_STATUS,
    ANSWER_HANDLING,
    ASSESSMENT,
    ROUND_KIND,
    TREND,
)
from strategidesk.model.fields import (
    Id,
    choice,
    date,
    is_line,
    latest,
    line,
    prose,
    reference,
    references,
)
from strategidesk.model.noun import Meta, Ordered, is_uuid


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Ordered):
    """What the units are asked at one time. `units` are those that are asked; empty: all."""

    meta: ClassVar[Meta] = Meta("round", "rounds", "Round", "Rounds", "period")
    kind: str = choice("Kind of round", ROUND_KIND, "follow_up")
    period: str = date("Period")
    last_reply_on: str = date("Last day to reply")
    message: str = prose("Message")
    units: tuple[Id, ...] = references("Units", to="unit")


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Ordered):
    """A unit's answer for one activity and period."""

    meta: ClassVar[Meta] = Meta(
        "follow_up",
        "follow_ups",
        "Follow-up answer",
        "Follow-up answers",
        "period",
        derived=("activity", "period"),
    )
    activity: Id | None = reference("Activity", to="activity", owned=True)
    period: str = date("Period")
    status: str = choice("Status", ACTIVITY_STATUS, "not_started")
    result: str = prose("Result")
    actual: str = line("Outcome")
    trend: str = choice("Trend", TREND, "missing")
    assessment: str = choice("Assessment", ASSESSMENT, "not_assessed")
    new_end: str = date("New end date")
    comment: str = prose("Comment")
    reported_by: str = latest(line("Reported by"))
    reported_on: str = latest(date("Reported on"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt(Ordered):
    """A sheet that came back and was taken in: by its mark it is known when it comes again."""

    meta: ClassVar[Meta] = Meta(
        "receipt",
        "receipts",
        "Received sheet",
        "Received sheets",
        "file",
        derived=("round", "mark"),
        noted=True,
    )
    round: Id | None = reference("Round", to="round", owned=True)
    unit: Id | None = reference("Unit", to="unit")
    mark: str = line("Mark of what it says")
    file: str = latest(line("File"))
    reported_by: str = latest(line("Reported by"))
    received_on: str = latest(date("Came in"))
    read_by: str = latest(line("Read in by"))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAnswer(Ordered):
    """A cell of a sheet of which a person must say what it means. It holds what was typed, and
    where (both by `as_line`); `target` is the noun and the id of what it would go to, `field` its
    field, `made` the values (JSON text) that the target begins with where it is not there,
    `proposed` the values that are proposed (JSON text of a list, the best first), `why` the
    sentences that ask (JSON text)."""

    meta: ClassVar[Meta] = Meta(
        "open_answer",
        "open_answers",
        "Answer to look at",
        "Answers to look at",
        "typed",
        derived=("round", "row", "column", "typed"),
        noted=True,
    )
    round: Id | None = reference("Round", to="round", owned=True)
    unit: Id | None = reference("Unit", to="unit")
    row: str = line("Row")
    column: str = line("Column")
    typed: str = line("Typed")
    cell: str = latest(line("Cell"))
    activity: Id | None = reference("Activity", to="activity", owned=True)
    target: str = latest(line("Goes to"))
    field: str = latest(line("Field"))
    made: str = latest(line("Begins with"))
    proposed: str = latest(line("Proposed value"))
    why: str = latest(line("Reason"))
    reported_by: str = latest(line("Reported by"))
    received_on: str = latest(date("Came in"))
    handling: str = latest(choice("Handling", ANSWER_HANDLING, "waits"))


def as_line(text: str) -> str:
    """Any text as one line: itself, or where it is more than a line, as a JSON string."""
    return text if is_line(text) and not text.startswith('"') else json.dumps(text)


def of_line(line: str) -> str:
    """The text that `as_line` has put in a line."""
    try:
        found = json.loads(line) if line.startswith('"') else line
    except ValueError:  # written by somebody else
        return line
    return found if isinstance(found, str) else line


HANDLING, WAITS, TAKEN, LEFT = "handling", "waits", "taken", "left"  # of an OpenAnswer


def goes_to(target: str) -> tuple[str, Id | None]:
    """The noun and the id in the `target` of an OpenAnswer; empty and None where it has none."""
    entity, _, id = target.partition(" ")
    return (entity, Id(id)) if is_uuid(id) else ("", None)


def json_of(text: str) -> Any:
    """The JSON value of a text; None where it is none."""
    try:
        return json.loads(of_line(text))
    except ValueError:
        return None
