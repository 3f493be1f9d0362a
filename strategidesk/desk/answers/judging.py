"""What becomes of every cell of the sheets that came back. Nothing is written."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from strategidesk.desk.answers.additions import added
from strategidesk.desk.answers.agreeing import agreed
from strategidesk.desk.answers.asked_sheet import AskedSheet
from strategidesk.desk.answers.belonging import Belonging, belonging, mark_of
from strategidesk.desk.answers.decided import asked_anew
from strategidesk.desk.answers.extras import joined_over, without_rows
from strategidesk.desk.answers.known import Known
from strategidesk.desk.answers.outcomes import Judgment, Outcome, Said, SheetReport, Verdict
from strategidesk.desk.answers.received import Received
from strategidesk.desk.answers.rows import row_outcomes
from strategidesk.desk.answers.spots import spots
from strategidesk.desk.answers.strays import stray_outcomes, unplaced
from strategidesk.excel.sheets.layout import LAYOUTS, REPORTER
from strategidesk.excel.sheets.returned import Returned
from strategidesk.language import mark
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Receipt
from strategidesk.model.strategy import Strategy

__all__ = ["Received", "judge"]

ALREADY: Final = mark("A sheet that says the same was taken in {day} by {name}.")
EMPTY: Final = mark("Nothing is filled in. Ask the unit whether it has sent the right file.")


def judge(
    strategy: Strategy, files: Sequence[Received], day: str, round: Id | None = None
) -> Judgment:
    """What becomes of all filled cells of these files; `day` is when they are read.

    With `round` the sheets of other rounds are refused whole; without it each sheet goes to the
    round that it belongs to.
    """
    known = Known(strategy)
    sheets = [_sheet(known, file, day, round) for file in files]
    sheets = asked_anew(known, added(agreed(sheets)), day)
    return Judgment(sheets=tuple(sheets), read_on=day)


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
    told = Said(EMPTY) if not found.filled else without_rows(sheet, outcomes)
    return replace(report, notices=(*report.notices, told)) if told else report


def _outcomes(sheet: AskedSheet) -> Iterator[Outcome]:
    about = list(zip(sheet.returned.rows, spots(sheet), strict=True))
    answered = {spot.id for row, spot in about if row.cells}
    found = [
        one
        for row, spot in about
        for one in row_outcomes(sheet, row, spot)
        if row.cells or one.verdict is not Verdict.SAME or not (row.sheet or spot.id in answered)
    ]
    yield from found
    lines = {(sheet.name_of(row), row.number): (row, spot) for row, spot in about}
    yield from joined_over(sheet, lines, found)
    yield from stray_outcomes(sheet, {line: spot for line, (_, spot) in lines.items()})


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
        replace(unplaced(one, place.refused), verdict=Verdict.REFUSED) for one in found.stray
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
