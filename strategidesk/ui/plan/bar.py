"""The row over the plan: choices at its left and right, in two lines where one is too narrow."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

_EDGE, _GAP = 16, 12


class FoldingBar(QFrame):
    """Two groups at the left and one at the right; the second goes below where room is short."""

    def __init__(self, first: QWidget, second: QWidget, right: tuple[QWidget, ...]) -> None:
        super().__init__()
        self.setProperty("part", "header")
        self._first, self._second, self._right = first, second, QWidget()
        row = QHBoxLayout(self._right)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in right:
            row.addWidget(part)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_EDGE, 8, _EDGE, 8)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self._folded: bool | None = None
        self._place(False)

    def _place(self, folded: bool) -> None:
        if folded == self._folded:
            return
        self._folded = folded
        for part in (self._first, self._second, self._right):
            self._grid.removeWidget(part)
        left = Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self._first, 0, 0, left)
        at, wide = (0, 4) if folded else (1, 1)
        self._grid.addWidget(self._second, int(folded), at, 1, wide, left)
        self._grid.addWidget(self._right, 0, 3)

    def _wide(self) -> int:
        parts = (self._first, self._second, self._right)
        return sum(part.sizeHint().width() for part in parts) + 2 * _EDGE + 3 * _GAP

    def minimumSizeHint(self) -> QSize:
        upper = self._first.sizeHint().width() + self._right.sizeHint().width() + 2 * _GAP
        lower = self._second.minimumSizeHint().width()
        return QSize(max(upper, lower) + 2 * _EDGE, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()

    def settle(self) -> None:
        """Fold or unfold, as its groups need now."""
        self._place(self.width() < self._wide())
