"""The list of files opened last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyledItemDelegate

from strategidesk.language import tr
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

ROW = 54
_PATH = Qt.ItemDataRole.UserRole
_MISSING = Qt.ItemDataRole.UserRole + 1


class _RecentDelegate(QStyledItemDelegate):
    """Title and path of a file, with a word where it is not found."""

    def __init__(self, shown_in: RecentList) -> None:
        super().__init__(shown_in)
        self._list = shown_in

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area: QRect = option.rect
        painter.save()
        if self._list.selectionModel().isSelected(index):
            painter.fillRect(area, tokens().color("selected"))
        elif index.row() == self._list.under_mouse:
            painter.fillRect(area, tokens().color("hover"))
        painter.setPen(tokens().color("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        sign = QRectF(area.left() + 18, area.center().y() - 10, 20, 20)
        signs.paint(painter, "text", tokens()["accent"], sign)
        words = area.adjusted(52, 0, -16, 0)
        painter.setFont(faces.ui(bold=True))
        painter.setPen(tokens().color("text"))
        line = painter.fontMetrics().height()
        top = QRect(words.left(), words.center().y() - line, words.width(), line)
        title = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, top.width()
        )
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft, title)
        missing = bool(index.data(_MISSING))
        path = str(index.data(_PATH))
        text = tr("Not found: {path}", path=path) if missing else path
        painter.setFont(faces.small())
        painter.setPen(tokens().color("danger" if missing else "muted"))
        low = top.translated(0, line + 1)
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, low.width())
        painter.drawText(low, Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


class RecentList(QListWidget):
    """`opened` and `removed` carry a path. Enter opens, Delete takes the line off the list."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Recent"))
        self.under_mouse = -1
        self.setItemDelegate(_RecentDelegate(self))
        self.setMouseTracking(True)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(_PATH)))
        self.itemClicked.connect(lambda item: self.opened.emit(item.data(_PATH)))

    def fill(self, recent: list[dict[str, str]]) -> None:
        """Show these files."""
        self.clear()
        for one in recent:
            item = QListWidgetItem(one.get("title") or one["path"], self)
            item.setData(_PATH, one["path"])
            item.setSizeHint(QSize(100, ROW))
        self.setFixedHeight(max(0, ROW * len(recent) - 1))

    def mark_missing(self, paths: set[str]) -> None:
        """Say which files are not there any more."""
        for row in range(self.count()):
            item = self.item(row)
            item.setData(_MISSING, item.data(_PATH) in paths)

    def _hover(self, row: int) -> None:
        self.under_mouse = row
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Delete and item is not None:
            self.removed.emit(item.data(_PATH))
        else:
            super().keyPressEvent(event)
