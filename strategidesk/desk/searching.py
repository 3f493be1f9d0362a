"""Search by words: in commands, and in what the things of a strategy are called.

Each word that is sought must begin a word of the text, or stand inside one, or begin a word of what
the thing answers to besides: the menus of a command, the number of an activity. Case and accents do
not count, but å, ä and ö are letters of their own.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun, title
from strategidesk.model.strategy import Strategy

FIRST = ("section", "activity", "definition")  # groups of things in this order, then the others
PER_GROUP = 6  # lines of one group
PER_MENU = 12  # of one group, where what is sought is only what they answer to besides
_LETTERS = "åäöæø"


@dataclass(frozen=True, slots=True)
class Line:
    """Something that can be found."""

    group: str  # lines of one group stand together
    key: str  # a command's key or a thing's id
    text: str
    folded: str  # as `fold` makes it, with a blank before
    place: str = ""  # where it stands, in the user's language
    keys: str = ""
    also: str = ""  # what it answers to besides, as `folded` is


@dataclass(frozen=True, slots=True)
class Hit:
    """A line that answers, and the parts of its text that do: (start, end)."""

    line: Line
    marks: tuple[tuple[int, int], ...]


class _Plain(dict[int, str]):
    """Each letter as it is compared, known from the first time it is met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter not in _LETTERS:
            letter = unicodedata.normalize("NFD", letter)[0]
        self[code] = letter if letter.isalnum() else " "
        return self[code]


_PLAIN = _Plain()


def fold(text: str) -> str:
    """A text as it is compared: as long as it was, in lower case, without accents and signs."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return small.translate(_PLAIN)


def line(group: str, key: str, text: str, place: str = "", keys: str = "", also: str = "") -> Line:
    """Something that can be found by its text, and by the words that it answers to besides."""
    return Line(group, key, text, f" {fold(text)}", place, keys, f" {fold(also)}" if also else "")


class Titles:
    """What the things of a strategy are called. A strategy's next state costs what has changed."""

    def __init__(self) -> None:
        self._known: dict[Id, tuple[Noun, Line | None]] = {}
        self._strategy: Strategy | None = None
        self._lines: list[Line] = []
        self.numbers: dict[Id, int] = {}  # of the activities, as the plan counts them

    def of(self, strategy: Strategy, activity: str = "") -> list[Line]:
        """A line for everything that has a name, by noun; the group is the entity. An activity
        answers to `activity`, the word for one, and its number."""
        if strategy is not self._strategy:
            known = {id: self._line(thing) for id, thing in strategy.by_id.items()}
            self._known, self._strategy = known, strategy
            order = [*FIRST, *(n for n in strategy.schema.by_entity if n not in FIRST)]
            rank = {entity: number for number, entity in enumerate(order)}
            self.numbers = {one.id: n for n, one in enumerate(strategy.activities, 1)}
            found = [
                replace(one, also=f" {fold(activity)} {number}")
                if (number := self.numbers.get(thing.id))
                else one
                for thing, one in known.values()
                if one is not None
            ]
            self._lines = sorted(found, key=lambda one: rank[one.group])
        return self._lines

    def _line(self, thing: Noun) -> tuple[Noun, Line | None]:
        before = self._known.get(thing.id)
        if before is not None and before[0] is thing:
            return before
        unnamed = thing.meta.single or thing.meta.noted
        name = "" if unnamed else " ".join(title(thing).split())
        return thing, line(thing.meta.entity, thing.id, name) if name else None


def search(
    lines: Iterable[Line], sought: str, recent: Sequence[str] = (), most: int = PER_GROUP
) -> list[Hit]:
    """The lines that answer, by group in the order given: those used recently first, then those
    that begin with what is sought or have it for a number, that have words which do, that hold it,
    and last those that only stand in a menu that does; `most` of a group, `PER_MENU` of the last.

    Where nothing is sought, the recent ones.
    """
    words = fold(sought).split()
    if not words:
        return _recent(lines, recent)
    whole = f" {' '.join(words)}"
    order = {key: number for number, key in enumerate(recent)}
    groups: dict[str, list[list[Line]]] = {}
    found = list(lines)
    for word in words:
        found = [one for one in found if word in one.folded or f" {word}" in one.also]
    for one in found:
        ranks = groups.setdefault(one.group, [[], [], [], [], []])
        ranks[0 if one.key in order else _rank(one, whole, words)].append(one)
    hits: list[Hit] = []
    for ranks in groups.values():
        ranks[0].sort(key=lambda one: order[one.key])
        best = [*islice(chain.from_iterable(ranks[:-1]), most)]
        if len(best) < most:
            best += ranks[-1][: PER_MENU - len(best)]
        hits += (Hit(one, _marks(one.folded, words)) for one in best)
    return hits


def _rank(one: Line, whole: str, words: list[str]) -> int:
    folded = one.folded
    numbered = whole[-1].isdigit() and one.also.endswith(whole)
    if folded.startswith(whole) or numbered:
        return 1
    if any(word not in folded for word in words):
        return 4
    return 2 if whole in folded or all(f" {word}" in folded for word in words) else 3


def _recent(lines: Iterable[Line], recent: Sequence[str]) -> list[Hit]:
    wanted = set(recent)
    found = {one.key: one for one in lines if one.key in wanted}
    return [Hit(found[key], ()) for key in recent if key in found]


def _marks(folded: str, words: list[str]) -> tuple[tuple[int, int], ...]:
    marks: list[tuple[int, int]] = []
    for word in words:
        if word not in folded:
            continue
        at = folded.find(f" {word}")
        at = folded.find(word) - 1 if at < 0 else at  # `folded` has a blank before the text
        marks.append((at, at + len(word)))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
