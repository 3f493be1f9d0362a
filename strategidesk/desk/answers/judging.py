"""What becomes of every cell of the sheets that came back. Nothing is written."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from strategidesk.desk.answers.asked_sheet import AskedSheet
from strategidesk.desk.answers.belonging import Belonging, belonging, mark_of
from strategidesk.desk.answers.cells import RowJudge
from strategidesk.desk.answers.known import Known
from strategidesk.desk.answers.outcomes import Judgment, Outcome, Said, SheetReport, Verdict
from strategidesk.desk.answers.received import Received
from strategidesk.desk.answers.spots import spots
from strategidesk.excel.sheets.layout import LAYOUTS, REPORTER
from strategidesk.excel.sheets.returned import Returned
from strategidesk.language import mark
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Receipt
from strategidesk.model.strategy import Strategy

__all__ = ["Received", "judge"]

ALREADY: Final = mark("A sheet that says the same was taken in {day} by {name}.")
EMPTY: Final = mark("Nothing is filled in. Ask the unit whether it has sent the right file.")
NO_PLACE: Final = mark(
    "It stands where no answer belongs. Leave it out, or write it where it should go."
)


def judge(
    strategy: Strategy, files: Sequence[Received], day: str, round: Id | None = None
) -> Judgment:
    """What becomes of all filled cells of these files; `day` is when they are read.

    With `round` the sheets of other rounds are refused whole; without it each sheet goes to the
    round that it belongs to.
    """
    known = Known(strategy)
    return Judgment(sheets=tuple(_sheet(known, file, day, round) for file in files), read_on=day)


def _sheet(known: Known, file: Received, day: str, only: Id | None) -> SheetReport:
    found = file.returned
    if found is None:
        return SheetReport(path=file.path, trouble=file.trouble)
    place = belonging(known, found, only)
    report = SheetReport(
        path=file.path,
        round=place.round.id if place.round else None,
        unit=place.unit,
        unit_name=place.unit_name,
        period=place.period,
        kind=place.kind,
        reported_by=found.facts.get(REPORTER, ""),
        sent_on=place.sent_on,
        mark=mark_of(found, place.unit),
        filled=found.filled,
        notices=(*place.notices, *(Said(*notice) for notice in found.notices)),
    )
    if place.refused or place.round is None:
        return _turned_away(report, found, place)
    sheet = AskedSheet(known, found, place.round, place.unit, day)
    outcomes = tuple(_outcomes(sheet))
    report = replace(report, outcomes=outcomes)
    if receipt := known.receipt(place.round.id, report.mark):
        return _taken_before(report, receipt)
    if not found.filled:
        report = replace(report, notices=(*report.notices, Said(EMPTY)))
    return report


def _outcomes(sheet: AskedSheet) -> Iterator[Outcome]:
    for row, spot in zip(sheet.returned.rows, spots(sheet), strict=True):
        yield from RowJudge(sheet, row, spot).outcomes()
    for stray in sheet.returned.stray:
        yield _stray(stray.sheet, stray.at, stray.text, stray.heading, Said(NO_PLACE))


def _stray(sheet: str, at: str, text: str, heading: str, why: Said) -> Outcome:
    return Outcome(
        sheet=sheet,
        at=at,
        row=int("".join(filter(str.isdigit, at)) or 0),
        column="",
        heading=heading,
        typed=text,
        verdict=Verdict.ASKED,
        why=(why,),
    )


def _turned_away(report: SheetReport, found: Returned, place: Belonging) -> SheetReport:
    """A sheet that is not taken at all: each of its cells says why."""
    assert place.refused is not None
    columns = LAYOUTS[place.kind].columns if place.kind in LAYOUTS else ()
    headings = {column.key: column.heading for column in columns}
    outcomes = [
        Outcome(
            sheet=row.sheet or found.sheet,
            at=cell.at,
            row=row.number,
            column=cell.column,
            heading=headings.get(cell.column, ""),
            typed=cell.text or cell.formula,
            verdict=Verdict.REFUSED,
            title=row.locked.get("activity", ""),
            why=(place.refused,),
        )
        for row in found.rows
        for cell in row.cells
    ]
    outcomes += [
        replace(
            _stray(one.sheet, one.at, one.text, one.heading, place.refused),
            verdict=Verdict.REFUSED,
        )
        for one in found.stray
    ]
    return replace(report, refused=place.refused, outcomes=tuple(outcomes))


def _taken_before(report: SheetReport, receipt: Receipt) -> SheetReport:
    """A sheet that was taken in already: nothing of it is taken again."""
    already = Said(ALREADY, {"day": receipt.received_on, "name": receipt.read_by})
    outcomes = tuple(
        replace(one, verdict=Verdict.SAME, new=one.old, corrected=False, why=(already,), choices=())
        for one in report.outcomes
        if one.counted
    )
    return replace(report, already=already, outcomes=outcomes)
