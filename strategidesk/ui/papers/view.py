"""The tab of papers: their list, the form of the one that is chosen, and how it will read."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from strategidesk.desk.papers import composed
from strategidesk.history.changes import ChangeSet
from strategidesk.language import mark, tr
from strategidesk.model.fields import Id
from strategidesk.model.people import Paper
from strategidesk.ui.frame.more import Choice, more_button
from strategidesk.ui.papers import making
from strategidesk.ui.papers.form import PaperForm
from strategidesk.ui.papers.paper_list import PaperList
from strategidesk.ui.papers.preview import PaperPreview
from strategidesk.ui.papers.top import TopRow
from strategidesk.ui.parts import bare, frame, heading, label
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work
from strategidesk.ui.writing.edit import RichEdit

COLUMN, FORM = 292, 532  # logical pixels at first
BOTH, LISTED = 800, 620  # of the room, from which form and preview, and the list, stand beside
LAG = 80  # milliseconds without a key until the preview follows
FORM_SIDE, PREVIEW_SIDE = "form", "preview"
_FOLLOWING = {  # English, by kind: what stands in the document behind the paper's own parts
    "consultation": mark("Then the strategy follows, with its paragraphs numbered."),
    "consultation_summary": mark("Then the replies follow, with how they were handled."),
}
_EDGE = 16  # beside the sheet
_CHOSEN, _SIDE = "paper", "paper.side"  # what is remembered
_LIST_WIDTH, _FORM_WIDTH = "papers.list", "papers.form"


class PapersView(QWidget):
    """`chosen_changed`: another paper is in front, or another text is written in; `removal_wanted`:
    the paper in front is to be removed; `commented`: a comment on what is selected is wanted."""

    chosen_changed = Signal()
    removal_wanted = Signal()
    commented = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._forms: dict[str, PaperForm] = {}
        self.edit: RichEdit | None = None  # the text that is written in
        self._stale = self._entered = False  # the strategy is another; the tab has been in front
        self.list = PaperList()
        self.new = more_button(tr("New paper …"), self.choices, "plus")
        self.new.setEnabled(not work.read_only)
        self.preview = PaperPreview()
        self.top = TopRow(self._do)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.show_preview)
        self._lay_out()
        self._connect()
        self.read()

    def _lay_out(self) -> None:
        self._nothing = label("", faces.ui(), "muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(32)
        self._follows = label("", faces.small(), "muted", wrap=True)
        self._follows.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._stack = QStackedWidget()
        sheet = frame("sheet")
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._stack)
        self._paper = self._ground()
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        for part in (sheet, self._paper):
            self._sides.addWidget(part)
        self._form_side = sheet
        right = frame("sheet")
        under = QVBoxLayout(right)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        for widget in (self.top, self._sides, self._nothing):
            under.addWidget(widget, int(widget is not self.top))
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self._column())
        self._split.addWidget(right)
        for splitter in (self._split, self._sides):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            splitter.setStretchFactor(1, 1)
        memory = self._work.memory
        self._split.setSizes([int(memory.get(_LIST_WIDTH, faces.grown(COLUMN))), 3000])
        self._sides.setSizes([int(memory.get(_FORM_WIDTH, faces.grown(FORM))), 3000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)

    def _ground(self) -> QScrollArea:
        """What the sheet lies on."""
        inner = QWidget()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.preview, 1000)
        row.addStretch(1)
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(_EDGE, 16, _EDGE, 24)
        rows.setSpacing(12)
        rows.addLayout(row)
        rows.addWidget(self._follows)
        rows.addStretch(1)
        area = QScrollArea()
        area.setProperty("part", "ground")
        bare(area, inner)
        return area

    def _column(self) -> QWidget:
        column = self._listed = frame("column")
        column.setMinimumWidth(faces.grown(200))
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 12, 8)
        head.addWidget(heading(tr("Papers"), faces.ui(bold=True), wrap=True), 1)
        head.addWidget(self.new)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        return column

    def _connect(self) -> None:
        self.list.chosen.connect(self._show)
        self.top.jumped.connect(lambda id: self.choose(Id(id)))
        self.top.turned.connect(self._turn)
        self._split.splitterMoved.connect(lambda _at, _index: self._keep_widths())
        self._sides.splitterMoved.connect(lambda _at, _index: self._keep_widths())

    # what is shown

    @property
    def form(self) -> PaperForm | None:
        """The form in front, if any."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, PaperForm) and self.paper is not None else None

    @property
    def paper(self) -> Id | None:
        """The paper in front."""
        return self.list.paper

    def read(self) -> None:
        """List what there is now; the user stays on the same paper."""
        papers = self._work.strategy.all(Paper)
        here = self.paper or self._work.memory.get(_CHOSEN)
        self.list.show_papers(self._work.strategy, papers, here)
        self.top.show_papers(self._work.strategy, papers)
        self._show()

    def choose(self, id: Id) -> bool:
        """Go to a paper; False where there is none of that id."""
        return self.list.choose(id)

    def _show(self) -> None:
        if not self._entered:
            return  # forms take a while to make
        paper = self._work.strategy.get(Paper, self.paper)
        before = self._stack.currentWidget()
        self._nothing.setVisible(paper is None)
        self._sides.setVisible(paper is not None)
        self.top.setVisible(paper is not None)
        if paper is None:
            if isinstance(before, PaperForm):
                before.leave()
            self._follow(None)
            said = tr(
                "No papers yet. Make the official memorandum when the proposal goes to the board: "
                "it is composed from the strategy, and you change what you want."
            )
            self._nothing.setText(said)
            self.chosen_changed.emit()
            return
        form = self._form_of(paper.kind)
        if isinstance(before, PaperForm) and before is not form:
            before.leave()
        other = form.thing != paper.id
        if other:
            self._work.memory[_CHOSEN] = paper.id
            self.edit = form.edits()[0] if form.parts else None
            self.top.bar.follow(self.edit)
        form.show_thing(paper.id)
        self._stack.setCurrentWidget(form)
        self.top.stand_on(paper.id)
        if other:
            self._paper.verticalScrollBar().setValue(0)
        self._later.start(0)  # when the form is painted
        self.chosen_changed.emit()

    def _form_of(self, kind: str) -> PaperForm:
        if kind not in self._forms:
            made = self._forms[kind] = PaperForm(self._work, kind)
            made.typed.connect(self._follow_typing)
            made.entered.connect(self._follow)
            made.removed.connect(self.removal_wanted)
            self._stack.addWidget(made)
        return self._forms[kind]

    def _follow_typing(self) -> None:
        if not self._later.isActive():
            self._later.start(LAG)

    def show_preview(self) -> None:
        """Show the paper in front as it will read, with what is being typed."""
        self._later.stop()
        paper = self.form.paper if self.form is not None else None
        if paper is not None and not self._paper.isHidden():
            self.preview.show_paper(self._work.strategy, composed(self._work.strategy, paper))
            self._follows.setText(tr(_FOLLOWING[paper.kind]) if paper.kind in _FOLLOWING else "")
            self._give_room()

    def _give_room(self) -> None:
        """Its longest word has room beside the form."""
        bar = self._paper.verticalScrollBar().sizeHint().width()
        wanted = self.preview.least_width() + 2 * _EDGE + bar
        least = min(wanted, self._sides.width() // 2)
        if least != self._paper.minimumWidth():
            self._paper.setMinimumWidth(least)

    def _follow(self, edit: RichEdit | None) -> None:
        """Another text is written in."""
        self.edit = edit
        self.top.bar.follow(edit)
        self.chosen_changed.emit()

    def _do(self, key: str) -> None:
        if key == "comment":
            self.commented.emit()

    # the room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share(event.size().width())

    def _share(self, room: int) -> None:
        """The list beside the rest, or as a choice over it; form and preview beside each other, or
        one of them."""
        listed = room >= faces.grown(LISTED) + faces.grown(200)
        self._listed.setVisible(listed)
        rest = room - (self._split.sizes()[0] if listed else 0)
        both = rest >= faces.grown(BOTH)
        side = self._work.memory.get(_SIDE, FORM_SIDE)
        self._form_side.setVisible(both or side == FORM_SIDE)
        shown = self._paper.isHidden()
        self._paper.setVisible(both or side == PREVIEW_SIDE)
        self.top.fit(rest, jump=not listed, switch=not both, side=side)
        if shown and not self._paper.isHidden():
            self.show_preview()
        elif not self._paper.isHidden():
            self._later.start(LAG)  # its room is another

    def _turn(self, side: str) -> None:
        """Show the form, or how the paper reads, where there is room for one."""
        if self.form is not None:
            self.form.commit()
        self._work.memory[_SIDE] = side
        self._share(self.width())

    def _keep_widths(self) -> None:
        if not self._listed.isHidden():
            self._work.memory[_LIST_WIDTH] = self._split.sizes()[0]
        if not (self._paper.isHidden() or self._form_side.isHidden()):
            self._work.memory[_FORM_WIDTH] = self._sides.sizes()[0]
        self._share(self.width())

    # news

    def refresh(self, changes: ChangeSet) -> None:
        """Show what has changed."""
        if self.form is not None:
            self.form.refresh(changes)
        if {"paper", "decision"} & changes.nouns:
            self.read()
        elif self.isVisible():
            self._later.start(LAG)
        else:
            self._stale = True

    def opened(self) -> None:
        """It has been brought to the front."""
        if not self._entered:
            self._entered = True
            self._show()
        if self._stale and self.form is not None:
            self.form.recompose()
        self._stale = False
        self.show_preview()

    def commit(self) -> bool:
        """Save what is being typed; False where a value is refused."""
        return self.form.commit() if self.form is not None else True

    # what is done

    def choices(self) -> list[list[Choice]]:
        """The lines of the menu of new papers."""
        return list(making.choices(not self._work.read_only, self.make))

    def make(self, new: making.New) -> None:
        """Put a new paper in the file and go to it."""
        if self._work.read_only or not self.commit():
            return
        made = making.make(self._work, new)
        if made is not None:
            self.choose(made)
            if self.form is not None:
                self.form.focus_first()

    def stops(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes to."""
        if self.form is None:
            return (self.new,)
        first = self.list if not self._listed.isHidden() else self.top.jump
        return (first, self.form.rows[0].editor, self.preview)
