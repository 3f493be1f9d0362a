"""The line under the plan: how many activities there are in each state."""

from collections import Counter

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from strategidesk.language import mark, tr
from strategidesk.model.noun import fields_of
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy
from strategidesk.ui.parts import frame, label
from strategidesk.ui.theme import faces
from strategidesk.ui.things.chips import Chip, chip
from strategidesk.ui.things.delegate import paint_chip

_STATES = {
    "not_started": (mark("1 not started"), mark("{n} not started")),
    "started": (mark("1 started"), mark("{n} started")),
    "done": (mark("1 completed"), mark("{n} completed")),
    "continuous": (mark("1 carried out continuously"), mark("{n} carried out continuously")),
    "delayed": (mark("1 delayed"), mark("{n} delayed")),
    "cancelled": (mark("1 cancelled"), mark("{n} cancelled")),
}
_HIGH, _BESIDE = 24, 36  # pixels; beside the word stand the sign and the edges


class StateChip(QWidget):
    """How many are in a state, as its sign and words."""

    def __init__(self, found: Chip, words: str) -> None:
        super().__init__()
        self._found = found
        self.words = words
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(faces.ui())
        wide = metrics.horizontalAdvance(self.words) + _BESIDE
        return QSize(wide, max(_HIGH, metrics.height() + 8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self._found, self.words)
        painter.end()


class Totals(QWidget):
    """One chip per state that occurs; where there is no room for them, words alone."""

    def __init__(self) -> None:
        super().__init__()
        ground = frame("totals")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self._row = QHBoxLayout(ground)
        self._row.setContentsMargins(24, 6, 24, 6)
        self._row.setSpacing(8)
        self.words: QLabel = label("", faces.small(), "muted", wrap=True)
        self.hint: QLabel = label("", faces.small(), "muted")
        self.chips: list[StateChip] = []
        self._narrow = False
        self._said = ("", "")
        self._row.addWidget(self.words, 1)
        self._row.addStretch(1)
        self._row.addWidget(self.hint)

    def show_strategy(self, strategy: Strategy, read_only: bool) -> None:
        """Count anew."""
        counts = Counter(activity.status for activity in strategy.activities)
        field = fields_of(Activity)["status"]
        states = [(state, _words(state, n)) for state in _order(counts) if (n := counts[state])]
        total = sum(counts.values())
        head = tr("{n} activity" if total == 1 else "{n} activities", n=total)
        whole = f"{head}: {', '.join(words for _, words in states)}." if states else f"{head}."
        self._said = (f"{head}:" if states else whole, whole)
        for old in self.chips:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        made = [(chip(field, state), words) for state, words in states]
        self.chips = [StateChip(found, words) for found, words in made if found is not None]
        for at, one in enumerate(self.chips):
            self._row.insertWidget(1 + at, one)
        self.hint.setText("" if read_only else tr("F2 edits · Ctrl+C and Ctrl+V to and from Excel"))
        self.set_narrow(self._narrow)

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is room for words alone."""
        self._narrow = narrow
        self.words.setText(self._said[narrow])
        self._row.setStretch(0, int(narrow))
        self.words.setWordWrap(narrow)
        self.hint.setVisible(not narrow)
        for one in self.chips:
            one.setVisible(not narrow)


def _order(counts: Counter[str]) -> list[str]:
    return [*_STATES, *sorted(set(counts) - set(_STATES))]


def _words(state: str, n: int) -> str:
    if state not in _STATES:
        return f"{n} {state}"
    one, many = _STATES[state]
    return tr(one) if n == 1 else tr(many, n=n)
