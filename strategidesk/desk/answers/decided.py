"""Questions that a person has answered before: they are not asked again."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from strategidesk.desk.answers.known import Known
from strategidesk.desk.answers.outcomes import Outcome, Said, SheetReport, Verdict
from strategidesk.desk.answers.waiting import values_of, waits
from strategidesk.language import mark

TAKEN_BEFORE: Final = mark("You have answered this question before; the answer stands.")
LEFT_BEFORE: Final = mark("You have chosen before to leave this out.")


def asked_anew(known: Known, sheets: Iterable[SheetReport], day: str) -> list[SheetReport]:
    """The sheets, in which what a person has settled of an earlier copy of them is settled."""
    if not known.has_questions:
        return list(sheets)
    return [
        replace(sheet, outcomes=tuple(_settled(known, sheet, one, day) for one in sheet.outcomes))
        for sheet in sheets
    ]


def _settled(known: Known, sheet: SheetReport, outcome: Outcome, day: str) -> Outcome:
    if not waits(outcome):
        return outcome
    before = known.handled(values_of(sheet, outcome, day))
    if before is None or before.handling == "waits":
        return outcome
    why = Said(TAKEN_BEFORE if before.handling == "taken" else LEFT_BEFORE)
    return replace(outcome, verdict=Verdict.SAME, new=outcome.old, why=(why,), choices=())
