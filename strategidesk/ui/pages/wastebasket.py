"""The page of deleted things, from which they can be brought back."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from strategidesk.desk.clock import Clock
from strategidesk.desk.commands import BringBack
from strategidesk.desk.wastebasket import gone, with_parts
from strategidesk.history.changes import ChangeSet
from strategidesk.language import mark, tr
from strategidesk.model.fields import Id
from strategidesk.ui.gone import titles_of
from strategidesk.ui.overview.moments import moment
from strategidesk.ui.pages.page import Page
from strategidesk.ui.pages.saying import Saying, counted, says
from strategidesk.ui.pages.table import Place
from strategidesk.ui.parts import button, frame, label
from strategidesk.ui.theme import faces
from strategidesk.ui.things.delegate import LineDelegate
from strategidesk.ui.things.model import DETAIL, TWO_LINES
from strategidesk.ui.words import noun_label
from strategidesk.ui.work import Work

_ID = Qt.ItemDataRole.UserRole + 8


class WastebasketPage(Page):
    """What was deleted, last deleted first."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self.list = QListWidget()
        self.list.setProperty("part", "pages")
        self.list.setItemDelegate(LineDelegate(self.list, selects=True))
        self.list.setAccessibleName(tr("Wastebasket"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.itemActivated.connect(lambda _item: self.bring_back())
        self.list.itemSelectionChanged.connect(self._told)
        self.back = button(tr("Restore"), "plain", self.bring_back, "undo")
        self._empty = label(tr("The wastebasket is empty."), faces.ui(), "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        full = QWidget()
        inner = QVBoxLayout(full)
        inner.setContentsMargins(24, 16, 24, 24)
        inner.setSpacing(12)
        inner.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        inner.addLayout(row)
        self._stack = QStackedWidget()
        self._stack.addWidget(full)
        self._stack.addWidget(self._empty)
        ground = frame("sheet")
        QVBoxLayout(ground).addWidget(self._stack)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ground)
        self._fill()

    def _fill(self) -> None:
        self.list.clear()
        schema = self.work.strategy.schema
        notes = {noun.meta.entity for noun in schema.nouns if noun.meta.noted}
        things = [one for one in gone(self.work.desk.file) if one.entity not in notes]
        titles = titles_of(self.work.strategy, things)
        now = Clock()()
        for one in things:
            noun = schema.by_entity.get(one.entity)
            kind = noun_label(self.work.strategy, noun) if noun else tr("Something newer")
            item = QListWidgetItem(titles[one.id], self.list)
            when = moment(one.at, now)
            who = one.author or tr("(no name)")
            detail = tr("{kind}, removed by {who} {when}", kind=kind, who=who, when=when)
            item.setData(DETAIL, detail)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}. {detail}")
            item.setSizeHint(QSize(100, faces.grown(TWO_LINES)))
            item.setData(_ID, one.id)
        self._stack.setCurrentIndex(0 if self.list.count() else 1)
        if self.list.count():
            self.list.setCurrentRow(0)
        self._told()

    def _told(self) -> None:
        self.back.setEnabled(bool(self.list.selectedItems()) and not self.work.read_only)

    def refresh(self, changes: ChangeSet) -> None:
        if changes.deleted or changes.created:
            self._fill()
            self.state_changed.emit()

    def sentence(self) -> Saying:
        n = self.list.count()
        if not n:
            return says(tr("The wastebasket is empty."))
        things = counted(n, mark("1 thing was removed."), mark("{n} things were removed."))
        return says(things, tr("It can be brought back from here."))

    def bring_back(self) -> None:
        """Take what is selected out of the wastebasket, with what was removed with it."""
        chosen = [Id(item.data(_ID)) for item in self.list.selectedItems()]
        if chosen and not self.work.read_only:
            ids = with_parts(self.work.desk.file, chosen)
            self.work.run(BringBack(ids, label=tr("bring back")))

    def stops(self) -> tuple[QWidget, ...]:
        return (self.list, self.back)
