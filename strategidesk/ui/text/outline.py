"""The outline beside the text: every heading, what remains, and a way to the one sought."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout

from strategidesk.desk.remaining import DONE
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.ui.flow import Flow
from strategidesk.ui.pages import arranging
from strategidesk.ui.pages.table import Register
from strategidesk.ui.parts import button, heading, label, sign_button
from strategidesk.ui.text.outline_model import OutlineDelegate, OutlineModel
from strategidesk.ui.theme import faces
from strategidesk.ui.things.view import ThingsView
from strategidesk.ui.work import Work

WIDTH = 268  # logical pixels


class Outline(QFrame):
    """`chosen` carries the section that the user goes to; `making`: a new one is wanted;
    `dropped`: one that was moved with the mouse, the one that it was put at, and Where."""

    chosen = Signal(str)
    dropped = Signal(str, str, int)
    making = Signal()

    def __init__(self, work: Work, register: Register) -> None:
        super().__init__()
        self._work = work
        self._unfinished = False
        self._following = True
        self.setProperty("part", "column")
        self.model = OutlineModel(work, register)
        self.view = ThingsView(self.model)
        self.view.setItemDelegate(OutlineDelegate(self.view, 4))
        self.view.setAccessibleName(tr("Outline"))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Filter headings"))
        self.filter.setAccessibleName(tr("Filter headings"))
        self.filter.setClearButtonEnabled(True)
        self.done = label("", faces.small(), "muted")
        self.only = button(tr("Show unfinished"), "link", self._turn_only)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self._lay_out()
        self.filter.textChanged.connect(lambda _text: self._sift())
        self.view.chosen.connect(self._choose)
        if not work.read_only:
            self.view.let_drag(lambda *spot: arranging.put(self._work.strategy, *spot) is not None)
            self.view.dropped.connect(self.dropped)
        self.model.rowsInserted.connect(lambda *_rows: self._sift())
        self._count()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 12, 4)
        head.addWidget(heading(tr("Outline"), faces.ui(bold=True)), 1)
        self.add = sign_button("plus", tr("New section"), self.making.emit)
        self.add.setEnabled(not self._work.read_only)
        head.addWidget(self.add)
        counts = QVBoxLayout()
        counts.setContentsMargins(16, 6, 10, 0)
        counts.addWidget(Flow(self.done, self.only, apart=True))
        sought, barred = QHBoxLayout(), QHBoxLayout()
        sought.setContentsMargins(16, 0, 16, 0)
        sought.addWidget(self.filter)
        barred.setContentsMargins(16, 0, 16, 8)
        barred.addWidget(self.bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (head, sought, counts, barred):
            layout.addLayout(part)
        layout.addWidget(self.view, 1)

    # what is chosen

    @property
    def section(self) -> Id | None:
        """The section that the user is on."""
        key = self.view.current()
        return Id(key) if key in self._work.strategy.by_id else None

    def choose(self, id: Id) -> bool:
        """Go to a section, through a filter that hides it; False where it does not exist."""
        index = self.model.index_of(id)
        if not index.isValid():
            return False
        if self.view.isRowHidden(index.row(), index.parent()):
            self.show_all()
        self.view.choose(id)
        return True

    def mark(self, id: Id) -> None:
        """Stand on a section without telling anybody, as the text has gone there."""
        self._following = False
        self.choose(id)
        self._following = True

    def _choose(self, key: str) -> None:
        if self._following and key:
            self.chosen.emit(key)

    # what is shown

    def show_all(self) -> None:
        """Take the filters away."""
        self.filter.clear()
        if self._unfinished:
            self._turn_only()

    def _turn_only(self) -> None:
        self._unfinished = not self._unfinished
        words = tr("Show all") if self._unfinished else tr("Show unfinished")
        self.only.setText(words)
        self._sift()

    def _sift(self) -> None:
        sought = self.filter.text().strip().casefold()
        self._sift_under(QModelIndex(), sought)

    def _sift_under(self, parent: QModelIndex, sought: str) -> bool:
        """Hide what is not sought; a heading over one that is sought stays."""
        some = False
        for row in range(self.model.rowCount(parent)):
            index = self.model.index(row, 0, parent)
            below = self._sift_under(index, sought)
            section = self.model.thing(index)
            shown = below or (isinstance(section, Section) and self._fits(section, sought))
            self.view.setRowHidden(row, parent, not shown)
            some |= shown
        return some

    def _fits(self, section: Section, sought: str) -> bool:
        left = not self._unfinished or section.status not in DONE
        return left and sought in section.heading.casefold()

    def show_findings(self, findings: Mapping[str, int]) -> None:
        """How much is to look over in each section, by its id."""
        self.model.show_findings(findings)

    def refresh(self, changes: ChangeSet) -> None:
        """Follow a change; the line that the user is on stays."""
        if not changes.nouns & {"section", "member", "strategy"}:
            return
        self._following = False
        self.model.refresh(changes)
        self._following = True
        self._count()
        self._sift()

    def _count(self) -> None:
        sections = self._work.strategy.sections
        done = sum(section.status in DONE for section in sections)
        self.done.setText(tr("{done} of {n} sections done", done=done, n=len(sections)))
        self.bar.setMaximum(max(1, len(sections)))
        self.bar.setValue(done)
        self.bar.setAccessibleName(self.done.text())
