"""The check list of the units that a round asks, and *All* over it."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.ui.parts import head_of

_ID = Qt.ItemDataRole.UserRole
_ROWS = 5  # that are seen at least
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class UnitChecks(QWidget):
    """`changed`: other units are ticked. One list, one stop of the Tab key: arrows and space."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._usual: tuple[Id | None, ...] = ()
        self.all = QCheckBox(tr("All"))
        self.list = QListWidget()
        self.list.setProperty("editor", "list")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * (_ROWS + 1))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(head_of(self.list, name))
        layout.addWidget(self.all)
        layout.addWidget(self.list, 1)
        self.all.clicked.connect(self._turn_all)
        self.list.itemChanged.connect(lambda _item: self._changed())

    def show_units(
        self,
        rows: Collection[tuple[Id | None, str]],
        usual: tuple[Id | None, ...],
        chosen: Collection[Id | None] | None = None,
    ) -> None:
        """Show these units by their words. `usual` are those that *All* means; they are ticked
        where no others are `chosen`."""
        self._usual = usual
        ticked = usual if chosen is None else chosen
        self.list.blockSignals(True)
        self.list.clear()
        for unit, words in rows:
            item = QListWidgetItem(words, self.list)
            item.setData(_ID, unit)
            item.setToolTip(words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_ON if unit in ticked else _OFF)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._follow()

    def choose(self, units: Collection[Id | None]) -> None:
        """Tick these and no others."""
        self.list.blockSignals(True)
        for item in self._items():
            item.setCheckState(_ON if item.data(_ID) in units else _OFF)
        self.list.blockSignals(False)
        self._changed()

    @property
    def chosen(self) -> tuple[Id | None, ...]:
        """The units that are ticked, in their order."""
        return tuple(i.data(_ID) for i in self._items() if i.checkState() is _ON)

    @property
    def is_all(self) -> bool:
        """Whether those are ticked that *All* means."""
        return set(self.chosen) == set(self._usual)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _turn_all(self) -> None:
        self.choose(self._usual if not self.is_all else ())

    def _follow(self) -> None:
        some = Qt.CheckState.PartiallyChecked if self.chosen else _OFF
        self.all.setCheckState(_ON if self.is_all else some)

    def _changed(self) -> None:
        self._follow()
        self.changed.emit()
