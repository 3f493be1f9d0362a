"""Judgments made by hand: what came back, as far as it has been looked through."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from strategidesk.desk.answers.outcomes import (
    Choice,
    Judgment,
    Outcome,
    Said,
    SheetReport,
    Target,
    Verdict,
)
from strategidesk.excel.sheets.identity import own_id
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import FollowUp
from strategidesk.model.noun import derived_id, json_values
from strategidesk.model.strategy import Strategy
from tests.support.strategies import known_id

READ_ON = "2027-01-20"
COLUMNS = ("status", "result", "new_end", "actual", "trend", "assessment", "comment")


def answer_id(activity: str, period: str) -> Id:
    return derived_id(FollowUp, {"activity": known_id(activity), "period": period})


def answered(
    strategy: Strategy | None, activity: str, period: str = "2026", **values: str
) -> tuple[Outcome, ...]:
    """What a row says of an activity: taken, or the same where it stands there already."""
    id = answer_id(activity, period)
    made = {"activity": known_id(activity), "period": period}
    there = strategy.get(FollowUp, id) if strategy else None
    now = json_values(there) if there else {}
    return tuple(
        Outcome(
            sheet="Uppföljning",
            at=f"{'HIJKLMN'[COLUMNS.index(name)]}7",
            row=7,
            column=name,
            heading=name,
            typed=value,
            verdict=Verdict.SAME if now.get(name, "") == value else Verdict.TAKEN,
            activity=known_id(activity),
            target=Target(entity="follow_up", id=id, field=name, made=made),
            old=now.get(name),
            new=value,
            row_key=f"u1 {activity}",
        )
        for name, value in values.items()
    )


def proposed(row: str, **values: Any) -> tuple[Outcome, ...]:
    """What a row of the unit's own says."""
    id = own_id(known_id("r1"), known_id("u1"), row)
    made = {"unit": known_id("u1"), "stage": "proposed"}
    return tuple(
        Outcome(
            sheet="Uppföljning",
            at=f"{'BCDE'[place]}20",
            row=20,
            column=name,
            heading=name,
            typed=str(value),
            verdict=Verdict.TAKEN,
            target=Target(entity="activity", id=id, field=name, made=made),
            new=value,
            proposal=True,
            row_key=f"u1 {row}",
        )
        for place, (name, value) in enumerate(values.items())
    )


def asked(
    activity: str, field: str, typed: str, *choices: Any, period: str = "2026", **more: Any
) -> Outcome:
    """A cell of which a person must say what it means."""
    made = {"activity": known_id(activity), "period": period}
    target = Target(entity="follow_up", id=answer_id(activity, period), field=field, made=made)
    given: Mapping[str, Any] = {
        "sheet": "Uppföljning",
        "at": "J7",
        "row": 7,
        "column": field,
        "heading": field,
        "typed": typed,
        "verdict": Verdict.ASKED,
        "activity": known_id(activity),
        "target": target,
        "row_key": f"u1 {activity}",
        "why": (Said("“{typed}” is no day.", {"typed": typed}),),
        "choices": tuple(Choice(str(one), one) for one in choices),
        **more,
    }
    return Outcome(**given)


def sheet(*outcomes: Outcome, mark: str = "m1", round: str = "r1", **more: Any) -> SheetReport:
    """A sheet of the unit u1."""
    given: Mapping[str, Any] = {
        "path": Path("Biblioteket.xlsx"),
        "round": known_id(round),
        "unit": known_id("u1"),
        "unit_name": "Biblioteket",
        "period": "2026",
        "kind": "follow_up",
        "reported_by": "Chefen",
        "mark": mark,
        "filled": sum(one.counted for one in outcomes),
        "outcomes": outcomes,
        **more,
    }
    return SheetReport(**given)


def judgment(*sheets: SheetReport, read_on: str = READ_ON) -> Judgment:
    return Judgment(sheets=sheets, read_on=read_on)
