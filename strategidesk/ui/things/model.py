"""The model behind lists and trees: it changes only where the strategy has changed."""

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt

from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.fields import Field, Id, Kind
from strategidesk.model.noun import Noun, fields_of, value
from strategidesk.prose import plain
from strategidesk.ui.pages.table import Listing, Register
from strategidesk.ui.theme import faces
from strategidesk.ui.things.chips import chip
from strategidesk.ui.things.shape import LOOSE, ROOT, Shape, shape
from strategidesk.ui.words import caption, field_label, noun_label, shown
from strategidesk.ui.work import Work

Index = QModelIndex | QPersistentModelIndex
KEY = Qt.ItemDataRole.UserRole
DETAIL = Qt.ItemDataRole.UserRole + 1
CHIP = Qt.ItemDataRole.UserRole + 2
HEADING = Qt.ItemDataRole.UserRole + 3  # whether the line is a heading over those below
QUIET = Qt.ItemDataRole.UserRole + 4  # whether the cell only says what it is for
LINK = Qt.ItemDataRole.UserRole + 5  # whether something is done where the cell is pressed
ONE_LINE, TWO_LINES = 34, 50


@dataclass
class Node:
    """One line of the list."""

    key: str
    parent: "Node | None"
    number: int  # what Qt's indexes carry
    children: "list[Node]" = field(default_factory=list)
    row: int = 0


class ThingsModel(QAbstractItemModel):
    """A register's things by key: an id, or LOOSE for the heading over what points at nothing."""

    def __init__(self, work: Work, register: Register) -> None:
        super().__init__()
        self._work = work
        self.register = register
        self._root = Node(ROOT, None, 0)
        self._by_number: dict[int, Node] = {0: self._root}
        self._by_key: dict[str, Node] = {}
        self._next = 1
        self._settle(self._root, self.shape())

    # the shape

    def refresh(self, changes: ChangeSet) -> None:
        """Follow a change: move, add and remove lines, and have changed ones painted again."""
        if not any(self._concerns(entity) for entity in changes.nouns):
            return
        self.settle()

    def settle(self) -> None:
        """Show what is to be shown now."""
        self._settle(self._root, self.shape())
        self._repaint(self._root)

    def shape(self) -> Shape:
        """What is to be shown, as keys."""
        return shape(self._work.strategy, self.register)

    def _concerns(self, entity: str) -> bool:
        for listing in (self.register.main, self.register.under):
            if listing:
                noun = self._work.strategy.schema.by_entity[listing.entity]
                targets = {field.to for field in fields_of(noun).values() if field.to}
                if entity == listing.entity or entity in targets or "*" in targets:
                    return True
        return entity == "strategy"

    def _repaint(self, node: Node) -> None:
        if not node.children:
            return
        last = self.columnCount() - 1
        self.dataChanged.emit(
            self.createIndex(0, 0, node.children[0].number),
            self.createIndex(len(node.children) - 1, last, node.children[-1].number),
        )
        for child in node.children:
            self._repaint(child)

    def _settle(self, node: Node, wanted: Shape) -> None:
        """Make the lines under a node those that are wanted, with the fewest changes."""
        keys = wanted.get(node.key, [])
        at = self._index(node)
        for child in [child for child in reversed(node.children) if child.key not in keys]:
            self.beginRemoveRows(at, child.row, child.row)
            node.children.remove(child)
            self._forget(child)
            self._renumber(node)
            self.endRemoveRows()
        for row, key in enumerate(keys):
            if row < len(node.children) and node.children[row].key == key:
                continue
            old = self._by_key.get(key)
            if old is not None and old.parent is not None:
                self._shift(old, node, row)
            else:
                self.beginInsertRows(at, row, row)
                node.children.insert(row, self._make(key, node))
                self._renumber(node)
                self.endInsertRows()
        for child in node.children:
            self._settle(child, wanted)

    def _shift(self, child: Node, to: Node, row: int) -> None:
        source = child.parent
        assert source is not None
        self.beginMoveRows(self._index(source), child.row, child.row, self._index(to), row)
        source.children.remove(child)
        to.children.insert(row, child)
        child.parent = to
        self._renumber(source)
        self._renumber(to)
        self.endMoveRows()

    def _make(self, key: str, parent: Node) -> Node:
        node = Node(key, parent, self._next)
        self._next += 1
        self._by_number[node.number] = node
        self._by_key[key] = node
        return node

    def _forget(self, node: Node) -> None:
        for child in node.children:
            self._forget(child)
        self._by_key.pop(node.key, None)
        self._by_number.pop(node.number, None)

    @staticmethod
    def _renumber(node: Node) -> None:
        for row, child in enumerate(node.children):
            child.row = row

    def _index(self, node: Node, column: int = 0) -> QModelIndex:
        if node is self._root:
            return QModelIndex()
        return self.createIndex(node.row, column, node.number)

    def _node(self, index: Index) -> Node:
        return self._by_number[index.internalId()] if index.isValid() else self._root

    # what others ask

    def index_of(self, key: str) -> QModelIndex:
        """Where a key stands; an invalid index where it does not."""
        node = self._by_key.get(key)
        return self._index(node) if node else QModelIndex()

    def key(self, index: Index) -> str:
        """The key of a line; ROOT for none."""
        return self._node(index).key

    def siblings(self, key: str) -> list[str]:
        """The keys beside a key, in order, itself among them."""
        node = self._by_key[key]
        return [child.key for child in node.parent.children] if node.parent else []

    def above(self, key: str) -> str:
        """The key that a key stands under; ROOT at the top."""
        node = self._by_key[key]
        return node.parent.key if node.parent else ROOT

    def thing(self, index: Index) -> Noun | None:
        """The thing of a line; None for a heading."""
        return self._work.strategy.by_id.get(Id(self._node(index).key))

    def listing(self, thing: Noun) -> Listing:
        """How this list shows a thing of its kind."""
        under = self.register.under
        return under if under and thing.meta.entity == under.entity else self.register.main

    # what Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._node(parent).children
        if 0 <= row < len(children) and 0 <= column < self.columnCount():
            return self.createIndex(row, column, children[row].number)
        return QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        node = self._by_number.get(index.internalId()) if index.isValid() else None
        return self._index(node.parent) if node and node.parent else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._node(parent).children) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        return len(self.register.columns) or 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        named = bool(self.register.columns) and orientation is Qt.Orientation.Horizontal
        if named and role == Qt.ItemDataRole.DisplayRole:
            return field_label(self._work.strategy, self._main(), self._column(section))
        return None

    def _main(self) -> type[Noun]:
        return self._work.strategy.schema.by_entity[self.register.main.entity]

    def _column(self, column: int) -> Field:
        return fields_of(self._main())[self.register.columns[column]]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self._node(index)
        if role == KEY:
            return node.key
        thing = self._work.strategy.by_id.get(Id(node.key))
        if role == Qt.ItemDataRole.SizeHintRole:
            tall = bool(self.register.columns or self.register.main.details)
            return QSize(0, faces.grown(TWO_LINES if tall else ONE_LINE))
        if thing is None:
            return self._heading(node) if role == Qt.ItemDataRole.DisplayRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(thing, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            detail = self._detail(thing)
            return self._text(thing, index.column()) + (f", {detail}" if detail else "")
        if role == DETAIL:
            return self._detail(thing)
        if role == CHIP:
            return self._chip(thing, index.column())
        return None

    def _heading(self, node: Node) -> str:
        under = self.register.under
        return tr(under.loose) if under and node.key == LOOSE else ""

    def _text(self, thing: Noun, column: int) -> str:
        strategy = self._work.strategy
        if not self.register.columns or column == 0:
            text = caption(strategy, thing, self.listing(thing).titles)
            return f"{noun_label(strategy, type(thing))} {text}" if text == "" else text
        field = self._column(column)
        return shown(strategy, field, value(thing, field))

    def _detail(self, thing: Noun) -> str:
        fields = fields_of(type(thing))
        parts = []
        for name in self.listing(thing).details:
            text = shown(self._work.strategy, fields[name], value(thing, fields[name]))
            parts.append(" ".join(plain(text).split()) if fields[name].kind is Kind.PROSE else text)
        return " · ".join(part for part in parts if part)

    def _chip(self, thing: Noun, column: int) -> Any:
        if self.register.columns:
            field = self._column(column)
        elif thing.meta.entity == "section":
            field = fields_of(type(thing))["status"]
        else:
            return None
        return chip(field, value(thing, field)) if field.kind is Kind.CHOICE else None
