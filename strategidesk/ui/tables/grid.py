"""The view of a table: its first columns stay while the others are scrolled sideways."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from strategidesk.ui.tables.header import FilterHeader
from strategidesk.ui.tables.model import TableModel
from strategidesk.ui.tables.painting import CellPainter
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.things.own_keys import keeps

Index = QModelIndex | QPersistentModelIndex
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_ALT = Qt.KeyboardModifier.AltModifier
_SELECT = QItemSelectionModel.SelectionFlag


def _set_up(view: QTableView, model: TableModel, painter: CellPainter) -> None:
    view.setModel(model)
    view.setItemDelegate(painter)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setMinimumSectionSize(1)
    view.verticalHeader().hide()


class _Frozen(QTableView):
    """The fixed columns once more, over those that are scrolled away."""

    def __init__(self, grid: "Grid", painter: CellPainter) -> None:
        super().__init__(grid)
        _set_up(self, grid.things, painter)
        self.setSelectionModel(grid.selectionModel())
        self.horizontalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(grid)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.doubleClicked.connect(grid.doubleClicked)
        grid.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(grid.verticalScrollBar().setValue)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(tokens().color("line_strong"))
        edge = self.viewport().rect()
        painter.drawLine(edge.topRight(), edge.bottomRight())
        painter.end()


class Grid(QTableView):
    """`edit_wanted`: the cell in focus, with what was typed, and whether its list is to open;
    `key_pressed`: a key that does something to rows, for the table to answer; `moved`: cells
    stand elsewhere on the screen; `widened`: there is another width for the columns."""

    edit_wanted = Signal(str, bool)
    key_pressed = Signal(QKeyEvent)
    moved = Signal()
    widened = Signal()

    def __init__(self, model: TableModel) -> None:
        super().__init__()
        self.things = model
        self.painter_of_cells = CellPainter(self, model)
        self.setProperty("part", "table")
        _set_up(self, model, self.painter_of_cells)
        self.headings = FilterHeader(self)
        self.setHorizontalHeader(self.headings)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.frozen: _Frozen | None = None  # made when it is first needed
        self.headings.sectionResized.connect(lambda _at, _old, _new: self.freeze())
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self.freeze())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.moved.emit())

    def set_two_lines(self, two: bool, height: int) -> None:
        """How high a row is."""
        self.painter_of_cells.set_two(two)
        for view in self._views():
            view.verticalHeader().setDefaultSectionSize(height)

    def _views(self) -> list[QTableView]:
        return [self] if self.frozen is None else [self, self.frozen]

    def freeze(self) -> None:
        """Lay the fixed columns over the others where those are scrolled."""
        scrolled = self.horizontalScrollBar().value() > 0
        if scrolled:
            if self.frozen is None:
                self.frozen = _Frozen(self, self.painter_of_cells)
                height = self.verticalHeader().defaultSectionSize()
                self.frozen.verticalHeader().setDefaultSectionSize(height)
            at = self.viewport().geometry()
            self.frozen.setGeometry(at.left(), at.top(), self.headings.fixed_width(), at.height())
            for column, declared in enumerate(self.things.columns):
                self.frozen.setColumnHidden(column, not declared.fixed)
                self.frozen.setColumnWidth(column, self.columnWidth(column))
            self.frozen.verticalScrollBar().setValue(self.verticalScrollBar().value())
            self.frozen.raise_()
        if self.frozen is not None:
            self.frozen.setVisible(scrolled)
        self.moved.emit()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, out from under the fixed columns too."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if not 0 <= index.column() < len(self.things.columns):
            return
        if self.things.columns[index.column()].fixed:
            bar.setValue(before)
            return
        hidden = self.headings.fixed_width() - self.columnViewportPosition(index.column())
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    def go_to(self, row: int, column: int) -> None:
        """Put the focus on a cell and select it alone."""
        index = self.things.index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _SELECT.ClearAndSelect)
            self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.painter_of_cells.row_in_focus = current.row()
        self.painter_of_cells.column_in_focus = current.column()
        if current.row() != previous.row():
            for view in self._views():
                for row in (current.row(), previous.row()):
                    top = view.rowViewportPosition(row) if row >= 0 else -1
                    view.viewport().update(0, top, view.viewport().width(), view.rowHeight(row))

    # what Qt tells

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painter_of_cells.prepare()
        self.painter_of_cells.focused = self.hasFocus()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.widened.emit()
        self.freeze()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.things.rowCount():
            self.go_to(0, min(1, len(self.things.columns) - 1))

    def event(self, event: QEvent) -> bool:
        if keeps(event):
            return True
        if event.type() is QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if self._opens_list(event):
                event.accept()
                return True
        return super().event(event)

    def _opens_list(self, event: QKeyEvent) -> bool:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() == _ALT
        column = self.currentIndex().column()
        field = self.things.columns[column].field if column >= 0 else None
        return bool(alt_down and field and (field.choices or field.to))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that open a cell; others that do something to rows are told; the rest is Qt's."""
        key, modifiers = event.key(), event.modifiers()
        text = event.text()
        plain = modifiers in _PLAIN
        if self._opens_list(event):
            self.edit_wanted.emit("", True)
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        ):
            self.edit_wanted.emit("", False)
        elif plain and text.isprintable() and text.strip():
            self.edit_wanted.emit(text, False)
        else:
            event.setAccepted(False)
            self.key_pressed.emit(event)
            if not event.isAccepted():
                super().keyPressEvent(event)
