"""What is behind a count, in the side panel: a list from which each thing is gone to."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.noun import fields_of
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy
from strategidesk.ui.parts import heading, label
from strategidesk.ui.theme import faces
from strategidesk.ui.things.chips import chip
from strategidesk.ui.things.delegate import LineDelegate
from strategidesk.ui.things.model import CHIP, DETAIL, KEY, TWO_LINES
from strategidesk.ui.words import caption, target_caption

MOST = 300  # things that are listed
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinkList(QListWidget):
    """`opened`: the id of the thing that was pressed, or on which Enter was."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "pages")
        self.setItemDelegate(LineDelegate(self, selects=True))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self.opened.emit(item.data(KEY)))

    def show_things(self, strategy: Strategy, ids: Sequence[Id]) -> None:
        """List others; the one that the user is on stays, else the first is."""
        here = self.currentItem()
        held = here.data(KEY) if here is not None else None
        self.clear()
        status = fields_of(Activity)["status"]
        for id in ids:
            thing = strategy.by_id.get(id)
            if thing is None:
                continue
            name = caption(strategy, thing)
            item = QListWidgetItem(name, self)
            item.setData(KEY, id)
            where = thing.unit if isinstance(thing, Activity) else getattr(thing, "area", None)
            detail = target_caption(strategy, where)
            item.setData(DETAIL, detail)
            if isinstance(thing, Activity):
                item.setData(CHIP, chip(status, thing.status))
            said = f"{name}, {detail}" if detail else name
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(name)
            item.setSizeHint(QSize(100, faces.grown(TWO_LINES)))
            if id == held:
                self.setCurrentItem(item)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        some = Qt.FocusPolicy.StrongFocus if self.count() else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(some)  # an empty list has no place for the keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentItem()
        if event.key() in _ENTER and here is not None:
            self.opened.emit(here.data(KEY))
        else:
            super().keyPressEvent(event)


class Behind(QWidget):
    """`wanted`: go to a thing (its id); `left`: back to where the list was opened."""

    wanted = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("What is behind the count"))
        self.title = heading("", wrap=True)
        self.hint = label("", faces.small(), "muted", wrap=True)
        self.list = LinkList()
        self._ids: tuple[Id, ...] = ()
        self.list.opened.connect(self.wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addWidget(self.hint)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say how something comes here."""
        self._show(tr("Activities"), tr("Press a part of a bar, or a row of a table."))
        self.list.clear()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_things(self, title: str, strategy: Strategy, ids: Sequence[Id]) -> None:
        """Show what is behind a count; the title says which."""
        hint = tr("Enter goes there, Esc goes back.")
        if len(ids) > MOST:
            hint = tr("The first {n} of {total}. {hint}", n=MOST, total=len(ids), hint=hint)
        self._show(title, hint)
        self._ids = tuple(ids[:MOST])
        self.refresh(strategy)

    def refresh(self, strategy: Strategy) -> None:
        """Show the same things as they are now; those that were removed are left out."""
        self.list.show_things(strategy, self._ids)

    def _show(self, title: str, hint: str) -> None:
        self.title.setText(title)
        self.list.setAccessibleName(title)
        self.hint.setText(hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
