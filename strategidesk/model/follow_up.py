"""The yearly round: what is asked of the units, and their answers."""

from dataclasses import dataclass
from typing import ClassVar

from strategidesk.model.choices import (
    ACTIVITY_STATUS,
    ANSWER_HANDLING,
    ASSESSMENT,
    ROUND_KIND,
    TREND,
)
from strategidesk.model.fields import Id, choice, date, line, prose, reference, references
from strategidesk.model.noun import Meta, Ordered


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
    reported_by: str = line("Reported by")
    reported_on: str = date("Reported on")


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
    )
    round: Id | None = reference("Round", to="round", owned=True)
    unit: Id | None = reference("Unit", to="unit")
    mark: str = line("Mark of what it says")
    file: str = line("File")
    reported_by: str = line("Reported by")
    received_on: str = date("Came in")
    read_by: str = line("Read in by")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAnswer(Ordered):
    """A cell of a sheet of which a person must say what it means. It holds what was typed, and
    where; `target` and `field` are what it would go to, `made` the values (JSON text) that the
    target begins with where it is not there."""

    meta: ClassVar[Meta] = Meta(
        "open_answer",
        "open_answers",
        "Answer to look at",
        "Answers to look at",
        "typed",
        derived=("round", "row", "column", "typed"),
    )
    round: Id | None = reference("Round", to="round", owned=True)
    unit: Id | None = reference("Unit", to="unit")
    row: str = line("Row")
    column: str = line("Column")
    typed: str = line("Typed")
    cell: str = line("Cell")
    activity: Id | None = reference("Activity", to="activity")
    target: str = line("Goes to")
    field: str = line("Field")
    made: str = line("Begins with")
    proposed: str = line("Proposed value")
    why: str = line("Reason")
    reported_by: str = line("Reported by")
    received_on: str = date("Came in")
    handling: str = choice("Handling", ANSWER_HANDLING, "waits")
