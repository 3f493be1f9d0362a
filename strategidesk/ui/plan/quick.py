"""The quick filters over the plan: what each shows, and how many."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from strategidesk.desk.remaining import lacks, waits
from strategidesk.language import mark
from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy


@dataclass(frozen=True)
class QuickFilter:
    """One of them; `only` is None where it shows everything."""

    key: str
    label: str  # English, with a place for the count
    only: Callable[[Noun], bool] | None

    def finds(self, things: Iterable[Noun]) -> bool:
        """Whether it shows any of these."""
        return any(self.only is None or self.only(thing) for thing in things)


def _not_started(thing: Noun) -> bool:
    return isinstance(thing, Activity) and thing.status == "not_started"


def _of_unit(unit: Id, thing: Noun) -> bool:
    return isinstance(thing, Activity) and thing.unit == unit


def _lacks_something(thing: Noun) -> bool:
    return isinstance(thing, Activity) and bool(lacks(thing))


def unit_of(strategy: Strategy, author: str, named: str = "") -> Id | None:
    """The unit of the member with the user's name, else the one that is called what the user has
    `named` as theirs; None where there is neither."""
    name, sought = _plain(author), _plain(named)
    own = (one.unit for one in strategy.members if one.unit and _plain(one.name) == name)
    called = (one.id for one in strategy.units if sought and _plain(one.name) == sought)
    return next(own, None) or next(called, None)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _proposed(thing: Noun) -> bool:
    return isinstance(thing, Activity) and waits(thing)


def _declined(thing: Noun) -> bool:
    return isinstance(thing, Activity) and thing.stage == "declined"


_STAGES = (
    QuickFilter("proposed", mark("Proposals {n}"), _proposed),
    QuickFilter("declined", mark("Declined {n}"), _declined),
)


def quick_filters(
    strategy: Strategy, author: str, named: str = "", chosen: str = ""
) -> tuple[QuickFilter, ...]:
    """Those that make sense in this strategy for this user, who has `named` a unit as theirs; the
    one that is `chosen` stays, whether there is something left in it or not."""
    unit = unit_of(strategy, author, named)
    mine = (QuickFilter("mine", mark("My unit {n}"), partial(_of_unit, unit)),) if unit else ()
    return (
        QuickFilter("all", mark("All {n}"), None),
        QuickFilter("not_started", mark("Not started {n}"), _not_started),
        *mine,
        *(one for one in _STAGES if one.key == chosen or one.finds(strategy.activities)),
        QuickFilter("lacking", mark("Lacks something {n}"), _lacks_something),
    )
