"""The differences of a comparison as lines: a heading per noun, and under it its things."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from strategidesk.language import tr
from strategidesk.model.comparison import Comparison, Difference
from strategidesk.ui.things.model import DETAIL, HEADING
from strategidesk.ui.versions import words

Index = QModelIndex | QPersistentModelIndex
DIFFERENCE = Qt.ItemDataRole.UserRole + 8


@dataclass(frozen=True, slots=True)
class _Line:
    heading: str
    difference: Difference | None = None


class DifferencesModel(QAbstractListModel):
    """Words are made when a line is seen, so that thousands of lines cost nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self._lines: list[_Line] = []

    def show(self, comparison: Comparison) -> None:
        """Show another comparison."""
        self.beginResetModel()
        self._comparison = comparison
        self._lines = list(_lines(comparison))
        self.endResetModel()

    def first(self) -> QModelIndex:
        """The first difference; invalid where there is none."""
        return self.index(1) if len(self._lines) > 1 else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._lines[index.row()].difference is None:  # the keys pass headings over
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        one, found = line.difference, self._comparison
        if one is None or found is None:
            return {Qt.ItemDataRole.DisplayRole: line.heading, HEADING: True}.get(role)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return words.name(found.old, found.new, one)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{words.name(found.old, found.new, one)}. {self._detail(one)}"
            case _ if role == DETAIL:
                return self._detail(one)
            case _ if role == DIFFERENCE:
                return one
        return None

    def _detail(self, one: Difference) -> str:
        assert self._comparison is not None
        said = words.what(one)
        if one.old is None or one.new is None or not one.fields:
            return words.capital(said)
        labels = ", ".join(words.fields(self._comparison.new, one))
        return tr("{what}: {fields}", what=words.capital(said), fields=labels)


def _lines(comparison: Comparison) -> Iterator[_Line]:
    for group in comparison.groups:
        yield _Line(words.heading_of(comparison.new, group.noun))
        for one in group.differences:
            yield _Line("", one)
