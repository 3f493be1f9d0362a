"""The editor of references to several things: what is chosen, and a check list to choose from."""

from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)

from strategidesk.language import tr
from strategidesk.model.fields import Field, Id
from strategidesk.model.strategy import Strategy
from strategidesk.ui.editors.base import Editor
from strategidesk.ui.editors.lists import targets
from strategidesk.ui.theme import faces

_ID = Qt.ItemDataRole.UserRole
_WIDE, _HIGH = 460, 320  # logical pixels


class CheckList(QFrame):
    """A list in which several things are ticked; `closed` when the user is done."""

    closed = Signal()

    def __init__(self, owner: QPushButton) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setProperty("part", "card")
        self.list = QListWidget()
        self.list.setProperty("editor", "list")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.list)
        self.setFixedSize(faces.grown(_WIDE), faces.grown(_HIGH))

    def fill(self, rows: tuple[tuple[str, Id], ...], chosen: list[str]) -> None:
        """Show these things, the chosen ones ticked."""
        self.list.clear()
        for label, id in rows:
            item = QListWidgetItem(label, self.list)
            item.setData(_ID, id)
            item.setToolTip(label)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = Qt.CheckState.Checked if id in chosen else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
        if rows:
            self.list.setCurrentRow(0)

    def chosen(self) -> list[str]:
        """The ids that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return sorted(i.data(_ID) for i in items if i.checkState() is Qt.CheckState.Checked)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()


class ReferencesEditor(Editor):
    """Several things of the strategy."""

    at_once = True

    def __init__(self, field: Field) -> None:
        card = QFrame()
        card.setProperty("part", "card")
        super().__init__(card)
        self._field = field
        self._rows: tuple[tuple[str, Id], ...] = ()
        self._chosen: list[str] = []
        self.button = QPushButton(tr("Choose …"))
        self.button.setProperty("look", "link")
        self.button.clicked.connect(lambda _checked: self.open())
        self.popup = CheckList(self.button)
        self.popup.closed.connect(self._done)
        self._lines = QVBoxLayout(card)
        self._lines.setContentsMargins(10, 6, 10, 6)
        self._lines.setSpacing(4)
        self._lines.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        for one in (card, self):  # the least height that the look gives a button knows no text size
            one.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.button)

    def call(self, name: str) -> None:
        super().call(name)
        self.button.setAccessibleName(f"{name}: {self.button.text()}")
        self.popup.list.setAccessibleName(name)

    def set_strategy(self, strategy: Strategy, owner: Id | None) -> None:
        rows = tuple(targets(strategy, self._field, owner))
        if rows != self._rows:
            self._rows = rows
            self._show()

    def value(self) -> Any:
        return list(self._chosen)

    def set_value(self, given: Any) -> None:
        chosen = sorted(given) if isinstance(given, list | tuple) else []
        if chosen != self._chosen:
            self._chosen = chosen
            self._show()

    def set_read_only(self, read_only: bool) -> None:
        self.button.setVisible(not read_only)

    def open(self) -> None:
        """Show the check list under the button."""
        self.popup.fill(self._rows, self._chosen)
        self.popup.move(self.button.mapToGlobal(QPoint(0, self.button.height())))
        self.popup.show()
        self.popup.list.setFocus()

    def _done(self) -> None:
        chosen = self.popup.chosen()
        if chosen != self._chosen:
            self._chosen = chosen
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        while self._lines.count() > 1:
            taken = self._lines.takeAt(0)
            if taken is not None and (label := taken.widget()) is not None:
                label.hide()
                label.deleteLater()
        labels = {id: label.strip() for label, id in self._rows}
        chosen = (id for _, id in self._rows if id in self._chosen)
        for at, id in enumerate(chosen):
            line = QLabel(labels[id])
            line.setWordWrap(True)
            self._lines.insertWidget(at, line)
