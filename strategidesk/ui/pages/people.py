"""The page of the workgroup and the units: two tables, and the form of what is chosen in one."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.language import mark, tr
from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun, place_of
from strategidesk.model.people import Member, Unit
from strategidesk.model.places import parent_of
from strategidesk.model.strategy import Strategy
from strategidesk.ui.forms.form import Form
from strategidesk.ui.pages import arranging
from strategidesk.ui.pages.beside import Beside
from strategidesk.ui.pages.detail import Detail
from strategidesk.ui.pages.makings import makings_of
from strategidesk.ui.pages.page import Making, Page
from strategidesk.ui.pages.table import Place, Register
from strategidesk.ui.people.owned import OwnedSections
from strategidesk.ui.people.register_table import RegisterTable
from strategidesk.ui.tables.column import Column, all_names, columns_of
from strategidesk.ui.words import noun_label, target_caption
from strategidesk.ui.work import Work

_WORDS = {  # English: the table's title, and what its last row says
    "member": (mark("Workgroup"), mark("New member: write here")),
    "unit": (mark("Units"), mark("New unit: write here")),
}
_SHARES = {"name": 20.0, "email": 18.0}
_SHARE = 15.0


class PeoplePage(Page):
    """Everything is edited in the tables or in the form beside them."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self.tables = tuple(_table(work, one) for one in place.registers)
        self._here = self.tables[0]  # the one that the user is on
        self.detail = Detail(work, "")
        self.owned = OwnedSections()
        self._lay_out()
        self.owned.wanted.connect(lambda id: self.wanted.emit("text", id))
        self.detail.formed.connect(self._formed)
        self.detail.moved.connect(self.move_by)
        self.detail.removed.connect(self.remove)
        for one in self.tables:
            one.entered.connect(lambda one=one: self._enter(one))
            one.table.removed.connect(self.removed)
            if one.table.rows.ids:
                one.table.choose(one.table.rows.ids[0])
        self._enter(self.tables[0])

    def _lay_out(self) -> None:
        stack = QSplitter(Qt.Orientation.Vertical)
        stack.setHandleWidth(1)
        stack.setChildrenCollapsible(False)
        for one in self.tables:
            stack.addWidget(one)
        self.beside = Beside(stack, self.detail)
        self.tables[0].bar.addWidget(self.beside.turner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.beside)

    # what is shown

    def _enter(self, table: RegisterTable) -> None:
        self._here = table
        self._show()

    def _show(self) -> None:
        here = self._here.table.current()
        if here is not None and here in self.work.strategy.by_id:
            self.detail.show_thing(here)
        else:
            self.detail.show_nothing(tr("The one that you choose is shown here."))
        self._show_owned()
        self.state_changed.emit()

    def _formed(self, form: Form) -> None:
        if form.noun is Member:
            form.add_below(self.owned)

    def _show_owned(self) -> None:
        form = self.detail.form
        if form is not None and form.noun is Member and form.thing is not None:
            self.owned.show_member(self.work.strategy, form.thing)

    def refresh(self, changes: ChangeSet) -> None:
        for one in self.tables:
            one.refresh(changes)
        self.detail.refresh(changes)
        form = self.detail.form
        shown = form.thing if form is not None else None
        if shown != self._here.table.current():
            self._show()
        elif "section" in changes.nouns:
            self._show_owned()
        self.state_changed.emit()

    # what can be done

    def makings(self) -> tuple[Making, ...]:
        return tuple(makings_of(self.work, self.place))

    def make(self, entity: str) -> None:
        if not self.work.read_only and self.commit():
            for one in self.tables:
                if one.entity == entity:
                    one.table.start_new_row()

    def make_usual(self) -> None:
        self.make(self._here.entity)

    def commit(self) -> bool:
        done = [one.table.commit() for one in self.tables]
        return all(done) and self.detail.commit()

    def remove(self) -> None:
        if not self.work.read_only:
            self.detail.commit()
            self._here.table.remove_rows()

    def move_by(self, step: int) -> None:
        if not self.work.read_only and self.detail.commit():
            self._here.table.move_by(step)

    def change_level(self, step: int) -> None:
        here = self._here.table.current()
        if here is None or self.work.read_only or not self.commit():
            return
        strategy = self.work.strategy
        step_label = tr("move {thing}", thing=noun_label(strategy, type(strategy.by_id[here])))
        command = arranging.level(strategy, here, step, step_label)
        if command is not None:
            self.work.run(command)

    def has_chosen(self) -> bool:
        return self._here.table.current() is not None

    def show_thing(self, id: Id) -> bool:
        return any(self._choose(one, id) for one in self.tables)

    def _choose(self, table: RegisterTable, id: Id) -> bool:
        found = table.table.choose(id)
        if found:
            self._enter(table)
        return found

    def focus_field(self, name: str) -> None:
        if self.detail.form is not None:
            self.beside.show_form()
            self.detail.form.focus_field(name)

    def stops(self) -> tuple[QWidget, ...]:
        form = self.detail.form
        grids = tuple(one.table.grid for one in self.tables)
        return (*grids, *((form.rows[0].editor,) if form is not None else ()))


def _table(work: Work, register: Register) -> RegisterTable:
    entity = register.main.entity
    title, new = _WORDS[entity]
    columns = _columns(work.strategy, entity)
    return RegisterTable(work, columns, entity, tr(title), tr(new), tr(register.empty))


def _columns(strategy: Strategy, entity: str) -> tuple[Column, ...]:
    every = columns_of(strategy, entity, all_names(strategy.schema, entity))
    first, *others = (replace(one, width_share=_SHARES.get(one.name, _SHARE)) for one in every)
    if strategy.schema.by_entity[entity] is Unit:
        return (first, Column("parent", tr("Part of"), _above, _SHARE, editable=False), *others)
    return (first, *others)


def _above(strategy: Strategy, thing: Noun) -> str:
    return target_caption(strategy, parent_of(place_of(thing)))
