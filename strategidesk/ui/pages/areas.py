"""The page of areas and hallmarks: the list of areas, and one of them in full."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from strategidesk.desk.commands import Create
from strategidesk.desk.siblings import LAST
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.document import Area, Hallmark
from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun
from strategidesk.ui import removing
from strategidesk.ui.areas.area_list import AreaList
from strategidesk.ui.areas.sheet import AreaSheet
from strategidesk.ui.forms.fields import FieldRows
from strategidesk.ui.pages import arranging
from strategidesk.ui.pages.makings import makings_of
from strategidesk.ui.pages.page import HeaderAct, Making, Page
from strategidesk.ui.pages.table import Place
from strategidesk.ui.parts import frame, heading, label, sign_button
from strategidesk.ui.theme import faces
from strategidesk.ui.things.shape import LOOSE
from strategidesk.ui.words import noun_label, noun_label_plural
from strategidesk.ui.work import Work

_SHOWN = {"area", "hallmark", "activity", "strategy", "unit"}
COLUMN, LEAST = 288, 210  # logical pixels, of the list and of the area


class AreasPage(Page):
    """What is done concerns the hallmark where the cursor stands, else the area chosen."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self._stale = False
        self.hallmark: Id | None = None  # where the cursor came last
        self.list = AreaList()
        self.sheet = AreaSheet(work)
        self._title = heading("", faces.ui(bold=True))
        self._nothing = label("", faces.ui(), "muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(32)
        self._right = QStackedWidget()
        self._right.addWidget(self._nothing)
        self._right.addWidget(self.sheet)
        self._lay_out()
        self._connect()
        self._name()
        self.list.show_strategy(work.strategy)
        if not self.list.count():
            self._show("")

    def _lay_out(self) -> None:
        column = frame("column")
        column.setMinimumWidth(faces.grown(180))
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 8)
        inner.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 12, 8)
        head.addWidget(self._title, 1)
        adding = sign_button("plus", tr("New area"), lambda: self.make("area"))
        adding.setEnabled(not self.work.read_only)
        head.addWidget(adding)
        inner.addLayout(head)
        inner.addWidget(self.list, 1)
        hint = label(tr("Move with Alt+Up and Alt+Down."), faces.small(), "muted", wrap=True)
        hint.setContentsMargins(16, 4, 16, 0)
        inner.addWidget(hint)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(column)
        splitter.addWidget(self._right)
        self._right.setMinimumWidth(faces.grown(LEAST))
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([faces.grown(COLUMN), faces.grown(900)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show)
        self.list.installEventFilter(self)
        for row in self.sheet.rows:
            row.editor.inner.installEventFilter(self)
        hallmarks = self.sheet.hallmarks
        hallmarks.entered.connect(self._enter)
        hallmarks.making_wanted.connect(self._make_behind)
        hallmarks.moved.connect(self._move_hallmark)
        if not self.work.read_only:
            self.list.let_drag(self._fits)
            self.list.dropped.connect(self._drop)
            hallmarks.let_drag(self._fits)
            hallmarks.dropped.connect(self._drop)
        hallmarks.removed.connect(self._remove_hallmark)
        hallmarks.activity_wanted.connect(lambda id: self._make_activity(Id(id)))
        self.sheet.wanted.connect(self.wanted)

    def _name(self) -> None:
        words = noun_label_plural(self.work.strategy, Area)
        self._title.setText(words)
        self.list.setAccessibleName(words)

    # what is chosen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._enter("")
        return super().eventFilter(watched, event)

    def _enter(self, hallmark: str) -> None:
        self.hallmark = Id(hallmark) if hallmark else None
        self.state_changed.emit()

    @property
    def area(self) -> Id | None:
        """The area in front; None for the overall hallmarks and for nothing."""
        return Id(self.list.key) if self.list.key not in ("", LOOSE) else None

    @property
    def form(self) -> FieldRows:
        """The fields where the user is."""
        rows = self.sheet.hallmarks.rows
        here = rows.get(self.hallmark) if self.hallmark else None
        return here or self.sheet

    def _show(self, key: str) -> None:
        self.hallmark = None
        self.sheet.commit()  # while it still shows the area that was written in
        if key:
            self.sheet.show_area(self.area)
        else:
            self.sheet.leave()
            self._nothing.setText(tr(self.place.registers[0].empty))
        self._right.setCurrentIndex(int(bool(key)))
        self.state_changed.emit()

    def show_thing(self, id: Id) -> bool:
        thing = self.work.strategy.by_id.get(id)
        if isinstance(thing, Area):
            found = self.list.choose(id)
            self._enter("")
            return found
        if isinstance(thing, Hallmark):
            self.list.choose(thing.area or LOOSE)
            self._enter(id)
            row = self.sheet.hallmarks.rows[id]
            self.sheet.ensureWidgetVisible(row)
            here = self.focusWidget()
            if here is None or not row.isAncestorOf(here):
                row.focus_first()
            return True
        return False

    def has_chosen(self) -> bool:
        return self.hallmark is not None or self.area is not None

    # news

    def refresh(self, changes: ChangeSet) -> None:
        if "strategy" in changes.nouns:
            self._name()
        if _SHOWN & changes.nouns:
            if self.hallmark not in self.work.strategy.by_id:
                self.hallmark = None
            if self.list.key:
                self.sheet.refresh(changes)
            self._stale = True
            if self.isVisible():
                self._settle()
        self.state_changed.emit()

    def opened(self) -> None:
        if self._stale:
            self._settle()

    def _settle(self) -> None:
        """List, number and count anew what may be another now."""
        self._stale = False
        self.list.show_strategy(self.work.strategy)
        if self.list.key:
            self.sheet.settle()

    def commit(self) -> bool:
        return self.sheet.commit()

    # what can be done

    def acts(self) -> tuple[HeaderAct, ...]:
        area, _hallmark = self.makings()
        return (
            HeaderAct(tr("Chain of goals"), "chain", lambda: self.wanted.emit("chain", "")),
            HeaderAct(area.label, "plus", lambda: self.make("area"), when_reading=False),
            HeaderAct(
                tr("New activity"), "plus", lambda: self._make_activity(self.hallmark), True, False
            ),
        )

    def makings(self) -> tuple[Making, ...]:
        return tuple(makings_of(self.work, self.place))

    def make(self, entity: str) -> None:
        if entity == "area":
            self._make(Area, {}, self.area or LAST)
        elif entity == "hallmark":
            self._make_behind(self.hallmark or "")

    def make_usual(self) -> None:
        self.make("hallmark" if self.hallmark else "area")

    def _make_behind(self, id: str) -> None:
        values = {"area": self.area} if self.area else {}
        self._make(Hallmark, values, Id(id) if id else LAST)

    def _make(self, noun: type[Noun], values: dict[str, Any], after: Id) -> None:
        """A new thing, with the cursor in its first field."""
        if self.work.read_only or not self.commit():
            return
        step = tr("add {thing}", thing=noun_label(self.work.strategy, noun))
        changes = self.work.run(Create(noun.meta.entity, values, after=after, label=step))
        for made in changes.created if changes else ():
            self.show_thing(made)
            self.form.focus_first()

    def _make_activity(self, hallmark: Id | None) -> None:
        """A new activity for what is chosen, in the plan."""
        if self.work.read_only or not self.commit():
            return
        values: dict[str, Any] = {"area": self.area} if self.area else {}
        if hallmark in self.work.strategy.by_id:
            values["hallmarks"] = [hallmark]
        step = tr("add {thing}", thing=tr("Activity"))
        changes = self.work.run(Create("activity", values, label=step))
        for made in changes.created if changes else ():
            self.wanted.emit("plan", made)

    def _move_hallmark(self, id: str, by: int) -> None:
        self._move(Id(id), [*self.sheet.hallmarks.rows], by)

    def move_by(self, step: int) -> None:
        if self.hallmark is not None:
            self._move_hallmark(self.hallmark, step)
        elif self.area is not None:
            self._move(self.area, [area.id for area in self.work.strategy.areas], step)

    def _fits(self, id: str, target: str, where: int) -> bool:
        return arranging.put(self.work.strategy, id, target, where) is not None

    def _drop(self, id: str, target: str, where: int) -> None:
        """Moved with the mouse, beside another."""
        command = arranging.put(self.work.strategy, id, target, where)
        if command is not None and self.commit():
            self.work.run(command)

    def _move(self, id: Id, beside: list[Id], by: int) -> None:
        if self.work.read_only or not self.commit():
            return
        strategy = self.work.strategy
        label = tr("move {thing}", thing=noun_label(strategy, type(strategy.by_id[id])))
        command = arranging.step(strategy, id, beside, by, label)
        if command is not None:
            self.work.run(command)
            self.show_thing(id)

    def _remove_hallmark(self, id: str) -> None:
        self.hallmark = Id(id)
        self.remove()

    def remove(self) -> None:
        id = self.hallmark or self.area
        if id is None or self.work.read_only:
            return
        self.commit()
        words = removing.remove(self.work, (id,))
        if words is not None:
            self.removed.emit(words)

    def focus_field(self, name: str) -> None:
        self.form.focus_field(name)

    def stops(self) -> tuple[QWidget, ...]:
        if self.area is None:
            return (self.list,)
        return (self.list, self.sheet.rows[0].editor)
