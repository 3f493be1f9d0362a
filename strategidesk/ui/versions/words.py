"""What versions and their differences are called in the window."""

from collections.abc import Sequence

from strategidesk.history.versions import ADOPTED, ADOPTED_PLAN, NAMED, Version
from strategidesk.language import mark, tr
from strategidesk.model.comparison import (
    ADDED,
    CHANGED,
    DELETED,
    MOVED,
    Changed,
    Difference,
    Spot,
    spots,
)
from strategidesk.model.document import Card
from strategidesk.model.fields import Kind
from strategidesk.model.noun import Noun
from strategidesk.model.strategy import Strategy
from strategidesk.prose.differences import Piece, differences
from strategidesk.ui.words import caption, field_label, noun_label_plural, shown

_KINDS = {
    NAMED: mark("Saved version"),
    ADOPTED: mark("Adopted strategy"),
    ADOPTED_PLAN: mark("Adopted activity plan"),
}
_WHAT = {
    ADDED: mark("added"),
    DELETED: mark("removed"),
    MOVED: mark("moved"),
    CHANGED: mark("changed"),
}


def kind_of(version: Version) -> str:
    """What kind of version it is; one of a newer program is named as it is."""
    return tr(_KINDS[version.kind]) if version.kind in _KINDS else version.kind


def name_of(version: Version | None) -> str:
    """What a side of a comparison is called."""
    return version.title if version else tr("As it is now")


def what(one: Difference) -> str:
    """What became of a thing."""
    return ", ".join(tr(_WHAT[word]) for word in one.what)


def capital(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def heading_of(strategy: Strategy, noun: type[Noun]) -> str:
    """What the differences of a noun stand under."""
    return tr("Document information") if noun is Card else noun_label_plural(strategy, noun)


def name(old: Strategy, new: Strategy, one: Difference) -> str:
    """What a thing is called where it is, or last was."""
    return caption(new if one.new else old, one.thing)


def fields(strategy: Strategy, one: Difference) -> Sequence[str]:
    """The labels of what differs in a thing."""
    noun = type(one.thing)
    return [field_label(strategy, noun, changed.field) for changed in one.fields]


def pieces(old: Strategy, new: Strategy, changed: Changed) -> list[Piece]:
    """A field's two values as one text, word by word."""
    field = changed.field
    before = "" if changed.old is None else shown(old, field, changed.old)
    after = "" if changed.new is None else shown(new, field, changed.new)
    if field.kind is Kind.FLAG:  # what is not is said too: it is what changed
        before, after = (_flag(value) for value in (changed.old, changed.new))
    return differences(before, after, prose=field.kind is Kind.PROSE)


def whereabouts(old: Strategy, new: Strategy, one: Difference) -> list[str]:
    """Where a thing that has moved stood before, and where it stands now."""
    if not one.moved or one.old is None or one.new is None:
        return []
    id, noun = one.thing.id, type(one.thing)
    return [
        tr("Before: {place}", place=_place(old, spots(old, noun)[id])),
        tr("Now: {place}", place=_place(new, spots(new, noun)[id])),
    ]


def _place(strategy: Strategy, found: Spot) -> str:
    behind = (
        tr("behind ”{name}”", name=caption(strategy, found.before)) if found.before else tr("first")
    )
    if found.parent is None:
        return behind
    return tr("under ”{name}”, {where}", name=caption(strategy, found.parent), where=behind)


def _flag(value: bool | None) -> str:
    return "" if value is None else tr("Yes") if value else tr("No")
