"""A table as high as its rows: Enter on a cell, or a press, opens what stands behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from strategidesk.ui.tables import copying
from strategidesk.ui.theme import faces
from strategidesk.ui.things.chips import Chip
from strategidesk.ui.things.delegate import NUMBERS, CellDelegate
from strategidesk.ui.things.model import CHIP, LINK, ONE_LINE, QUIET
from strategidesk.ui.things.own_keys import keeps

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EDGES = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows."""

    text: str
    chip: Chip | None = None
    quiet: bool = False
    link: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, the least width in logical pixels, and how much of what is left it has beside the
    others."""

    heading: str
    least: int = 60
    share: int = 1
    number: bool = False


class CellsModel(QAbstractTableModel):
    """Rows of cells that are shown and not written in."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[Column, ...] = ()
        self.rows: tuple[tuple[Cell, ...], ...] = ()

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
        """Show others; where there are as many as before, only what differs is painted anew."""
        before, self.rows = self.rows, tuple(tuple(row) for row in rows)
        if tuple(columns) == self.columns and len(before) == len(self.rows):
            for at, (old, new) in enumerate(zip(before, self.rows, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(at, 0), self.index(at, len(new) - 1))
            return
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section].number:
            return NUMBERS
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return cell.text
            case Qt.ItemDataRole.TextAlignmentRole:
                return NUMBERS if cell.number else None
            case _:
                return {CHIP: cell.chip, QUIET: cell.quiet, LINK: cell.link}.get(role)


class CellsTable(QTableView):
    """`opened` carries the number of the row, and of the column, that was pressed."""

    opened = Signal(int, int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.cells = CellsModel()
        self.setModel(self.cells)
        self.setAccessibleName(name)
        self.setProperty("part", "table")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setItemDelegate(CellDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(faces.grown(ONE_LINE))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFont(faces.small(bold=True))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(lambda index: self.opened.emit(index.row(), index.column()))

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
        """Show others; the cell that the user is on stays."""
        here = self.currentIndex()
        spot = (here.row(), here.column()) if here.isValid() else None
        self.cells.show_rows(columns, rows)
        if spot is not None and not self.currentIndex().isValid() and self.cells.rows:
            row = min(spot[0], len(self.cells.rows) - 1)
            self.setCurrentIndex(self.cells.index(row, min(spot[1], len(columns) - 1)))
        self._share(self.viewport().width())

    def _share(self, room: int) -> None:
        """No column is narrower than its heading; where all do not fit they scroll sideways."""
        columns = self.cells.columns
        header = self.horizontalHeader()
        least = [
            max(faces.grown(one.least), header.sectionSizeFromContents(at).width())
            for at, one in enumerate(columns)
        ]
        extra, whole = max(0, room - sum(least)), sum(one.share for one in columns)
        for at, (width, one) in enumerate(zip(least, columns, strict=True)):
            self.setColumnWidth(at, width + extra * one.share // whole)
        wide = sum(least)
        bar = self.horizontalScrollBar().sizeHint().height() if wide > room else 0
        rows = faces.grown(ONE_LINE) * len(self.cells.rows)
        self.setFixedHeight(header.sizeHint().height() + rows + bar + _EDGES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share(event.size().width())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cells.rows:
            self.setCurrentIndex(self.cells.index(0, 0))

    def event(self, event: QEvent) -> bool:
        return keeps(event) or super().event(event)

    def copy(self) -> None:
        """Put the whole table on the clipboard, but for what is only done there."""
        kept = [at for at in range(len(self.cells.columns)) if not self._acts(at)]
        headings = [self.cells.columns[at].heading for at in kept]
        rows = [[row[at].text for at in kept] for row in self.cells.rows]
        QGuiApplication.clipboard().setMimeData(copying.mime(headings, rows))

    def _acts(self, column: int) -> bool:
        return any(row[column].link for row in self.cells.rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in _ENTER and here.isValid():
            self.opened.emit(here.row(), here.column())
        else:
            super().keyPressEvent(event)
