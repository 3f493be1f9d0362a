"""What one unit does in one year: the part of the plan that its own plan and budget begin from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from strategidesk.model.fields import Id
from strategidesk.model.people import Unit
from strategidesk.model.places import parent_of
from strategidesk.model.plan import Activity
from strategidesk.model.planning import planned
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.model.years import goes_on, outlasts, spans

NO_UNIT = Id("")  # asks for the activities that no unit is responsible for
CANCELLED = "cancelled"
_FIRST_FUNDING = ("inom ram", "tillskott")  # what budgets ask for first


class Entry(NamedTuple):
    """An activity, by its number in the whole plan."""

    number: int
    activity: Activity


class Sum(NamedTuple):
    """What some activities cost together; `missing` of the `total` say no amount."""

    total: int
    missing: int
    amount: Decimal


@dataclass(frozen=True)
class Share:
    """What one unit does itself (`unit` is None: what no unit does). `depth` is 0 at the top."""

    unit: Unit | None
    depth: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Extract:
    """The accepted activities of a unit with those under it, or of all, in a year or at any time.

    Examples and what was cancelled are left out.
    """

    strategy: Strategy
    unit: Id | None = None  # None: every unit; NO_UNIT: the activities of none
    year: int | None = None

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All of it in the order of the plan."""
        return tuple(
            entry
            for entry in map(Entry._make, enumerate(planned(self.strategy, "full"), 1))
            if self._wanted(entry.activity)
        )

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """Unit by unit, as the units stand; units with nothing of their own lead those below."""
        by_unit: dict[Id | None, list[Entry]] = {}
        for entry in self.entries:
            by_unit.setdefault(self._unit_of(entry.activity), []).append(entry)
        found = [
            Share(unit, depth, tuple(by_unit.get(unit.id, ())))
            for depth, unit in self.strategy.outline(Unit)
            if self._units is None or unit.id in self._units
        ]
        found = _with_something(found)
        if None in by_unit:
            found.append(Share(None, 0, tuple(by_unit[None])))
        return tuple(found)

    @property
    def unit_name(self) -> str:
        """The unit that is asked for; empty where all are."""
        if self.unit is None:
            return ""
        return name_of(self.strategy.get(Unit, self.unit))

    @property
    def name(self) -> str:
        """The year and the unit that are asked for."""
        return " ".join(filter(None, (str(self.year or ""), self.unit_name)))

    @property
    def title(self) -> str:
        """What the paper is called."""
        text, name = wording().text, self.unit_name
        year = "extract.title" if self.year is None else "extract.title_year"
        title = text(year, year=self.year)
        return text("extract.title_of", title=title, unit=name) if name else title

    def cancelled(self) -> int:
        """How many activities were left out because they are cancelled."""
        return sum(
            activity.status == CANCELLED and self._asked_for(activity)
            for activity in planned(self.strategy, "full")
        )

    @cached_property
    def _units(self) -> frozenset[Id] | None:
        """The unit that is asked for and those under it; None where all are."""
        if self.unit is None:
            return None
        inside = {self.unit} - {NO_UNIT}
        for unit in self.strategy.units:  # depth-first: a parent comes before what is under it
            if parent_of(unit.place) in inside:
                inside.add(unit.id)
        return frozenset(inside)

    @cached_property
    def _known(self) -> frozenset[Id]:
        return frozenset(unit.id for unit in self.strategy.units)

    def _unit_of(self, activity: Activity) -> Id | None:
        return activity.unit if activity.unit in self._known else None

    def _wanted(self, activity: Activity) -> bool:
        return activity.status != CANCELLED and self._asked_for(activity)

    def _asked_for(self, activity: Activity) -> bool:
        if self.year is not None and not goes_on(activity, self.year):
            return False
        unit = self._unit_of(activity)
        if self._units is None:
            return True
        return unit is None if self.unit == NO_UNIT else unit in self._units


def _with_something(shares: Sequence[Share]) -> list[Share]:
    """Those that have activities or stand over one that has, as deep below the first of them."""
    kept: list[Share] = []
    needed = -1
    for share in reversed(shares):
        if share.entries or share.depth < needed:
            kept.append(share)
            needed = share.depth
    kept.reverse()
    top = min((share.depth for share in kept), default=0)
    return [Share(share.unit, share.depth - top, share.entries) for share in kept]


def name_of(unit: Unit | None) -> str:
    """What a unit is called; None stands for no unit."""
    if unit is None:
        return wording().text("extract.no_unit")
    return unit.name.strip() or wording().text("extract.unit_without_name")


def summed(entries: Sequence[Entry]) -> Sum:
    """What the activities cost together."""
    amounts = [entry.activity.budget for entry in entries if entry.activity.budget is not None]
    return Sum(len(entries), len(entries) - len(amounts), sum(amounts, Decimal(0)))


def by_funding(entries: Sequence[Entry]) -> Iterator[tuple[str, Sum]]:
    """The sums of each way of funding, as it is written first; last those that name none."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(" ".join(entry.activity.funding.casefold().split()), []).append(entry)
    for key in sorted(groups, key=_funding_place):
        yield groups[key][0].activity.funding.strip(), summed(groups[key])


def _funding_place(key: str) -> int:
    """Stable: what is not listed keeps the order in which it was met."""
    if not key:
        return len(_FIRST_FUNDING) + 1
    return _FIRST_FUNDING.index(key) if key in _FIRST_FUNDING else len(_FIRST_FUNDING)


def numbers(entries: Sequence[Entry], fits: Callable[[Activity], bool]) -> list[int]:
    """The numbers of the activities that fit."""
    return [entry.number for entry in entries if fits(entry.activity)]


def undated(activity: Activity) -> bool:
    """Whether no year is given, so that the activity counts as one of every year."""
    return not spans(activity)


def unpriced(activity: Activity) -> bool:
    """Whether no amount is given."""
    return activity.budget is None


def longer(year: int) -> Callable[[Activity], bool]:
    """Whether an activity with an amount goes on in other years too, so that it is not all of
    this year's."""
    return lambda activity: activity.budget is not None and outlasts(activity, year)
