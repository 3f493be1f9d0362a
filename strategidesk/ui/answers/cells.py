"""The cells of a sheet as a table: what stands there, what it is taken as, and why."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from strategidesk.desk.answers.outcomes import Outcome
from strategidesk.language import mark, tr
from strategidesk.ui.answers.words import field_of, outcome_chip, taken_as, value_words
from strategidesk.ui.theme import faces
from strategidesk.ui.things.delegate import CellDelegate
from strategidesk.ui.things.model import CHIP, QUIET, TWO_LINES
from strategidesk.ui.work import Work

Index = QModelIndex | QPersistentModelIndex
_COLUMNS = (
    (mark("Cell"), 50),
    (mark("Activity"), 165),
    (mark("Column"), 96),
    (mark("Stands in the sheet"), 130),
    (mark("Taken as"), 130),
    (mark("Outcome"), 138),
    (mark("Why"), 180),
)
_CELL, _ACTIVITY, _COLUMN, _TYPED, _TAKEN, _OUTCOME, _WHY = range(len(_COLUMNS))


class CellsModel(QAbstractTableModel):
    """The outcomes of one file, or of those that a segment shows."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.outcomes: tuple[Outcome, ...] = ()

    def show(self, outcomes: Sequence[Outcome]) -> None:
        """Show these; where only what they say is another the rows stay."""
        same = [one.at for one in outcomes] == [one.at for one in self.outcomes]
        if same and outcomes:
            self.outcomes = tuple(outcomes)
            last = self.index(len(outcomes) - 1, len(_COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.outcomes = tuple(outcomes)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.outcomes)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(_COLUMNS[section][0])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, CHIP, QUIET):
            return None
        outcome, column = self.outcomes[index.row()], index.column()
        if role == CHIP:
            return outcome_chip(outcome)[0] if column == _OUTCOME else None
        text, quiet = self._words(outcome, column)
        if role == QUIET:
            return quiet
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._whole(outcome, text) if column == _TAKEN else text
        return " ".join(text[:600].split())

    def _words(self, outcome: Outcome, column: int) -> tuple[str, bool]:
        """What a cell of the table says, and whether that stands in for what is not there."""
        if column == _TAKEN:
            return taken_as(self._work.strategy, outcome)
        if column == _OUTCOME:
            return outcome_chip(outcome)[1], False
        if column == _WHY:
            return " ".join(map(str, outcome.why)), False
        text, instead = {
            _CELL: (outcome.at, ""),
            _ACTIVITY: (outcome.title, mark("Row without a number")),
            _COLUMN: (outcome.heading, mark("A column of its own")),
            _TYPED: (outcome.typed, mark("(empty)")),
        }[column]
        return text or tr(instead), not text

    def _whole(self, outcome: Outcome, text: str) -> str:
        """What is taken, and what stands in the strategy now."""
        strategy = self._work.strategy
        old = value_words(strategy, field_of(strategy, outcome), outcome.old)
        return f"{text}\n{tr('Now: {value}', value=old)}" if old else text


class CellsTable(QTableView):
    """`chosen` carries the row that the user is on (-1: none), `entered` that it is to be
    answered."""

    chosen = Signal(int)
    entered = Signal()

    def __init__(self, model: CellsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setProperty("part", "table")
        self.setAccessibleName(tr("Cells of the sheet"))
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(faces.grown(TWO_LINES))
        rows.hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setStretchLastSection(True)
        for at, (_, width) in enumerate(_COLUMNS):
            self.setColumnWidth(at, max(faces.grown(width), head.sectionSizeHint(at)))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def show_row(self, row: int) -> None:
        """Go to a row; -1: to none."""
        if row < 0:
            self.clearSelection()
            return
        column = max(0, self.currentIndex().column())
        self.setCurrentIndex(self.model().index(row, column))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.chosen.emit(current.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())  # a question below takes room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
            return
        super().keyPressEvent(event)
