"""How the cells of a file are laid out: what is shown over them, their question below, the foot."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from strategidesk.ui.answers.cells import CellsTable
from strategidesk.ui.answers.foot import Foot
from strategidesk.ui.answers.strip import Strip
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.parts import Elided, bare
from strategidesk.ui.segments import Segments
from strategidesk.ui.theme import faces

ROWS = 1.5  # that are always in sight
PICKER = 160  # logical pixels, the least for the name of a file


class Sight(QFrame):
    """Scrolls what does not fit between its top and the foot."""

    def __init__(
        self,
        segments: Segments,
        notes: Elided,
        picker: Combo,
        trouble: QLabel,
        table: CellsTable,
        strip: Strip,
        foot: Foot,
    ) -> None:
        super().__init__()
        self.setProperty("part", "sheet")
        self._segments, self._notes, self._picker = segments, notes, picker
        self._trouble, self._table, self._foot = trouble, table, foot
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setContentsMargins(16, 10, 16, 8)
        self._top.setSpacing(12)
        self._top.addWidget(segments)
        self._top.addWidget(notes, 1)
        self._top.addWidget(picker, 1)
        self._rest = QWidget()  # of the page where there are no cells
        trouble.setContentsMargins(16, 8, 16, 8)
        row = table.verticalHeader().defaultSectionSize()
        table.setMinimumHeight(table.horizontalHeader().sizeHint().height() + int(ROWS * row))
        question = QVBoxLayout()
        question.setContentsMargins(16, 6, 16, 6)
        question.addWidget(strip)
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(self._top)
        inner.addWidget(trouble)
        inner.addWidget(table, 1)
        inner.addWidget(self._rest, 1)
        inner.addLayout(question)
        self._strip, self._inner = strip, inner
        self._area = QScrollArea()
        bare(self._area, inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addWidget(foot)

    def show_stopped(self, stopped: bool, cells: bool) -> None:
        """Say why a file is not taken, where it is not (`stopped`); `cells`: it has some."""
        self._trouble.setVisible(stopped)
        self._table.setVisible(cells)
        self._segments.setVisible(cells)
        self._rest.setVisible(not cells)

    def show_question(self) -> None:
        """Have the question in sight, if there is one; else the cells."""
        self._inner.activate()
        part = self._table if self._strip.isHidden() else self._strip
        self._area.ensureWidgetVisible(part, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_question()

    def fit(self, narrow: bool, width: int) -> None:
        """Follow the page's width in pixels; `narrow`: the files are a list to drop down."""
        self._notes.setVisible(not narrow)
        self._picker.setVisible(narrow)
        least = self._segments.sizeHint().width() + faces.grown(PICKER) + 2 * 16
        under = narrow and width < least
        way = QBoxLayout.Direction.TopToBottom if under else QBoxLayout.Direction.LeftToRight
        self._top.setDirection(way)
        self._foot.fit(narrow, width)
