"""The list of files opened last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from strategidesk.language import tr
from strategidesk.ui.start.row import PATH, SEEN, RowDelegate
from strategidesk.ui.theme import faces
from strategidesk.ui.things.ring import FirstLine

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    from strategidesk.ui.start.seen import Seen

ROW = 54


class RecentList(QListWidget):
    """`opened` and `removed` carry a path. Enter opens, Delete takes the line off the list."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Recent"))
        self._delegate = RowDelegate(self)
        self._seen: dict[str, Seen] = {}
        self.setItemDelegate(self._delegate)
        FirstLine(self)
        self.setMouseTracking(True)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self.opened.emit(item.data(PATH)))

    def fill(self, recent: list[dict[str, str]]) -> None:
        """Show these files; what has been seen of them stays."""
        self.clear()
        for one in recent:
            item = QListWidgetItem(one.get("title") or one["path"], self)
            item.setData(PATH, one["path"])
            item.setSizeHint(QSize(100, faces.grown(ROW)))
            self._say(item)
        self.setFixedHeight(faces.grown(ROW) * len(recent))

    def show_seen(self, path: str, seen: Seen) -> None:
        """Show what has been seen of a file."""
        self._seen[path] = seen
        for row in range(self.count()):
            if self.item(row).data(PATH) == path:
                self._say(self.item(row))

    def _say(self, item: QListWidgetItem) -> None:
        path = item.data(PATH)
        seen = self._seen.get(path)
        words = seen.words if seen else ""
        item.setData(SEEN, seen)
        heard = ". ".join(part for part in (item.text(), words, path) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, heard)
        item.setToolTip("\n".join(part for part in (path, words) if part))

    def _hover(self, row: int) -> None:
        self._delegate.under_mouse = row
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(item.data(PATH))
        elif item is not None and event.key() == Qt.Key.Key_Delete:
            self._remove(item)
        else:
            super().keyPressEvent(event)

    def _remove(self, item: QListWidgetItem) -> None:
        row = self.row(item)
        self.removed.emit(item.data(PATH))
        if self.count():
            self.setCurrentRow(min(row, self.count() - 1))
