"""A page of registers as tables: everything is edited in place or in the form beside."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.ui.pages import arranging
from strategidesk.ui.pages.beside import NARROW, PANEL, Beside
from strategidesk.ui.pages.detail import Detail
from strategidesk.ui.pages.makings import makings_of
from strategidesk.ui.pages.page import Making, Page
from strategidesk.ui.pages.table import Place
from strategidesk.ui.tables.register_table import RegisterTable
from strategidesk.ui.words import noun_label
from strategidesk.ui.work import Work


class TabledPage(Page):
    """One table or several, and the form of what is chosen in the one that the user is on.

    Subclasses may put something around the form (`side`) and follow what it shows (`told`).
    """

    side_width = PANEL  # logical pixels, until the user gives it another width
    narrow = NARROW  # logical pixels, under which the side has a button

    def __init__(self, work: Work, place: Place, tables: tuple[RegisterTable, ...]) -> None:
        super().__init__(work, place)
        self.tables = tables
        self._here = tables[0]  # the one that the user is on
        self.detail = Detail(work, "")
        self._lay_out()
        self.detail.moved.connect(self.move_by)
        self.detail.removed.connect(self.remove)
        for one in tables:
            one.entered.connect(lambda one=one: self._enter(one))
            one.table.removed.connect(self.removed)
            if one.table.rows.ids:
                one.table.choose(one.table.rows.ids[0])
        self._enter(tables[0])

    def _lay_out(self) -> None:
        stack = QSplitter(Qt.Orientation.Vertical)
        stack.setHandleWidth(1)
        stack.setChildrenCollapsible(False)
        for one in self.tables:
            stack.addWidget(one)
        memory, key = self.work.memory, f"{self.place.key}.side"
        self.beside = Beside(stack, self.side(), memory, key, self.side_width, self.narrow)
        self.tables[0].bar.addWidget(self.beside.turner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.beside, 1)

    def side(self) -> QWidget:
        """What stands beside the tables."""
        return self.detail

    def subject(self) -> Id | None:
        """What the form is to show; None where there is nothing."""
        here = self._here.table.current()
        return here if here in self.work.strategy.by_id else None

    def told(self) -> None:
        """What the form shows is another, or has changed."""

    # what is shown

    def _enter(self, table: RegisterTable) -> None:
        self._here = table
        self.show_subject()

    def show_subject(self) -> None:
        """Show in the form what it is to show now."""
        subject = self.subject()
        if subject is not None:
            self.detail.show_thing(subject)
        else:
            words = self._here.empty_words or tr("The one that you choose is shown here.")
            self.detail.show_nothing(words)
        self.told()
        self.state_changed.emit()

    def refresh(self, changes: ChangeSet) -> None:
        for one in self.tables:
            one.refresh(changes)
        self.detail.refresh(changes)
        form = self.detail.form
        if (form.thing if form is not None else None) != self.subject():
            self.show_subject()
        else:
            self.told()
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
