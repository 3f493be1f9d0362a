"""All wordings that one field has had, newest first."""

from itertools import islice

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from strategidesk.history.timeline import Entry
from strategidesk.language import tr
from strategidesk.ui.history.line_view import EDGE, GAP, Index
from strategidesk.ui.history.words import Namer
from strategidesk.ui.overview.initials import SIZE, paint_initials
from strategidesk.ui.overview.moments import moment
from strategidesk.ui.theme import faces
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.things.delegate import paint_selection
from strategidesk.ui.work import Work

MOST = 100  # wordings that are listed
SHOWN = 6  # lines that are seen without scrolling
_ENTRY = Qt.ItemDataRole.UserRole + 8
_WHEN = Qt.ItemDataRole.UserRole + 9


class Versions(QListWidget):
    """`chosen` carries the change (an Entry) whose wording the user went to."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "pages")
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._filling = False
        self.currentItemChanged.connect(self._tell)

    def show_field(self, work: Work, namer: Namer, entry: Entry, now: int) -> None:
        """List the wordings of the field that a change was made to."""
        self._filling = True
        self.clear()
        for number, one in enumerate(islice(work.desk.history(entry.id, entry.field), MOST)):
            item = QListWidgetItem(namer.what(one), self)
            when = moment(one.at, now)
            item.setData(_WHEN, tr("stands now, {when}", when=when) if number == 0 else when)
            item.setData(_ENTRY, one)
            said = (item.text(), one.author, str(item.data(_WHEN)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(said))
            item.setToolTip(item.text())
            if one.revision == entry.revision:
                self.setCurrentItem(item)
        self.setFixedHeight(min(self.count(), SHOWN) * _height() + 2)
        self._filling = False

    def newest(self) -> Entry | None:
        """The change that gave the field what stands there now."""
        entry: Entry | None = self.item(0).data(_ENTRY) if self.count() else None
        return entry

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._filling:
            self.chosen.emit(item.data(_ENTRY))


def _height() -> int:
    return max(QFontMetrics(faces.ui()).height(), SIZE) + 12


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, _height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        area: QRect = option.rect.adjusted(EDGE // 2, 0, -EDGE // 2, 0)
        painter.save()
        if chosen:
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            paint_selection(painter, option.rect.adjusted(-2, 0, 2, 0), focused)
        disc = QRectF(area.left(), area.center().y() - SIZE / 2 + 1, SIZE, SIZE)
        entry: Entry = index.data(_ENTRY)
        paint_initials(painter, disc, entry.author)
        painter.setFont(faces.small())
        painter.setPen(tokens().color("muted"))
        when = str(index.data(_WHEN))
        width = painter.fontMetrics().horizontalAdvance(when)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, when)
        words = area.adjusted(SIZE + GAP, 0, -width - GAP, 0)
        painter.setFont(faces.ui(bold=chosen))
        painter.setPen(tokens().color("text"))
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, max(0, words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()
