"""What becomes of one cell of a row."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from strategidesk.desk.answers.asked_sheet import AskedSheet
from strategidesk.desk.answers.days import read_day
from strategidesk.desk.answers.named import read_named
from strategidesk.desk.answers.outcomes import Outcome, Said, Target, Verdict
from strategidesk.desk.answers.readings import Reading, asked, refused
from strategidesk.desk.answers.spots import Spot
from strategidesk.desk.answers.texts import read_line, read_prose
from strategidesk.desk.answers.words import choices_of, read_word
from strategidesk.excel.sheets.layout import Open, text_field
from strategidesk.excel.sheets.returned import Cell, Row
from strategidesk.language import mark
from strategidesk.model.fields import Field, Kind, to_json
from strategidesk.model.follow_up import FollowUp
from strategidesk.model.noun import Noun, fields_of, value
from strategidesk.model.plan import Activity
from strategidesk.prose.plain import plain

FAULT: Final = mark(
    "The cell shows the error {fault}: its formula does not work. Ask the unit what should stand "
    "there."
)
UNCOMPUTED: Final = mark(
    "The formula {formula} has not been computed. Open the file in Excel and save it, or write "
    "what it should say."
)
SAYS_NOTHING: Final = mark("The formula {formula} shows nothing, so there is nothing to take.")
COMPUTED: Final = mark("The value that the formula {formula} last had was taken.")
CLEANED: Final = mark("Invisible signs were taken away.")
JOINED: Final = mark("The cells {cells} are joined; what they say was taken for this row.")
NO_ROOM: Final = mark("Nothing is asked here, so there is no field that the text could go to.")


@dataclass(frozen=True)
class RowJudge:
    """Judges the cells of one row."""

    sheet: AskedSheet
    row: Row
    spot: Spot

    def outcomes(self) -> list[Outcome]:
        """One for each of the row's cells, in their order."""
        of_status = [cell for cell in self.row.cells if cell.column == "status"]
        judged = [self._outcome(cell, "status") for cell in of_status]
        status = self._status(judged[0] if judged else None)
        rest = iter(judged)
        return [
            next(rest)
            if cell.column == "status"
            else self._outcome(cell, self._field(cell, status))
            for cell in self.row.cells
        ]

    def _field(self, cell: Cell, status: str) -> str:
        """The name of the field that a cell's answer goes to; empty where there is none."""
        if cell.column == "result":
            return text_field(status)
        column = self.sheet.columns.get(cell.column)
        return column.field if column else ""

    def _status(self, outcome: Outcome | None) -> str:
        """The status that the row's text stands beside."""
        if outcome is not None and outcome.new:
            return str(outcome.new)
        now = self._answer()
        return now.status if now else ""

    def _answer(self) -> FollowUp | None:
        if self.spot.id is None:
            return None
        return self.sheet.known.answer(self.spot.id, self.sheet.round.period)

    def _outcome(self, cell: Cell, name: str) -> Outcome:
        column = self.sheet.columns.get(cell.column)
        outcome = Outcome(
            sheet=self.row.sheet or self.sheet.returned.sheet,
            at=cell.at,
            row=self.row.number,
            column=cell.column,
            heading=column.heading if column else "",
            typed=cell.text or cell.formula,
            verdict=Verdict.REFUSED,
            title=self.spot.title,
            activity=self.spot.id,
            proposal=self.spot.is_new,
            row_key=self.spot.key,
        )
        is_open = column is not None and column.open is Open.ALWAYS
        noun = self.sheet.layout.noun if is_open else Activity
        declared = fields_of(noun).get(name)
        if declared is None:
            return replace(outcome, why=(Said(NO_ROOM),))
        thing = self._answer() if noun is FollowUp else self.spot.thing
        reading = _told(cell, self._read(cell, declared))
        if self.spot.doubt and reading.verdict in (Verdict.TAKEN, Verdict.SAME):
            reading = asked(self.spot.doubt, choices_of_field(declared), reading.value)
        outcome = replace(
            outcome,
            verdict=reading.verdict,
            target=self._target(noun, name),
            old=to_json(value(thing, declared)) if thing else empty(declared),
            new=reading.value,
            corrected=reading.corrected,
            why=(*reading.why, *self.spot.why),
            choices=reading.choices,
        )
        return as_it_stands(outcome, thing, declared)

    def _read(self, cell: Cell, declared: Field) -> Reading:
        if cell.fault:
            return refused(Said(FAULT, {"fault": cell.fault}))
        if cell.uncomputed:
            return asked(Said(UNCOMPUTED, {"formula": cell.formula}), choices_of_field(declared))
        if not cell.text:
            return refused(Said(SAYS_NOTHING, {"formula": cell.formula}))
        match declared.kind:
            case Kind.CHOICE:
                return read_word(declared, cell.text)
            case Kind.DATE:
                return read_day(cell)
            case Kind.PROSE:
                return read_prose(cell)
            case Kind.REFERENCE | Kind.REFERENCES:
                return read_named(self.sheet.known, declared, cell.text)
            case _:
                return read_line(cell)

    def _target(self, noun: type[Noun], name: str) -> Target | None:
        spot = self.spot
        if spot.id is None:
            return None
        if noun is FollowUp:
            made: Mapping[str, Any] = self.sheet.answer_made(spot.id)
            return Target(
                entity="follow_up", id=self.sheet.answer_id(spot.id), field=name, made=made
            )
        return Target(entity="activity", id=spot.id, field=name, made=spot.made)


def choices_of_field(declared: Field) -> Any:
    """The words that a field takes; none where it takes any text."""
    return choices_of(declared.name, declared.choices) if declared.choices else ()


def empty(declared: Field) -> Any:
    """What stands in a field of what is not there."""
    if declared.kind is Kind.REFERENCES:
        return []
    return None if declared.kind is Kind.REFERENCE else ""


def as_it_stands(outcome: Outcome, thing: Noun | None, declared: Field) -> Outcome:
    """The outcome, SAME where the strategy says already what would be taken."""
    if outcome.verdict is not Verdict.TAKEN or thing is None:
        return outcome
    same = outcome.new == outcome.old
    if not same and declared.kind is Kind.PROSE and outcome.old:
        same = plain(outcome.old).split() == plain(outcome.new).split()
    return replace(outcome, verdict=Verdict.SAME, new=outcome.old) if same else outcome


def _told(cell: Cell, reading: Reading) -> Reading:
    """The reading with what is to be said of its cell."""
    why = list(reading.why)
    changed = reading.corrected
    if reading.verdict is Verdict.TAKEN:
        if cell.formula:
            why.append(Said(COMPUTED, {"formula": cell.formula}))
        if cell.cleaned:
            why.append(Said(CLEANED))
            changed = True
    if cell.merged:
        why.append(Said(JOINED, {"cells": cell.merged}))
    if why == list(reading.why):
        return reading
    return replace(reading, why=tuple(why), corrected=changed)
