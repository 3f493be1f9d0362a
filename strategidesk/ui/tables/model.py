"""The model of a table: shown things as rows, and last the row where a new one is written."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.ui.forms.contest import contest_words
from strategidesk.ui.tables.column import NUMBER, Column
from strategidesk.ui.tables.rows import Rows
from strategidesk.ui.things.chips import Chip, chip_of, state_word
from strategidesk.ui.things.model import CHIP

Index = QModelIndex | QPersistentModelIndex
NEW = Id("")  # the key of the row where a new thing is written
_HEADING = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
FEW = 20  # rows that come or go one by one; more are shown anew


def number_column() -> Column:
    """The column that counts the things in document order."""
    return Column(NUMBER, tr("No."), lambda _strategy, _thing: "", 3.5, fixed=True, editable=False)


class TableModel(QAbstractTableModel):
    """`shown` are ids in the order of the rows."""

    def __init__(self, rows: Rows, columns: tuple[Column, ...], new_text: str) -> None:
        """`new_text`: what the last row says; empty: there is none."""
        super().__init__()
        self.rows = rows
        self.columns = columns
        self.shown: list[Id] = list(rows.ids)
        self._new_text = new_text
        self._number(self.shown)

    def _number(self, ids: list[Id]) -> None:
        self.shown = ids
        self._row_of: dict[Id, int] | None = None

    # the shape

    def set_columns(self, columns: tuple[Column, ...]) -> None:
        """Show other columns, or the same in another order."""
        self.beginResetModel()
        self.columns = columns
        self.endResetModel()

    def show_rows(self, ids: list[Id]) -> None:
        """Show these rows and no others: as few changes as that takes, or all anew."""
        if ids == self.shown:
            return
        wanted, present = set(ids), set(self.shown)
        gone = [row for row, id in enumerate(self.shown) if id not in wanted]
        come = [row for row, id in enumerate(ids) if id not in present]
        if len(gone) > FEW or len(come) > FEW:
            self.beginResetModel()
            self._number(ids)
            self.endResetModel()
            return
        for row in reversed(gone):
            self.beginRemoveRows(QModelIndex(), row, row)
            self._number(self.shown[:row] + self.shown[row + 1 :])
            self.endRemoveRows()
        self._arrange([id for id in ids if id in present])
        for row in come:
            self.beginInsertRows(QModelIndex(), row, row)
            self._number([*self.shown[:row], ids[row], *self.shown[row:]])
            self.endInsertRows()

    def _arrange(self, ids: list[Id]) -> None:
        if ids == self.shown:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        keys = [self.key(index.row()) for index in old]
        self._number(ids)
        for index, key in zip(old, keys, strict=True):
            self.changePersistentIndex(index, self.index(self.row_of(key), index.column()))
        self.layoutChanged.emit()

    def repaint(self) -> None:
        """What stands in the rows is another."""
        last = self.index(self.rowCount() - 1, len(self.columns) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def key(self, row: int) -> Id:
        """The id of a row; NEW for the last."""
        return self.shown[row] if 0 <= row < len(self.shown) else NEW

    def row_of(self, id: Id) -> int:
        """Where a thing stands; -1 where it is not shown. NEW stands last."""
        if id == NEW:
            return len(self.shown) if self._new_text else -1
        if self._row_of is None:
            self._row_of = {id: row for row, id in enumerate(self.shown)}
        return self._row_of.get(id, -1)

    def column_of(self, name: str) -> int:
        """Where a column stands; -1 where it is hidden."""
        return next((at for at, column in enumerate(self.columns) if column.name == name), -1)

    # the cells

    def text(self, row: int, column: int) -> str:
        """What a cell says; in the last row what it is for."""
        if row < len(self.shown):
            return self.rows.text(self.columns[column], self.shown[row])
        return self._new_text if column == 1 else ""

    def quiet(self, row: int, column: int) -> tuple[str, str]:
        """What an empty cell says instead, and in which tone."""
        if row >= len(self.shown):
            return (self._new_text, "muted") if column == 1 else ("", "")
        declared = self.columns[column]
        if declared.missing:
            return tr("Missing"), "warn"
        return self.rows.instead(declared, self.shown[row]) or declared.empty, "muted"

    def chip(self, row: int, column: int) -> Chip | None:
        """The state that a cell stands for."""
        field = self.columns[column].field
        if field is None or not field.choices or row >= len(self.shown):
            return None
        thing = self.rows.things[self.rows.at[self.shown[row]]]
        return chip_of(field, thing)

    def _said(self, row: int, column: int) -> str:
        """What readers of the screen hear of a cell."""
        field = self.columns[column].field
        if field is None or self.chip(row, column) is None:
            return self.text(row, column)
        return state_word(field, self.rows.things[self.rows.at[self.shown[row]]])

    def contest(self, row: int, column: int) -> str:
        """What a cell says that waits for a person; empty for others."""
        if row >= len(self.shown):
            return ""
        kind = self.rows.contest(self.columns[column], self.shown[row])
        return contest_words(kind) if kind else ""

    # what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.shown) + bool(self._new_text)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and self.columns[column].name == NUMBER:
            return tr("Drag to move") if row < len(self.shown) else None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = self._said(row, column) or self.quiet(row, column)[0]
            return ", ".join(part for part in (said, self.contest(row, column)) if part)
        if role == CHIP:
            return self.chip(row, column)
        return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if way is Qt.Orientation.Vertical or role not in _HEADING or section >= len(self.columns):
            return None
        return self.columns[section].label
