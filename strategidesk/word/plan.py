"""The activity plan as a table: which activities stand in it, and its columns."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from strategidesk.model import labels
from strategidesk.model.document import Area, Hallmark
from strategidesk.model.plan import Activity
from strategidesk.model.planning import Form, planned
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.prose.plain import plain
from strategidesk.word.flow import Flow
from strategidesk.word.fragments import choice, number, span, together
from strategidesk.word.tables import shown

_ALWAYS = frozenset({0, 3})  # number and activity stay where they are empty


class Row(NamedTuple):
    """An activity of the plan with its number."""

    number: int
    activity: Activity


def responsibles(strategy: Strategy) -> Callable[[Activity], str]:
    """VEM of any activity: the responsible in words, else the unit's name."""
    units = {unit.id: unit.name for unit in strategy.units}
    return lambda activity: (
        activity.responsible or (units.get(activity.unit, "") if activity.unit else "")
    )


def when(activity: Activity) -> str:
    """NÄR: the time in words, else start and end."""
    return activity.when or span(activity.start, activity.end)


def add_plan(flow: Flow, strategy: Strategy, form: Form) -> None:
    """The plan's table; nothing where no activity stands in it."""
    activities = planned(strategy, form)
    if not activities:
        return
    text = wording().text
    if form == "compact":
        titles = [text("what"), text("when"), text("who")]
        who = responsibles(strategy)
        rows = [(a.title, when(a), who(a)) for a in activities]
        flow.table(titles, rows, text("activity_plan"))
    else:
        columns = list(_Cells(flow, strategy).columns())
        every = [
            [cell(row) for _, cell in columns] for row in map(Row._make, enumerate(activities, 1))
        ]
        flow.table(*shown([title for title, _ in columns], every, _ALWAYS), text("activity_plan"))


class _Cells:
    """What stands in each column of the full plan."""

    def __init__(self, flow: Flow, strategy: Strategy) -> None:
        self._flow = flow
        self._strategy = strategy
        self._hallmarks = {h.id: h.title or plain(h.text) for h in strategy.all(Hallmark)}

    def columns(self) -> Iterator[tuple[str, Callable[[Row], str]]]:
        """Column and cell, in the order that Swedish activity plans print them."""
        text, card = wording().text, self._strategy.card
        who = responsibles(self._strategy)
        yield text("number"), lambda row: str(row.number)
        yield labels.column(card, "area_label"), self._area
        yield labels.hallmarks_column(card), self._served
        yield text("activity"), self._activity
        yield text("expected_result"), lambda row: row.activity.expected_result
        yield text("responsible"), lambda row: who(row.activity)
        yield text("participants"), lambda row: row.activity.participants
        yield text("time"), self._time
        yield text("resources"), self._resources
        yield text("indicator"), lambda row: row.activity.indicator
        yield text("baseline"), lambda row: row.activity.baseline
        yield text("target"), lambda row: row.activity.target
        yield text("priority"), lambda row: choice(row.activity, "priority")
        yield text("status"), lambda row: choice(row.activity, "status")
        yield text("comment"), lambda row: row.activity.comment

    def _area(self, row: Row) -> str:
        area = self._strategy.get(Area, row.activity.area)
        return area.title if area else ""

    def _served(self, row: Row) -> str:
        served = row.activity.hallmarks
        if len(served) > 1:
            chosen = frozenset(served)
            return together((t for id, t in self._hallmarks.items() if id in chosen), "; ")
        return self._hallmarks.get(served[0], "") if served else ""

    def _activity(self, row: Row) -> str:
        activity = row.activity
        if not activity.description:
            return activity.title
        return self._flow.titled_cell(activity.title, activity.description)

    def _time(self, row: Row) -> str:
        return together((when(row.activity), row.activity.recurrence))

    def _resources(self, row: Row) -> str:
        activity = row.activity
        budget = activity.budget
        amount = wording().text("currency", amount=number(budget)) if budget is not None else ""
        return together((activity.resources, activity.funding, amount), "; ")
