"""The filters over the list of changes: who, of what, since when."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from strategidesk.desk.looking_back import Log
from strategidesk.desk.wastebasket import Gone
from strategidesk.history.log import Wanted
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.ui.copies.memory import last_rows
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.history.scopes import ids_of, scopes
from strategidesk.ui.history.visits import Visit
from strategidesk.ui.words import target_caption
from strategidesk.ui.work import Work

_GAP = 8  # logical pixels
_WHEN = "history.since"  # the choice of time is remembered
_EVER, _OPENED, _MERGED, _TODAY, _WEEK, _MONTH = (
    "ever",
    "opened",
    "merged",
    "today",
    "week",
    "month",
)
_DAYS = {_TODAY: 0, _WEEK: 7, _MONTH: 30}


class Filters(QWidget):
    """`changed`: something else is asked for."""

    changed = Signal()

    def __init__(self, work: Work, log: Log, visit: Visit | None) -> None:
        super().__init__()
        self._work = work
        self._log = log
        self._visit = visit
        self._thing: Id | None = None  # one that has been asked for by itself
        self.person = _combo(tr("Person"))
        self.scope = _combo(tr("Section or page"))
        self.since = _combo(tr("When"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._place(narrow=False)
        self._fill_times(work.memory.get(_WHEN))
        self.refresh()
        self.person.activated.connect(lambda _row: self.changed.emit())
        self.scope.activated.connect(lambda _row: self.changed.emit())
        self.since.activated.connect(lambda _row: self._remember())

    def _place(self, narrow: bool) -> None:
        """In one row, or in two where there is little room."""
        spots = ((0, 0), (0, 1), (1, 0)) if narrow else ((0, 0), (0, 1), (0, 2))
        for part, spot in zip((self.person, self.scope, self.since), spots, strict=True):
            self._grid.addWidget(part, *spot, 1, 2 if narrow and spot == (1, 0) else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        filters = (self.person, self.scope, self.since)
        needed = sum(one.minimumSizeHint().width() + _GAP for one in filters) - _GAP
        self._place(event.size().width() < needed)

    def _fill_times(self, chosen: object) -> None:
        self.since.clear()
        self.since.addItem(tr("All the time"), _EVER)
        if self._visit is not None:
            self.since.addItem(tr("Since I last opened"), _OPENED)
        if last_rows(self._work.memory) is not None:
            self.since.addItem(tr("From the copies"), _MERGED)
        self.since.addItem(tr("Today"), _TODAY)
        self.since.addItem(tr("The latest week"), _WEEK)
        self.since.addItem(tr("The latest month"), _MONTH)
        self._choose(self.since, chosen)

    def show_merged(self) -> None:
        """Ask for what came when copies were merged last."""
        for combo in (self.person, self.scope):
            combo.setCurrentIndex(0)
        self._fill_times(_MERGED)
        self.changed.emit()

    def _remember(self) -> None:
        self._work.memory[_WHEN] = self.since.currentData()
        self.changed.emit()

    def refresh(self) -> None:
        """Offer the people and things that there are now; what is chosen stays where it can."""
        self._fill_times(self.since.currentData())
        people = [(name, name or tr("(no name)")) for name in self._log.authors()]
        parts = [(one.key, one.label) for one in scopes(self._work.strategy)]
        if self._thing is not None and self._thing not in {key for key, _label in parts}:
            parts.insert(0, (self._thing, target_caption(self._work.strategy, self._thing)))
        for combo, everything, choices in (
            (self.person, tr("All people"), people),
            (self.scope, tr("All sections"), parts),
        ):
            chosen = combo.currentData()
            combo.clear()
            combo.addItem(everything, None)
            for key, label in choices:
                combo.addItem(label, key)
            self._choose(combo, chosen)

    def _choose(self, combo: Combo, key: object) -> None:
        combo.setCurrentIndex(max(0, combo.findData(key) if key is not None else 0))

    def ask_since_opened(self) -> None:
        """Ask for all that came since the file was opened last, where it was opened before."""
        for combo in (self.person, self.scope):
            combo.setCurrentIndex(0)
        self._choose(self.since, _OPENED)
        self._remember()

    def narrow_to(self, id: Id) -> None:
        """Ask for everything that has happened to one thing."""
        self._thing = id
        self.refresh()
        self.person.setCurrentIndex(0)
        self.since.setCurrentIndex(0)
        self._choose(self.scope, id)
        self.changed.emit()

    def clear(self) -> None:
        """Ask for everything."""
        for combo in (self.person, self.scope, self.since):
            combo.setCurrentIndex(0)
        self._remember()

    @property
    def narrow(self) -> bool:
        """Whether not everything is asked for."""
        return any(combo.currentIndex() > 0 for combo in (self.person, self.scope, self.since))

    def wanted(self, gone: Sequence[Gone], today: date) -> Wanted:
        """What is asked for."""
        scope, since = self.scope.currentData(), self.since.currentData()
        behind = self._visit.size if since == _OPENED and self._visit else 0
        within = 0
        if since == _MERGED:
            behind, within = last_rows(self._work.memory) or (0, 0)
        start = 0
        if since in _DAYS:
            begun = datetime.combine(today - timedelta(days=_DAYS[since]), time())
            start = round(begun.timestamp() * 1_000_000)
        ids = ids_of(self._work.strategy, gone, scope) if scope is not None else None
        return Wanted(self.person.currentData(), ids, behind, start, within)


def _combo(name: str) -> Combo:
    made = Combo()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setMinimumContentsLength(6)
    return made
