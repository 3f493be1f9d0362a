"""The view of a register: a tree that paints its own selection and arrows."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeView,
)

from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.things.delegate import EDGE, CellDelegate, LineDelegate, paint_selection
from strategidesk.ui.things.dragging import Fits, drag_lines
from strategidesk.ui.things.model import ThingsModel
from strategidesk.ui.things.own_keys import keeps

Index = QModelIndex | QPersistentModelIndex
_SHARES = {"title": 5, "status": 4}  # of the width; other columns have 3


class ThingsView(QTreeView):
    """Shows a ThingsModel. `chosen` carries the key of the line that the user is on; `dropped`
    what was moved with the mouse, what it was put at, and Where."""

    chosen = Signal(str)
    dropped = Signal(str, str, int)

    def __init__(self, model: ThingsModel) -> None:
        super().__init__()
        self._things = model
        self._table = bool(model.register.columns)
        self.setProperty("part", "table" if self._table else "things")
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        delegate = (
            CellDelegate(self)
            if self._table
            else LineDelegate(self, EDGE if self._is_flat() else 4)
        )
        self.setItemDelegate(delegate)
        if self._table:
            self._set_up_table()
        else:
            self.setHeaderHidden(True)
            self.setIndentation(16)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            if self._is_flat():
                self.setRootIsDecorated(False)
        self.expandAll()
        self.selectionModel().currentChanged.connect(
            lambda now, _before: self.chosen.emit(model.key(now))
        )
        model.rowsInserted.connect(lambda parent, _first, _last: self.expand(parent))

    def let_drag(self, fits: Fits) -> None:
        """Let lines be moved with the mouse, to where they fit."""
        self.dragger = drag_lines(self, self._things.key, fits)
        self.dragger.dropped.connect(self.dropped)

    def _is_flat(self) -> bool:
        register = self._things.register
        return register.under is None and register.main.entity not in ("section", "unit", "goal")

    def _set_up_table(self) -> None:
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.header().setFont(faces.small(bold=True))
        self.header().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.header().setMinimumSectionSize(70)
        self.header().setStretchLastSection(True)
        self.header().setSectionsMovable(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._table and event.size().width() != event.oldSize().width():
            shares = [_SHARES.get(name, 3) for name in self._things.register.columns]
            least = faces.ui().pointSizeF() * 9
            for column, share in enumerate(shares):
                width = event.size().width() * share / sum(shares)
                self.setColumnWidth(column, int(max(least, width)))

    def selected(self) -> list[str]:
        """The keys of all selected lines, in the order of the list."""
        rows = self.selectionModel().selectedRows()
        return [self._things.key(index) for index in sorted(rows, key=self._height)]

    def _height(self, index: QModelIndex) -> int:
        return self.visualRect(index).top()

    def current(self) -> str:
        """The key of the line that the user is on; empty for none."""
        return self._things.key(self.currentIndex())

    def choose(self, key: str) -> None:
        """Go to a line and select it alone."""
        index = self._things.index_of(key)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def event(self, event: QEvent) -> bool:
        return keeps(event) or super().event(event)

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        if not self._table:
            selected = self.selectionModel().isSelected(index)
            focused = self.currentIndex() == index and self.hasFocus()
            if selected or focused:
                area = QRect(options.rect)
                area.setLeft(0)
                paint_selection(painter, area, focused, selected)
        super().drawRow(painter, options, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if self._table or not self.model().hasChildren(index):
            return
        sign = "open_branch" if self.isExpanded(index) else "closed_branch"
        box = QRectF(rect.right() - 12, rect.center().y() - 6, 13, 13)
        signs.paint(painter, sign, tokens()["muted"], box)
