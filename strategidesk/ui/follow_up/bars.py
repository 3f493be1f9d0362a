"""How a round stands as a picture: a bar for each row, all on one scale, with words in them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from strategidesk.language import mark, tr
from strategidesk.ui.charts.bar import OUTLINED, Segment, SegmentPart, color_of
from strategidesk.ui.charts.parts import Chart, Part
from strategidesk.ui.charts.states import counted_state
from strategidesk.ui.follow_up.groups import Group, look_of, state_label
from strategidesk.ui.pages.saying import counted
from strategidesk.ui.parts import Elided
from strategidesk.ui.theme import faces
from strategidesk.ui.theme.active import tokens

ROW, BAR, FOOT = 31, 21, 22  # logical pixels: a row, its bar, the scale under them
NAMES, NARROW_NAMES, TOTALS = 270, 130, 100  # widths beside the bars
GAP, LEAST, WORDS = 2, 8, 12  # between parts, of the smallest part, around its words
NARROW = 640  # logical pixels under which the names have less room
_STEPS = (1, 2, 5)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class CountPart(SegmentPart):
    """The activities of a row that are in one state; says how many as far as there is room."""

    def __init__(self, row: int, state: str, words: str, segment: Segment) -> None:
        super().__init__(words, segment)
        self.row, self.state = row, state
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        outlined = self.segment.look in OUTLINED
        painter = QPainter(self)
        if outlined:  # the lines of the scale end at it
            painter.fillRect(self.rect(), tokens().color("surface"))
        painter.end()
        super().paintEvent(event)
        painter.begin(self)
        painter.setFont(faces.small())
        metrics = painter.fontMetrics()
        whole, short = counted_state(self.state, self.segment.count), str(self.segment.count)
        room = self.width() - WORDS
        text = next((one for one in (whole, short) if metrics.horizontalAdvance(one) <= room), "")
        if text and not outlined:  # hatching stays clear of the words
            wide = metrics.horizontalAdvance(text) + WORDS
            box = QRectF((self.width() - wide) / 2, 3, wide, self.height() - 6)
            painter.fillRect(box, color_of(self.segment.look))
        painter.setPen(tokens().color("muted" if outlined else "surface"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._open()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self._open()

    def _open(self) -> None:
        chart = self.parentWidget()
        assert isinstance(chart, GroupBars)
        chart.opened.emit(self.row, self.state)


class GroupBars(Chart):
    """`opened`: the activities behind a part are wanted; carries the row's number and the state.

    Left and Right go along a bar, Up and Down to the bar above and below.
    """

    opened = Signal(int, str)
    reached = Signal(Part)  # the keys are on it now

    def __init__(self) -> None:
        super().__init__()
        self._groups: tuple[Group, ...] = ()
        self._most = 1  # where the scale ends
        self._names: list[Elided] = []
        self._totals: list[Elided] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_groups(self, name: str, groups: Sequence[Group]) -> None:
        """Show other rows; those that are shown already stay as they are."""
        self.setAccessibleName(name)
        if tuple(groups) == self._groups:
            return
        self._groups = tuple(groups)
        self._most = max((len(one.activities) for one in groups), default=1)
        for old in (*self._names, *self._totals):
            old.hide()
            old.deleteLater()
        self._names = [self._text(one.name, Qt.AlignmentFlag.AlignRight) for one in groups]
        self._totals = [self._text(_total(one), Qt.AlignmentFlag.AlignLeft) for one in groups]
        self.setFixedHeight(self._row * len(groups) + faces.grown(FOOT))
        self.put([part for row, one in enumerate(groups) for part in _parts(row, one)])

    def _text(self, words: str, side: Qt.AlignmentFlag) -> Elided:
        made = Elided(words, faces.small())
        made.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        made.setParent(self)
        made.show()
        return made

    @property
    def _row(self) -> int:
        return faces.grown(ROW)

    def _sides(self) -> tuple[int, int]:
        """Where the bars begin and end."""
        narrow = self.width() < faces.grown(NARROW)
        left = faces.grown(NARROW_NAMES if narrow else NAMES)
        return left + 12, self.width() - faces.grown(TOTALS) - 6

    def arrange(self) -> None:
        left, right = self._sides()
        high = faces.grown(BAR)
        for row, (name, total) in enumerate(zip(self._names, self._totals, strict=True)):
            top = row * self._row
            name.setGeometry(0, top, left - 12, self._row)
            total.setGeometry(right + 6, top, self.width() - right - 6, self._row)
        at, row = float(left), -1
        for part in self._counts():
            if part.row != row:
                at, row = float(left), part.row
            width = max(LEAST, (right - left) * part.segment.count / self._most)
            top = row * self._row + (self._row - high) // 2
            part.setGeometry(round(at), top, round(at + width) - round(at) - GAP, high)
            at += width

    def _counts(self) -> list[CountPart]:
        return [part for part in self.parts if isinstance(part, CountPart)]

    def walk(self, part: Part, key: Qt.Key) -> bool:
        parts = self._counts()
        if key not in (Qt.Key.Key_Up, Qt.Key.Key_Down) or not isinstance(part, CountPart):
            return super().walk(part, key)
        row = part.row + (1 if key == Qt.Key.Key_Down else -1)
        beside = [one for one in parts if one.row == row]
        if beside:
            middle = part.geometry().center().x()
            self.go_to(min(beside, key=lambda one: abs(one.geometry().center().x() - middle)))
        return True

    def go_to(self, part: Part) -> None:
        super().go_to(part)
        self.reached.emit(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def sizeHint(self) -> QSize:
        return QSize(faces.grown(NARROW), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(faces.grown(NARROW_NAMES + TOTALS + 120), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The scale: a line and a number at each step."""
        painter = QPainter(self)
        painter.setFont(faces.small())
        left, right = self._sides()
        foot = self._row * len(self._groups)
        step = _step(self._most)
        for count in range(0, self._most + 1, step):
            at = left + (right - left) * count // self._most
            painter.setPen(tokens().color("line"))
            painter.drawLine(at - 1, 0, at - 1, foot)
            painter.setPen(tokens().color("muted"))
            box = QRectF(at - 40, foot, 80, self.height() - foot)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(count))


def _step(most: int) -> int:
    """Whole numbers apart, at most some six of them."""
    size = 1
    while True:
        for step in _STEPS:
            if most <= 6 * step * size:
                return step * size
        size *= 10


def _total(group: Group) -> str:
    n = len(group.activities)
    return counted(n, mark("1 activity"), mark("{n} activities"))


def _parts(row: int, group: Group) -> list[CountPart]:
    total = len(group.activities)
    return [
        CountPart(
            row,
            state,
            tr(
                "{name}, {state}, {n} of {total}",
                name=group.name,
                state=state_label(state).lower(),
                n=len(ids),
                total=total,
            ),
            Segment(state_label(state).lower(), len(ids), look_of(state)),
        )
        for state, ids in group.states
    ]
