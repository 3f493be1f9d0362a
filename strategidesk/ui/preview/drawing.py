"""Pages of a document drawn beside the window's thread: what is seen now comes first."""

import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from PySide6.QtGui import QImage

from strategidesk.publish.sheets import Picture, Sheets
from strategidesk.ui import sweeping

Wish = tuple[int, float]  # the number of a page, from 0, and the scale in dots to a point


class Drawing(QObject):
    """`drawn`: the number of a page, the scale and its QImage."""

    drawn = Signal(int, float, QImage)
    _rested = Signal()

    def __init__(self, sheets: Sheets, parent: QObject) -> None:
        super().__init__(parent)
        self._sheets = sheets
        self._wishes: list[Wish] = []
        self._lock = threading.Lock()
        self._busy = False  # touched under the lock only
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._rested.connect(sweeping.let_go)

    def want(self, wishes: Sequence[Wish]) -> None:
        """Draw these, the first first, in place of what was wanted before."""
        with self._lock:
            self._wishes = list(wishes)
            begin = bool(wishes) and not self._busy
            self._busy = self._busy or begin
        if begin:
            sweeping.hold()
            self._pool.start(_Turn(self))

    def stop(self) -> None:
        """Draw no more; returns when the page being drawn is ready."""
        self.want(())
        self._pool.waitForDone()

    def draw(self) -> None:
        """Draw until nothing is wanted; on the worker's thread."""
        try:
            while (wish := self._next()) is not None:
                self.drawn.emit(*wish, image(self._sheets.picture(*wish)))
        finally:
            self._rested.emit()

    def _next(self) -> Wish | None:
        with self._lock:
            if not self._wishes:
                self._busy = False
                return None
            return self._wishes.pop(0)


class _Turn(QRunnable):
    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self._drawing = drawing

    def run(self) -> None:
        self._drawing.draw()


def image(picture: Picture) -> QImage:
    """A page's picture as Qt paints it."""
    row = 4 * picture.width
    shown = QImage(picture.dots, picture.width, picture.height, row, QImage.Format.Format_RGB32)
    return shown.copy()  # with memory of its own
