"""The list of areas: how much each holds, and a sign where a hallmark has no activity."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from strategidesk.desk.areas import Holding, holdings
from strategidesk.language import tr
from strategidesk.model.document import Hallmark
from strategidesk.model.fields import Id
from strategidesk.model.strategy import Strategy
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.things.delegate import paint_selection, two_lines
from strategidesk.ui.things.dragging import Fits, drag_lines
from strategidesk.ui.things.model import DETAIL
from strategidesk.ui.things.shape import LOOSE
from strategidesk.ui.words import caption, noun_label_plural

_KEY = Qt.ItemDataRole.UserRole + 8
_IDLE = Qt.ItemDataRole.UserRole + 9
_EDGE = 20
_SIGN = 18


class AreaList(QListWidget):
    """`chosen` carries an area's id, or LOOSE for what belongs to no area; empty for nothing.
    `dropped`: an area that was moved with the mouse, the one that it was put at, and Where."""

    chosen = Signal(str)
    dropped = Signal(str, str, int)

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        self.setProperty("part", "pages")
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(lambda _now, _before: self._tell())

    def let_drag(self, fits: Fits) -> None:
        """Let areas be moved with the mouse, to where they fit."""
        self.dragger = drag_lines(self, lambda index: str(index.data(_KEY) or ""), fits)
        self.dragger.dropped.connect(self.dropped)

    def show_strategy(self, strategy: Strategy) -> None:
        """Show what the strategy holds now; what is chosen stays chosen where it is left."""
        wanted = [LOOSE] if strategy.areas or strategy.hallmarks else []
        wanted += [area.id for area in strategy.areas]
        if wanted != [str(self.item(row).data(_KEY)) for row in range(self.count())]:
            self._make_lines(wanted)
        held = holdings(strategy)
        for row, key in enumerate(wanted):
            area = None if key == LOOSE else Id(key)
            self._say(self.item(row), strategy, area, held[area])

    def _make_lines(self, wanted: list[str]) -> None:
        here, row = self.key, self.currentRow()
        self._filling = True
        self.clear()
        for key in wanted:
            QListWidgetItem(self).setData(_KEY, key)
        self._filling = False
        if not self.choose(here) and wanted:
            first = 1 if len(wanted) > 1 else 0
            self.setCurrentRow(min(max(first, row), len(wanted) - 1))
        if not wanted:
            self._tell()

    def _say(
        self, item: QListWidgetItem, strategy: Strategy, area: Id | None, held: Holding
    ) -> None:
        title = caption(strategy, strategy.by_id[area]) if area else tr("Overall hallmarks")
        detail = tr(
            "{hallmarks}: {n}, activities: {m}",
            hallmarks=noun_label_plural(strategy, Hallmark),
            n=held.hallmarks,
            m=held.activities,
        )
        item.setText(title)
        item.setData(DETAIL, detail)
        item.setData(_IDLE, held.idle)
        warning = tr("{n} without an activity", n=held.idle) if held.idle else ""
        said = ". ".join(part for part in (title, detail, warning) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setToolTip(said)

    @property
    def key(self) -> str:
        """What is chosen; empty for nothing."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item else ""

    def choose(self, key: str) -> bool:
        """Go to an area; False where it is not there."""
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)
                return True
        return False

    def _tell(self) -> None:
        if not self._filling:
            self.chosen.emit(self.key)


class _Delegate(QStyledItemDelegate):
    """A name of up to two lines, the counts, and the sign at the right."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = self.parent()
        assert isinstance(view, QListWidget)
        lines = len(self._lines(index, view.viewport().width() - 2 * _EDGE - faces.grown(_SIGN)))
        name, detail = (QFontMetrics(face) for face in (faces.ui(bold=True), faces.small()))
        return QSize(100, max(1, lines) * name.lineSpacing() + detail.lineSpacing() + 18)

    def _lines(self, index: QModelIndex | QPersistentModelIndex, width: int) -> list[str]:
        face = faces.ui(bold=True)
        return two_lines(QFontMetrics(face), str(index.data()), width, face)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            paint_selection(painter, option.rect, bool(state & QStyle.StateFlag.State_HasFocus))
        area: QRect = option.rect.adjusted(_EDGE, 8, -_EDGE - faces.grown(_SIGN), -8)
        top = area.top()
        painter.setFont(faces.ui(bold=chosen))
        painter.setPen(tokens().color("text"))
        step = QFontMetrics(faces.ui(bold=True)).lineSpacing()
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for line in self._lines(index, area.width()):
            painter.drawText(QRect(area.left(), top, area.width() + 4, step), left, line)
            top += step
        painter.setFont(faces.small())
        painter.setPen(tokens().color("muted"))
        low = QRect(area.left(), top, area.width(), painter.fontMetrics().lineSpacing() + 2)
        text = painter.fontMetrics().elidedText(
            str(index.data(DETAIL)), Qt.TextElideMode.ElideRight, low.width()
        )
        painter.drawText(low, left, text)
        if index.data(_IDLE):
            right = option.rect.right() - _EDGE - faces.grown(_SIGN) + 4
            box = signs.spot(right, area.center().y(), 17)
            signs.paint(painter, "warn", tokens()["warn"], box)
        painter.restore()
