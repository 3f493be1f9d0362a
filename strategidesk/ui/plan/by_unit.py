"""The plan's activities under the units that answer for them."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import Qt, Signal

from strategidesk.language import mark, tr
from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun, fields_of
from strategidesk.model.people import Unit
from strategidesk.model.plan import Activity
from strategidesk.ui.pages.table import Listing, Register
from strategidesk.ui.plan.when import when_of
from strategidesk.ui.things.chips import chip_of, state_word
from strategidesk.ui.things.model import HEADING, Index, Node, ThingsModel
from strategidesk.ui.things.shape import LOOSE, ROOT, Shape
from strategidesk.ui.things.view import ThingsView
from strategidesk.ui.words import shown
from strategidesk.ui.work import Work

_REGISTER = Register(
    Listing("unit", details=("manager",)),
    Listing(
        "activity", details=("status", "when", "area"), by="unit", loose=mark("Without a unit")
    ),
)


class ByUnitModel(ThingsModel):
    """Units that have activities, in the document's order, and last those of no unit."""

    def __init__(self, work: Work) -> None:
        self._only: Collection[Id] = ()
        super().__init__(work, _REGISTER)

    def show_only(self, ids: Collection[Id]) -> None:
        """Show these activities."""
        self._only = ids
        self.settle()

    def shape(self) -> Shape:
        strategy = self._work.strategy
        under: Shape = {}
        for activity in strategy.activities:
            if activity.id in self._only:
                under.setdefault(activity.unit or LOOSE, []).append(activity.id)
        keys = [unit.id for unit in strategy.units if unit.id in under]
        return {**under, ROOT: [*keys, *([LOOSE] if LOOSE in under else [])]}

    def _count(self, key: str) -> str:
        row = self.index_of(key)
        n = self.rowCount(row)
        return tr("{n} activity" if n == 1 else "{n} activities", n=n)

    def _heading(self, node: Node) -> str:
        return f"{super()._heading(node)} ({len(node.children)})"

    def _detail(self, thing: Noun) -> str:
        if isinstance(thing, Unit):
            return self._count(thing.id)
        if not isinstance(thing, Activity):
            return ""
        strategy, fields = self._work.strategy, fields_of(Activity)
        parts = (
            state_word(fields["status"], thing),
            when_of(thing),
            shown(strategy, fields["area"], thing.area),
        )
        return " · ".join(part for part in parts if part)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == HEADING:
            return isinstance(self.thing(index), Unit)
        return super().data(index, role)

    def _chip(self, thing: Noun, column: int) -> Any:
        if not isinstance(thing, Activity):
            return super()._chip(thing, column)
        field = fields_of(Activity)["status"]
        return chip_of(field, thing)


class ByUnit(ThingsView):
    """`picked`: the activities that are selected now, the one in focus first."""

    picked = Signal(list)

    def __init__(self, work: Work) -> None:
        self.things = ByUnitModel(work)
        super().__init__(self.things)
        self._work = work
        self.setAccessibleName(tr("Activities by unit"))
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.tell())

    def tell(self) -> None:
        """Say what is selected."""
        self.picked.emit(self.activities())

    def activities(self) -> list[Id]:
        """The selected activities, the one in focus first."""
        by_id, here = self._work.strategy.by_id, self.current()
        found = [Id(key) for key in self.selected() if isinstance(by_id.get(Id(key)), Activity)]
        return sorted(found, key=lambda id: id != here)

    def show_only(self, ids: Collection[Id]) -> None:
        """Show these activities."""
        self.things.show_only(ids)

    def in_order(self) -> list[Id]:
        """All activities as they stand below each other."""
        shape = self.things.shape()
        return [Id(key) for unit in shape[ROOT] for key in shape[unit]]
