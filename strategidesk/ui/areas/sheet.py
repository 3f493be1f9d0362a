"""One area in full: the vision over it, its words, its hallmarks, its activities."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.document import Area
from strategidesk.model.fields import Id, Kind
from strategidesk.model.noun import shown_fields, value
from strategidesk.prose import plain
from strategidesk.ui.areas.activities import AreaActivities
from strategidesk.ui.areas.hallmarks import Hallmarks
from strategidesk.ui.forms.fields import FieldRows
from strategidesk.ui.parts import button, frame, heading, label
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work

WIDEST = 900  # logical pixels of the column
_SELDOM = ("target_picture", "justification", "prioritised")


class AreaSheet(FieldRows, QScrollArea):
    """`wanted`: go to a page (its key) and a thing there (its id)."""

    wanted = Signal(str, str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._make_rows(work, Area, shown_fields(Area))
        self.area: Id | None = None
        self.hallmarks = Hallmarks(work)
        self.activities = AreaActivities()
        self.overall = heading("", wrap=True)
        self.more = button("", "link", self._turn_more)
        self._more = False
        self._vision = label("", wrap=True)
        faces.give_reading(self._vision)
        self._quote = self._make_quote()
        self._lay_out()
        self.activities.wanted.connect(lambda id: self.wanted.emit("plan", id))

    def _make_quote(self) -> QWidget:
        quote = frame("quote")
        inner = QVBoxLayout(quote)
        inner.setContentsMargins(16, 10, 16, 12)
        inner.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(heading(tr("Vision"), faces.small(bold=True), "muted"), 1)
        head.addWidget(button(tr("Open in the text"), "link", self._go_to_vision))
        inner.addLayout(head)
        inner.addWidget(self._vision)
        return quote

    def _lay_out(self) -> None:
        column = QWidget()
        column.setMaximumWidth(faces.grown(WIDEST))
        layout = QVBoxLayout(column)
        layout.setContentsMargins(24, 16, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(self._quote)
        layout.addWidget(self.overall)
        for row in self.rows:
            layout.addWidget(row)
            if row.field.kind is Kind.FLAG:
                row.label.hide()  # the box has it
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.hallmarks)
        layout.addWidget(self.activities)
        layout.addStretch(1)
        ground = frame("ground")
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(column, 1)
        across.addStretch(0)
        self.setWidget(ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # what is shown

    def show_area(self, area: Id | None) -> None:
        """Show an area; None: the hallmarks that belong to none."""
        other = area != self.area
        self.area = area
        if area is None:
            self.leave()
        else:
            self.show_thing(area)
        self.settle()
        if other:
            self.verticalScrollBar().setValue(0)

    def refresh(self, changes: ChangeSet) -> None:
        super().refresh(changes)
        self.hallmarks.refresh(changes)

    def settle(self) -> None:
        """Number, order and count anew what hangs on the area."""
        strategy = self._work.strategy
        self._vision.setText(plain(strategy.card.vision))
        self._quote.setVisible(bool(strategy.card.vision.strip()))
        self.overall.setText(tr("Overall hallmarks"))
        self.overall.setVisible(self.area is None)
        for row in self.rows:
            row.setVisible(self.area is not None and self._is_used(row.field.name))
        self.more.setVisible(self.area is not None and not all(map(self._is_used, _SELDOM)))
        self.more.setText(tr("Show more fields"))
        places = [area.id for area in strategy.areas]
        number = places.index(self.area) + 1 if self.area in places else 0
        self.hallmarks.show_area(self.area, number)
        self.activities.show_area(strategy, self.area)

    def _is_used(self, name: str) -> bool:
        """Whether a field is shown: a seldom one where some area has it, or on demand."""
        if name not in _SELDOM or self._more:
            return True
        field = self.row(name).field
        return any(value(area, field) for area in self._work.strategy.areas)

    def _turn_more(self) -> None:
        self._more = True
        self.settle()
        self.row(_SELDOM[0]).editor.setFocus(Qt.FocusReason.TabFocusReason)

    def commit(self) -> bool:
        done = [super().commit(), self.hallmarks.commit()]
        return all(done)

    def _go_to_vision(self) -> None:
        sections = self._work.strategy.sections
        found = next((one.id for one in sections if one.content == "vision"), None)
        self.wanted.emit("text" if found else "card", found or "")
