"""The plan on a line of years: a list of activities with a bar beside each."""

from collections.abc import Callable, Collection, Iterator

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from strategidesk.desk.spans import Span
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.ui.charts.bar import paint_segment
from strategidesk.ui.plan.timeline_model import NAME, SPAN, STATUS, TIME, TimelineModel
from strategidesk.ui.theme import faces
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.things.delegate import LineDelegate
from strategidesk.ui.things.model import TWO_LINES
from strategidesk.ui.things.own_keys import keeps
from strategidesk.ui.work import Work

Index = QModelIndex | QPersistentModelIndex
BAR, LEAST, EDGE = 16, 6, 8
_LOOKS = {"delayed": "late"}  # of bars, where not the state itself
_SELECT = QItemSelectionModel.SelectionFlag


def years(model: TimelineModel, width: int) -> Iterator[tuple[int, float]]:
    """The years that are written over the line, each with where it begins."""
    count = model.last - model.first
    if not model.rows or model.first <= 0 or count <= 0:
        return
    letters = faces.ui().pointSizeF() * 4.5
    step = max(1, round(letters * count / max(1, width - 2 * EDGE) + 0.5))
    for year in range(model.first, model.last, step):
        yield year, _x(model, year, width)


def _x(model: TimelineModel, moment: float, width: int) -> float:
    return EDGE + (moment - model.first) / (model.last - model.first) * (width - 2 * EDGE)


class _Years(QHeaderView):
    """Says the years where they begin."""

    def __init__(self, view: "Timeline", model: TimelineModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._things = model
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look = tokens()
        painter.save()
        painter.fillRect(rect, look.color("subtle"))
        painter.setPen(look.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(faces.small(bold=True))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if logicalIndex == NAME:
            painter.setPen(look.color("muted"))
            painter.drawText(rect.adjusted(16, 0, -4, 0), middle, tr("Activity"))
        else:
            for year, x in years(self._things, rect.width()):
                at = rect.left() + round(x)
                painter.setPen(look.color("line"))
                painter.drawLine(at, rect.top(), at, rect.bottom())
                painter.setPen(look.color("muted"))
                painter.drawText(QRect(at + 4, rect.top(), 80, rect.height()), middle, str(year))
        painter.restore()


class _BarDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, TimelineModel)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area.adjusted(-4, 2, -4, -1), tokens().color("selected"))
        painter.setPen(tokens().color("line"))
        span: Span | None = index.data(SPAN)
        if index.row() < model.loose or model.loose < 0:
            for _year, x in years(model, area.width()):
                at = area.left() + round(x)
                painter.drawLine(at, area.top(), at, area.bottom())
        if span is not None:
            self._bar(painter, area, model, span, str(index.data(STATUS)))
        elif index.row() != model.loose:
            painter.setPen(tokens().color("muted"))
            painter.setFont(faces.ui())
            words = painter.fontMetrics().elidedText(
                str(index.data()), Qt.TextElideMode.ElideRight, area.width() - 2 * EDGE
            )
            painter.drawText(area.adjusted(EDGE, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    @staticmethod
    def _bar(painter: QPainter, area: QRect, model: TimelineModel, span: Span, status: str) -> None:
        start = span.start if span.start is not None else model.first
        end = span.end if span.end is not None else model.last
        left = area.left() + _x(model, start, area.width())
        right = area.left() + _x(model, end, area.width())
        bar = QRectF(left, area.center().y() - BAR / 2, max(LEAST, right - left), BAR)
        paint_segment(painter, bar, _LOOKS.get(status, status))


class Timeline(QTableView):
    """`picked`: the activities that are selected now, the one in focus first."""

    picked = Signal(list)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.things = TimelineModel(work)
        self.setProperty("part", "table")
        self.setModel(self.things)
        self.setAccessibleName(tr("Activities on a timeline"))
        self.setHorizontalHeader(_Years(self, self.things))
        self.setItemDelegateForColumn(NAME, LineDelegate(self, selects=True))
        self.setItemDelegateForColumn(TIME, _BarDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.tell())

    def event(self, event: QEvent) -> bool:
        return keeps(event) or super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        line = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(max(faces.grown(TWO_LINES), 2 * line + 12))
        width = self.viewport().width()
        name = max(faces.grown(160), round(width * 0.42))
        self.setColumnWidth(NAME, name)
        self.setColumnWidth(TIME, max(120, width - name))

    def tell(self) -> None:
        """Say what is selected."""
        self.picked.emit(self.activities())

    def activities(self) -> list[Id]:
        """The selected activities, the one in focus first."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        here = self.currentIndex().row()
        rows.sort(key=lambda row: row != here)
        return [self.things.rows[row] for row in rows if row != self.things.loose]

    def show_only(self, ids: Collection[Id]) -> None:
        """Show these activities; what is chosen stays so."""
        self._anew(lambda: self.things.show_only(ids))

    def in_order(self) -> list[Id]:
        """All activities as they stand below each other."""
        return [id for row, id in enumerate(self.things.rows) if row != self.things.loose]

    def _anew(self, change: Callable[[], None]) -> None:
        row = self.currentIndex().row()
        here = self.things.rows[row] if row >= 0 else ""
        place = self.verticalScrollBar().value()
        self.blockSignals(True)
        change()
        self.horizontalHeader().viewport().update()
        if here:
            self.choose(here)
        self.verticalScrollBar().setValue(place)
        self.blockSignals(False)

    def choose(self, key: str) -> None:
        """Go to an activity and select it alone."""
        row = self.things.row_of(key)
        if row >= 0:
            index = self.things.index(row, NAME)
            self.selectionModel().setCurrentIndex(index, _SELECT.ClearAndSelect | _SELECT.Rows)
            self.scrollTo(index)
