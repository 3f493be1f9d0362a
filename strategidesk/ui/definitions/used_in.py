"""The places where a term is used, each a link that goes there."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from strategidesk.desk.usages import Usage, usages
from strategidesk.language import tr
from strategidesk.model.document import Definition
from strategidesk.model.fields import Id
from strategidesk.model.noun import fields_of
from strategidesk.model.strategy import Strategy
from strategidesk.ui.parts import heading, label
from strategidesk.ui.theme import faces
from strategidesk.ui.things.delegate import LineDelegate
from strategidesk.ui.things.model import DETAIL, TWO_LINES
from strategidesk.ui.words import caption, field_label, noun_label

SHOWN = 5  # places that are seen without scrolling
_ID = Qt.ItemDataRole.UserRole + 8


class UsedIn(QWidget):
    """`wanted` carries the id of the thing whose text uses the term."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title = heading("", faces.small(bold=True), "muted")
        self.list = QListWidget()
        self.list.setProperty("part", "pages")
        self.list.setItemDelegate(LineDelegate(self.list, edge=12, selects=True))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda item: self.wanted.emit(item.data(_ID)))
        self.list.itemClicked.connect(lambda item: self.wanted.emit(item.data(_ID)))
        self.list.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._nothing = label(tr("No text uses the term yet."), faces.small(), "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self.list)
        layout.addWidget(self._nothing)

    def show_definition(self, strategy: Strategy, id: Id | None) -> None:
        """Show where a definition's term is used; nothing for None."""
        definition = strategy.get(Definition, id)
        found = usages(strategy, definition) if definition else []
        self._title.setText(tr("Used in") + (f" ({len(found)})" if found else ""))
        self.list.setAccessibleName(self._title.text())
        self.list.clear()
        for usage in found:
            self._add(strategy, usage)
        height = min(len(found), SHOWN) * TWO_LINES + 2
        self.list.setFixedHeight(height)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)

    def _add(self, strategy: Strategy, usage: Usage) -> None:
        thing = strategy.by_id[usage.id]
        noun = type(thing)
        field = field_label(strategy, noun, fields_of(noun)[usage.field])
        name = noun_label(strategy, noun)
        place = f"{name}, {caption(strategy, thing)}"
        if usage.field != noun.meta.title:
            place = f"{place}: {field}"
        item = QListWidgetItem(place, self.list)
        words = f"{usage.before}{usage.found}{usage.after}"
        item.setData(DETAIL, words)
        item.setData(_ID, usage.id)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{place}. {words}")
        item.setToolTip(words)
        item.setSizeHint(QSize(100, faces.grown(TWO_LINES)))
