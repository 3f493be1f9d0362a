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
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.history.scopes import ids_of, scopes
from strategidesk.ui.history.visits import Visit
from strategidesk.ui.work import Work

_GAP = 8  # logical pixels
_WHEN = "history.since"  # the choice of time is remembered
_EVER, _OPENED, _TODAY, _WEEK, _MONTH = "ever", "opened", "today", "week", "month"
_DAYS = {_TODAY: 0, _WEEK: 7, _MONTH: 30}


class Filters(QWidget):
    """`changed`: something else is asked for."""

    changed = Signal()

    def __init__(self, work: Work, log: Log, visit: Visit | None) -> None:
        super().__init__()
        self._work = work
        self._log = log
        self._visit = visit
        self.person = _combo(tr("Person"))
        self.scope = _combo(tr("Section or page"))
        self.since = _combo(tr("When"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._place(narrow=False)
        self._fill_times()
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

    def _fill_times(self) -> None:
        self.since.addItem(tr("All the time"), _EVER)
        if self._visit is not None:
            self.since.addItem(tr("Since I last opened"), _OPENED)
        self.since.addItem(tr("Today"), _TODAY)
        self.since.addItem(tr("The latest week"), _WEEK)
        self.since.addItem(tr("The latest month"), _MONTH)
        self._choose(self.since, self._work.memory.get(_WHEN))

    def _remember(self) -> None:
        self._work.memory[_WHEN] = self.since.currentData()
        self.changed.emit()

    def refresh(self) -> None:
        """Offer the people and things that there are now; what is chosen stays where it can."""
        people = [(name, name or tr("(no name)")) for name in self._log.authors()]
        parts = [(one.key, one.label) for one in scopes(self._work.strategy)]
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
        start = 0
        if since in _DAYS:
            begun = datetime.combine(today - timedelta(days=_DAYS[since]), time())
            start = round(begun.timestamp() * 1_000_000)
        ids = ids_of(self._work.strategy, gone, scope) if scope is not None else None
        return Wanted(self.person.currentData(), ids, behind, start)


def _combo(name: str) -> Combo:
    made = Combo()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setMinimumContentsLength(6)
    return made
