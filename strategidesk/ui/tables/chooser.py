"""Which columns a table shows, in which order, and how high its rows are."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from strategidesk.language import tr
from strategidesk.ui.parts import button, label
from strategidesk.ui.tables.column import Column
from strategidesk.ui.theme import faces

_NAME = Qt.ItemDataRole.UserRole
_SIZE = QSize(320, 400)


class Chooser(QFrame):
    """`changed` (names in order, hidden names) and `lines_changed` (two) at each change."""

    changed = Signal(list, list)
    lines_changed = Signal(bool)

    def __init__(self, owner: QWidget, compact: tuple[str, ...]) -> None:
        """`compact`: the names of the columns that the short preset shows."""
        super().__init__(owner, Qt.WindowType.Popup)
        self.setProperty("part", "card")
        self._compact = compact
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search columns"))
        self.search.setAccessibleName(tr("Search columns"))
        self.search.textChanged.connect(self._seek)
        self.list = QListWidget()
        self.list.setProperty("editor", "list")
        self.list.setAccessibleName(tr("Columns"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.list.itemChanged.connect(lambda _item: self._tell())
        self.list.model().rowsMoved.connect(lambda *_: self._tell())
        self.one = QRadioButton(tr("One line"))
        self.two = QRadioButton(tr("Two lines"))
        self.two.toggled.connect(self.lines_changed)
        self._lay_out()
        self.resize(_SIZE)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        presets = QHBoxLayout()
        if self._compact:
            short = button(tr("Compact (what, when, who)"), "plain", self.show_compact)
            presets.addWidget(short)
        presets.addWidget(button(tr("All columns"), "plain", self.show_all))
        presets.addStretch(1)
        lines = QHBoxLayout()
        lines.addWidget(self.one)
        lines.addWidget(self.two)
        lines.addStretch(1)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        hint = tr("Alt+Up and Alt+Down move a column.")
        layout.addWidget(label(hint, faces.small(), "muted", wrap=True))
        layout.addLayout(presets)
        layout.addLayout(lines)

    def open(self, below: QWidget, columns: tuple[Column, ...], shown: set[str], two: bool) -> None:
        """Show these columns under a button, those that are shown ticked."""
        self.list.blockSignals(True)
        self.list.clear()
        for column in columns:
            if not column.fixed:
                item = QListWidgetItem(column.label, self.list)
                item.setData(_NAME, column.name)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(_state(column.name in shown))
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self.two.blockSignals(True)
        (self.two if two else self.one).setChecked(True)
        self.two.blockSignals(False)
        self.search.clear()
        corner = below.mapToGlobal(QPoint(below.width() - self.width(), below.height()))
        self.move(corner)
        self.show()
        self.search.setFocus()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _tell(self) -> None:
        names = [item.data(_NAME) for item in self._items()]
        hidden = [
            item.data(_NAME)
            for item in self._items()
            if item.checkState() is Qt.CheckState.Unchecked
        ]
        self.changed.emit(names, hidden)

    def show_compact(self) -> None:
        """Show what, when and who."""
        self._tick(set(self._compact))

    def show_all(self) -> None:
        """Show every column."""
        self._tick({item.data(_NAME) for item in self._items()})

    def _tick(self, names: set[str]) -> None:
        self.list.blockSignals(True)
        for item in self._items():
            item.setCheckState(_state(item.data(_NAME) in names))
        self.list.blockSignals(False)
        self._tell()

    def move_by(self, step: int) -> None:
        """Put the column in focus before or behind its neighbour."""
        row = self.list.currentRow()
        to = row + step
        if row < 0 or not 0 <= to < self.list.count():
            return
        self.list.blockSignals(True)
        self.list.insertItem(to, self.list.takeItem(row))
        self.list.setCurrentRow(to)
        self.list.blockSignals(False)
        self._tell()

    def _seek(self, text: str) -> None:
        for item in self._items():
            item.setHidden(text.strip().lower() not in item.text().lower())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and event.type() is QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            steps: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            if alt and (step := steps.get(event.key())):
                self.move_by(step)
                return True
        return super().eventFilter(watched, event)


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
