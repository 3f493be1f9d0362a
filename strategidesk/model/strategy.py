"""A whole strategy in memory: immutable, safe to hand to any thread."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from strategidesk.model.document import Area, Card, Definition, Hallmark, Section
from strategidesk.model.fields import Id
from strategidesk.model.lookup import ById
from strategidesk.model.noun import Noun, Ordered
from strategidesk.model.people import Decision, Member, Unit
from strategidesk.model.places import parent_of
from strategidesk.model.plan import Activity, Goal, Indicator, IndicatorValue, Link
from strategidesk.model.schema import Schema

N = TypeVar("N", bound=Noun)
T = TypeVar("T", bound=Ordered)


class Strategy:
    """What is alive in a strategy, per noun and in document order.

    Every reference in it points at something that is in it, and every parent is a living thing
    above its child: whoever makes a Strategy (history.loading) has settled both. Trees come
    depth-first, so that a list is the document's order.
    """

    def __init__(
        self,
        schema: Schema,
        things: Mapping[type[Noun], tuple[Noun, ...]],
        pictures: Mapping[str, bytes] | None = None,
    ) -> None:
        """`things` per noun, in document order; `pictures` by id (the sha256 of their bytes)."""
        self.schema = schema
        self.pictures: Mapping[str, bytes] = pictures or {}
        self._things = dict(things)

    def all(self, noun: type[N]) -> tuple[N, ...]:
        """All things of a noun in document order."""
        return self._things.get(noun, ())  # type: ignore[return-value]

    @cached_property
    def by_id(self) -> ById:
        """Every thing by its id."""
        return ById(self._things)

    def get(self, noun: type[N], id: Id | None) -> N | None:
        """The thing of that noun with that id, if there is one."""
        thing = self.by_id.get(id) if id else None
        return thing if isinstance(thing, noun) else None

    def replace(self, things: Mapping[type[Noun], tuple[Noun, ...]]) -> "Strategy":
        """A strategy in which these nouns' things are others; all else is shared."""
        return Strategy(self.schema, {**self._things, **things}, self.pictures)

    def exchange(self, things: Iterable[Noun]) -> "Strategy":
        """The strategy with each of these in the place of the thing that has its id."""
        lists, by_id = self.by_id.exchange(things)
        after = Strategy(self.schema, lists, self.pictures)
        after.by_id = by_id
        return after

    def illustrated(self, pictures: Mapping[str, bytes]) -> "Strategy":
        """The strategy with these pictures and files beside those that it has."""
        after = Strategy(self.schema, self._things, {**self.pictures, **pictures})
        after.by_id = self.by_id
        return after

    @cached_property
    def card(self) -> Card:
        """The document card; an empty one where the strategy has none."""
        cards = self.all(Card)
        return cards[0] if cards else Card(id=Id(""))

    @property
    def sections(self) -> tuple[Section, ...]:
        return self.all(Section)

    @property
    def areas(self) -> tuple[Area, ...]:
        return self.all(Area)

    @property
    def hallmarks(self) -> tuple[Hallmark, ...]:
        return self.all(Hallmark)

    @property
    def definitions(self) -> tuple[Definition, ...]:
        return self.all(Definition)

    @property
    def units(self) -> tuple[Unit, ...]:
        return self.all(Unit)

    @property
    def members(self) -> tuple[Member, ...]:
        return self.all(Member)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return self.all(Decision)

    @property
    def activities(self) -> tuple[Activity, ...]:
        return self.all(Activity)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return self.all(Indicator)

    @property
    def indicator_values(self) -> tuple[IndicatorValue, ...]:
        return self.all(IndicatorValue)

    @property
    def goals(self) -> tuple[Goal, ...]:
        return self.all(Goal)

    @property
    def links(self) -> tuple[Link, ...]:
        return self.all(Link)

    @cached_property
    def hallmarks_by_area(self) -> dict[Id | None, tuple[Hallmark, ...]]:
        """Hallmarks in order per area; under None the overall ones."""
        return _grouped((hallmark.area, hallmark) for hallmark in self.hallmarks)

    @cached_property
    def activities_by_area(self) -> dict[Id | None, tuple[Activity, ...]]:
        """Activities in order per area; under None those of no area."""
        return _grouped((activity.area, activity) for activity in self.activities)

    @cached_property
    def values_by_indicator(self) -> dict[Id | None, tuple[IndicatorValue, ...]]:
        """Measured values in order per indicator."""
        return _grouped((value.indicator, value) for value in self.indicator_values)

    def outline(self, noun: type[T]) -> Iterator[tuple[int, T]]:
        """A tree noun's things depth-first, each with its depth (0 at the root)."""
        depths: dict[Id, int] = {}
        for thing in self.all(noun):
            parent = parent_of(thing.place)
            depth = depths[thing.id] = depths[parent] + 1 if parent else 0
            yield depth, thing


def _grouped(pairs: Iterable[tuple[Id | None, N]]) -> dict[Id | None, tuple[N, ...]]:
    groups: dict[Id | None, list[N]] = {}
    for key, thing in pairs:
        groups.setdefault(key, []).append(thing)
    return {key: tuple(group) for key, group in groups.items()}


def in_order(things: Iterable[T], tree: bool) -> tuple[T, ...]:
    """Things sorted by place and id; trees depth-first.

    Parents must be among the things or None, and form no cycle.
    """
    ordered = sorted(things, key=lambda thing: (thing.place, thing.id))
    return in_tree(ordered) if tree else tuple(ordered)


def in_tree(ordered: Iterable[Any]) -> tuple[Any, ...]:
    """Ordered things of a tree noun, sorted anew depth-first."""
    children: dict[Id | None, list[Any]] = {}
    for thing in ordered:
        children.setdefault(parent_of(thing.place), []).append(thing)
    walk: list[Any] = []
    waiting = list(reversed(children.get(None, [])))
    while waiting:
        thing = waiting.pop()
        walk.append(thing)
        waiting.extend(reversed(children.get(thing.id, [])))
    return tuple(walk)
