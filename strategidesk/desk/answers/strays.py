"""What becomes of texts that stand where no answer belongs."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from strategidesk.desk.answers.asked_sheet import AskedSheet, Line
from strategidesk.desk.answers.outcomes import Outcome, Said, Verdict
from strategidesk.desk.answers.spots import Spot
from strategidesk.excel.sheets.returned import Stray
from strategidesk.language import mark

IN_COMMENT: Final = mark("The column {column} is not ours; the text is put into the comment.")
BESIDE: Final = mark("The text stands beside the columns; it is put into the comment.")
HEADING: Final = mark("It is the heading of a column of the unit's own; its texts begin with it.")
NO_PLACE: Final = mark(
    "It stands where no answer belongs. Leave it out, or write it where it should go."
)
OWN_SHEET: Final = mark(
    "It stands on a sheet of the unit's own, {sheet}, and is not taken in. Read it there."
)
MANY: Final = mark(
    "So much stands beside the answers on the sheet {sheet} that it is not taken in. Read it there."
)
_FEW = 5  # texts of a sheet of the unit's own that are asked about, one by one
_MOST = 30  # of the answer sheet
_MOST_IN_ROW = 30  # texts that go into one comment


def stray_outcomes(sheet: AskedSheet, spots: Mapping[Line, Spot]) -> Iterator[Outcome]:
    """One for each stray text; `spots` are what rows are about, by where they stand."""
    returned = sheet.returned
    ours = {returned.sheet, *(name for name, _ in spots)}
    found = [(stray, unplaced(stray, Said(NO_PLACE))) for stray in returned.stray]
    in_row = Counter((stray.sheet, one.row) for stray, one in found)
    judged = [
        (stray, _beside(sheet, stray, one, spots.get((stray.sheet, one.row))))
        if stray.sheet in ours and in_row[stray.sheet, one.row] <= _MOST_IN_ROW
        else (stray, one)
        for stray, one in found
    ]
    left = Counter(stray.sheet for stray, one in judged if not one.target)
    used = {(stray.sheet, _letters(stray.at)) for stray, one in judged if one.target}
    for stray, outcome in judged:
        is_heading = stray.sheet in ours and outcome.row == returned.heading_row
        if is_heading and (stray.sheet, _letters(stray.at)) in used:
            outcome = replace(outcome, verdict=Verdict.SAME, why=(Said(HEADING),))
        elif not outcome.target and left[stray.sheet] > (_MOST if stray.sheet in ours else _FEW):
            why = Said(MANY if stray.sheet in ours else OWN_SHEET, {"sheet": stray.sheet})
            outcome = replace(outcome, verdict=Verdict.REFUSED, why=(why,))
        yield outcome


def unplaced(stray: Stray, why: Said) -> Outcome:
    """A text of which nobody knows where it belongs."""
    return Outcome(
        sheet=stray.sheet,
        at=stray.at,
        row=int("".join(filter(str.isdigit, stray.at)) or 0),
        column="",
        heading=stray.heading,
        typed=stray.text,
        verdict=Verdict.ASKED,
        why=(why,),
    )


def _beside(sheet: AskedSheet, stray: Stray, outcome: Outcome, spot: Spot | None) -> Outcome:
    """A text beside an activity's row."""
    if spot is None or spot.id is None or spot.doubt:
        return outcome
    if sheet.is_proposals:
        if not spot.is_new:
            return outcome
        old = spot.thing.comment if spot.thing else ""
        target = spot.target("comment")
    else:
        answer = sheet.known.answer(spot.id, sheet.round.period)
        old = answer.comment if answer else ""
        target = sheet.answer_target(spot.id, "comment")
    why = Said(IN_COMMENT, {"column": stray.heading}) if stray.heading else Said(BESIDE)
    return replace(
        outcome,
        verdict=Verdict.TAKEN,
        title=spot.title,
        activity=spot.id,
        target=target,
        old=old,
        corrected=True,
        proposal=spot.is_new,
        row_key=spot.key,
        why=(why,),
    )


def _letters(at: str) -> str:
    return at.rstrip("0123456789")
