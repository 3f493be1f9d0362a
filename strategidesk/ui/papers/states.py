"""Where the words of a paper's part come from."""

from strategidesk.language import mark
from strategidesk.model.papers import Part
from strategidesk.prose import parse

COMPOSED, EDITED, WRITTEN, LEFT_OUT, LACKING = (
    "composed",
    "edited",
    "written",
    "left_out",
    "lacking",
)
WORDS = {
    COMPOSED: mark("From the strategy"),
    EDITED: mark("Changed here"),
    WRITTEN: mark("Written here"),
    LEFT_OUT: mark("Left out while it is empty"),
    LACKING: mark("Written by the case officer"),
}
TONES = {
    COMPOSED: "muted",
    EDITED: "chip",
    WRITTEN: "muted",
    LEFT_OUT: "muted",
    LACKING: "warn_chip",
}
BY_SECRETARY = mark("Written by the secretary")  # of what a meeting's minutes lack


def state_of(part: Part, written: str, source: str) -> str:
    """One of the words above. `written`: what stands in the paper itself; `source`: what the
    strategy says."""
    if written.strip():
        return EDITED if source.strip() else WRITTEN
    if source.strip():
        return COMPOSED
    return LEFT_OUT if part.optional else LACKING


def differs(written: str, source: str) -> bool:
    """Whether the strategy says something else now than what was written."""
    return bool(source.strip()) and parse(written) != parse(source)
