"""The form's layout: short fields stand two by two where there is room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from strategidesk.model.fields import Kind
from strategidesk.ui.forms.row import Row
from strategidesk.ui.theme import faces

TWO_COLUMNS = 400  # logical pixels from which short fields stand side by side
TWO_OF_ALL = 760  # from which lines do so too, where the form asks for it
WIDEST = 720


class Grid(QWidget):
    """Rows of a form in one or two columns."""

    def __init__(self, rows: Sequence[Row], spread: bool = False) -> None:
        super().__init__()
        self._rows = rows
        self._spread = spread  # lines of text are short fields too
        self._placed = ""
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(16)
        self._layout.setVerticalSpacing(12)
        self._layout.setColumnStretch(0, 1)
        self._layout.setColumnStretch(1, 1)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setMaximumWidth(faces.grown(WIDEST if not spread else 960))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._place("one")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        if self._spread and width >= faces.grown(TWO_OF_ALL):
            self._place("spread")
        else:
            self._place("two" if width >= faces.grown(TWO_COLUMNS) else "one")

    def _place(self, how: str) -> None:
        if how == self._placed:
            return
        self._placed = how
        for row in self._rows:
            self._layout.removeWidget(row)
        line, column = 0, 0
        for row in self._rows:
            wide = _wide(row, how)
            if wide and column:
                line, column = line + 1, 0
            self._layout.addWidget(row, line, column, 1, 2 if wide else 1)
            column = 0 if wide else 1 - column
            line += 0 if column else 1


def _wide(row: Row, how: str) -> bool:
    """Whether a row takes both columns; dates are short enough to stand in pairs everywhere."""
    if how == "one":
        return row.field.kind is not Kind.DATE
    return row.wide and (how == "two" or row.field.kind is not Kind.LINE)
