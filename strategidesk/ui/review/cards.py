"""What every question has: whose wording it is, what it changed, what stood there."""

from typing import Any

from strategidesk.desk.reviewing import text_of
from strategidesk.history.items import Item, Option
from strategidesk.language import tr
from strategidesk.model.fields import Field, Mistake, from_json
from strategidesk.model.fields import Kind as FieldKind
from strategidesk.model.strategy import Strategy
from strategidesk.prose.differences import Kind, Piece, differences
from strategidesk.ui.review.nouns import choose_whose
from strategidesk.ui.words import NONE, shown

_LONG, _REST = 320, 120  # letters of a stretch that nobody changed, and what is left of it


def unchanged(text: str, prose: bool = True) -> tuple[Piece, ...]:
    """A text as it is."""
    return tuple(differences(text, text, prose))


def changed(old: str, new: str, prose: bool = True) -> tuple[Piece, ...]:
    """What became of a text; long stretches that nobody changed are left out in the middle."""
    found = differences(old, new, prose)
    last = len(found) - 1
    return tuple(
        _shortened(piece, at > 0, at < last) if piece.kind is Kind.KEPT else piece
        for at, piece in enumerate(found)
    )


def _shortened(piece: Piece, before: bool, behind: bool) -> Piece:
    text = piece.text
    if len(text) <= _LONG:
        return piece
    head = text[:_REST].rsplit(" ", 1)[0] + " … " if before else "… "
    tail = text[-_REST:].split(" ", 1)[-1] if behind else ""
    return piece._replace(text=head + tail)


def beginning(text: str) -> tuple[Piece, ...]:
    """A text as it is, cut where it is long."""
    found: list[Piece] = []
    room = _LONG
    for piece in unchanged(text):
        if len(piece.text) > room:
            found.append(piece._replace(text=piece.text[:room].rsplit(" ", 1)[0] + " …"))
            break
        found.append(piece)
        room -= len(piece.text)
    return tuple(found)


def nothing(text: str) -> str:
    """What stands in the place of a text that has no words; else nothing."""
    return "" if text.strip() else tr("Nothing stands here.")


def value_words(strategy: Strategy, field: Field, value: Any) -> str:
    """A JSON value as forms word it."""
    if value is None:
        return tr(NONE)
    try:
        given = from_json(field, value)
    except Mistake:  # of a newer program
        return text_of(value)
    if field.kind is FieldKind.FLAG:
        return tr("Yes") if given else tr("No")
    return shown(strategy, field, given) or tr(NONE)


def buttons(options: tuple[Option, ...]) -> list[str]:
    """What chooses each of several wordings: first names, where they tell the people apart."""
    first = [option.author.split()[0] if option.author.split() else "" for option in options]
    if len(set(first)) < len(first):
        return [choose_whose(option.author) for option in options]
    return [choose_whose(name) for name in first]


def authors(item: Item) -> list[str]:
    """Everybody who wrote one of the values."""
    return [option.author for option in item.options]
