"""The page of all changes: days and people at the left, what one change did at the right."""

from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from strategidesk.desk.clock import Clock
from strategidesk.desk.looking_back import Days, Log
from strategidesk.desk.wastebasket import gone
from strategidesk.history.changes import ChangeSet
from strategidesk.history.log import Wanted
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.ui.gone import titles_of
from strategidesk.ui.history import visits
from strategidesk.ui.history.detail import ChangeDetail
from strategidesk.ui.history.filters import Filters
from strategidesk.ui.history.line_view import LineView
from strategidesk.ui.history.lines import Kind, LinesModel
from strategidesk.ui.history.words import Namer, changes
from strategidesk.ui.overview.moments import date_words
from strategidesk.ui.pages.page import Page
from strategidesk.ui.pages.saying import Saying, says
from strategidesk.ui.pages.table import Place
from strategidesk.ui.parts import button, frame, label
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work

SINCE_OPENED = "opened"  # the filter that shows what is new


class HistoryPage(Page):
    """Reads days as the user gets to them, so that a long history is as quick as a short one."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self._stale = True
        self._sentence = ""
        self._log = Log(work.desk.file)
        self._visit = visits.last(work.memory)
        self.filters = Filters(work, self._log, self._visit)
        self.model = LinesModel(self._log)
        self.list = LineView(self.model)
        self.list.setAccessibleName(tr("Changes"))
        self.detail = ChangeDetail(work, Clock())
        self._all = button(tr("Show all"), "link", self.filters.clear)
        self._nothing = label("", faces.ui(), "muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(32)
        self._right = QStackedWidget()
        self._right.addWidget(self.detail)
        self._right.addWidget(self._nothing)
        self._lay_out()
        self.filters.changed.connect(self._fill)
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._show())
        self.detail.wanted.connect(self.wanted)

    def _lay_out(self) -> None:
        column = frame("sheet")
        column.setMinimumWidth(faces.grown(200))
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 12, 0, 8)
        inner.setSpacing(4)
        head = QWidget()
        over = QVBoxLayout(head)
        over.setContentsMargins(20, 0, 20, 0)
        over.addWidget(self.filters)
        inner.addWidget(head)
        inner.addWidget(self.list, 1)
        inner.addWidget(self._all, 0, Qt.AlignmentFlag.AlignCenter)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(column)
        splitter.addWidget(self._right)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([480, 700])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    # what is shown

    def opened(self) -> None:
        if self._stale:
            self._fill()

    def refresh(self, changes: ChangeSet) -> None:
        self._stale |= bool(changes)
        if self._stale and self.isVisible():
            self._fill()

    def narrow_to(self, id: Id) -> None:
        self.filters.narrow_to(id)

    def _fill(self) -> None:
        self._stale = False
        chosen = self.detail.entry.revision if self.detail.entry is not None else ""
        now = datetime.now()
        things = gone(self.work.desk.file)
        self.filters.refresh()
        wanted = self.filters.wanted(things, now.date())
        days = self._log.days(wanted)
        if days.count == 1 and not self.filters.narrow:
            days = Days()  # nothing but the strategy itself has been made
        self._namer = Namer(self.work.strategy, titles_of(self.work.strategy, things))
        self.model.show(wanted, days, self._namer, now.date())
        row = self.model.row_of(chosen) if chosen else -1
        row = row if row >= 0 else self.model.first()
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self._all.setVisible(self.filters.narrow)
        self._sentence = self._said(wanted, days) if days.count else ""
        self._show()
        self.state_changed.emit()

    def _show(self) -> None:
        row = self.list.currentIndex().row()
        entry = self.model.entry(row) if row >= 0 else None
        self._right.setCurrentIndex(int(entry is None))
        if entry is not None:
            self.detail.show_change(self._namer, entry)
        else:
            self._nothing.setText(self._why(row))

    def _why(self, row: int) -> str:
        """Why no change is shown at the right."""
        if row >= 0:
            if self.model.lines[row].kind is Kind.STEP:
                return tr("These changes were made at once. Press Enter to see each of them.")
            return tr("This change was made by a newer version of the program.")
        if self.filters.narrow:
            return tr("No change is as you ask for.")
        return tr("No history yet. Every change that you make comes here and can be brought back.")

    def _said(self, wanted: Wanted, days: Days) -> str:
        if self._visit is not None:
            since = Wanted(behind=self._visit.size)
            days = days if since == wanted else self._log.days(since)
            opened = date_words(datetime.fromtimestamp(self._visit.at / 1e6).date(), year=False)
            return tr(
                "{changes} by {people} since you opened the strategy on {day}.",
                changes=changes(days.count),
                people=_people(len(days.authors)),
                day=opened,
            )
        if wanted != Wanted():
            days = self._log.days(Wanted())
        return tr(
            "{changes} by {people}.",
            changes=changes(days.count),
            people=_people(len(days.authors)),
        )

    def sentence(self) -> Saying | None:
        return says(self._sentence) or None

    # what can be done

    def show_only(self, key: str) -> None:
        if key == SINCE_OPENED:
            self.filters.ask_since_opened()

    def show_merged(self) -> None:
        """Show what came when copies were merged last."""
        self.filters.show_merged()

    def bring_back(self) -> None:
        """Give the field the value that the chosen change gave it."""
        self.detail.bring_back()

    def stops(self) -> tuple[QWidget, ...]:
        return (self.list, self.filters.person, self.detail.restore_before)


def _people(n: int) -> str:
    return tr("1 person") if n == 1 else tr("{n} people", n=n)
