"""The filter of a list column: a closed list that opens to tick one or several."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.model.fields import Kind
from strategidesk.model.strategy import Strategy
from strategidesk.ui.editors.lists import Combo, targets
from strategidesk.ui.tables.column import Column
from strategidesk.ui.tables.criterion import Criterion
from strategidesk.ui.theme import faces
from strategidesk.ui.words import NONE, choice_label

Options = tuple[tuple[str, str], ...]  # label and JSON value
_VALUE = Qt.ItemDataRole.UserRole
_WIDE, _HIGH = 360, 320  # logical pixels, at most
_ALL = "*"


def options(strategy: Strategy, column: Column) -> Options:
    """What a column's cells can hold, and that they hold nothing."""
    field = column.field
    assert field is not None
    if field.kind is Kind.FLAG:
        return ((tr("Yes"), "True"), (tr("No"), ""))
    if field.kind is Kind.CHOICE:
        words = ((choice_label(field, word), word) for word in field.choices or {})
        return (*words, *(((tr(NONE), ""),) if field.default == "" else ()))
    found = ((label.strip(), id) for label, id in targets(strategy, field, None))
    return (*found, (tr(NONE), ""))


class PickList(QFrame):
    """The open list; `ticked` after each tick."""

    ticked = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setProperty("part", "card")
        self.list = QListWidget()
        self.list.setProperty("editor", "list")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.list)
        self.list.itemChanged.connect(self._changed)
        self.list.itemActivated.connect(lambda _item: self.hide())

    def fill(self, rows: Options, chosen: frozenset[str]) -> None:
        """Show these, the chosen ones ticked; first stands All."""
        self.list.blockSignals(True)
        self.list.clear()
        self._add(tr("All"), _ALL, not chosen)
        for label, value in rows:
            self._add(label, value, value in chosen)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        line = self.list.sizeHintForRow(0)
        self.resize(
            QSize(faces.grown(260), line * (len(rows) + 1) + 20).boundedTo(
                QSize(faces.grown(_WIDE), faces.grown(_HIGH))
            )
        )

    def _add(self, label: str, value: str, ticked: bool) -> None:
        item = QListWidgetItem(label, self.list)
        item.setData(_VALUE, value)
        item.setToolTip(label)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_state(ticked))

    def chosen(self) -> frozenset[str]:
        """The ticked values; none where All is."""
        items = (self.list.item(row) for row in range(1, self.list.count()))
        return frozenset(i.data(_VALUE) for i in items if i.checkState() is Qt.CheckState.Checked)

    def _changed(self, item: QListWidgetItem) -> None:
        self.list.blockSignals(True)
        if item.data(_VALUE) == _ALL:
            for row in range(1, self.list.count()):
                self.list.item(row).setCheckState(Qt.CheckState.Unchecked)
        self.list.item(0).setCheckState(_state(not self.chosen()))
        self.list.blockSignals(False)
        self.ticked.emit()


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked


class PickBox(Combo):
    """Says what is picked; opens to pick. `picked` after each change by the user."""

    picked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._options: Options = ()
        self._chosen: frozenset[str] = frozenset()
        self.popup = PickList(self)
        self.popup.ticked.connect(self._ticked)
        self.addItem("")
        self._tell()

    def set_options(self, rows: Options) -> None:
        """What can be picked."""
        self._options = rows
        self._tell()

    def criterion(self) -> Criterion:
        """What a row must hold."""
        return Criterion(picked=self._chosen)

    def set_criterion(self, given: Criterion) -> None:
        """Show a criterion, without `picked`."""
        self._chosen = given.picked
        self._tell()

    def words(self) -> list[str]:
        """What the picked values are called."""
        return [label for label, value in self._options if value in self._chosen]

    def _tell(self) -> None:
        words = self.words()
        several = tr("{n} chosen", n=len(words))
        self.setItemText(0, tr("All") if not words else words[0] if len(words) == 1 else several)
        self.setToolTip(", ".join(words))

    def _ticked(self) -> None:
        self._chosen = self.popup.chosen()
        self._tell()
        self.picked.emit()

    def showPopup(self) -> None:
        self.popup.fill(self._options, self._chosen)
        self.popup.move(self.mapToGlobal(QPoint(0, self.height())))
        self.popup.show()
        self.popup.list.setFocus()
