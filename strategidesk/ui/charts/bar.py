"""A bar that shows how a whole is made up."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from strategidesk.language import tr
from strategidesk.ui.charts.parts import Chart, Part
from strategidesk.ui.theme.active import tokens

HEIGHT, GAP, LEAST = 14, 2, 6
OUTLINED = ("cancelled", "no_answer", "no_status")
HATCHED = "late"
_TOKENS = {  # a look to its colour
    "approved": "accent",
    "done": "bar_done",
    "continuous": "bar_continuous",
    "started": "bar_started",
    "not_started": "bar_not_started",
    "late": "bar_late",
    "missing": "bar_late",
    "cancelled": "line_strong",
    "no_answer": "line_strong",
    "no_status": "line_strong",
}


@dataclass(frozen=True, slots=True)
class Segment:
    """How many of the whole are in one state."""

    word: str  # in the user's language
    count: int
    look: str  # approved, done, continuous, started, not_started, late, missing, cancelled …


def color_of(look: str) -> QColor:
    """What a state is filled or outlined with."""
    return tokens().color(_TOKENS.get(look, "bar_not_started"))


def paint_segment(painter: QPainter, area: QRectF, look: str) -> None:
    """Fill an area as a state looks: hatched where late, only outlined where nothing came."""
    color = color_of(look)
    if look in OUTLINED:
        painter.setPen(QPen(color, 1, Qt.PenStyle.DashLine))
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        painter.fillRect(area, color)
    if look == HATCHED:
        painter.fillRect(area, QBrush(tokens().color("surface"), Qt.BrushStyle.BDiagPattern))


class SegmentPart(Part):
    """One segment: filled, hatched or, where nothing came, a dashed outline."""

    def __init__(self, words: str, segment: Segment) -> None:
        super().__init__(words)
        self.segment = segment

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint_segment(painter, area, self.segment.look)
        if self.hasFocus():
            painter.setPen(QPen(tokens().color("surface"), 1))
            painter.drawRect(area.adjusted(2.5, 2.5, -2.5, -2.5))
            painter.setPen(QPen(tokens().color("text"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))


class StackedBar(Chart):
    """Shows segments in proportion; each reads as "name, state, 1 of 2"."""

    def __init__(self, name: str = "", height: int = HEIGHT) -> None:
        super().__init__()
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_segments(self, name: str, segments: Sequence[Segment]) -> None:
        """Show another whole; states that nothing is in are left out."""
        self.setAccessibleName(name)
        total = sum(segment.count for segment in segments)
        self.put(
            [
                SegmentPart(
                    tr(
                        "{name}, {state}, {n} of {total}",
                        name=name,
                        state=segment.word,
                        n=segment.count,
                        total=total,
                    ),
                    segment,
                )
                for segment in segments
                if segment.count
            ]
        )

    def arrange(self) -> None:
        shown = [part for part in self.parts if isinstance(part, SegmentPart)]
        total = sum(part.segment.count for part in shown)
        room = self.width() - GAP * (len(shown) - 1) - LEAST * len(shown)
        left = 0.0
        for part in shown:
            width = LEAST + max(0, room) * part.segment.count / total
            part.setGeometry(round(left), 0, round(left + width) - round(left), self.height())
            left += width + GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def sizeHint(self) -> QSize:
        return QSize(200, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.parts:
            painter = QPainter(self)
            painter.setPen(QPen(tokens().color("line_strong"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
