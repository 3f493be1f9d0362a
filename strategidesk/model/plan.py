"""The activity plan and what it is measured and aligned by: indicators, goals, links."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from strategidesk.model.choices import ACTIVITY_STATUS, GOAL_LEVEL, PRIORITY, STAGE
from strategidesk.model.fields import (
    Id,
    choice,
    date,
    flag,
    line,
    number,
    prose,
    reference,
    references,
)
from strategidesk.model.noun import Meta, Ordered


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Ordered):
    meta: ClassVar[Meta] = Meta("activity", "activities", "Activity", "Activities", "title")
    title: str = line("Activity")
    description: str = prose("Description")
    expected_result: str = line("Expected result")
    area: Id | None = reference("Area", to="area")
    hallmarks: tuple[Id, ...] = references("Hallmarks", to="hallmark")
    unit: Id | None = reference("Responsible unit", to="unit")
    responsible: str = line("Responsible")
    participants: str = line("Participants")
    when: str = line("Time")
    start: str = date("Start")
    end: str = date("End")
    recurrence: str = line("Recurrence")
    resources: str = line("Resources")
    funding: str = line("Funding")
    budget: Decimal | None = number("Budget")
    indicator: str = line("Indicator")
    baseline: str = line("Baseline")
    target: str = line("Target")
    priority: str = choice("Priority", PRIORITY)
    stage: str = choice("Stage", STAGE, "accepted")
    decision_reason: str = line("Answer to the unit")
    status: str = choice("Status", ACTIVITY_STATUS, "not_started")
    comment: str = line("Comment")
    example: bool = flag("Example")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Ordered):
    meta: ClassVar[Meta] = Meta("indicator", "indicators", "Indicator", "Indicators", "name")
    name: str = line("Name")
    measure_unit: str = line("Measured in")
    source: str = line("Source")
    kolada: str = line("Kolada id")
    target: Decimal | None = number("Target value")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorValue(Ordered):
    meta: ClassVar[Meta] = Meta(
        "indicator_value", "values", "Value", "Values", "period", inside="indicator"
    )
    indicator: Id | None = reference("Indicator", to="indicator", owned=True)
    period: str = date("Period")
    value: Decimal | None = number("Value")
    group: str = line("Group")
    note: str = line("Note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Ordered):
    meta: ClassVar[Meta] = Meta("goal", "goals", "Goal", "Goals", "title", tree=True)
    framework: str = line("Framework")
    level: str = choice("Level", GOAL_LEVEL, "national")
    title: str = line("Goal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Ordered):
    """One area, hallmark or activity that serves one goal."""

    meta: ClassVar[Meta] = Meta(
        "link",
        "links",
        "Link",
        "Links",
        "goal",
        derived=("area", "hallmark", "activity", "goal"),
        bare=True,
    )
    area: Id | None = reference("Area", to="area", owned=True)
    hallmark: Id | None = reference("Hallmark", to="hallmark", owned=True)
    activity: Id | None = reference("Activity", to="activity", owned=True)
    goal: Id | None = reference("Goal", to="goal", owned=True)
