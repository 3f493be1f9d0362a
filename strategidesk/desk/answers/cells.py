"""What becomes of one cell of a row."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from strategidesk.desk.answers.asked_sheet import AskedSheet
from strategidesk.desk.answers.days import not_before, read_day
from strategidesk.desk.answers.figures import read_figure
from strategidesk.desk.answers.named import read_named
from strategidesk.desk.answers.outcomes import Choice, Outcome, Said, Target, Verdict
from strategidesk.desk.answers.readings import Reading, asked, refused
from strategidesk.desk.answers.spots import Spot
from strategidesk.desk.answers.texts import read_line, read_prose
from strategidesk.desk.answers.words import choices_of, read_word
from strategidesk.excel.sheets.layout import Open
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
ACCEPTED: Final = mark(
    "The group has accepted the activity; the plan says otherwise than the sheet. Choose the "
    "sheet's text, or leave it out."
)
DECLINED: Final = mark(
    "The group has declined the proposal since the sheet was sent. Choose the sheet's text, or "
    "leave it out."
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
        column = self.sheet.columns.get(cell.column)
        outcome = Outcome(
            sheet=self.sheet.returned.sheet,
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
        thing = self.answer if noun is FollowUp else self.spot.thing
        reading = _told(cell, self._read(cell, declared))
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
        outcome = as_it_stands(outcome, thing, declared)
        doubt = self.spot.doubt
        if noun is Activity and not self.spot.is_new:
            doubt = doubt or Said(_decided(self.spot.thing))
        return _doubted(outcome, doubt) if doubt else outcome

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
            case Kind.LINE if declared.name == "actual":
                return read_figure(cell)
            case Kind.DATE:
                return self._day(cell)
            case Kind.PROSE:
                return read_prose(cell)
            case Kind.REFERENCE | Kind.REFERENCES:
                return read_named(self.sheet.known, declared, cell.text)
            case _:
                return read_line(cell)

    def _day(self, cell: Cell) -> Reading:
        reading = read_day(cell, self.sheet.day, self.sheet.round.period)
        return not_before(reading, self.spot.thing.start if self.spot.thing else "")

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


def _doubted(outcome: Outcome, doubt: Said) -> Outcome:
    """What would be taken, as a question: a person must say that it is meant."""
    if outcome.verdict is not Verdict.TAKEN:
        return outcome
    text = " ".join(outcome.typed.split())
    label = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return replace(
        outcome,
        verdict=Verdict.ASKED,
        why=(*outcome.why, doubt),
        choices=(Choice(label, outcome.new),) if outcome.target else (),
    )


def _decided(thing: Activity | None) -> str:
    if thing and thing.stage == "declined":
        return DECLINED
    return ACCEPTED


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
