"""The page of the workgroup and the units: two tables, and the form of what is chosen in one."""

from dataclasses import replace

from strategidesk.desk.clock import Clock
from strategidesk.language import mark, tr
from strategidesk.model.noun import Noun, place_of
from strategidesk.model.people import Member, Unit
from strategidesk.model.places import parent_of
from strategidesk.model.strategy import Strategy
from strategidesk.ui.copies.memory import CopyMemory
from strategidesk.ui.forms.form import Form
from strategidesk.ui.pages.table import Place, Register
from strategidesk.ui.pages.tabled import TabledPage
from strategidesk.ui.people.last_copy import LastCopy
from strategidesk.ui.people.owned import OwnedSections
from strategidesk.ui.tables.column import Column, all_names, columns_of
from strategidesk.ui.tables.register_table import RegisterTable
from strategidesk.ui.words import target_caption
from strategidesk.ui.work import Work

_WORDS = {  # English: the table's title, and what its last row says
    "member": (mark("Workgroup"), mark("New member: write here")),
    "unit": (mark("Units"), mark("New unit: write here")),
}
_SHARES = {"name": 20.0, "email": 18.0}
_SHARE = 15.0


class PeoplePage(TabledPage):
    """Under a member's form stands which sections the member answers for, and when working copies
    went and came."""

    def __init__(self, work: Work, place: Place) -> None:
        self._now = Clock()
        self.owned, self.last_copy = OwnedSections(), LastCopy()
        super().__init__(work, place, tuple(_table(work, one) for one in place.registers))
        self.owned.wanted.connect(lambda id: self.wanted.emit("text", id))
        self.detail.formed.connect(self._formed)
        work.exchanged.connect(self.told)
        if self.detail.form is not None:
            self._formed(self.detail.form)

    def _formed(self, form: Form) -> None:
        if form.noun is Member:
            form.add_below(self.owned)
            form.add_below(self.last_copy)

    def told(self) -> None:
        form = self.detail.form
        if form is not None and form.noun is Member and form.thing is not None:
            self.owned.show_member(self.work.strategy, form.thing)
            exchange = CopyMemory(self.work.memory).exchange(form.thing)
            self.last_copy.show_exchange(exchange, self._now())


def _table(work: Work, register: Register) -> RegisterTable:
    entity = register.main.entity
    title, new = _WORDS[entity]
    columns = _columns(work.strategy, entity)
    work.memory.setdefault(entity, {}).setdefault("two_lines", False)
    return RegisterTable(work, columns, entity, tr(title), tr(new), tr(register.empty))


def _columns(strategy: Strategy, entity: str) -> tuple[Column, ...]:
    every = columns_of(strategy, entity, all_names(strategy.schema, entity))
    first, *others = (replace(one, width_share=_SHARES.get(one.name, _SHARE)) for one in every)
    if strategy.schema.by_entity[entity] is Unit:
        return (first, Column("parent", tr("Part of"), _above, _SHARE, editable=False), *others)
    return (first, *others)


def _above(strategy: Strategy, thing: Noun) -> str:
    return target_caption(strategy, parent_of(place_of(thing)))
