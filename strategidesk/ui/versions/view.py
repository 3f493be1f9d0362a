"""The tab of versions: their list, and what can be done with the one that is chosen."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from strategidesk.desk.clock import Clock
from strategidesk.desk.comparing import Sides
from strategidesk.history.versions import Version
from strategidesk.language import tr
from strategidesk.model.comparison import Comparison
from strategidesk.model.people import Decision
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.flow import Flow
from strategidesk.ui.overview.moments import whole_moment
from strategidesk.ui.parts import bare, button, frame, head_of, heading, label, sign_button
from strategidesk.ui.theme import faces
from strategidesk.ui.versions import words
from strategidesk.ui.versions.comparing import COLUMN, ComparingView
from strategidesk.ui.versions.version_list import VersionList
from strategidesk.ui.work import Work
from strategidesk.word.fragments import decided

OPEN, EXPORT, COMPARE, WRITE = "open", "export", "compare", "write"  # what is asked for
_WIDEST = 560  # logical pixels of the card


class VersionsView(QStackedWidget):
    """`asked`: something is to be done (one of the words above) with a Version, with Sides, or
    with the comparison that is shown; `saving_wanted`: save a version of what stands now."""

    asked = Signal(str, object)
    saving_wanted = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.list = VersionList()
        self.title = heading("", wrap=True)
        self._kind = label("", faces.small(bold=True), "muted")
        self._facts = label("", faces.ui(), "muted", wrap=True)
        self._decision = label("", faces.ui(), wrap=True)
        self.save = sign_button("plus", tr("Save a version"), self.saving_wanted.emit)
        self.open = button(tr("Open"), "plain", lambda: self._ask(OPEN), "open")
        self.export = button(tr("Export"), "plain", lambda: self._ask(EXPORT), "export")
        self.other: QComboBox = Combo()
        self.compare = button(tr("Compare"), "plain", self._compare)
        self._nothing = label("", faces.ui(), "muted", wrap=True)
        self.comparing = ComparingView()
        self.comparing.left.connect(self.leave_comparison)
        self.comparing.written.connect(partial(self.asked.emit, WRITE, None))
        self._lay_out()
        self.list.chosen.connect(self._show)
        self.read()

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self._column())
        self._right = QStackedWidget()
        self._right.addWidget(self._card())
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(32)
        self._right.addWidget(self._nothing)
        sheet = frame("sheet")
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._right)
        split.addWidget(sheet)
        split.setStretchFactor(1, 1)
        split.setSizes([COLUMN, 900])
        self.addWidget(split)
        self.addWidget(self.comparing)

    def _column(self) -> QWidget:
        column = frame("column")
        column.setMinimumWidth(200)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 12, 8)
        head.addWidget(heading(tr("Versions"), faces.ui(bold=True), wrap=True), 1)
        self.save.setEnabled(not self._work.read_only)
        head.addWidget(self.save)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        return column

    def _card(self) -> QWidget:
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(24, 16, 24, 24)
        layout.setSpacing(4)
        for part in (self._kind, self.title, self._facts, self._decision):
            layout.addWidget(part)
        layout.addSpacing(8)
        layout.addWidget(Flow(self.open, self.export))
        layout.addSpacing(16)
        card = frame("card")
        card.setMaximumWidth(_WIDEST)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(4)
        rows.addWidget(head_of(self.other, tr("Compare with")))
        row = QHBoxLayout()
        row.addWidget(self.other, 1)
        row.addWidget(self.compare)
        rows.addLayout(row)
        layout.addWidget(card)
        layout.addStretch(1)
        area = QScrollArea()
        bare(area, inner)
        return area

    # what is shown

    def read(self) -> None:
        """Show the versions that there are now."""
        self.list.show_versions(self._work.versions, Clock()())
        self._show()

    def _show(self) -> None:
        one = self.list.version
        if one is None:
            said = tr(
                "No versions yet. Save a version before something large is changed, "
                "or adopt the strategy."
            )
            self._nothing.setText(said)
            self._right.setCurrentIndex(1)
            return
        self._right.setCurrentIndex(0)
        self._kind.setText(words.kind_of(one))
        self.title.setText(one.title)
        when, who = whole_moment(one.at), one.author or tr("(no name)")
        self._facts.setText(tr("Saved by {who} {when}.", who=who, when=when))
        decision = self._work.strategy.get(Decision, one.decision)
        self._decision.setVisible(decision is not None)
        if decision is not None:
            self._decision.setText(tr("Decision: {decision}", decision=decided(decision)))
        for part in (self.open, self.export, self.compare):
            part.setAccessibleDescription(one.title)
        self._offer(one)

    def _offer(self, one: Version) -> None:
        before: Version | None = self.other.currentData()
        self.other.clear()
        self.other.addItem(words.name_of(None), None)
        for other in self._work.versions:
            if other != one:
                self.other.addItem(other.title, other)
                if other == before:
                    self.other.setCurrentIndex(self.other.count() - 1)

    # what is done

    def _ask(self, what: str) -> None:
        if self.list.version is not None:
            self.asked.emit(what, self.list.version)

    def _compare(self) -> None:
        one = self.list.version
        if one is None:
            return
        other: Version | None = self.other.currentData()
        if other is not None and (other.at, other.id) < (one.at, one.id):
            one, other = other, one
        self.asked.emit(COMPARE, Sides(one, other))

    def show_comparison(self, comparison: Comparison, sides: Sides) -> None:
        """Show what two versions differ in, in the place of the list."""
        self.comparing.show_comparison(comparison, sides)
        self.setCurrentWidget(self.comparing)
        self.comparing.first_focus().setFocus()

    def leave_comparison(self) -> None:
        """Back to the list."""
        self.setCurrentIndex(0)
        self.stops()[0].setFocus()

    def stops(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes to."""
        if self.currentWidget() is self.comparing:
            return (self.comparing.first_focus(), self.comparing.close_button)
        if self.list.version is None:
            return (self.save,)
        return (self.list, self.open)
