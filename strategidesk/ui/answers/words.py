"""How what becomes of cells and files is said: words, with a shape and a colour."""

from typing import Any

from strategidesk.desk.answers.outcomes import Outcome, SheetReport, Verdict
from strategidesk.language import mark, tr
from strategidesk.model.fields import Field, Kind
from strategidesk.model.noun import fields_of
from strategidesk.model.strategy import Strategy
from strategidesk.prose.plain import plain
from strategidesk.ui.pages.saying import counted
from strategidesk.ui.things.chips import Chip
from strategidesk.ui.words import shown

ALL, ASKED, CORRECTED, REFUSED = "all", "asked", "corrected", "refused"
_SHOWN = {ASKED: Verdict.ASKED, REFUSED: Verdict.REFUSED}  # by these segments

_TAKEN = Chip("tick", "ok")
_CORRECTED = Chip("info", "info")
_NEW = Chip("plus", "note")
_ASKED = Chip("asked", "warn")
_SAME = Chip("ring", "neutral")
_REFUSED = Chip("cross", "danger")


def outcome_chip(outcome: Outcome) -> tuple[Chip, str]:
    """What becomes of a cell: its shape, and its word."""
    match outcome.verdict:
        case Verdict.ASKED:
            return _ASKED, tr("Choose")
        case Verdict.REFUSED:
            return _REFUSED, tr("Not taken")
        case Verdict.SAME:
            return _SAME, tr("Left as it is") if not outcome.counted else tr("Already so")
        case _ if outcome.proposal:
            return _NEW, tr("A new activity")
        case _ if outcome.corrected:
            return _CORRECTED, tr("Taken, put right")
        case _:
            return _TAKEN, tr("Taken as it is")


def sheet_chip(sheet: SheetReport) -> tuple[Chip, str]:
    """What becomes of a file as a whole."""
    asked, refused = len(sheet.questions), sheet.counts[Verdict.REFUSED]
    corrected = sum(one.corrected for one in sheet.outcomes if one.verdict is Verdict.TAKEN)
    if sheet.trouble is not None:
        return Chip("danger", "danger"), tr("Not read")
    if sheet.refused is not None:
        return Chip("danger", "danger"), tr("Not taken")
    if sheet.already is not None:
        return Chip("again", "neutral"), tr("Read in before")
    if asked:
        return _ASKED, counted(asked, mark("1 question"), mark("{n} questions"))
    if not sheet.filled:
        return _SAME, tr("Empty")
    if refused:
        return _REFUSED, counted(refused, mark("1 not taken"), mark("{n} not taken"))
    if corrected:
        return _CORRECTED, counted(corrected, mark("1 put right"), mark("{n} put right"))
    return Chip("ok", "ok"), tr("All can be taken")


def about_sheet(sheet: SheetReport) -> str:
    """A file's second line: whose it is, and how many activities it speaks of."""
    if sheet.trouble is not None or sheet.refused is not None:
        return sheet.unit_name
    rows = len({one.row_key or one.row for one in sheet.outcomes if one.counted})
    about = counted(rows, mark("1 activity"), mark("{n} activities"))
    return ", ".join(filter(None, (sheet.unit_name, about)))


def notes_of(sheet: SheetReport) -> str:
    """What is to know of a file before its cells."""
    if sheet.trouble is not None:
        return str(sheet.trouble)
    said = [sheet.refused, sheet.already, *sheet.notices]
    sent = tr("The sheet was sent {day}.", day=sheet.sent_on) if sheet.sent_on else ""
    return " ".join(filter(None, (sent, *(str(one) for one in said if one))))


def in_segment(outcome: Outcome, segment: str) -> bool:
    """Whether a cell is one of those that a segment shows."""
    if segment == CORRECTED:
        return outcome.verdict is Verdict.TAKEN and outcome.corrected
    return segment == ALL or outcome.verdict is _SHOWN[segment]


def field_of(strategy: Strategy, outcome: Outcome) -> Field | None:
    """The field that an answer goes to; None where it has none."""
    if outcome.target is None:
        return None
    noun = strategy.schema.by_entity[outcome.target.entity]
    return fields_of(noun)[outcome.target.field]


def value_words(strategy: Strategy, field: Field | None, value: Any) -> str:
    """A JSON value as people read it; empty where there is none."""
    if field is None or value in (None, "", []):
        return ""
    if field.kind is Kind.PROSE:
        return plain(str(value))
    return shown(strategy, field, value)


def _guess(strategy: Strategy, field: Field | None, outcome: Outcome) -> str:
    """What a cell that is asked about may mean; nothing where every word of a list may be meant."""
    if outcome.new not in (None, "", []):
        return value_words(strategy, field, outcome.new)
    every = len((field.choices if field else None) or ())
    return outcome.choices[0].label if outcome.choices and len(outcome.choices) != every else ""


def taken_as(strategy: Strategy, outcome: Outcome) -> tuple[str, bool]:
    """What a cell is taken as, and whether that is only a question or a remark."""
    field = field_of(strategy, outcome)
    match outcome.verdict:
        case Verdict.ASKED:
            guess = _guess(strategy, field, outcome)
            return (f"{guess}?" if guess else tr("Say what is meant")), True
        case Verdict.REFUSED:
            return value_words(strategy, field, outcome.old) or tr("Nothing"), True
        case Verdict.SAME if not outcome.counted:
            return tr("No answer"), True
        case _:
            return value_words(strategy, field, outcome.new), False
