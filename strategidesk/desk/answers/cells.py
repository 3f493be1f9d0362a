"""What becomes of one cell of a row."""

from dataclasses import dataclass, replace
from typing import Any, Final

from strategidesk.desk.answers.asked_sheet import AskedSheet
from strategidesk.desk.answers.days import not_before, read_day
from strategidesk.desk.answers.figures import read_figure
from strategidesk.desk.answers.named import read_named
from strategidesk.desk.answers.outcomes import Choice, Outcome, Said, Verdict
from strategidesk.desk.answers.readings import Reading, refused
from strategidesk.desk.answers.spots import Spot
from strategidesk.desk.answers.texts import read_line, read_prose
from strategidesk.desk.answers.typed import typed_reading
from strategidesk.desk.answers.words import read_word
from strategidesk.excel.sheets.layout import Open
from strategidesk.excel.sheets.returned import Cell, Row
from strategidesk.language import mark
from strategidesk.model.fields import Field, Kind, to_json
from strategidesk.model.follow_up import FollowUp
from strategidesk.model.noun import fields_of, value
from strategidesk.model.plan import Activity
from strategidesk.prose.plain import plain

ACCEPTED: Final = mark(
    "The group has accepted the activity; the plan says otherwise than the sheet. Choose the "
    "sheet's text, or leave it out."
)
DECLINED: Final = mark(
    "The group has declined the proposal since the sheet was sent. Choose the sheet's text, or "
    "leave it out."
)
AS_SENT: Final = mark(
    "The sheet went out with this text, and it was changed in the plan since; the plan's text "
    "stands."
)
REMOVED: Final = mark(
    "The sheet went out with this text; the proposal was removed since, and stays so."
)
NO_ROOM: Final = mark("Nothing is asked here, so there is no field that the text could go to.")
_LONGEST = 80  # letters of a text in a list of choices


@dataclass(frozen=True)
class CellJudge:
    """Judges the cells of one row; `answer` is what the strategy has of the period already."""

    sheet: AskedSheet
    row: Row
    spot: Spot
    answer: FollowUp | None

    def outcome(self, cell: Cell, name: str) -> Outcome:
        """What becomes of a cell whose answer goes to the field of that name."""
        sheet, spot = self.sheet, self.spot
        column = sheet.columns.get(cell.column)
        is_open = column is not None and column.open is Open.ALWAYS
        noun = sheet.layout.noun if is_open else Activity
        declared = fields_of(noun).get(name)
        of_answer = noun is FollowUp
        thing = self.answer if of_answer else spot.thing
        old, target = None, None
        if declared is None:
            reading = refused(Said(NO_ROOM))
        else:
            old = to_json(value(thing, declared)) if thing else _empty(declared)
            reading = typed_reading(cell, declared, self._read)
            if thing and reading.verdict is Verdict.TAKEN and _says(old, reading.value, declared):
                reading = replace(reading, verdict=Verdict.SAME, value=old)
            if spot.thing and not of_answer and cell.sent and reading.verdict is Verdict.TAKEN:
                reading = Reading(Verdict.SAME, old, why=(Said(AS_SENT),))
            if spot.id:
                target = sheet.answer_target(spot.id, name) if of_answer else spot.target(name)
            reading = self._doubted(cell, reading, of_answer)
        return Outcome(
            sheet=sheet.name_of(self.row),
            at=cell.at,
            row=self.row.number,
            column=cell.column,
            heading=sheet.headings.get(cell.column, ""),
            typed=cell.text or cell.formula,
            verdict=reading.verdict,
            title=spot.title,
            activity=spot.id,
            target=target,
            old=old,
            new=reading.value,
            corrected=reading.corrected,
            proposal=spot.is_new,
            row_key=spot.key,
            why=reading.why + spot.why,
            choices=reading.choices,
        )

    def _read(self, cell: Cell, declared: Field) -> Reading:
        match declared.kind:
            case Kind.CHOICE:
                return read_word(declared, cell.text)
            case Kind.LINE if declared.name == "actual":
                return read_figure(cell)
            case Kind.DATE:
                reading = read_day(cell, self.sheet.day, self.sheet.round.period)
                return not_before(reading, self.spot.thing.start if self.spot.thing else "")
            case Kind.PROSE:
                return read_prose(cell)
            case Kind.REFERENCE | Kind.REFERENCES:
                return read_named(self.sheet.known, declared, cell.text)
            case _:
                return read_line(cell)

    def _doubted(self, cell: Cell, reading: Reading, of_answer: bool) -> Reading:
        """What would be taken, as a question where a person must say that it is meant."""
        if reading.verdict is not Verdict.TAKEN:
            return reading
        doubt = self.spot.doubt
        if doubt and cell.sent and not of_answer and self.spot.thing is None:
            return refused(Said(REMOVED))
        if doubt is None and not of_answer and not self.spot.is_new:
            is_declined = self.spot.thing is not None and self.spot.thing.stage == "declined"
            doubt = Said(DECLINED if is_declined else ACCEPTED)
        if doubt is None:
            return reading
        text = " ".join(cell.text.split())
        label = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        choices = (Choice(label, reading.value),) if self.spot.id else ()
        return replace(reading, verdict=Verdict.ASKED, why=(*reading.why, doubt), choices=choices)


def _empty(declared: Field) -> Any:
    """What stands in a field of what is not there."""
    if declared.kind is Kind.REFERENCES:
        return []
    return None if declared.kind is Kind.REFERENCE else ""


def _says(old: Any, new: Any, declared: Field) -> bool:
    """Whether a field says already what would be taken; of prose the words count."""
    if old == new or declared.kind is not Kind.PROSE or not old:
        return bool(old == new)
    return plain(old).split() == plain(new).split()
