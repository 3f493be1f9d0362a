"""Several people's versions of one text, put together sentence by sentence.

A text is taken apart into sentences and line breaks; what each version changed are stretches of
the text that all began from. Stretches of several versions that overlap or touch are looked at
together: where all say the same it is taken, else a person must choose. So no sentence is ever made
of two people's words, and words like "not" cannot wander. The rule for stretches follows Khanna,
Kunal and Pierce, "A Formal Investigation of Diff3" (2007); that touching ones count too is ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from strategidesk.prose.matching import matches
from strategidesk.prose.sentences import sentences


class Region(NamedTuple):
    """A stretch that a person must settle: what all began from, and what each version has there."""

    base: str
    texts: tuple[str, ...]  # one for each version, in the order in which they were given
    moved: bool  # whether a version has elsewhere what it took away here


@dataclass(frozen=True)
class Merged:
    """What becomes of the text: stretches that are settled, and those that are not, in order."""

    parts: tuple[str | Region, ...]

    @property
    def regions(self) -> tuple[Region, ...]:
        """The stretches that a person must settle."""
        return tuple(part for part in self.parts if isinstance(part, Region))

    @property
    def text(self) -> str | None:
        """The whole text; None where a person must settle some of it."""
        settled = [part for part in self.parts if isinstance(part, str)]
        return "".join(settled) if len(settled) == len(self.parts) else None

    def with_choices(self, texts: Sequence[str]) -> str:
        """The whole text with one text for each region, in order."""
        chosen = iter(texts)
        return "".join(part if isinstance(part, str) else next(chosen) for part in self.parts)


class _Edit(NamedTuple):
    """That a version has other parts where the base has those from `start` and before `end`."""

    start: int
    end: int
    version: int
    parts: tuple[str, ...]


class _Stretch(NamedTuple):
    """A stretch of the base with the edits that overlap or touch there: what each version has, and
    what those have that count."""

    start: int
    end: int
    edits: tuple[_Edit, ...]
    texts: tuple[str, ...]
    heard: tuple[str, ...]


class _Move(NamedTuple):
    """That a version took a sentence from one stretch and put it in another."""

    sentence: str
    version: int
    taken: int
    put: int


def merge(base: str, versions: Sequence[str], all_decided: bool = False) -> Merged:
    """The versions put together, whatever their order.

    `all_decided`: a version that left a stretch as it was wanted it so; otherwise it has no say.
    """
    parts = sentences(base)
    edits = sorted(edit for n, text in enumerate(versions) for edit in _edits(parts, text, n))
    stretches = [_stretch(parts, group, len(versions), all_decided) for group in _touching(edits)]
    moves = _moves(parts, stretches)
    asked = _asked(stretches, moves)
    merged: list[str | Region] = []
    at = 0
    for number, stretch in enumerate(stretches):
        merged.append("".join(parts[at : stretch.start]))
        if number in asked:
            text = "".join(parts[stretch.start : stretch.end])
            moved = any(move.taken == number for move in moves)
            merged.append(Region(text, stretch.texts, moved))
        else:
            merged.append(stretch.heard[0])
        at = stretch.end
    merged.append("".join(parts[at:]))
    return Merged(tuple(part for part in merged if part != ""))


def _edits(parts: Sequence[str], text: str, version: int) -> list[_Edit]:
    own = sentences(text)
    edits = []
    at, at_own = 0, 0
    for here, here_own in [*matches(parts, own), (len(parts), len(own))]:
        if at < here or at_own < here_own:
            edits.append(_Edit(at, here, version, tuple(own[at_own:here_own])))
        at, at_own = here + 1, here_own + 1
    return edits


def _touching(edits: Sequence[_Edit]) -> list[list[_Edit]]:
    groups: list[list[_Edit]] = []
    end = -1
    for edit in edits:
        if groups and edit.start <= end:
            groups[-1].append(edit)
        else:
            groups.append([edit])
        end = max(end, edit.end)
    return groups


def _stretch(
    parts: Sequence[str], group: Sequence[_Edit], versions: int, all_decided: bool
) -> _Stretch:
    start, end = group[0].start, max(edit.end for edit in group)
    texts = tuple(_applied(parts, start, end, group, n) for n in range(versions))
    concerned = sorted({edit.version for edit in group})
    heard = texts if all_decided else tuple(texts[n] for n in concerned)
    return _Stretch(start, end, tuple(group), texts, heard)


def _applied(
    parts: Sequence[str], start: int, end: int, group: Sequence[_Edit], version: int
) -> str:
    """What a version has in a stretch of the base."""
    found: list[str] = []
    at = start
    for edit in group:
        if edit.version == version:
            found += [*parts[at : edit.start], *edit.parts]
            at = edit.end
    return "".join([*found, *parts[at:end]])


def _moves(parts: Sequence[str], stretches: Sequence[_Stretch]) -> list[_Move]:
    """The sentences that a version took from one stretch and has in another."""
    taken: dict[tuple[int, str], int] = {}
    put: list[tuple[int, str, int]] = []
    for number, stretch in enumerate(stretches):
        for edit in stretch.edits:
            for part in parts[edit.start : edit.end]:
                taken[edit.version, part.strip()] = number
            put += [(edit.version, part.strip(), number) for part in edit.parts]
    return [
        _Move(sentence, version, taken[version, sentence], number)
        for version, sentence, number in put
        if sentence and taken.get((version, sentence), number) != number
    ]


def _asked(stretches: Sequence[_Stretch], moves: Sequence[_Move]) -> set[int]:
    """The stretches that a person must settle.

    Those in which versions differ; those to which several versions have moved one sentence, each
    to another; and with one end of a move the other, so that no choice doubles a sentence.
    """
    asked = {number for number, stretch in enumerate(stretches) if len(set(stretch.heard)) > 1}
    places: dict[str, dict[int, set[int]]] = {}
    for move in moves:
        places.setdefault(move.sentence, {}).setdefault(move.version, set()).add(move.put)
    for by_version in places.values():
        first, *others = by_version.values()
        asked |= first.union(*others) - first.intersection(*others)
    while True:
        linked = {end for move in moves if {move.taken, move.put} & asked for end in move[2:]}
        more = {number for number in linked - asked if len(set(stretches[number].texts)) > 1}
        if not more:
            return asked
        asked |= more
