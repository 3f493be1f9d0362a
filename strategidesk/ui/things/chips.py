"""States as shape, word and colour: never colour alone."""

from dataclasses import dataclass

from strategidesk.language import mark, tr
from strategidesk.model.choices import ACTIVITY_STATUS, SECTION_STATUS, STAGE
from strategidesk.model.fields import Field
from strategidesk.model.noun import Noun, value
from strategidesk.model.plan import Activity
from strategidesk.ui.words import choice_label


@dataclass(frozen=True, slots=True)
class Chip:
    """How a state is drawn."""

    sign: str
    tone: str  # a token; its background is the token with `_bg`
    short: str = ""  # English; said instead of a word that is too long for a chip

    def word(self, whole: str) -> str:
        """What the chip says of a state whose whole word this is, both in the user's language."""
        return tr(self.short) if self.short else whole


_CHIPS = {
    "not_started": Chip("ring", "neutral"),
    "started": Chip("half", "info"),
    "in_progress": Chip("half", "info"),
    "done": Chip("ok", "ok"),
    "approved": Chip("star", "ok"),
    "continuous": Chip("again", "note", mark("Continuously")),
    "delayed": Chip("late", "warn"),
    "cancelled": Chip("cross", "neutral"),
}

_STAGES = {  # of what is not in the plan: it has no status yet
    "proposed": Chip("asked", "info", mark("Proposed")),
    "declined": Chip("cross", "neutral", mark("Declined")),
}


def chip_of(field: Field, thing: Noun) -> Chip | None:
    """The chip of a thing's state: of an activity that is only proposed or was declined, that."""
    stage = thing.stage if isinstance(thing, Activity) else ""
    if field.choices == ACTIVITY_STATUS and stage in _STAGES:
        return _STAGES[stage]
    state = value(thing, field)
    return chip(field, state if isinstance(state, str) else "")


def state_word(field: Field, thing: Noun) -> str:
    """The whole word of a thing's state, as `chip_of` shows it."""
    found = chip_of(field, thing)
    if found is not None and found in _STAGES.values():
        return tr(found.short)
    return choice_label(field, str(value(thing, field)))


def chip(field: Field, state: str) -> Chip | None:
    """The chip of a state; None for fields that are no state, and for unknown words."""
    if field.choices == STAGE:
        return _STAGES.get(state)
    if field.choices in (ACTIVITY_STATUS, SECTION_STATUS):
        return _CHIPS.get(state)
    return None
