"""The line under the plan: how many activities there are in each state."""

from collections import Counter

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from strategidesk.language import tr
from strategidesk.model.noun import fields_of
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy
from strategidesk.ui.charts.states import counted_state
from strategidesk.ui.parts import frame, label
from strategidesk.ui.theme import faces
from strategidesk.ui.things.chips import Chip, chip
from strategidesk.ui.things.delegate import paint_chip

_STATES = ("not_started", "started", "done", "continuous", "delayed", "cancelled")
_EDGE, _GAP, _LEAST = 24, 8, 240
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
        self._row.setContentsMargins(_EDGE, 6, _EDGE, 6)
        self._row.setSpacing(_GAP)
        self.words: QLabel = label("", faces.small(), "muted", wrap=True)
        self.hint: QLabel = label("", faces.small(), "muted")
        self.chips: list[StateChip] = []
        self._with_hint = True
        self._said = ("", "")
        self._row.addWidget(self.words, 1)
        self._row.addStretch(1)
        self._row.addWidget(self.hint)

    def show_strategy(self, strategy: Strategy, read_only: bool) -> None:
        """Count anew."""
        counts = Counter(activity.status for activity in strategy.activities)
        field = fields_of(Activity)["status"]
        states = [
            (state, counted_state(state, n)) for state in _order(counts) if (n := counts[state])
        ]
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
        self._settle()

    def offer_hint(self, offered: bool) -> None:
        """Whether the keys that the hint names do something now."""
        self._with_hint = offered
        self._settle()

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        """The hint goes first where room is short, then the chips' words stand alone."""
        metrics = QFontMetrics(faces.small())
        room = self.width() - 2 * _EDGE
        chips = sum(one.sizeHint().width() + _GAP for one in self.chips)
        needed = metrics.horizontalAdvance(self._said[0]) + chips + _GAP
        alone = needed > room
        hint = needed + metrics.horizontalAdvance(self.hint.text()) + 2 * _GAP
        self.words.setText(self._said[alone])
        self.words.setWordWrap(alone)
        self._row.setStretch(0, int(alone))
        self.hint.setVisible(self._with_hint and hint <= room)
        for one in self.chips:
            one.setVisible(not alone)


def _order(counts: Counter[str]) -> list[str]:
    return [*_STATES, *sorted(set(counts) - set(_STATES))]
