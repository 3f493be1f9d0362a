"""The yearly round: what is asked of the units, and their answers."""

from dataclasses import dataclass
from typing import ClassVar

from strategidesk.model.choices import ACTIVITY_STATUS, ASSESSMENT, ROUND_KIND, TREND
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
