"""The page of the activity plan: the table, its quick filters, and the form of the row in focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.ui.pages.detail import Detail
from strategidesk.ui.pages.makings import makings_of
from strategidesk.ui.pages.page import HeaderAct, Making, Page
from strategidesk.ui.pages.table import Place
from strategidesk.ui.parts import button, frame
from strategidesk.ui.plan.quick import QuickFilter, quick_filters
from strategidesk.ui.plan.totals import Totals
from strategidesk.ui.segments import Segments
from strategidesk.ui.tables.column import Column, all_names, columns_of
from strategidesk.ui.tables.table import Table
from strategidesk.ui.work import Work

ENTITY = "activity"
FIRST = ("title", "area", "unit", "when", "status", "indicator")
COMPACT = ("title", "when", "responsible")
PANEL = 380  # logical pixels
NARROW = 900  # under which the form has a button instead of a place of its own
_QUICK = "plan.quick"


class PlanPage(Page):
    """Everything is edited in the table or in the form beside it."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self.quick = Segments(tr("Show"))
        self.totals = Totals()
        self.detail = Detail(work, tr(place.registers[0].empty))
        self.table = Table(
            work,
            self._columns(),
            ENTITY,
            "plan",
            tr("New activity: write here"),
            COMPACT,
            FIRST,
        )
        self._side = frame("column")
        self._form_button = button(tr("Form"), "link", self._turn_form, "card")
        self._form_button.hide()
        self._lay_out()
        self.table.chosen.connect(self._show)
        self.table.removed.connect(self.removed)
        self.quick.chosen.connect(self._show_only)
        self.detail.moved.connect(self.move_by)
        self.detail.removed.connect(self.remove)
        self._count()
        self._show_only(work.memory.get(_QUICK, "all"))
        self._choose_first()

    def _lay_out(self) -> None:
        bar = frame("header")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self.quick)
        row.addStretch(1)
        row.addWidget(self._form_button)
        row.addWidget(self.table.columns_button())
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, stretch in ((bar, 0), (self.table, 1), (self.totals, 0)):
            column.addWidget(part, stretch)
        side = self._side
        inner = QVBoxLayout(side)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.detail)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(side)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([900, PANEL])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _columns(self) -> tuple[Column, ...]:
        strategy = self.work.strategy
        others = [name for name in all_names(strategy.schema, ENTITY) if name not in FIRST]
        return columns_of(strategy, ENTITY, (*FIRST, *others), ("indicator",))

    # what is shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow == self._form_button.isHidden():
            self._form_button.setVisible(narrow)
            self._side.setVisible(not narrow)
            self.totals.hint.setVisible(not narrow)

    def _turn_form(self) -> None:
        """Where there is no room for both: the form instead of the table, or the table again."""
        self._side.setVisible(self._side.isHidden())
        self.totals.setVisible(self._side.isHidden())

    def _filters(self) -> tuple[QuickFilter, ...]:
        return quick_filters(self.work.strategy, self.work.desk.author)

    def _count(self) -> None:
        things = self.work.strategy.activities
        choices = [
            (one.key, tr(one.label, n=sum(one.only is None or one.only(t) for t in things)))
            for one in self._filters()
        ]
        self.quick.show_choices(choices, self.work.memory.get(_QUICK, "all"))
        self.totals.show_strategy(self.work.strategy, self.work.read_only)

    def _show_only(self, key: str) -> None:
        found = {one.key: one.only for one in self._filters()}
        self.work.memory[_QUICK] = key if key in found else "all"
        self.table.set_quick(found.get(key))

    def _choose_first(self) -> None:
        if self.work.strategy.activities:
            self.table.choose(self.work.strategy.activities[0].id)
        self._show(self.table.current() or "")

    def _show(self, key: str) -> None:
        if key in self.work.strategy.by_id:
            self.detail.show_thing(Id(key))
        else:
            empty = not self.work.strategy.activities
            self.detail.show_nothing(tr(self.place.registers[0].empty) if empty else "")
        self.state_changed.emit()

    def refresh(self, changes: ChangeSet) -> None:
        if "strategy" in changes.nouns:  # it may have other words of its own now
            self.table.set_columns(self._columns())
        self.table.refresh(changes)
        self.detail.refresh(changes)
        if ENTITY in changes.nouns or "member" in changes.nouns:
            self._count()
        form = self.detail.form
        shown = form.thing if form is not None else None
        if shown != self.table.current() or (shown and shown not in self.work.strategy.by_id):
            self._show(self.table.current() or "")
        self.state_changed.emit()

    # what can be done

    def acts(self) -> tuple[HeaderAct, ...]:
        making = self.makings()[0]
        return (
            HeaderAct(tr("Export"), "export", lambda: self.export_wanted.emit("activity-plan")),
            HeaderAct(making.label, "plus", lambda: self.make(ENTITY), True, False),
        )

    def makings(self) -> tuple[Making, ...]:
        return tuple(makings_of(self.work, self.place))

    def make(self, entity: str) -> None:
        if entity != ENTITY or self.work.read_only or not self.commit():
            return
        self.table.start_new_row()

    def make_usual(self) -> None:
        self.make(ENTITY)

    def commit(self) -> bool:
        return self.table.commit() and self.detail.commit()

    def remove(self) -> None:
        if not self.work.read_only:
            self.detail.commit()
            self.table.remove_rows()

    def move_by(self, step: int) -> None:
        if not self.work.read_only and self.detail.commit():
            self.table.move_by(step)

    def has_chosen(self) -> bool:
        return self.table.current() is not None

    def show_thing(self, id: Id) -> bool:
        return self.table.choose(id)

    def stops(self) -> tuple[QWidget, ...]:
        form = self.detail.form
        return (self.table.grid, *((form.rows[0].editor,) if form is not None else ()))
