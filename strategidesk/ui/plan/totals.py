"""The line under the plan: how many activities there are in each state."""

from collections import Counter

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from strategidesk.language import mark, tr
from strategidesk.model.choices import ACTIVITY_STATUS
from strategidesk.model.strategy import Strategy
from strategidesk.ui.parts import frame, label
from strategidesk.ui.theme import faces


class Totals(QWidget):
    """Words and numbers, one label per state that occurs."""

    def __init__(self) -> None:
        super().__init__()
        ground = frame("totals")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        row = QHBoxLayout(ground)
        row.setContentsMargins(24, 6, 24, 6)
        row.setSpacing(8)
        self.words: QLabel = label("", faces.small(), "muted", wrap=True)
        self.hint: QLabel = label("", faces.small(), "muted")
        row.addWidget(self.words, 1)
        row.addWidget(self.hint)

    def show_strategy(self, strategy: Strategy, read_only: bool) -> None:
        """Count anew."""
        counts = Counter(activity.status for activity in strategy.activities)
        states = [
            f"{n} {tr(ACTIVITY_STATUS[state]).lower() if state in ACTIVITY_STATUS else state}"
            for state, n in sorted(counts.items(), key=lambda pair: _place(pair[0]))
        ]
        total = sum(counts.values())
        template = mark("{n} activity") if total == 1 else mark("{n} activities")
        head = tr(template, n=total)
        self.words.setText(f"{head}: {', '.join(states)}." if states else f"{head}.")
        self.hint.setText("" if read_only else tr("F2 edits · Ctrl+C and Ctrl+V to and from Excel"))


def _place(state: str) -> int:
    known = list(ACTIVITY_STATUS)
    return known.index(state) if state in known else len(known)
