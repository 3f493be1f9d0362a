"""States as shape, word and colour: never colour alone."""

from dataclasses import dataclass

from strategidesk.language import mark, tr
from strategidesk.model.choices import ACTIVITY_STATUS, SECTION_STATUS
from strategidesk.model.fields import Field


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


def chip(field: Field, state: str) -> Chip | None:
    """The chip of a state; None for fields that are no state, and for unknown words."""
    if field.choices in (ACTIVITY_STATUS, SECTION_STATUS):
        return _CHIPS.get(state)
    return None
