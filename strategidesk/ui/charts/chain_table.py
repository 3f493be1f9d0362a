"""The chain of goals as rows of text, and the lists of what stands alone in it."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from strategidesk.language import tr
from strategidesk.model import labels
from strategidesk.model.fields import Id
from strategidesk.model.noun import fields_of
from strategidesk.model.places import parent_of
from strategidesk.model.plan import Goal
from strategidesk.model.strategy import Strategy
from strategidesk.ui.charts.chain import SERVING, Chain
from strategidesk.ui.parts import button, heading, label
from strategidesk.ui.theme import faces
from strategidesk.ui.things.delegate import CellDelegate
from strategidesk.ui.things.model import TWO_LINES
from strategidesk.ui.things.ring import FirstLine
from strategidesk.ui.words import choice_label, target_caption

_SHARES = (2, 5, 4, 5)  # of the width
_ID = Qt.ItemDataRole.UserRole


class ChainTable(QTreeWidget):
    """A row for each goal: its level, what it builds on, and what serves it. `opened`: its id."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "table")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAccessibleName(tr("Table"))
        FirstLine(self)
        self.setHeaderLabels([tr("Level"), tr("Goal"), tr("Builds on"), tr("Areas")])
        self.setItemDelegate(CellDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setFont(faces.small(bold=True))
        self.header().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.header().setSectionsClickable(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.itemActivated.connect(lambda item, _column: self.opened.emit(item.data(0, _ID)))

    def show_chain(self, strategy: Strategy, chain: Chain) -> None:
        """Show another chain; the row that the user is on stays."""
        current = self.currentItem()
        held = current.data(0, _ID) if current else None
        self.clear()
        self.headerItem().setText(3, labels.areas(strategy.card))
        servers = {id for level, ids in chain.columns if level == SERVING for id in ids}
        kind = fields_of(Goal)["level"]
        for goal in strategy.goals:
            serving = [
                target_caption(strategy, b) for a, b in chain.pairs if a == goal.id and b in servers
            ]
            words = (
                choice_label(kind, goal.level),
                target_caption(strategy, goal.id),
                target_caption(strategy, parent_of(goal.place)),
                ", ".join(serving),
            )
            item = QTreeWidgetItem(self, list(words))
            item.setData(0, _ID, goal.id)
            item.setSizeHint(0, QSize(100, TWO_LINES))
            for column, text in enumerate(words):
                item.setToolTip(column, text)
            if goal.id == held:
                self.setCurrentItem(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, event.size().width() * share // sum(_SHARES))


class Alone(QFrame):
    """A card with a link for each thing that stands alone. `opened`: its id."""

    opened = Signal(str)

    def __init__(self, good: str) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._good = good
        self._title = heading("", faces.ui(bold=True))
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addLayout(self._body)
        layout.addStretch(1)
        self.names: tuple[str, ...] = ()

    def show_alone(self, title: str, strategy: Strategy, ids: tuple[Id, ...]) -> None:
        """Show other things."""
        self._title.setText(f"{title}: {len(ids)}" if ids else title)
        self.names = tuple(target_caption(strategy, id) for id in ids)
        while item := self._body.takeAt(0):
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if not ids:
            self._body.addWidget(label(self._good, faces.small(), "muted", wrap=True))
        for id, name in zip(ids, self.names, strict=True):
            self._body.addWidget(button(name, "link", partial(self.opened.emit, id)))
