"""What a change did to a text, as pieces to show."""

from strategidesk.history.revision import EXISTS
from strategidesk.history.timeline import Entry
from strategidesk.model.fields import Kind as FieldKind
from strategidesk.model.noun import shown_fields
from strategidesk.prose.differences import Kind, Piece, differences
from strategidesk.prose.tokens import BOLD
from strategidesk.ui.history.words import Namer
from strategidesk.ui.words import field_label

CHANGES, BEFORE, AFTER = "changes", "before", "after"


def pieces(namer: Namer, entry: Entry, side: str) -> list[Piece]:
    """The wording before, after, or both as one; none for what is no wording."""
    field = namer.field(entry)
    if entry.field == EXISTS:
        return _first(namer, entry) if side != BEFORE else []
    if field is None or field.kind is FieldKind.PLACE:
        return []
    before, after = namer.shown(field, entry.before), namer.shown(field, entry.value)
    prose = field.kind is FieldKind.PROSE
    if side == CHANGES:
        return differences(before, after, prose)
    text = before if side == BEFORE else after
    return differences(text, text, prose)


def _first(namer: Namer, entry: Entry) -> list[Piece]:
    """The values that a new thing got, each under its field's name."""
    found: list[Piece] = []
    noun = namer.noun(entry)
    for field in shown_fields(noun):
        given = (entry.values or {}).get(field.name)
        text = namer.shown(field, given)
        if given in (None, "", [], False) or not text:
            continue
        label = field_label(namer.strategy, noun, field)
        start = "\n" if found else ""
        found.append(Piece(Kind.KEPT, f"{start}{label}: ", BOLD))
        found += differences("", text, field.kind is FieldKind.PROSE)
    return found
