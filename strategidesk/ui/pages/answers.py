"""The page on which answers that came back are looked through before anything is entered."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from strategidesk.desk.answers.outcomes import Judgment, Outcome, SheetReport, Verdict
from strategidesk.desk.answers.received import Received
from strategidesk.desk.answers.settling import Decision, LeaveOut, Take
from strategidesk.history.changes import ChangeSet
from strategidesk.language import mark, tr
from strategidesk.model.follow_up import Round
from strategidesk.model.rounds import period_name
from strategidesk.ui.answers import keys
from strategidesk.ui.answers.cells import CellsModel, CellsTable
from strategidesk.ui.answers.files import FileList
from strategidesk.ui.answers.foot import Foot
from strategidesk.ui.answers.sight import Sight
from strategidesk.ui.answers.state import Answers
from strategidesk.ui.answers.strip import Strip
from strategidesk.ui.answers.words import ALL, ASKED, CORRECTED, REFUSED, in_segment, notes_of
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.pages.page import HeaderAct, Page
from strategidesk.ui.pages.saying import Part, Saying, Way, says
from strategidesk.ui.pages.table import Place
from strategidesk.ui.parts import Elided, button, frame, heading, label, sign_label
from strategidesk.ui.segments import Segments
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work

COLUMN = 290  # logical pixels
NARROW = 820  # under which the files are a drop-down over the cells
_JUDGED_BY = {
    "activity", "round", "follow_up", "receipt", "open_answer", "unit", "area", "hallmark",
}  # fmt: skip
_KEYS = 10  # Alt+0 to Alt+9
_SEGMENTS = {
    ALL: mark("All {n}"),
    ASKED: mark("Questions {n}"),
    CORRECTED: mark("Put right {n}"),
    REFUSED: mark("Not taken {n}"),
}


class AnswersPage(Page):
    """What is read stays until it is taken in or put away, also while other pages are in front."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self.answers = Answers()
        self.stale = False  # the strategy has changed since the files were judged
        self._before: Answers | None = None  # that were put away last
        self.files = FileList()
        self.picker = Combo()
        self.picker.setAccessibleName(tr("Files"))
        self.add = button(tr("Add …"), "link", partial(self.deed_wanted.emit, keys.READ), "plus")
        self.count = heading("", faces.ui(bold=True))
        self.segments = Segments(tr("Which cells are shown"))
        self.notes = Elided("", faces.small(), "muted")
        self.trouble = label("", faces.ui(), wrap=True)
        self.model = CellsModel(work)
        self.table = CellsTable(self.model)
        self.strip = Strip(work)
        deeds = (keys.TAKE, keys.REPORT, keys.PUT_AWAY)
        self.foot = Foot(*(partial(self.deed_wanted.emit, key) for key in deeds))
        self._column = self._made_column()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._follow()

    def _made_column(self) -> QFrame:
        column = frame("column")
        column.setMinimumWidth(220)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 12, 0)
        head.addWidget(self.count, 1)
        head.addWidget(self.add)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 16, 0)
        foot.addWidget(sign_label("lock"), 0, Qt.AlignmentFlag.AlignTop)
        words = tr("The files are never changed. Formulas and macros are not run.")
        foot.addWidget(label(words, faces.small(), "muted", wrap=True), 1)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 10, 0, 12)
        inner.setSpacing(6)
        inner.addLayout(head)
        inner.addWidget(self.files, 1)
        inner.addLayout(foot)
        return column

    def _lay_out(self) -> None:
        self._right = Sight(
            self.segments,
            self.notes,
            self.picker,
            self.trouble,
            self.table,
            self.strip,
            self.foot,
        )
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._column)
        splitter.addWidget(self._right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([faces.grown(COLUMN), 900])
        self._stack.addWidget(splitter)
        self._stack.addWidget(self._made_empty())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _made_empty(self) -> QWidget:
        empty = frame("sheet")
        inner = QVBoxLayout(empty)
        inner.setContentsMargins(32, 32, 32, 32)
        words = tr("No answers are read in. Drop filled-in Excel sheets here, or choose Add.")
        said = label(words, faces.ui(), "muted", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.first = button(tr("Add …"), "plain", partial(self.deed_wanted.emit, keys.READ), "plus")
        inner.addStretch(1)
        inner.addWidget(said)
        inner.addWidget(self.first, 0, Qt.AlignmentFlag.AlignCenter)
        inner.addStretch(2)
        return empty

    def _connect(self) -> None:
        self.files.chosen.connect(self._show_file)
        self.picker.activated.connect(self._show_file)
        self.segments.chosen.connect(lambda _key: self._show_cells())
        self.table.chosen.connect(self._ask)
        self.table.entered.connect(self._answer)
        self.strip.taken.connect(lambda value: self._decide(Take(value)))
        self.strip.left_out.connect(lambda: self._decide(LeaveOut()))
        self.strip.asked_again.connect(lambda: self._decide(None))
        for number in range(_KEYS):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(partial(self.strip.choose, number))

    # what is shown

    @property
    def sheet(self) -> SheetReport | None:
        """The file in front."""
        sheets = self.answers.shown.sheets
        row = self.files.currentRow()
        return sheets[row] if 0 <= row < len(sheets) else None

    @property
    def outcome(self) -> Outcome | None:
        """The cell in front."""
        row = self.table.currentIndex().row()
        return self.model.outcomes[row] if 0 <= row < len(self.model.outcomes) else None

    def show_read(self, files: Sequence[Received], judgment: Judgment) -> None:
        """Show files that were read, and what becomes of them."""
        known = {one.path for one in self.answers.received}
        new = next((at for at, one in enumerate(files) if one.path not in known), None)
        self.stale = False
        self.answers.take(files, judgment)
        self._follow(self.files.currentRow() if new is None else new)
        self.leave_for()

    def _follow(self, row: int = 0) -> None:
        sheets = self.answers.shown.sheets
        self.files.show_sheets(sheets, row)
        self.picker.clear()
        self.picker.addItems([one.path.name for one in sheets])
        self.count.setText(tr("1 file") if len(sheets) == 1 else tr("{n} files", n=len(sheets)))
        self._stack.setCurrentIndex(0 if sheets else 1)
        self._show_file(max(0, self.files.currentRow()))
        self.foot.show_totals(self.answers, self.work.read_only)
        self._fit()

    def _show_file(self, row: int) -> None:
        if self.files.currentRow() != row:
            self.files.setCurrentRow(row)
        self.picker.setCurrentIndex(row)
        self._show_cells()

    def _show_cells(self) -> None:
        sheet = self.sheet
        outcomes = sheet.outcomes if sheet else ()
        chosen = self.segments.key if self.segments.buttons else ALL
        counts = {key: sum(in_segment(one, key) for one in outcomes) for key in _SEGMENTS}
        choices = [(key, tr(words, n=counts[key])) for key, words in _SEGMENTS.items()]
        self.segments.show_choices(choices, chosen)
        here = self.outcome
        self.model.show([one for one in outcomes if in_segment(one, chosen)])
        notes = notes_of(sheet) if sheet else ""
        stopped = bool(sheet and (sheet.trouble or sheet.refused))
        self.notes.show_text("" if stopped else notes)
        self.trouble.setText(notes)
        self._right.show_stopped(stopped, bool(outcomes))
        at = next((n for n, one in enumerate(self.model.outcomes) if _same(one, here)), 0)
        self.table.show_row(at if self.model.outcomes else -1)
        self._ask(self.table.currentIndex().row())
        self.state_changed.emit()

    def _ask(self, _row: int) -> None:
        sheet, outcome = self.sheet, self.outcome
        if sheet is None or outcome is None:
            self.strip.hide()
            return
        decided = self.answers.decided(sheet, outcome)
        before = self.answers.asked(sheet, outcome) if decided else outcome
        if before.verdict is Verdict.ASKED:
            self.strip.ask(before, decided)
        else:
            self.strip.hide()
        self._right.show_question()

    def _answer(self) -> None:
        if not self.strip.isHidden():
            self.strip.first().setFocus()

    # what is done

    def _decide(self, decision: Decision | None) -> None:
        sheet, outcome = self.sheet, self.outcome
        if sheet is None or outcome is None or self.work.read_only:
            return
        here = self._here()
        self.answers.decide(sheet, outcome, decision)
        row = self.files.currentRow()
        self.files.show_sheets(self.answers.shown.sheets, row)
        self.foot.show_totals(self.answers, False)
        self._show_cells()
        if decision is not None:  # the cell may have gone from what is shown, not from its file
            at = _order(self.answers.shown.sheets[row], outcome)
            self.step(1, (row, at) if at >= 0 else here)
        self.table.setFocus()

    def step(self, by: int, here: tuple[int, int] | None = None) -> None:
        """To the next question (-1: the one before), over all files and round the end. `here` is
        where from, as (file, cell): where nothing is said, from the cell in front."""
        sheets = self.answers.shown.sheets
        spots = [
            (row, number, one)
            for row, sheet in enumerate(sheets)
            for number, one in enumerate(sheet.outcomes)
            if one.verdict is Verdict.ASKED
        ]
        if not spots:
            self.hinted.emit(tr("Every question is answered."))
            return
        here = here or self._here()
        behind = [spot for spot in spots if spot[:2] > here]
        before = [spot for spot in spots if spot[:2] < here]
        found = (behind or spots)[0] if by > 0 else (before or spots)[-1]
        if self.files.currentRow() != found[0]:
            self._show_file(found[0])
        if self.segments.key not in (ALL, ASKED):
            self.segments.choose(ALL)
            self._show_cells()
        shown = self.model.outcomes
        self.table.show_row(next(n for n, one in enumerate(shown) if _same(one, found[2])))

    def _here(self) -> tuple[int, int]:
        sheet, outcome = self.sheet, self.outcome
        if sheet is None or outcome is None:
            return (max(0, self.files.currentRow()), -1)
        return self.files.currentRow(), _order(sheet, outcome)

    def put_away(self) -> None:
        """Forget what was read; the files are as they were."""
        self._before, self.answers = self.answers, Answers()
        self._follow()

    def bring_back(self) -> None:
        """Have what was put away last here again, with what was decided of it."""
        if self._before is not None and not self.answers.received:
            self.answers, self._before = self._before, None
            self.stale = True
            self._follow()

    def taken(self) -> None:
        """All is in the strategy: nothing waits here any more."""
        self.answers = Answers()
        self._follow()

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {
            "next_finding": lambda: self.step(1),
            "previous_finding": lambda: self.step(-1),
        }

    # the page

    def opened(self) -> None:
        if self.stale:
            self.deed_wanted.emit(keys.JUDGE)

    def refresh(self, changes: ChangeSet) -> None:
        if _JUDGED_BY & changes.nouns and self.answers.received:
            self.stale = True
            if self.isVisible():
                self.deed_wanted.emit(keys.JUDGE)

    def acts(self) -> tuple[HeaderAct, ...]:
        back = partial(self.wanted.emit, keys.FOLLOW_UP, "")
        turn = HeaderAct(tr("Back to the follow-up"), "back", back)
        if not self._narrow or not self.answers.received:
            return (turn,)
        add = partial(self.deed_wanted.emit, keys.READ)  # the files' column, which has it, is away
        return (HeaderAct(tr("Add …"), "plus", add, when_reading=False), turn)

    def sentence(self) -> Saying | None:
        sheet = self.sheet
        round = self.work.strategy.get(Round, sheet.round) if sheet else None
        name = period_name(round.period) if round else ""
        way = Way(keys.FOLLOW_UP)
        where = tr("Follow-up, {period}.", period=name) if name else tr("Follow-up.")
        return says(
            Part(where, way), tr("Look through what the sheets say before anything is entered.")
        )

    def facts(self) -> str:
        n = self.answers.shown.filled
        return tr("{n} cells", n=n) if n else ""

    @property
    def _narrow(self) -> bool:
        return self.width() < faces.grown(NARROW)

    def _fit(self) -> None:
        self._column.setVisible(not self._narrow)
        self._right.fit(self._narrow, self.width() if self._narrow else self._right.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        turned = self._column.isHidden() != self._narrow
        self._fit()
        if turned:
            self.state_changed.emit()

    def stops(self) -> tuple[QWidget, ...]:
        if not self.answers.shown.sheets:
            return (self.first,)
        first: QWidget = self.picker if self._narrow else self.files
        table: QWidget = self.table if self.model.outcomes else self.foot.report
        return (table, first, self.foot.take)


def _same(one: Outcome, other: Outcome | None) -> bool:
    return other is not None and (one.sheet, one.at) == (other.sheet, other.at)


def _order(sheet: SheetReport, outcome: Outcome) -> int:
    return next((n for n, one in enumerate(sheet.outcomes) if _same(one, outcome)), -1)
