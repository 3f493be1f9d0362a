"""A judgment whose questions a person has answered."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from strategidesk.desk.answers.additions import CHOSEN, added
from strategidesk.desk.answers.outcomes import Judgment, Outcome, Said, SheetReport, Verdict
from strategidesk.language import mark
from strategidesk.model.fields import Id

OTHER_CHOSEN: Final = mark("You chose another answer to the same question.")
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
    that are not there say nothing. Where a status was chosen, the text beside it goes where it then
    belongs; where one of several answers to one question was chosen, the others are refused.
    """
    concerned = {path for path, _, _ in decisions}
    sheets = [
        replace(sheet, outcomes=tuple(_decided(sheet, decisions)))
        if sheet.path in concerned
        else sheet
        for sheet in judgment.sheets
    ]
    chosen = {
        (one.target.id, one.target.field)
        for sheet in sheets
        if sheet.path in concerned
        for one in sheet.outcomes
        if one.target and isinstance(decisions.get((sheet.path, one.sheet, one.at)), Take)
    }
    if chosen:
        sheets = [
            replace(sheet, outcomes=tuple(_passed_over(one, chosen) for one in sheet.outcomes))
            if sheet.questions
            else sheet
            for sheet in sheets
        ]
    return replace(judgment, sheets=tuple(added(sheets)))


def _decided(sheet: SheetReport, decisions: Mapping[Key, Decision]) -> Iterator[Outcome]:
    """The outcomes of a sheet, each with what was decided of it."""
    texts: dict[tuple[str, int], Outcome | None] = {}  # of rows whose status was chosen
    for one in sheet.outcomes:
        decision = decisions.get((sheet.path, one.sheet, one.at))
        if one.then and isinstance(decision, Take):
            texts[one.sheet, one.row] = one.then.get(str(decision.value))
    for one in sheet.outcomes:
        key = one.sheet, one.row
        if key in texts and one.column == "result":
            other = texts.pop(key)
            if other is None:  # a comment that is no longer missing
                continue
            one = other
        yield _with(one, decisions.get((sheet.path, one.sheet, one.at)))
    for other in texts.values():
        if other is not None:
            yield _with(other, decisions.get((sheet.path, other.sheet, other.at)))


def _with(outcome: Outcome, decision: Decision | None) -> Outcome:
    if decision is None:
        return outcome
    if isinstance(decision, LeaveOut) or outcome.target is None:
        return replace(outcome, verdict=Verdict.REFUSED, why=(Said(LEFT_OUT),), choices=())
    verdict = Verdict.SAME if decision.value == outcome.old else Verdict.TAKEN
    return replace(
        outcome,
        verdict=verdict,
        new=decision.value,
        corrected=False,
        why=(Said(CHOSEN),),
        choices=(),
    )


def _passed_over(outcome: Outcome, chosen: Set[tuple[Id, str]]) -> Outcome:
    if outcome.verdict is not Verdict.ASKED or outcome.target is None:
        return outcome
    if (outcome.target.id, outcome.target.field) not in chosen:
        return outcome
    return replace(outcome, verdict=Verdict.REFUSED, why=(Said(OTHER_CHOSEN),), choices=())
