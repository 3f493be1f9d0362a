"""The activity plan as a table: which activities stand in it, and its columns."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from strategidesk.model import labels
from strategidesk.model.document import Area, Hallmark
from strategidesk.model.people import Unit
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.prose.plain import plain
from strategidesk.word.flow import Flow
from strategidesk.word.fragments import choice, number, span, together
from strategidesk.word.tables import Column, shown

Form = Literal["compact", "full"]

_ACTIVITY = 3  # the place of the activity among the full plan's columns
_ALWAYS = frozenset({0, _ACTIVITY})
_ROOMY = 9  # so many columns take the usual text size


class Row(NamedTuple):
    """An activity of the plan with its number."""

    number: int
    activity: Activity


def planned(strategy: Strategy, form: Form) -> list[Activity]:
    """The plan's activities in order: no examples, nothing declined, full: no proposals either."""
    left_out = ("declined",) if form == "compact" else ("declined", "proposed")
    return [a for a in strategy.activities if not a.example and a.stage not in left_out]


def who(strategy: Strategy, activity: Activity) -> str:
    """VEM: the responsible in words, else the unit's name."""
    if activity.responsible:
        return activity.responsible
    unit = strategy.get(Unit, activity.unit)
    return unit.name if unit else ""


def when(activity: Activity) -> str:
    """NÄR: the time in words, else start and end."""
    return activity.when or span(activity.start, activity.end)


def add_plan(flow: Flow, strategy: Strategy, form: Form) -> None:
    """The plan's table; nothing where no activity stands in it."""
    activities = planned(strategy, form)
    if not activities:
        return
    if form == "compact":
        columns, rows = _compact(strategy, activities)
        flow.table(columns, rows, wording().text("activity_plan"))
    else:
        _add_full(flow, strategy, activities)


def _compact(
    strategy: Strategy, activities: Sequence[Activity]
) -> tuple[list[Column], list[tuple[str, str, str]]]:
    text = wording().text
    columns = [Column(text("what"), 6), Column(text("when"), 2.5), Column(text("who"), 3.5)]
    return columns, [(a.title, when(a), who(strategy, a)) for a in activities]


def _add_full(flow: Flow, strategy: Strategy, activities: Sequence[Activity]) -> None:
    declared = list(_Cells(strategy).columns())
    every = [
        [cell(row) for _, cell in declared] for row in map(Row._make, enumerate(activities, 1))
    ]
    columns, rows = shown([column for column, _ in declared], every, _ALWAYS)
    style = "Tabelltext" if len(columns) <= _ROOMY else "Tabelltext liten"
    place = columns.index(declared[_ACTIVITY][0])
    for row, activity in zip(rows, activities, strict=True):
        if activity.description:
            row[place] = flow.titled_cell(activity.title, activity.description, style)
    flow.table(columns, rows, wording().text("activity_plan"), style)


class _Cells:
    """What stands in each column of the full plan."""

    def __init__(self, strategy: Strategy) -> None:
        self._strategy = strategy
        self._hallmarks = {h.id: h.title or plain(h.text) for h in strategy.all(Hallmark)}

    def columns(self) -> Iterator[tuple[Column, Callable[[Row], str]]]:
        """Column and cell, in the order that Swedish activity plans print them."""
        text, card = wording().text, self._strategy.card
        hallmarks = labels.hallmarks(card)
        yield Column(text("number"), 1.1), lambda row: str(row.number)
        yield Column(card.area_label, 2.6), self._area
        yield Column(hallmarks, 3.4), self._served
        yield Column(text("activity"), 5), lambda row: row.activity.title
        yield Column(text("expected_result"), 3.6), lambda row: row.activity.expected_result
        yield Column(text("responsible"), 2.6), lambda row: who(self._strategy, row.activity)
        yield Column(text("participants"), 2.6), lambda row: row.activity.participants
        yield Column(text("time"), 2.4), self._time
        yield Column(text("resources"), 2.8), self._resources
        yield Column(text("indicator"), 2.6), lambda row: row.activity.indicator
        yield Column(text("baseline"), 2.2), lambda row: row.activity.baseline
        yield Column(text("target"), 2.2), lambda row: row.activity.target
        yield Column(text("priority"), 2), lambda row: choice(row.activity, "priority")
        yield Column(text("status"), 2.4), lambda row: choice(row.activity, "status")
        yield Column(text("comment"), 3), lambda row: row.activity.comment

    def _area(self, row: Row) -> str:
        area = self._strategy.get(Area, row.activity.area)
        return area.title if area else ""

    def _served(self, row: Row) -> str:
        served = row.activity.hallmarks
        if len(served) > 1:
            chosen = frozenset(served)
            return together((t for id, t in self._hallmarks.items() if id in chosen), "; ")
        return self._hallmarks.get(served[0], "") if served else ""

    def _time(self, row: Row) -> str:
        return together((when(row.activity), row.activity.recurrence))

    def _resources(self, row: Row) -> str:
        activity = row.activity
        budget = activity.budget
        amount = wording().text("currency", amount=number(budget)) if budget is not None else ""
        return together((activity.resources, activity.funding, amount), "; ")
