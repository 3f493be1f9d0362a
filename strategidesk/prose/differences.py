"""What was added to a text and removed from it, by words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import NamedTuple

from strategidesk.prose.matching import matches
from strategidesk.prose.sentences import sentences
from strategidesk.prose.tokens import NEW_LINE, Token, tokens_of_line, tokens_of_prose


class Kind(Enum):
    """What became of a piece of text."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


class Piece(NamedTuple):
    """A stretch of text of one look (see strategidesk.prose.tokens)."""

    kind: Kind
    text: str
    look: int = 0


@dataclass(slots=True)
class _Spot:
    """What was removed and added at one place, and what stands kept behind it."""

    removed: list[Token]
    added: list[Token]
    kept: list[Token]
    words_removed: int = 0
    words_added: int = 0

    @property
    def size(self) -> int:
        """Words of the longer side of the change; 0 where nothing changed."""
        change = bool(self.removed or self.added)
        return max(self.words_removed, self.words_added, change)


_FEW = 2  # words that are too few to be read alone between two changes


def differences(old: str, new: str, prose: bool = True) -> list[Piece]:
    """The pieces of both texts in reading order, what was removed before what was added.

    Kept and removed pieces together are the old text as a reader sees it, kept and added ones the
    new. `prose`: the texts are in the subset; a word that got another look was removed and added.
    """
    read = tokens_of_prose if prose else tokens_of_line
    return list(_pieces(_compared(read(old), read(new))))


def _compared(old: list[Token], new: list[Token]) -> Iterator[_Spot]:
    """Sentence by sentence, then word by word where sentences differ."""
    parts, parts_new = _sentences(old), _sentences(new)
    alike = matches([_worded(part) for part in parts], [_worded(part) for part in parts_new])
    at, at_new = 0, 0
    for here, here_new in [*alike, (len(parts), len(parts_new))]:
        if at < here or at_new < here_new:
            yield from _by_words(_flat(parts[at:here]), _flat(parts_new[at_new:here_new]))
        if here < len(parts) and parts[here] == parts_new[here_new]:
            yield _Spot([], [], parts[here])
        elif here < len(parts):
            yield from _by_words(parts[here], parts_new[here_new])
        at, at_new = here + 1, here_new + 1


def extent(old: str, new: str) -> int:
    """How many sentences of a text in the subset are other ones, on the side that has more."""
    parts, parts_new = (
        [_worded(part) for part in _sentences(tokens_of_prose(text))] for text in (old, new)
    )
    same = len(matches(parts, parts_new))
    return max(len(parts), len(parts_new)) - same


def _sentences(tokens: list[Token]) -> list[list[Token]]:
    """The sentences, each with the blanks and the end of line behind it."""
    found: list[list[Token]] = []
    at, read, end = 0, 0, 0
    for sentence in sentences("".join([token.text for token in tokens])):
        end += len(sentence)
        begun = at
        while at < len(tokens) and read < end:
            read += len(tokens[at].text)
            at += 1
        if found and sentence.isspace():
            found[-1].extend(tokens[begun:at])
        elif at > begun:
            found.append(tokens[begun:at])
    return found


def _worded(sentence: list[Token]) -> tuple[Token, ...]:
    """A sentence without the blanks behind it."""
    end = len(sentence)
    while end and sentence[end - 1].text.isspace():
        end -= 1
    return tuple(sentence[:end])


def _flat(parts: list[list[Token]]) -> list[Token]:
    return [token for part in parts for token in part]


def _by_words(old: list[Token], new: list[Token]) -> list[_Spot]:
    spots: list[_Spot] = []
    at, at_new = 0, 0
    for here, here_new in [*matches(old, new), (len(old), len(new))]:
        kept = old[here : here + 1]
        if at == here and at_new == here_new and spots:
            spots[-1].kept += kept
        else:
            removed, added = old[at:here], new[at_new:here_new]
            spots.append(_Spot(removed, added, kept, _words(removed), _words(added)))
        at, at_new = here + 1, here_new + 1
    return _without_crumbs(spots)


def _without_crumbs(spots: list[_Spot]) -> list[_Spot]:
    """Kept words that are few beside the changes around them become part of the change."""
    found: list[_Spot] = []
    for spot in spots:
        found.append(spot)
        while len(found) > 1 and _is_crumb(found[-2], found[-1]):
            after = found.pop()
            _absorb(found[-1], after)
    return found


def _absorb(spot: _Spot, after: _Spot) -> None:
    """Make two changes and what stands between them one change."""
    words = _words(spot.kept)
    spot.words_removed += words + after.words_removed
    spot.words_added += words + after.words_added
    spot.removed += spot.kept + after.removed
    spot.added += spot.kept + after.added
    spot.kept = after.kept


def _is_crumb(before: _Spot, after: _Spot) -> bool:
    """Whether what stands kept between two changes is too little to be read alone."""
    least = min(before.size, after.size)
    if not least or any(token.text == NEW_LINE for token in before.kept):
        return False
    words = _words(before.kept)
    return words == 0 or (words <= _FEW and words < least) or words * 2 <= least


def _words(tokens: list[Token]) -> int:
    return sum([token.text[0].isalnum() for token in tokens])


def _pieces(spots: Iterable[_Spot]) -> Iterator[Piece]:
    runs = (
        (kind, token.look, token.text)
        for spot in spots
        for kind, tokens in (
            (Kind.REMOVED, spot.removed),
            (Kind.ADDED, spot.added),
            (Kind.KEPT, spot.kept),
        )
        for token in tokens
    )
    for (kind, look), group in groupby(runs, key=lambda run: run[:2]):
        yield Piece(kind, "".join([text for _, _, text in group]), look)
