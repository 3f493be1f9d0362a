"""The page on which people decide where copies say different things."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from strategidesk.desk.clock import Clock
from strategidesk.desk.commands import Together
from strategidesk.desk.reviewing import KEEP, Resolve
from strategidesk.history.changes import ChangeSet
from strategidesk.history.items import Item
from strategidesk.history.view import MERGED
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.gone import titles_of
from strategidesk.ui.pages.page import HeaderAct, Page
from strategidesk.ui.pages.saying import Saying, says
from strategidesk.ui.pages.table import Place
from strategidesk.ui.parts import button, frame, label
from strategidesk.ui.review.asking import question_of
from strategidesk.ui.review.column import Column
from strategidesk.ui.review.detail import Detail
from strategidesk.ui.review.session import Session
from strategidesk.ui.review.told import sentence
from strategidesk.ui.review.words import Line, Naming, in_order
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work

COLUMN = 300  # logical pixels
NARROW = 780  # under which the list is a drop-down over the item
MERGE = "merge_copies"  # the command that puts copies together
_HIDES = "review.hides_done"
_KEYS = 10  # Alt+0 to Alt+9


class ReviewPage(Page):
    """Shows what waits as of the newest change; what has been settled leaves the list at once."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self.session = Session()
        self._naming = Naming(work.strategy, {})
        self._wanted = ""  # the thing that is gone to when its item is there
        self._field = ""
        self.column = Column()
        self.list = self.column.list
        self.detail = Detail(work)
        self.picker = Combo()
        self.picker.setAccessibleName(tr("Review changes"))
        self._bar = frame("header")
        self._nothing = label("", faces.ui(), "muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.merge = button(tr("Put copies together"), "plain", self._merge, "merged")
        self._right = QStackedWidget()
        self._lay_out()
        self._connect()
        self._follow()

    def _lay_out(self) -> None:
        bar = QVBoxLayout(self._bar)
        bar.setContentsMargins(16, 8, 16, 8)
        bar.addWidget(self.picker)
        self._bar.hide()
        empty = QWidget()
        inner = QVBoxLayout(empty)
        inner.setContentsMargins(32, 32, 32, 32)
        inner.addStretch(1)
        inner.addWidget(self._nothing)
        inner.addWidget(self.merge, 0, Qt.AlignmentFlag.AlignCenter)
        inner.addStretch(2)
        self._right.addWidget(self.detail)
        self._right.addWidget(empty)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.column)
        splitter.addWidget(self._right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([faces.grown(COLUMN), 900])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(splitter, 1)

    def _connect(self) -> None:
        self.work.unsettled.changed.connect(self._follow)
        self.list.chosen.connect(self._show)
        self.picker.activated.connect(lambda _row: self._show(str(self.picker.currentData())))
        self.column.hiding_turned.connect(self._turn_hiding)
        self.column.all_wanted.connect(self.take_all)
        self.detail.settled.connect(self._settled)
        self.detail.skipped.connect(lambda: self.step(1))
        self.detail.gone_to.connect(self.place_wanted)
        self.detail.hinted.connect(self.hinted)
        for number in range(_KEYS):
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.activated.connect(partial(self.detail.choose, number))

    # what is shown

    @property
    def item(self) -> Item | None:
        """The item in front."""
        return self.detail.item

    def _follow(self) -> None:
        """The list is another now."""
        strategy = self.work.strategy
        titles = titles_of(strategy, self.work.unsettled.gone)
        self._naming = Naming(strategy, titles)
        items = in_order(strategy, self.work.unsettled.items)
        back = self.session.take(items)
        here = self.item
        wanted = back or self._of_wanted()
        if wanted is None and here is not None:
            wanted = self.session.item(here.id)
        wanted = wanted or (items[0] if items else None)
        self._list(wanted.id if wanted else "")
        if wanted is not None and (here is None or here != wanted):
            self._ask(wanted)
        elif wanted is None:
            self.detail.leave()
        self._tell()

    def _of_wanted(self) -> Item | None:
        found = [
            item
            for item in self.session.items
            if self._wanted and self._wanted in (item.entity, *item.others)
        ]
        exact = next((item for item in found if item.field == self._field), None)
        chosen = exact or (found[0] if found else None)
        if chosen is not None:
            self._wanted = self._field = ""
        return chosen

    def _list(self, here: str) -> None:
        lines = [(item.id, self._naming.line(item)) for item in self.session.items]
        done = [] if self._hides else [(one.key, one.line) for one in self.session.done]
        self.list.show_lines([*lines, *done], here)
        self.picker.clear()
        for key, line in lines:
            self.picker.addItem(f"{line.title} – {line.group}", key)
        self.picker.setCurrentIndex(self.picker.findData(here))
        mergeable = sum(item.kind == MERGED for item in self.session.items)
        self.column.take_all.setVisible(mergeable > 0 and not self.work.read_only)

    @property
    def _hides(self) -> bool:
        return bool(self.work.memory.get(_HIDES))

    def _turn_hiding(self) -> None:
        self.work.memory[_HIDES] = not self._hides
        self._list(self.item.id if self.item else "")
        self._tell()

    def _tell(self) -> None:
        done, left = len(self.session.done), len(self.session.items)
        self.column.show_progress(done, done + left, self._hides)
        empty = not left
        self._right.setCurrentIndex(int(empty))
        self._nothing.setText(self._why(done))
        self.merge.setVisible(not self.work.read_only)
        self.column.setVisible(not self._narrow and bool(left + done))
        self._bar.setVisible(self._narrow and bool(left))
        self.state_changed.emit()

    def _why(self, done: int) -> str:
        if done:
            return tr("Everything is reviewed.")
        return tr(
            "Nothing to review. When copies are put together and two people have changed "
            "the same sentence, it is shown here."
        )

    def _show(self, key: str) -> None:
        item = self.session.item(key)
        if item is not None:
            self._ask(item)
        else:
            thing = next((one.thing for one in self.session.done if one.key == key), None)
            if thing is not None:
                self.hinted.emit(tr("Undo with Ctrl+Z, or bring a wording back in the history."))

    def _ask(self, item: Item) -> None:
        self.detail.ask(question_of(self._naming, item))
        self.picker.setCurrentIndex(self.picker.findData(item.id))

    def sentence(self) -> Saying | None:
        said = sentence(len(self.session.items), self.work.memory, Clock()())
        return says(said) if said else None

    def facts(self) -> str:
        left = len(self.session.items)
        return tr("{n} left", n=left) if left else ""

    @property
    def _narrow(self) -> bool:
        return self.width() < faces.grown(NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.column.isHidden() != self._narrow:
            self._tell()

    # what is done

    def _settled(self, item: Item, words: str) -> None:
        """An item is settled: on to the one behind it."""
        ids = [one.id for one in self.session.items]
        at = ids.index(item.id) if item.id in ids else 0
        self._note(item, words)
        items = self.session.items
        behind = items[at % len(items)] if items else None
        self._list(behind.id if behind else "")
        if behind is not None:
            self._ask(behind)
        self._tell()
        self.leave_for()

    def _note(self, item: Item, words: str) -> None:
        line = self._naming.line(item)
        title = line.title if line.group in line.title else f"{line.group}: {line.title}"
        self.session.settle(item, Line(tr("Done"), "ok", "ok", title, words))

    def take_all(self) -> None:
        """Take every proposal that nobody contradicts, as one step."""
        items = [item for item in self.session.items if item.kind == MERGED]
        if not items or self.work.read_only:
            return
        self.detail.leave()
        label = tr("take all proposals")
        commands = tuple(Resolve(item, KEEP, label=label) for item in items)
        if self.work.run(Together(commands, label)) is None:
            return
        for item in items:
            self._note(item, tr("You took the proposal"))
        self._go_on()

    def _go_on(self) -> None:
        items = self.session.items
        self._list(items[0].id if items else "")
        if items:
            self._ask(items[0])
        self._tell()
        self.leave_for()

    def step(self, by: int) -> None:
        """To the next item (-1: the one before), round the end."""
        ids = [item.id for item in self.session.items]
        if not ids:
            return
        here = self.item
        at = ids.index(here.id) if here is not None and here.id in ids else -1
        id = ids[(at + by) % len(ids)]
        self.list.choose(id)
        self._show(id)
        self.leave_for()

    def make_usual(self) -> None:
        self.detail.settle()

    def deeds(self) -> dict[str, Callable[[], object]]:
        return {
            "next_finding": lambda: self.step(1),
            "previous_finding": lambda: self.step(-1),
        }

    def _merge(self) -> None:
        self.deed_wanted.emit(MERGE)

    def acts(self) -> tuple[HeaderAct, ...]:
        return (
            HeaderAct(tr("Previous"), "up", lambda: self.step(-1)),
            HeaderAct(tr("Next"), "down", lambda: self.step(1)),
            HeaderAct(tr("Put more copies together"), "merged", self._merge, False, False),
        )

    def commit(self) -> bool:
        return self.detail.result.rest()

    def refresh(self, _changes: ChangeSet) -> None:
        self._naming = Naming(self.work.strategy, self._naming.gone)

    def show_contest(self, id: Id, field: str) -> None:
        self._wanted, self._field = id, field
        item = self._of_wanted()
        if item is not None:
            self.list.choose(item.id)
            self._ask(item)
            self.leave_for()

    def stops(self) -> tuple[QWidget, ...]:
        first = self.picker if self._narrow else self.list
        if self.item is None:
            return (self.merge,) if not self.session.items else (first,)
        return (first, self.detail.focus())
