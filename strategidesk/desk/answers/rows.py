"""What becomes of one row: its filled cells, and what is told besides."""

from collections.abc import Iterator
from dataclasses import replace

from strategidesk.desk.answers.asked_sheet import AskedSheet
from strategidesk.desk.answers.cells import CellJudge
from strategidesk.desk.answers.extras import (
    changed_in_vain,
    comment_missing,
    emptied,
    needs_comment,
    status_missing,
    title_missing,
)
from strategidesk.desk.answers.outcomes import Outcome, Verdict
from strategidesk.desk.answers.spots import Spot
from strategidesk.excel.sheets.layout import NEEDS_COMMENT, text_field
from strategidesk.excel.sheets.returned import Cell, Row
from strategidesk.model.choices import ACTIVITY_STATUS
from strategidesk.model.follow_up import FollowUp

_ONE_OF_EACH = ("done", NEEDS_COMMENT[0])  # a status of each field that texts go to


def row_outcomes(sheet: AskedSheet, row: Row, spot: Spot) -> Iterator[Outcome]:
    """The outcomes of a row's cells, in their order; then those of what is not filled."""
    answer = sheet.known.answer(spot.id, sheet.round.period) if spot.id else None
    judge = CellJudge(sheet, row, spot, answer)
    if sheet.is_proposals:
        found = [judge.outcome(cell, _field(sheet, cell)) for cell in row.cells]
        found += emptied(sheet, row, spot)
    else:
        found = list(_follow_up(judge, row))
    yield from found
    yield from title_missing(sheet, row, spot, found)
    yield from changed_in_vain(sheet, row, spot)


def _follow_up(judge: CellJudge, row: Row) -> Iterator[Outcome]:
    sheet, spot, answer = judge.sheet, judge.spot, judge.answer
    of_status = [judge.outcome(cell, "status") for cell in row.cells if cell.column == "status"]
    status = _status(of_status[0] if of_status else None, answer)
    of_status = [_with_then(judge, row, one) for one in of_status]
    rest = iter(of_status)
    ready = of_status[0].then.get(status) if of_status else None
    for cell in row.cells:
        if cell.column == "status":
            yield next(rest)
        elif cell.column == "result":
            is_ready = ready is not None and ready.counted and ready.at == cell.at
            yield ready if ready and is_ready else _text(judge, cell, status)
        else:
            yield judge.outcome(cell, _field(sheet, cell))
    yield from status_missing(sheet, row, spot, answer)
    if of_status and of_status[0].verdict in (Verdict.TAKEN, Verdict.SAME):
        yield from comment_missing(sheet, row, spot, status, answer)


def _field(sheet: AskedSheet, cell: Cell) -> str:
    """The name of the field that a cell's answer goes to; empty where there is none."""
    column = sheet.columns.get(cell.column)
    return column.field if column else ""


def _status(outcome: Outcome | None, answer: FollowUp | None) -> str:
    """The status that the row's text stands beside."""
    if outcome is not None and outcome.new:
        return str(outcome.new)
    return answer.status if answer else ""


def _with_then(judge: CellJudge, row: Row, status: Outcome) -> Outcome:
    """A status that a person may change, with what that makes of the text beside it."""
    if status.verdict is not Verdict.ASKED and not status.corrected:
        return status
    texts = [cell for cell in row.cells if cell.column == "result"]
    then: dict[str, Outcome] = {}
    if texts:  # goes where the status says
        by_field = {text_field(value): _text(judge, texts[0], value) for value in _ONE_OF_EACH}
        then = {value: by_field[text_field(value)] for value in ACTIVITY_STATUS}
    else:
        for value in NEEDS_COMMENT:
            for missing in comment_missing(judge.sheet, row, judge.spot, value, judge.answer):
                then[value] = missing
    return replace(status, then=then)


def _text(judge: CellJudge, cell: Cell, status: str) -> Outcome:
    """What becomes of the text beside a status."""
    outcome = judge.outcome(cell, text_field(status))
    if outcome.verdict is Verdict.REFUSED and status in NEEDS_COMMENT and not judge.spot.doubt:
        return replace(outcome, verdict=Verdict.ASKED, why=(*outcome.why, needs_comment(status)))
    return outcome
