"""What two states of a strategy differ in: things added, deleted, moved and changed; what the
program notes for itself is left out.

Things are the same where their ids are, so that the order of writing does not matter, nor in which
period a thing was written.
"""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from strategidesk.model.document import Area, Card, Definition, Hallmark, Section
from strategidesk.model.fields import Field, Id, Kind
from strategidesk.model.noun import Noun, fields_of, is_ordered, place_of, shown_fields
from strategidesk.model.places import parent_of
from strategidesk.model.plan import Activity, Goal, Indicator, IndicatorValue, Link
from strategidesk.model.schema import Schema
from strategidesk.model.strategy import Strategy
from strategidesk.prose.matching import longest_growing

Family = tuple[Id | None, ...]  # what a thing stands under, and what it is part of

ADDED, DELETED, MOVED, CHANGED = "added", "deleted", "moved", "changed"

# the document from its first page to its last; the other nouns follow
_DOCUMENT: tuple[type[Noun], ...] = (
    Card, Section, Area, Hallmark, Definition, Activity, Indicator, IndicatorValue, Goal, Link,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Changed:
    """A field's two Python values; None on the side where the thing is not there at all."""

    field: Field
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not on both sides what it is on the other. `fields` as declared."""

    old: Noun | None
    new: Noun | None
    moved: bool = False
    fields: tuple[Changed, ...] = ()

    @property
    def thing(self) -> Noun:
        """The thing as it is now, or as it last was."""
        thing = self.new or self.old
        assert thing is not None
        return thing

    @property
    def what(self) -> tuple[str, ...]:
        """ADDED or DELETED alone, or MOVED, CHANGED or both."""
        if self.old is None or self.new is None:
            return (ADDED,) if self.old is None else (DELETED,)
        return (MOVED,) * self.moved + (CHANGED,) * bool(self.fields)


@dataclass(frozen=True, slots=True)
class Group:
    """The differences of one noun's things, in document order; what was deleted stands behind what
    stood before it."""

    noun: type[Noun]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states and their differences: the card, the sections, then as the document goes on."""

    old: Strategy
    new: Strategy
    groups: tuple[Group, ...]

    def __bool__(self) -> bool:
        return bool(self.groups)

    @property
    def differences(self) -> Iterator[Difference]:
        """All of them, in order."""
        return (one for group in self.groups for one in group.differences)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a thing stands: under which one of its noun, and behind which (None: first)."""

    parent: Noun | None
    before: Noun | None


def spots(strategy: Strategy, noun: type[Noun]) -> dict[Id, Spot]:
    """Where every thing of a noun stands among what has the same parent and the same owner."""
    family = _family_of(noun)
    last: dict[Family, Noun] = {}
    found: dict[Id, Spot] = {}
    for thing in strategy.all(noun):
        own = family(thing)
        found[thing.id] = Spot(strategy.get(noun, own[0]), last.get(own))
        last[own] = thing
    return found


def compare(old: Strategy, new: Strategy) -> Comparison:
    """What changed from the one to the other."""
    groups = (Group(noun, tuple(_differences(old, new, noun))) for noun in _nouns(new.schema))
    return Comparison(old, new, tuple(group for group in groups if group.differences))


def _nouns(schema: Schema) -> list[type[Noun]]:
    first = [noun for noun in _DOCUMENT if noun in schema.nouns]
    rest = [noun for noun in schema.nouns if noun not in first]
    return first + [noun for noun in rest if not noun.meta.noted]


def _differences(old: Strategy, new: Strategy, noun: type[Noun]) -> Iterator[Difference]:
    before, after = old.all(noun), new.all(noun)
    reader = _Reader(noun)
    if noun.meta.single and before and after:  # there is one, whatever its id
        changed = reader.changed(before[0], after[0])
        if changed:
            yield Difference(before[0], after[0], fields=changed)
        return
    were, are = {one.id: one for one in before}, {one.id: one for one in after}
    moved = _moved(noun, before, after, were) if is_ordered(noun) else frozenset()
    gone = _gone(before, are)
    yield from (Difference(one, None, fields=reader.changed(one, None)) for one in gone[None])
    for thing in after:
        was = were.get(thing.id)
        changed = reader.changed(was, thing)
        if changed or was is None or thing.id in moved:
            yield Difference(was, thing, thing.id in moved, changed)
        for one in gone.get(thing.id, ()):
            yield Difference(one, None, fields=reader.changed(one, None))


def _gone(before: Sequence[Noun], are: Container[Id]) -> dict[Id | None, list[Noun]]:
    """What is there no more, under what stood before it and still stands (None: nothing did)."""
    gone: dict[Id | None, list[Noun]] = {None: []}
    last: Id | None = None
    for thing in before:
        if thing.id in are:
            last = thing.id
        else:
            gone.setdefault(last, []).append(thing)
    return gone


class _Reader:
    """Finds the fields in which two things of a noun differ; all at once where none does."""

    def __init__(self, noun: type[Noun]) -> None:
        self._fields = shown_fields(noun)
        self._values: Callable[[Noun], tuple[Any, ...]] = attrgetter(
            *(field.attribute for field in self._fields)
        )
        self._none = tuple(field.default for field in self._fields)

    def changed(self, old: Noun | None, new: Noun | None) -> tuple[Changed, ...]:
        """None stands for a thing that is not there: all that the other says is changed."""
        was = self._values(old) if old else self._none
        now = self._values(new) if new else self._none
        if was == now:
            return ()
        both = zip(self._fields, was, now, strict=True)
        return tuple(
            Changed(field, before if old else None, after if new else None)
            for field, before, after in both
            if before != after
        )


def _family_of(noun: type[Noun]) -> Callable[[Noun], Family]:
    """What tells what a thing stands under: its parent (None at the root), and what it is part
    of."""
    owners = [f.attribute for f in fields_of(noun).values() if f.owned and f.kind is Kind.REFERENCE]

    def family(thing: Noun) -> Family:
        parent = parent_of(place_of(thing)) if noun.meta.tree else None
        return (parent, *(getattr(thing, name) for name in owners))

    return family


def _moved(
    noun: type[Noun],
    before: Sequence[Noun],
    after: Sequence[Noun],
    were: Mapping[Id, Noun],
) -> frozenset[Id]:
    """The fewest things whose moves make the one order out of the other.

    What has another parent has moved; among those that have the same, all but the longest run that
    keeps its order. What belongs to another thing now has changed and stands elsewhere by that.
    """
    moved: set[Id] = set()
    places = {thing.id: number for number, thing in enumerate(before)}
    runs: dict[Family, list[Id]] = {}
    family = _family_of(noun)
    for thing in after:
        was = were.get(thing.id)
        if was is None:
            continue
        now, then = family(thing), family(was)
        if now == then:
            runs.setdefault(now, []).append(thing.id)
        elif now[0] != then[0]:
            moved.add(thing.id)
    for ids in runs.values():
        kept = longest_growing([(number, places[id]) for number, id in enumerate(ids)])
        if len(kept) < len(ids):
            stay = {ids[number] for number, _ in kept}
            moved.update(id for id in ids if id not in stay)
    return frozenset(moved)
