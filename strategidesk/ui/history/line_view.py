"""How the list of changes looks, and how its steps are opened."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from strategidesk.ui.history.lines import LINE, WHEN, Kind, Line, LinesModel
from strategidesk.ui.overview.initials import SIZE, paint_initials
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.things.delegate import paint_selection
from strategidesk.ui.things.model import DETAIL

Index = QModelIndex | QPersistentModelIndex
EDGE = 20
GAP = 12
PART = 20  # how much farther in the changes of a step stand
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = _MIDDLE | Qt.AlignmentFlag.AlignLeft
_RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignRight


class LineView(QListView):
    """The list; Enter, a double click and the arrow open and close a step, as Right and Left do."""

    def __init__(self, model: LinesModel) -> None:
        super().__init__()
        self._lines = model
        self.setProperty("part", "pages")
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(lambda index: model.turn(index.row()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        here = self.indexAt(event.position().toPoint())
        if event.position().x() < EDGE and here.isValid():
            self._lines.turn(here.row())  # the arrow of a step
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        line: Line | None = here.data(LINE)
        if line is not None and line.kind is Kind.STEP and event.key() in _turning(line.open):
            self._lines.turn(here.row())
            return
        super().keyPressEvent(event)


def _turning(is_open: bool) -> tuple[int, ...]:
    side = Qt.Key.Key_Left if is_open else Qt.Key.Key_Right
    return (Qt.Key.Key_Return, Qt.Key.Key_Enter, side)


class LineDelegate(QStyledItemDelegate):
    """A day as a quiet heading; a change with initials, name, what was done, and when."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        lines = sum(QFontMetrics(face).height() for face in (faces.ui(), faces.small()))
        return QSize(100, max(lines, faces.grown(SIZE)) + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        area: QRect = option.rect.adjusted(EDGE, 0, -EDGE, 0)
        painter.save()
        if line.kind is Kind.DAY:
            _paint_day(painter, area, str(index.data()), str(index.data(WHEN)))
        else:
            state: QStyle.StateFlag = option.state
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            if chosen:
                focused = bool(state & QStyle.StateFlag.State_HasFocus)
                paint_selection(painter, option.rect.adjusted(4, 0, -4, 0), focused)
            _paint_change(painter, area, index, line, chosen)
        painter.restore()


def _paint_day(painter: QPainter, area: QRect, title: str, count: str) -> None:
    low = area.adjusted(0, area.height() // 3, 0, 0)
    painter.setPen(tokens().color("muted"))
    painter.setFont(faces.small())
    width = painter.fontMetrics().horizontalAdvance(count)
    painter.drawText(low, _RIGHT, count)
    painter.setFont(faces.small(bold=True))
    room = low.adjusted(0, 0, -width - GAP, 0)
    painter.drawText(room, _LEFT, _elided(painter, title, room.width()))


def _paint_change(painter: QPainter, area: QRect, index: Index, line: Line, chosen: bool) -> None:
    left = area.left() + (PART if line.kind is Kind.PART else 0)
    disc = signs.spot(left, area.center().y() + 1, SIZE)
    if line.kind is Kind.STEP:
        sign = "open_branch" if line.open else "closed_branch"
        arrow = QRectF(left - 15, disc.center().y() - 6, 12, 12)
        signs.paint(painter, sign, tokens()["muted"], arrow)
    paint_initials(painter, disc, line.traces[0].author)
    when = str(index.data(WHEN))
    painter.setFont(faces.small())
    painter.setPen(tokens().color("muted"))
    width = painter.fontMetrics().horizontalAdvance(when)
    painter.drawText(area, _RIGHT, when)
    words = QRect(area)
    words.setLeft(left + faces.grown(SIZE) + GAP)
    words.setRight(area.right() - width - GAP)
    middle = words.center().y() + 1
    painter.setFont(faces.ui(bold=chosen))
    painter.setPen(tokens().color("text"))
    upper = QRect(words.left(), middle - painter.fontMetrics().height(), words.width(), 0)
    upper.setHeight(painter.fontMetrics().height())
    painter.drawText(upper, _LEFT, _elided(painter, str(index.data()), words.width()))
    painter.setFont(faces.small())
    painter.setPen(tokens().color("muted"))
    lower = QRect(words.left(), middle, words.width(), painter.fontMetrics().height())
    painter.drawText(lower, _LEFT, _elided(painter, str(index.data(DETAIL)), words.width()))


def _elided(painter: QPainter, text: str, width: int) -> str:
    metrics = painter.fontMetrics()
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
