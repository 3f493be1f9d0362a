"""The hallmarks of an area as rows that are edited in place."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from strategidesk.desk.areas import served, titled
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.document import Hallmark
from strategidesk.model.fields import Id
from strategidesk.ui.areas.hallmark_row import HallmarkRow
from strategidesk.ui.parts import button, heading, label
from strategidesk.ui.theme import faces
from strategidesk.ui.things.dragging import Dragger, Fits, Spot
from strategidesk.ui.words import noun_label, noun_label_plural
from strategidesk.ui.work import Work


class Hallmarks(QWidget):
    """`entered` carries the hallmark where the cursor came; `making_wanted`: a new one behind the
    one it carries (empty: last); `moved` (id, -1 or 1), `removed` and `activity_wanted`;
    `dropped`: one that was moved with the mouse, the one that it was put at, and Where."""

    entered = Signal(str)
    making_wanted = Signal(str)
    moved = Signal(str, int)
    removed = Signal(str)
    activity_wanted = Signal(str)
    dropped = Signal(str, str, int)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._area: Id | None = None
        self._number = 0
        self._rows: dict[Id, HallmarkRow] = {}
        self.dragger: Dragger | None = None
        self._title = heading("", faces.small(bold=True), "muted")
        self.adding = button("", "link", lambda: self.making_wanted.emit(""), "plus")
        self.adding.setEnabled(not work.read_only)
        self._box = QFrame()
        self._box.setProperty("part", "card")
        self._inside = QVBoxLayout(self._box)
        self._inside.setContentsMargins(1, 1, 1, 1)
        self._inside.setSpacing(0)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 12, 6)
        foot.addWidget(self.adding)
        hint = tr("Enter in the last row does it too")
        foot.addWidget(label(hint, faces.small(), "muted", wrap=True), 1)
        self._inside.addLayout(foot)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        hint = tr("This is how it looks when we are there")
        head.addWidget(label(hint, faces.small(), "muted", wrap=True), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._box)
        self._name()

    def let_drag(self, fits: Fits) -> None:
        """Let rows be moved with the mouse by their numbers, to where they fit."""
        self.dragger = Dragger(self._box, self._row_at, fits)
        self.dragger.dropped.connect(self.dropped)
        for row in self._rows.values():
            self._give_handle(row)

    def _give_handle(self, row: HallmarkRow) -> None:
        if self.dragger is not None:
            row.handle.setCursor(Qt.CursorShape.OpenHandCursor)
            row.handle.setToolTip(tr("Drag to move"))
            self.dragger.watch(row.handle, lambda _at: row.id)

    def _row_at(self, at: QPoint) -> Spot | None:
        rows = (row for row in self._rows.values() if row.geometry().contains(at))
        return next((Spot(row.id, row.geometry()) for row in rows), None)

    def _name(self) -> None:
        strategy = self._work.strategy
        self._title.setText(noun_label_plural(strategy, Hallmark))
        word = noun_label(strategy, Hallmark)
        self.adding.setText(tr("Add {thing}", thing=word[:1].lower() + word[1:]))

    # what is shown

    @property
    def rows(self) -> dict[Id, HallmarkRow]:
        """The rows by id, in order."""
        return self._rows

    def show_area(self, area: Id | None, number: int) -> None:
        """Show the hallmarks of another area (None: the overall ones); `number`: its place."""
        if area != self._area:
            for id in list(self._rows):
                self._drop(id)
        self._area, self._number = area, number
        self._settle()

    def refresh(self, changes: ChangeSet) -> None:
        """Show what has changed, and nothing else anew."""
        if "strategy" in changes.nouns:
            self._name()
        for id, row in self._rows.items():
            if id in self._work.strategy.by_id:
                row.refresh(changes)

    def _settle(self) -> None:
        """Have a row for each hallmark, in order, numbered and counted."""
        strategy = self._work.strategy
        wanted = strategy.hallmarks_by_area.get(self._area, ())
        alive = {one.id for one in wanted}
        for id in [id for id in self._rows if id not in alive]:
            self._drop(id)
        if list(self._rows) != [one.id for one in wanted]:
            self._rows = {one.id: self._rows.get(one.id) or self._make(one.id) for one in wanted}
            for at, row in enumerate(self._rows.values()):
                if self._inside.indexOf(row) != at:
                    self._inside.insertWidget(at, row)
                    row.show()
        busy = served(strategy)
        for at, one in enumerate(wanted, 1):
            number = f"{self._number}.{at}" if self._number else str(at)
            self._rows[one.id].say(number, busy[one.id], titled(strategy, one))

    def _make(self, id: Id) -> HallmarkRow:
        row = HallmarkRow(self._work, id)
        row.entered.connect(self.entered)
        row.done.connect(self._done)
        row.moved.connect(self.moved)
        row.removed.connect(self.removed)
        row.activity_wanted.connect(self.activity_wanted)
        self._give_handle(row)
        return row

    def _drop(self, id: Id) -> None:
        row = self._rows.pop(id)
        row.leave()
        self._inside.removeWidget(row)
        row.hide()
        row.deleteLater()

    def commit(self) -> bool:
        """Save what is being typed; False where a value is refused."""
        done = [row.commit() for row in list(self._rows.values())]
        return all(done)

    # what is done

    def _done(self, id: str) -> None:
        """Enter in a row: on to the next, or a new one behind the last that has words."""
        ids = list(self._rows)
        at = ids.index(Id(id))
        if at + 1 < len(ids):
            self._rows[ids[at + 1]].focus_first()
            return
        self._rows[ids[at]].commit()
        hallmark = self._work.strategy.get(Hallmark, Id(id))
        if hallmark is not None and (hallmark.text.strip() or hallmark.title.strip()):
            self.making_wanted.emit(id)
