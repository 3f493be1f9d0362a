"""The card of how far the work has come: three bars, each with its words."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from strategidesk.desk.remaining import DONE
from strategidesk.language import mark, tr
from strategidesk.model import labels
from strategidesk.model.choices import ACTIVITY_STATUS, SECTION_STATUS
from strategidesk.model.strategy import Strategy
from strategidesk.ui.charts.bar import Segment, StackedBar
from strategidesk.ui.charts.states import LOOKS
from strategidesk.ui.overview.card import OverviewCard
from strategidesk.ui.parts import heading, label
from strategidesk.ui.theme import faces

_SECTION_LOOKS = {
    "approved": "approved",
    "done": "done",
    "in_progress": "started",
    "not_started": "not_started",
}
_COUNTED = {  # a state's label to how one and several are counted
    "Not begun": (mark("1 not begun"), mark("{n} not begun")),
    "Done": (mark("1 done"), mark("{n} done")),
    "Approved": (mark("1 approved"), mark("{n} approved")),
    "Not started": (mark("1 not started"), mark("{n} not started")),
    "Started": (mark("1 started"), mark("{n} started")),
    "Completed": (mark("1 completed"), mark("{n} completed")),
    "Carried out continuously": (mark("1 continuous"), mark("{n} continuous")),
    "Delayed": (mark("1 delayed"), mark("{n} delayed")),
    "Cancelled": (mark("1 cancelled"), mark("{n} cancelled")),
}


class ProgressRow(QWidget):
    """A name, a sum, a bar, and the bar in words."""

    def __init__(self) -> None:
        super().__init__()
        self._name = heading("", faces.ui(bold=True))
        self.sum = label("", faces.small(), "muted")
        self.bar = StackedBar()
        self.words = label("", faces.small(), "muted", wrap=True)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.sum)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 3, 0, 5)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addWidget(self.words)

    def show_segments(self, name: str, total: str, segments: Sequence[Segment]) -> None:
        """Show how a whole is made up; the segments' words are English."""
        self._name.setText(name)
        self.sum.setText(total)
        self.bar.show_segments(
            name, [Segment(tr(one.word).lower(), one.count, one.look) for one in segments]
        )
        said = ", ".join(_counted(one) for one in segments if one.count)
        self.words.setText(said or tr("Nothing yet"))


class ProgressCard(OverviewCard):
    """Sections and activities by state; hallmarks with and without an activity."""

    def __init__(self) -> None:
        super().__init__(tr("This far you have come"))
        self.text, self.plan, self.hallmarks = ProgressRow(), ProgressRow(), ProgressRow()
        for row in (self.text, self.plan, self.hallmarks):
            self.body.addWidget(row)

    def show_strategy(self, strategy: Strategy) -> None:
        """Count anew."""
        self._count_text(strategy)
        self._count_plan(strategy)
        self._count_hallmarks(strategy)

    def _count_text(self, strategy: Strategy) -> None:
        counts = Counter(section.status for section in strategy.sections)
        done, n = sum(counts[state] for state in DONE), len(strategy.sections)
        total = (
            tr("{done} of 1 section done", done=done)
            if n == 1
            else tr("{done} of {n} sections done", done=done, n=n)
        )
        self.text.show_segments(
            tr("Text"), total, _segments(counts, _SECTION_LOOKS, SECTION_STATUS)
        )

    def _count_plan(self, strategy: Strategy) -> None:
        counts = Counter(activity.status for activity in strategy.activities)
        units = len({one.unit for one in strategy.activities if one.unit})
        n = len(strategy.activities)
        sums = (
            tr("1 activity") if n == 1 else tr("{n} activities", n=n),
            tr("1 unit") if units == 1 else tr("{n} units", n=units),
        )
        segments = _segments(counts, LOOKS, ACTIVITY_STATUS)
        self.plan.show_segments(tr("Activity plan"), ", ".join(sums), segments)

    def _count_hallmarks(self, strategy: Strategy) -> None:
        busy = {id for activity in strategy.activities for id in activity.hallmarks}
        n = len(strategy.hallmarks)
        served = sum(hallmark.id in busy for hallmark in strategy.hallmarks)
        segments = (
            Segment(mark("With an activity"), served, "done"),
            Segment(mark("Without an activity"), n - served, "missing"),
        )
        total = tr("{served} of {n} with an activity", served=served, n=n)
        self.hallmarks.show_segments(labels.hallmarks(strategy.card), total, segments)


def _counted(segment: Segment) -> str:
    one, many = _COUNTED.get(segment.word, (mark("1 {word}"), mark("{n} {word}")))
    return tr(one if segment.count == 1 else many, n=segment.count, word=tr(segment.word).lower())


def _segments(counts: Counter[str], looks: dict[str, str], names: dict[str, str]) -> list[Segment]:
    made = [Segment(names[key], counts[key], look) for key, look in looks.items()]
    others = sum(n for key, n in counts.items() if key not in looks)
    return [*made, Segment(mark("Other state"), others, "no_answer")]
