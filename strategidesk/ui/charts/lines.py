"""A small chart of how values go with time."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from strategidesk.ui.charts.parts import Chart, Part
from strategidesk.ui.theme import faces
from strategidesk.ui.theme.active import tokens

DOT = 12
_COLORS = ("accent", "note", "warn", "info", "ok", "danger")  # with the shapes, in turn
_SHAPES = ("disc", "square", "diamond", "triangle")
_LINES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)


@dataclass(frozen=True, slots=True)
class Point:
    """One value; `at` its place on the time axis, counted in periods from the left."""

    at: int
    value: float
    words: str  # all that it says, in the user's language


@dataclass(frozen=True, slots=True)
class Line:
    """The values of one group."""

    name: str
    points: tuple[Point, ...]


class PointPart(Part):
    """A value as a mark whose shape is its line's."""

    def __init__(self, point: Point, line: int) -> None:
        super().__init__(point.words)
        self.point, self.line = point, line
        self.resize(DOT, DOT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(tokens().color("text" if self.hasFocus() else "surface"), 2))
        painter.setBrush(tokens().color(_COLORS[self.line % len(_COLORS)]))
        _mark(painter, _SHAPES[self.line % len(_SHAPES)], area)


class LineChart(Chart):
    """Lines over periods, and a dashed line at the target. Its words stand in a table beside."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self._periods: tuple[str, ...] = ()
        self._target: float | None = None
        self._target_words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(
        self,
        name: str,
        periods: Sequence[str],
        lines: Sequence[Line],
        target: tuple[float, str] | None = None,
    ) -> None:
        """Show other values; `target` is its value and its words."""
        self.setAccessibleName(name)
        self._periods, self._lines = tuple(periods), tuple(lines)
        self._target, self._target_words = target or (None, "")
        self.put([PointPart(p, n) for n, line in enumerate(lines) for p in line.points])
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 170)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        for part in self.parts:
            if isinstance(part, PointPart):
                spot = self._spot(part.point)
                part.move(round(spot.x()) - DOT // 2, round(spot.y()) - DOT // 2)

    def _field(self) -> QRectF:
        """Where the lines are; names stand under and, of groups, at the right."""
        metrics = self.fontMetrics()
        groups = [line.name for line in self._lines if line.name]
        right = min(130, max(map(metrics.horizontalAdvance, groups), default=0) + 16)
        return QRectF(self.rect()).adjusted(24, 22, -max(24, right), -metrics.height() - 10)

    def _spot(self, point: Point) -> QPointF:
        return QPointF(self._across(point.at), self._height(point.value))

    def _across(self, at: int) -> float:
        area, last = self._field(), len(self._periods) - 1
        return area.left() + area.width() * (at / last if last else 0.5)

    def _height(self, value: float) -> float:
        values = [point.value for line in self._lines for point in line.points]
        values += [] if self._target is None else [self._target]
        low, high = min(values), max(values)
        area = self._field()
        share = (value - low) / (high - low) if high > low else 0.5
        return area.bottom() - area.height() * share

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.parts:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(faces.small())
        self._paint_axis(painter)
        self._paint_target(painter)
        for number, line in enumerate(self._lines):
            spots = [self._spot(point) for point in line.points]
            color = tokens().color(_COLORS[number % len(_COLORS)])
            painter.setPen(QPen(color, 2, _LINES[number % len(_LINES)]))
            painter.drawPolyline(QPolygonF(spots))
            painter.setPen(color)
            if line.name and spots:
                box = QRectF(spots[-1].x() + 9, spots[-1].y() - 9, 118, 18)
                text = painter.fontMetrics().elidedText(
                    line.name, Qt.TextElideMode.ElideRight, round(box.width())
                )
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_axis(self, painter: QPainter) -> None:
        area = self._field()
        painter.setPen(tokens().color("line_strong"))
        painter.drawLine(
            QPointF(4, area.bottom() + 8), QPointF(area.right() + 16, area.bottom() + 8)
        )
        painter.setPen(tokens().color("muted"))
        wide = max(map(painter.fontMetrics().horizontalAdvance, self._periods)) + 12
        every = max(1, -(-wide * len(self._periods) // max(1, round(area.width()))))
        for at in range(len(self._periods) - 1, -1, -every):
            middle = self._across(at)
            box = QRectF(middle - wide / 2, area.bottom() + 9, wide, painter.fontMetrics().height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._periods[at])

    def _paint_target(self, painter: QPainter) -> None:
        if self._target is None:
            return
        area, y = self._field(), self._height(self._target)
        painter.setPen(QPen(tokens().color("muted"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(4, y), QPointF(area.right() + 16, y))
        painter.drawText(QPointF(4, y - 4), self._target_words)


def _mark(painter: QPainter, shape: str, area: QRectF) -> None:
    middle = area.center()
    match shape:
        case "disc":
            painter.drawEllipse(area)
        case "square":
            painter.drawRect(area)
        case "diamond":
            corners = [
                QPointF(middle.x(), area.top()),
                QPointF(area.right(), middle.y()),
                QPointF(middle.x(), area.bottom()),
                QPointF(area.left(), middle.y()),
            ]
            painter.drawPolygon(QPolygonF(corners))
        case _:
            corners = [QPointF(middle.x(), area.top()), area.bottomRight(), area.bottomLeft()]
            painter.drawPolygon(QPolygonF(corners))
