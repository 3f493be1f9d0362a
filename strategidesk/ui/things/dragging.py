"""Moving a line with the mouse: a sign shows where it will stand, and Escape lets it be."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from strategidesk.ui.theme.active import tokens

_EDGE = 24  # pixels from the edge of a view, where it is scrolled
_STEP = 14


class Where(IntEnum):
    """Where a line is put, beside another or under it."""

    BEFORE = -1
    UNDER = 0
    BEHIND = 1


@dataclass(frozen=True)
class Spot:
    """What a point falls on: the key of a line, and the line's place on the surface."""

    key: str
    area: QRect


Fits = Callable[[str, str, Where], bool]


class Dragger(QObject):
    """`dropped` carries the key that was moved, the one that it was put at, and Where."""

    dropped = Signal(str, str, int)

    def __init__(self, surface: QWidget, find: Callable[[QPoint], Spot | None], fits: Fits) -> None:
        """`find`: the line at a point of the surface; `fits`: whether a key can be put at another
        one. Nothing is shown where it does not fit, and nothing happens there."""
        super().__init__(surface)
        self._surface, self._find, self._fits = surface, find, fits
        self._taken: dict[QObject, Callable[[QPoint], str]] = {}
        self._key = ""
        self._start = QPoint()
        self._spot: tuple[str, Where] | None = None
        self.dragging = False
        self.sign = _Sign(surface)

    def watch(self, source: QWidget, key: Callable[[QPoint], str]) -> None:
        """What is taken by pressing on a widget, at a point of it; empty: nothing there."""
        self._taken[source] = key
        source.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        take = self._taken.get(watched)
        if isinstance(event, QKeyEvent):
            return self._escape(event)
        if take is None or not isinstance(event, QMouseEvent) or not isinstance(watched, QWidget):
            return False
        at = event.position().toPoint()
        if event.type() is QEvent.Type.MouseButtonPress:
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            left = plain and event.button() == Qt.MouseButton.LeftButton
            self._key, self._start = (take(at) if left else ""), at
            return bool(self._key) and not isinstance(watched.parent(), QAbstractItemView)
        if not self._key:
            return False
        if event.type() is QEvent.Type.MouseMove:
            self._move(watched, at)
            return True
        if event.type() is QEvent.Type.MouseButtonRelease:
            return self._let_go()
        return False

    def _move(self, source: QWidget, at: QPoint) -> None:
        far = (at - self._start).manhattanLength() >= QApplication.startDragDistance()
        if not self.dragging and far:
            self.dragging = True
            self._keys = QApplication.focusWidget()
            if self._keys is not None and self._keys not in self._taken:
                self._keys.installEventFilter(self)
            self._source, self._cursor = source, source.cursor()
            source.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self.dragging:
            self._seek(source.mapTo(self._surface, at))

    def _seek(self, at: QPoint) -> None:
        self._scroll(at.y())
        found = self._find(at)
        self._spot = None
        for where in self._wanted(found, at):
            if found is not None and self._fits(self._key, found.key, where):
                self._spot = found.key, where
                self.sign.show_at(found.area, where)
                return
        self.sign.hide()

    @staticmethod
    def _wanted(found: Spot | None, at: QPoint) -> tuple[Where, ...]:
        """What a point of a line means: its edges are beside it, its middle is under it."""
        if found is None:
            return ()
        share = (at.y() - found.area.top()) / max(1, found.area.height())
        near = Where.BEFORE if share < 1 / 2 else Where.BEHIND
        return (Where.UNDER, near) if 1 / 4 <= share <= 3 / 4 else (near,)

    def _scroll(self, y: int) -> None:
        view = self._surface.parent()
        if isinstance(view, QAbstractItemView):
            by = -_STEP if y < _EDGE else _STEP if y > self._surface.height() - _EDGE else 0
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + by)

    def _let_go(self) -> bool:
        dragged, key, spot = self.dragging, self._key, self._spot
        self._end()
        if dragged and spot is not None:
            self.dropped.emit(key, *spot)
        return False  # the view has had the press, and is to have its end

    def _escape(self, event: QKeyEvent) -> bool:
        if not self.dragging or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._end()
            return True
        return False

    def _end(self) -> None:
        if self.dragging:
            if self._keys is not None and self._keys not in self._taken:
                self._keys.removeEventFilter(self)
            self._source.setCursor(self._cursor)
        self._key, self._spot, self.dragging = "", None, False
        self.sign.hide()


class _Sign(QWidget):
    """A line between two lines, or a frame around the one that something is put under."""

    def __init__(self, surface: QWidget) -> None:
        super().__init__(surface)
        self._framed = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, area: QRect, where: Where) -> None:
        self._framed = where is Where.UNDER
        if self._framed:
            self.setGeometry(area)
        else:
            y = area.top() if where is Where.BEFORE else area.bottom() + 1
            self.setGeometry(area.left(), max(0, y - 3), area.width(), 6)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens().color("accent"), 2))
        if self._framed:
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 4, 4)
            return
        middle = self.height() // 2
        painter.drawLine(6, middle, self.width(), middle)
        painter.drawEllipse(QPoint(3, middle), 2, 2)


def drag_lines(
    view: QAbstractItemView,
    key: Callable[[QModelIndex], str],
    fits: Fits,
    takes: Callable[[QModelIndex], bool] = lambda _index: True,
) -> Dragger:
    """Let the lines of a view be moved with the mouse. `key`: of a line, empty for one that
    stays; `takes`: whether a line is taken by pressing on this cell of it."""

    def find(at: QPoint) -> Spot | None:
        index = view.indexAt(at)
        if not index.isValid() or not key(index):
            return None
        area = view.visualRect(index)
        left = 0 if isinstance(view, QTableView) else area.left()
        width = view.viewport().width() - left
        return Spot(key(index), QRect(left, area.top(), width, area.height()))

    def taken(at: QPoint) -> str:
        index = view.indexAt(at)
        return key(index) if index.isValid() and takes(index) else ""

    dragger = Dragger(view.viewport(), find, fits)
    dragger.watch(view.viewport(), taken)
    return dragger
