"""A row of widgets that goes on in a new row where there is no room."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

GAP = 8


class Rows(QLayout):
    """Widgets beside each other with a gap between them, in as many rows as they need."""

    def __init__(self, parent: QWidget, apart: bool = False, gap: int = GAP) -> None:
        super().__init__(parent)
        self._apart = apart
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._place(area, move=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + self._gap for size in sizes)
        return QSize(max(0, width - self._gap), max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        least = QSize(0, 0)
        for item in self._items:
            if not item.isEmpty():
                least = least.expandedTo(item.minimumSize())
        return least

    def _place(self, area: QRect, move: bool) -> int:
        """Put the widgets in rows, each in its row's middle; returns how high they are together."""
        y = bottom = area.y()
        for row in self._broken(area):
            high = max(size.height() for _item, _x, size in row)
            for item, x, size in row if move else ():
                middle = y + (high - size.height()) // 2
                width = min(size.width(), area.width())
                item.setGeometry(QRect(x, middle, width, size.height()))
            bottom = y + high
            y = bottom + GAP
        return bottom - area.y()

    def _broken(self, area: QRect) -> list[list[tuple[QLayoutItem, int, QSize]]]:
        """The rows: what stands there, from which x, how large."""
        shown = [item for item in self._items if not item.isEmpty()]
        spare = area.width() - self.sizeHint().width()
        rows: list[list[tuple[QLayoutItem, int, QSize]]] = []
        x = area.x()
        for item in shown:
            size = item.sizeHint()
            if self._apart and item is shown[-1]:
                x += max(0, spare)
            if not rows or (rows[-1] and x + size.width() > area.x() + area.width()):
                rows.append([])
                x = area.x() if len(rows) > 1 else x
            rows[-1].append((item, x, size))
            x += size.width() + self._gap
        return rows


class Flow(QWidget):
    """Holds the widgets in the order they are given. `apart`: where all stand in one row, the last
    stands at its end."""

    def __init__(self, *widgets: QWidget, apart: bool = False) -> None:
        super().__init__()
        rows = Rows(self, apart)
        for widget in widgets:
            rows.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
