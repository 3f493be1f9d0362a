"""A judgment whose questions a person has answered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from strategidesk.desk.answers.outcomes import Judgment, Outcome, Said, Verdict
from strategidesk.language import mark

CHOSEN: Final = mark("You chose this.")
LEFT_OUT: Final = mark("You chose to leave it out.")

Key = tuple[Path, str, str]  # the file, the worksheet, the cell


@dataclass(frozen=True, slots=True)
class Take:
    """Take a JSON value of the target's field."""

    value: Any


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Take nothing; the report keeps what the cell says."""


Decision = Take | LeaveOut


def settled(judgment: Judgment, decisions: Mapping[Key, Decision]) -> Judgment:
    """The judgment after decisions on its cells: each is taken or refused.

    Any cell may be decided, asked or not; what has no target can only be left out. Keys of cells
    that are not there say nothing.
    """
    return replace(
        judgment,
        sheets=tuple(
            replace(
                sheet,
                outcomes=tuple(
                    _decided(one, decisions.get((sheet.path, one.sheet, one.at)))
                    for one in sheet.outcomes
                ),
            )
            for sheet in judgment.sheets
        ),
    )


def _decided(outcome: Outcome, decision: Decision | None) -> Outcome:
    if decision is None:
        return outcome
    if isinstance(decision, LeaveOut) or outcome.target is None:
        return replace(outcome, verdict=Verdict.REFUSED, why=(Said(LEFT_OUT),), choices=())
    verdict = Verdict.SAME if decision.value == outcome.old else Verdict.TAKEN
    return replace(outcome, verdict=verdict, new=decision.value, why=(Said(CHOSEN),), choices=())
