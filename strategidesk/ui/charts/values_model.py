"""An indicator's values as a table that can be written in; the last row makes a new value."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from strategidesk.desk.commands import Create, SetFields
from strategidesk.desk.siblings import LAST
from strategidesk.desk.written import number_of
from strategidesk.language import tr
from strategidesk.model.fields import Id, to_json
from strategidesk.model.noun import fields_of, value
from strategidesk.model.plan import Indicator, IndicatorValue
from strategidesk.ui.charts.figures import values_of
from strategidesk.ui.things.delegate import NUMBERS
from strategidesk.ui.things.model import QUIET
from strategidesk.ui.words import shown
from strategidesk.ui.work import Work

Index = QModelIndex | QPersistentModelIndex
_READ = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
COLUMNS = ("period", "value", "group", "note")
_TOP = QModelIndex()


class ValuesModel(QAbstractTableModel):
    """Rows in the order of their periods."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.indicator: Id | None = None
        self.values: tuple[IndicatorValue, ...] = ()
        self._fields = fields_of(IndicatorValue)

    def show_indicator(self, indicator: Indicator | None) -> None:
        """Show another indicator's values, or the same one's anew."""
        self.beginResetModel()
        self.indicator = indicator.id if indicator else None
        self.values = values_of(self._work.strategy, indicator) if indicator else ()
        self.endResetModel()

    def _writable(self) -> bool:
        return self.indicator is not None and not self._work.read_only

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.values) + self._writable()

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and COLUMNS[section] == "value":
            return NUMBERS
        if role in _READ:
            return tr(self._fields[COLUMNS[section]].label)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsEditable if self._writable() else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        field = self._fields[COLUMNS[index.column()]]
        if role == Qt.ItemDataRole.TextAlignmentRole and field.name == "value":
            return NUMBERS
        if role == QUIET:
            return index.row() >= len(self.values)
        if role not in (*_READ, Qt.ItemDataRole.EditRole):
            return None
        if index.row() >= len(self.values):
            here = role in _READ and not index.column()
            return tr("New value: write here") if here else ""
        one = self.values[index.row()]
        return shown(self._work.strategy, field, value(one, field))

    def setData(self, index: Index, given: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        name, text = COLUMNS[index.column()], str(given).strip()
        json = number_of(text) if name == "value" else text
        if index.row() >= len(self.values):
            return bool(text) and self._make(name, json)
        one = self.values[index.row()]
        if json == to_json(value(one, self._fields[name])):
            return False
        seen = {name: self._work.seen(one.id, name)}
        command = SetFields(one.id, {name: json}, seen, tr("change a value"))
        return self._work.run(command) is not None

    def _make(self, name: str, json: Any) -> bool:
        values = {"indicator": self.indicator, name: json}
        command = Create("indicator_value", values, None, LAST, label=tr("add a value"))
        return self._work.run(command) is not None
