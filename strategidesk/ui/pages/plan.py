"""The page of the activity plan: three views of it, quick filters, and the form beside."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from strategidesk.desk.spans import dates_of
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy
from strategidesk.ui.pages.makings import makings_of
from strategidesk.ui.pages.page import HeaderAct, Making, Page
from strategidesk.ui.pages.table import Place
from strategidesk.ui.parts import frame, label
from strategidesk.ui.plan.bar import FoldingBar
from strategidesk.ui.plan.by_unit import ByUnit
from strategidesk.ui.plan.line_menu import LineAct, give_menu
from strategidesk.ui.plan.panel import PlanPanel
from strategidesk.ui.plan.quick import QuickFilter, quick_filters
from strategidesk.ui.plan.timeline import Timeline
from strategidesk.ui.plan.totals import Totals
from strategidesk.ui.plan.when import when_of
from strategidesk.ui.segments import Segments
from strategidesk.ui.tables.column import Column, all_names, columns_of
from strategidesk.ui.tables.table import Table
from strategidesk.ui.work import Work

ENTITY = "activity"
FIRST = ("title", "area", "unit", "when", "status", "indicator")
COMPACT = ("title", "when", "responsible")
TABLE, UNITS, TIMELINE = "table", "units", "timeline"
ACCEPT, DECLINE = "accept_proposal", "decline_proposal"  # commands
_QUICK, _VIEW = "plan.quick", "plan.view"


class PlanPage(Page):
    """Everything is edited in the table or in the form beside it."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self.view = Segments(tr("Which view"))
        self.quick = Segments(tr("Show"), flowing=True)
        self.totals = Totals()
        self.detail = PlanPanel(work)
        new = tr("New activity: write here or paste from Excel")
        self.table = Table(work, self._columns(), ENTITY, "plan", new, COMPACT, FIRST)
        self.others: dict[str, ByUnit | Timeline] = {}  # made when they are first turned to
        self._followed: list[Id] | None = None  # what the form shows
        self._columns_button = self.table.columns_button()
        self._empty = label("", tone="muted", wrap=True)
        self._lay_out()
        self._connect()
        self.view.show_choices(
            ((TABLE, tr("Table")), (UNITS, tr("By unit")), (TIMELINE, tr("Timeline"))),
            work.memory.get(_VIEW, TABLE),
        )
        self._count()
        self.show_only(self.quick.key)
        self.turn_view(self.view.key)
        self._choose_first()

    def _lay_out(self) -> None:
        self.bar = FoldingBar(self.view, self.quick, (self._columns_button,))
        self._empty.setContentsMargins(24, 12, 24, 12)
        self._views = QStackedWidget()
        self._views.addWidget(self.table)
        ground = frame("sheet")
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._views)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, self._empty, ground, self.totals):
            column.addWidget(part, int(part is ground))

    def _connect(self) -> None:
        self.view.chosen.connect(self.turn_view)
        self.quick.chosen.connect(self.show_only)
        self.table.chosen.connect(lambda _id: self._follow())
        self.table.picked.connect(self._follow)
        self.table.counted.connect(lambda _shown, _all: self.state_changed.emit())
        self.table.freed.connect(lambda: self.show_only("all"))
        self.table.removed.connect(self.removed)
        self.work.unit_changed.connect(self._count)
        self.detail.stepped.connect(self._step)
        self.detail.closed.connect(self._close_form)
        self.detail.removed.connect(self.remove)
        self.detail.binned.connect(self.removed)
        self.detail.history_wanted.connect(self.history_wanted)

    def _columns(self) -> tuple[Column, ...]:
        strategy = self.work.strategy
        others = [name for name in all_names(strategy.schema, ENTITY) if name not in FIRST]
        made = columns_of(
            strategy, ENTITY, (*FIRST, *others), ("indicator",), {"area": tr("Overall")}
        )
        return tuple(
            replace(one, instead=_dates, measures=_measured) if one.name == "when" else one
            for one in made
        )

    # the panel

    def panel(self) -> QWidget | None:
        return self.detail

    def _open_form(self) -> None:
        """Show the form, and go to its first field."""
        self.panel_wanted.emit()
        first = self.detail.first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        if self.detail.commit():
            self.panel_left.emit()
            self.leave_for()

    # what is shown

    def facts(self) -> str:
        front = self._front()
        shown = self.table.model.shown if front is None else front.in_order()
        return tr("{n} of {all} shown", n=len(shown), all=len(self.work.strategy.activities))

    def turn_view(self, key: str) -> None:
        """Bring the table, the units or the timeline to the front; what is chosen stays so."""
        if not self.commit():
            self.view.choose(self._key())
            return
        here = self._here()
        self.work.memory[_VIEW] = key
        self.view.choose(key)
        self._views.setCurrentWidget(self._made(key))
        self._columns_button.setVisible(key == TABLE)
        self.totals.offer_hint(key == TABLE)
        self.bar.settle()
        if key != TABLE:
            self._fill(self.others[key])
        if here is not None:
            self._choose(here)

    def _key(self) -> str:
        front = self._views.currentWidget()
        return next((key for key, one in self.others.items() if one is front), TABLE)

    def _made(self, key: str) -> QWidget:
        if key == TABLE:
            return self.table
        if key not in self.others:
            made = ByUnit(self.work) if key == UNITS else Timeline(self.work)
            made.picked.connect(lambda _ids: self._follow())
            made.activated.connect(lambda _index: self._open_form())
            give_menu(made, self._line_acts)
            self.others[key] = made
            self._views.addWidget(made)
        return self.others[key]

    def _line_acts(self) -> tuple[LineAct, ...]:
        """What can be done with the lines that are selected in another view than the table."""
        box = self.detail.decision
        accept = LineAct(tr("Accept the proposal"), "Ctrl+Shift+G", box.accept)
        decline = LineAct(tr("Decline the proposal …"), "Ctrl+Shift+A", self._decline)
        return (
            LineAct(tr("Edit"), "Return", self._open_form),
            LineAct(tr("Show in the table"), "", lambda: self.turn_view(TABLE)),
            *((accept,) if box.can_accept else ()),
            *((decline,) if box.can_decline else ()),
            LineAct(tr("Remove"), "Ctrl+Del", self.remove, not self.work.read_only),
        )

    def _front(self) -> ByUnit | Timeline | None:
        """The view in front, where it is not the table."""
        return self.others.get(self._key())

    def _filters(self) -> tuple[QuickFilter, ...]:
        chosen = str(self.work.memory.get(_QUICK, ""))
        return quick_filters(self.work.strategy, self.work.desk.author, self.work.unit, chosen)

    def _only(self) -> Callable[[Noun], bool] | None:
        return {one.key: one.only for one in self._filters()}.get(self.quick.key)

    def _quick_ids(self) -> frozenset[Id]:
        only = self._only()
        return frozenset(
            one.id for one in self.work.strategy.activities if only is None or only(one)
        )

    def _count(self) -> None:
        things = self.work.strategy.activities
        choices = [
            (one.key, tr(one.label, n=sum(one.only is None or one.only(t) for t in things)))
            for one in self._filters()
        ]
        self.quick.show_choices(choices, self.work.memory.get(_QUICK, "all"))
        self.totals.show_strategy(self.work.strategy, self.work.read_only)
        self._tell_empty()
        self.bar.settle()

    def _fill(self, view: ByUnit | Timeline) -> None:
        view.show_only(self._quick_ids())
        self._tell_empty()

    def _tell_empty(self) -> None:
        """Why nothing is shown, where nothing is."""
        none = not self.work.strategy.activities
        hidden = self._front() is not None and not self._quick_ids()
        words = tr(self.place.registers[0].empty) if none else tr("No activity is of this kind.")
        self._empty.setText(words)
        self._empty.setVisible(none or hidden)

    def show_only(self, key: str) -> None:
        """Show what a quick filter lets through, in every view."""
        self.work.memory[_QUICK] = key
        self._count()
        self.quick.choose(key)
        self.work.memory[_QUICK] = self.quick.key
        self.table.set_quick(self._only())
        front = self._front()
        if front is not None:
            self._fill(front)
        self._tell_empty()
        self._follow()

    def _choose_first(self) -> None:
        if self._selected():
            return
        shown = self.table.model.shown
        if shown:
            self._choose(shown[0])
        else:
            self.table.grid.go_to(0, 1)
        self._follow()

    def _choose(self, id: Id) -> bool:
        front = self._front()
        if front is None:
            return self.table.choose(id)
        if self.work.strategy.get(Activity, id) is None:
            return False
        if id not in self._quick_ids():
            self.show_only("all")
        front.choose(id)
        return True

    def _selected(self) -> list[Id]:
        """The activities that are selected, the one in focus first."""
        front = self._front()
        if front is not None:
            return front.activities()
        here, ids = self.table.current(), self.table.selected()
        if here is None or len(ids) < 2:
            return [here] if here is not None else []
        return ids

    def _here(self) -> Id | None:
        ids = self._selected()
        return ids[0] if ids else None

    def _follow(self) -> None:
        """The form shows what is selected."""
        ids = [id for id in self._selected() if id in self.work.strategy.by_id]
        if ids == self._followed:
            return
        self._followed = ids
        if len(ids) > 1:
            self.detail.show_several(ids)
        elif ids:
            self.detail.show_thing(ids[0])
        else:
            self.detail.show_nothing(tr("The fields of the activity that you choose stand here."))
        self.state_changed.emit()

    def _step(self, by: int) -> None:
        """To the activity before or behind the one in the form, as the view has them."""
        front = self._front()
        here = self._here()
        shown = self.table.model.shown if front is None else front.in_order()
        at = shown.index(here) + by if here in shown else 0
        if 0 <= at < len(shown) and self.commit():
            self._choose(shown[at])

    def refresh(self, changes: ChangeSet) -> None:
        if "strategy" in changes.nouns:  # it may have other words of its own now
            self.table.set_columns(self._columns())
        self.table.refresh(changes)
        if changes.nouns & {ENTITY, "member", "unit"}:
            self._count()
        front = self._front()
        if front is not None:
            self._fill(front)
        form = self.detail.form
        shown = form.thing if form is not None else None
        gone = [id for id in changes.deleted if id in (shown, *self.detail.several.ids)]
        if gone or (shown is None and changes.created):
            self._follow()
        self.detail.refresh(changes)
        self.state_changed.emit()

    # what can be done

    def acts(self) -> tuple[HeaderAct, ...]:
        making = self.makings()[0]
        return (
            HeaderAct(
                tr("Export"),
                "export",
                lambda: self.export_wanted.emit("activity-plan"),
                exports=True,
            ),
            HeaderAct(making.label, "plus", lambda: self.make(ENTITY), True, False),
        )

    def makings(self) -> tuple[Making, ...]:
        return tuple(makings_of(self.work, self.place))

    def make(self, entity: str) -> None:
        if entity != ENTITY or self.work.read_only or not self.commit():
            return
        self.turn_view(TABLE)
        self.table.start_new_row()

    def make_usual(self) -> None:
        self.make(ENTITY)

    def commit(self) -> bool:
        return self.table.commit() and self.detail.commit()

    def remove(self) -> None:
        if not self.work.read_only and self._selected():
            self.detail.commit()
            self.table.remove_rows(self._selected())

    def move_by(self, step: int) -> None:
        if not self.work.read_only and self._front() is None and self.detail.commit():
            self.table.move_by(step)

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        box, found = self.detail.decision, {}
        if box.can_accept:
            found[ACCEPT] = box.accept
        if box.can_decline:
            found[DECLINE] = self._decline
        return found

    def _decline(self) -> None:
        """Decline what is chosen; the reason is asked for in the panel."""
        self.panel_wanted.emit()
        self.detail.decision.decline()

    def has_chosen(self) -> bool:
        return bool(self._selected())

    def show_thing(self, id: Id) -> bool:
        return self._choose(id)

    def focus_field(self, name: str) -> None:
        if self.detail.form is not None:
            self.panel_wanted.emit()
            self.detail.form.focus_field(name)

    def stops(self) -> tuple[QWidget, ...]:
        return (self._front() or self.table.grid,)


def _dates(_strategy: Strategy, thing: Noun) -> str:
    """What an activity without words for its time says there: its dates."""
    return when_of(thing) if isinstance(thing, Activity) else ""


def _measured(_strategy: Strategy, thing: Noun) -> tuple[str, ...]:
    """The dates that its time is compared and sorted by."""
    return dates_of(thing) if isinstance(thing, Activity) else ()
