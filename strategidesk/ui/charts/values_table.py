"""The table of an indicator's values: written in, copied, pasted and emptied as other tables."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from strategidesk.desk.cells import cells_of
from strategidesk.desk.pasting import Heading, Spot
from strategidesk.language import tr
from strategidesk.model.fields import Field, Id
from strategidesk.model.noun import fields_of
from strategidesk.model.plan import IndicatorValue
from strategidesk.ui.charts.values_model import COLUMNS, ValuesModel
from strategidesk.ui.tables import copying
from strategidesk.ui.tables.steps import emptying
from strategidesk.ui.theme import faces
from strategidesk.ui.things.delegate import CellDelegate
from strategidesk.ui.things.own_keys import keeps
from strategidesk.ui.work import Work

_CTRL, _NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class ValuesTable(QTableView):
    """`pasted`: rows of cells and the Spot where they are to go; `removing`: the value that the
    user is on is to go away."""

    pasted = Signal(list, object)
    removing = Signal()

    def __init__(self, work: Work, model: ValuesModel) -> None:
        super().__init__()
        self._work = work
        self._values = model
        self.setModel(model)
        self.setAccessibleName(tr("Values"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(faces.grown(32))
        self.setShowGrid(False)
        self.setItemDelegate(CellDelegate(self))
        self.setProperty("part", "table")
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFont(faces.small(bold=True))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumHeight(faces.grown(90))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Every column has room for its heading; what is left is shared."""
        super().resizeEvent(event)
        header = self.horizontalHeader()
        least = [header.sectionSizeFromContents(at).width() for at in range(len(COLUMNS))]
        extra, rest = divmod(max(0, event.size().width() - sum(least)), len(least))
        for column, width in enumerate(least):
            self.setColumnWidth(column, width + extra + (rest if column == len(least) - 1 else 0))

    def _selected(self) -> tuple[list[int], list[int]]:
        """The rows and the columns of the selected cells."""
        found = self.selectedIndexes() or [self.currentIndex()]
        rows = {index.row() for index in found if index.isValid()}
        return sorted(rows), sorted({index.column() for index in found if index.isValid()})

    def _ids(self, rows: list[int]) -> list[Id]:
        return [self._values.values[row].id for row in rows if row < len(self._values.values)]

    @staticmethod
    def _field(column: int) -> Field:
        return fields_of(IndicatorValue)[COLUMNS[column]]

    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        rows, columns = self._selected()
        texts = [
            [str(self._values.index(row, column).data()) for column in columns]
            for row in rows
            if row < len(self._values.values)
        ]
        if texts:
            headings = [tr(self._field(column).label) for column in columns]
            QGuiApplication.clipboard().setMimeData(copying.mime(headings, texts))

    def paste(self) -> None:
        """Hand on the cells of the clipboard, and where they are to go."""
        cells = cells_of(QGuiApplication.clipboard().text())
        rows, columns = self._selected()
        indicator = self._values.indicator
        if self._work.read_only or not cells or not rows or indicator is None:
            return
        fields = [self._field(column) for column in range(columns[0], len(COLUMNS))]
        headings = tuple(Heading(tr(field.label), field) for field in fields)
        things = self._ids(list(range(rows[0], rows[0] + len(cells))))
        given = {"indicator": indicator}
        self.pasted.emit(cells, Spot("indicator_value", tuple(things), headings, given))

    def empty(self) -> None:
        """Empty the selected cells as one step."""
        rows, columns = self._selected()
        if self._work.read_only:
            return
        fields = [self._field(column) for column in columns]
        command = emptying(self._work.strategy, self._ids(rows), fields)
        if command is not None:
            self._work.run(command)

    def event(self, event: QEvent) -> bool:
        return keeps(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[tuple[int, Qt.KeyboardModifier], Callable[[], object]] = {
            (Qt.Key.Key_C, _CTRL): self.copy,
            (Qt.Key.Key_V, _CTRL): self.paste,
            (Qt.Key.Key_Delete, _NONE): self.empty,
            (Qt.Key.Key_Delete, _CTRL): self.removing.emit,
        }
        act = acts.get((event.key(), event.modifiers()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()
