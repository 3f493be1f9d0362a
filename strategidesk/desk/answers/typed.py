"""What one cell is read as, whatever it holds: text, number, date, formula or error."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from strategidesk.desk.answers.outcomes import Said, Verdict
from strategidesk.desk.answers.readings import Reading, asked, refused
from strategidesk.desk.answers.words import choices_of
from strategidesk.excel.sheets.returned import Cell
from strategidesk.language import mark
from strategidesk.model.fields import Field

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
CLEANED: Final = mark("Invisible signs and letters in parts were put right.")
JOINED: Final = mark("The cells {cells} are joined; what they say was taken for this row.")


def typed_reading(cell: Cell, declared: Field, read: Callable[[Cell, Field], Reading]) -> Reading:
    """What a cell says for a field; `read` is asked of what has a text."""
    if cell.fault:
        reading = refused(Said(FAULT, {"fault": cell.fault}))
    elif cell.uncomputed:
        reading = asked(Said(UNCOMPUTED, {"formula": cell.formula}), words_of(declared))
    elif not cell.text:
        reading = refused(Said(SAYS_NOTHING, {"formula": cell.formula}))
    else:
        reading = read(cell, declared)
    if cell.formula or cell.cleaned or cell.merged:
        return _told(cell, reading)
    return reading


def words_of(declared: Field) -> Any:
    """The words that a field takes; none where it takes any text."""
    return choices_of(declared.name, declared.choices) if declared.choices else ()


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
