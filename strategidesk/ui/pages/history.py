"""The page of all changes: who wrote what, when, and how to bring a wording back."""

from datetime import datetime
from itertools import islice

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from strategidesk.desk.commands import Restore
from strategidesk.history.changes import ChangeSet
from strategidesk.history.revision import EXISTS
from strategidesk.history.timeline import Entry
from strategidesk.language import tr
from strategidesk.model.fields import Field, Kind, from_json
from strategidesk.model.noun import fields_of
from strategidesk.ui.pages.page import Page
from strategidesk.ui.pages.table import Place
from strategidesk.ui.parts import button, frame, label
from strategidesk.ui.theme import faces
from strategidesk.ui.things.delegate import LineDelegate
from strategidesk.ui.things.model import DETAIL, TWO_LINES
from strategidesk.ui.words import caption, field_label, noun_label, shown
from strategidesk.ui.work import Work

MOST = 300  # changes that are read at first
_ENTRY = Qt.ItemDataRole.UserRole + 8


class HistoryPage(Page):
    """Changes, newest first, beside the wording that each one gave and the one before."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self._stale = True
        self._most = MOST
        self.list = QListWidget()
        self.list.setProperty("part", "pages")
        self.list.setItemDelegate(LineDelegate(self.list, selects=True))
        self.list.setAccessibleName(tr("Changes"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda _now, _before: self._show())
        self.more = button(tr("Show older changes"), "link", self._show_more)
        self.restore = button(tr("Restore this wording"), "plain", self.bring_back, "undo")
        self._who = label("", faces.section_title(), wrap=True)
        self._before, self._after = _Wording(tr("Before")), _Wording(tr("After"))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._left())
        splitter.addWidget(self._right())
        splitter.setSizes([420, 700])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _left(self) -> QWidget:
        column = frame("column")
        column.setMinimumWidth(200)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 8, 0, 8)
        inner.addWidget(self.list, 1)
        inner.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _right(self) -> QWidget:
        ground = frame("sheet")
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(24, 16, 24, 24)
        inner.setSpacing(12)
        inner.addWidget(self._who)
        inner.addWidget(self._before, 1)
        inner.addWidget(self._after, 1)
        row = QHBoxLayout()
        row.addWidget(self.restore)
        row.addStretch(1)
        inner.addLayout(row)
        inner.addStretch(0)
        inner.setAlignment(Qt.AlignmentFlag.AlignTop)
        return ground

    def opened(self) -> None:
        if self._stale:
            self._fill()

    def refresh(self, changes: ChangeSet) -> None:
        self._stale |= bool(changes)
        if self._stale and self.isVisible():
            self._fill()

    def _fill(self) -> None:
        self._stale = False
        here = self.list.currentRow()
        self.list.clear()
        found = list(islice(self.work.desk.history(), self._most + 1))
        for entry in found[: self._most]:
            item = QListWidgetItem(self._what(entry), self.list)
            item.setData(DETAIL, f"{_moment(entry.at)} · {entry.author}")
            item.setSizeHint(QSize(100, TWO_LINES))
            item.setToolTip(item.text())
            item.setData(_ENTRY, entry)
        self.more.setVisible(len(found) > self._most)
        if self.list.count():
            self.list.setCurrentRow(max(0, min(here, self.list.count() - 1)))
        self._show()

    def _show_more(self) -> None:
        self._most *= 4
        self._fill()

    def _what(self, entry: Entry) -> str:
        strategy = self.work.strategy
        noun = strategy.schema.by_entity[entry.entity]
        thing = strategy.by_id.get(entry.id)
        name = (
            f"{noun_label(strategy, noun)} ”{caption(strategy, thing)}”"
            if thing
            else (noun_label(strategy, noun))
        )
        if entry.field == EXISTS:
            template = tr("{thing}: added") if entry.value else tr("{thing}: removed")
            return template.format(thing=name)
        field = fields_of(noun)[entry.field]
        if field.kind is Kind.PLACE:
            return tr("{thing}: moved", thing=name)
        return f"{name}: {field_label(strategy, noun, field)}"

    def _show(self) -> None:
        item = self.list.currentItem()
        entry: Entry | None = item.data(_ENTRY) if item else None
        bringable = entry is not None and (entry.field != EXISTS or bool(entry.value))
        self.restore.setEnabled(bringable and not self.work.read_only)
        for part in (self._before, self._after, self._who, self.restore):
            part.setVisible(entry is not None)
        if entry is None:
            return
        self._who.setText(self._what(entry))
        noun = self.work.strategy.schema.by_entity[entry.entity]
        field = fields_of(noun).get(entry.field)
        texts = ("", "")
        if field is not None and field.kind is not Kind.PLACE:
            texts = (self._words(field, entry.before), self._words(field, entry.value))
        for part, text in zip((self._before, self._after), texts, strict=True):
            part.show_text(text)
            part.setVisible(field is not None and field.kind is not Kind.PLACE)

    def _words(self, field: Field, given: object) -> str:
        return "" if given is None else shown(self.work.strategy, field, from_json(field, given))

    def bring_back(self) -> None:
        """Give the field the value that the chosen change gave it."""
        item = self.list.currentItem()
        if item is not None:
            self.work.run(Restore(item.data(_ENTRY).revision, label=tr("restore a wording")))

    def stops(self) -> tuple[QWidget, ...]:
        return (self.list, self.restore)


class _Wording(QWidget):
    """A wording under its label, in the reading face."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._text = QTextBrowser()
        self._text.setProperty("editor", "prose")
        faces.give_reading(self._text)
        self._text.setAccessibleName(name)
        self._text.document().setDocumentMargin(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label(name, faces.small(bold=True), "muted"))
        layout.addWidget(self._text, 1)

    def show_text(self, text: str) -> None:
        self._text.setPlainText(text)


def _moment(at: int) -> str:
    """Microseconds UTC as people here read a moment."""
    return datetime.fromtimestamp(at / 1_000_000).strftime("%Y-%m-%d %H.%M")
