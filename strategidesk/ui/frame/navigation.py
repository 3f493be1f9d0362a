"""The navigation at the left: the strategy's name, its pages in groups, and whose copy it is."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from strategidesk.desk.remaining import phase
from strategidesk.language import tr
from strategidesk.model.strategy import Strategy
from strategidesk.ui.frame.masthead import Masthead, Owner
from strategidesk.ui.frame.more import Choice, more_button
from strategidesk.ui.pages.table import Groups, Place
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.things.badge import paint_badge
from strategidesk.ui.things.ring import FirstLine
from strategidesk.ui.words import NAMELESS

WIDE, WIDEST, COMPACT = 232, 320, 48  # logical pixels: at 100 % in the system's usual face
NAME, END, BADGE = 42, 8, 40  # before a name, behind it, and what a number needs
EDGES = 2  # of the navigation
ROW, GAP = 32, 15
_HIDDEN = "pages.hidden"
_KEY = Qt.ItemDataRole.UserRole
_BADGE = Qt.ItemDataRole.UserRole + 1


class _PageDelegate(QStyledItemDelegate):
    """A page's line: its sign and name; a hairline between groups."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        key = index.data(_KEY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not key:
            painter.setPen(tokens().color("line"))
            middle = area.center().y()
            painter.drawLine(area.left() + 12, middle, area.right() - 12, middle)
        else:
            badge = index.data(_BADGE) or 0
            self._paint_page(painter, area, state, key, str(index.data()), badge)
            self._paint_badge(painter, area, badge)
        painter.restore()

    def _paint_page(
        self,
        painter: QPainter,
        area: QRect,
        state: QStyle.StateFlag,
        key: str,
        name: str,
        badge: int,
    ) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        box = QRectF(area).adjusted(4, 1, -4, -1)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens().color("selected" if chosen else "hover"))
            painter.drawRoundedRect(box, 4, 4)
        if chosen:
            bar = QRectF(box.left(), box.top() + 5, 3, box.height() - 10)
            painter.fillRect(bar, tokens().color("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(tokens().color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 4, 4)
        color = tokens()["accent" if chosen else "muted"]
        sign = signs.spot(area.left() + faces.grown(14), area.center().y() + 1, 18)
        signs.paint(painter, key, color, sign)
        painter.setPen(tokens().color("text"))
        painter.setFont(faces.ui(bold=chosen))
        words = area.adjusted(faces.grown(NAME), 0, -END - (BADGE if badge else 0), 0)
        text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_badge(self, painter: QPainter, area: QRect, number: int) -> None:
        """A number beside the name; a dot at the sign where there is no room for it."""
        if not number:
            return
        if area.width() <= faces.grown(COMPACT):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens().color("warn"))
            painter.drawEllipse(QRectF(area.right() - 16, area.top() + 5, 8, 8))
            return
        paint_badge(painter, area.adjusted(0, 0, -10, 0), number)


class Navigation(QFrame):
    """`turned` carries the key of the page that the user chose; `entered`: go on into it."""

    turned = Signal(str)
    entered = Signal()

    def __init__(self, groups: Groups, author: str, memory: dict[str, Any]) -> None:
        super().__init__()
        self.setProperty("part", "nav")
        self.masthead, self.owner = Masthead(), Owner(author)
        self._memory = memory
        self._compact = False
        self.list = QListWidget()
        self.list.setProperty("part", "pages")
        self.list.setAccessibleName(tr("Pages"))
        self.list.setItemDelegate(_PageDelegate(self.list))
        FirstLine(self.list, chooses=False)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, group in enumerate(groups):
            if number:
                self._add_line()
            for place in group:
                self._add(place)
        self.list.itemSelectionChanged.connect(self._turned)
        self.more = more_button(tr("All pages"), self._choices)
        for signal in (self.list.itemClicked, self.list.itemActivated):
            signal.connect(lambda _item: self.entered.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 1, 8)
        layout.setSpacing(2)
        layout.addWidget(self.masthead)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.owner)
        self.set_compact(False)

    def _add(self, place: Place) -> None:
        name = tr(place.label)
        item = QListWidgetItem(name, self.list)
        item.setData(_KEY, place.key)
        item.setSizeHint(QSize(faces.grown(COMPACT), faces.grown(ROW)))
        keys = QKeySequence(f"Ctrl+{place.key_number}").toString() if place.key_number else ""
        item.setToolTip(f"{name} ({keys})" if keys else name)

    def _add_line(self) -> None:
        item = QListWidgetItem(self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(QSize(faces.grown(COMPACT), faces.grown(GAP)))

    def _turned(self) -> None:
        for item in self.list.selectedItems():
            self.turned.emit(item.data(_KEY))

    def _choices(self) -> Iterator[list[Choice]]:
        """All pages that can be seen, by their names."""
        group: list[Choice] = []
        for row, key in enumerate(self._keys()):
            item = self.list.item(row)
            if not key:
                yield group
                group = []
            elif not item.isHidden():
                go = partial(self._go, key)
                group.append(Choice(item.text(), go, on=item.isSelected()))
        yield group

    def _go(self, key: str) -> None:
        self.turned.emit(key)
        self.entered.emit()

    def show_page(self, key: str) -> None:
        """Mark a page as the one in front."""
        keys = self._keys()
        if key in keys:
            self.list.setCurrentRow(keys.index(key))
        else:
            self.list.clearSelection()
        self._hide()

    def hidden(self) -> list[str]:
        """The keys of the pages that the user does not want to see."""
        return [str(key) for key in self._memory.get(_HIDDEN, ())]

    def turn_sight(self, key: str) -> None:
        """Leave a page out, or show it again; remembered. One that is in front stays until
        another is turned to."""
        hidden = self.hidden()
        left = [one for one in hidden if one != key]
        self._memory[_HIDDEN] = left if key in hidden else [*hidden, key]
        self._hide()

    def shown(self) -> list[str]:
        """The keys of the pages that can be seen, in order."""
        rows = enumerate(self._keys())
        return [key for row, key in rows if key and not self.list.isRowHidden(row)]

    def _keys(self) -> list[str]:
        return [self.list.item(row).data(_KEY) or "" for row in range(self.list.count())]

    def _hide(self) -> None:
        """A line stands only between pages."""
        hidden = self.hidden()
        line, any_above = -1, False
        for row, key in enumerate(self._keys()):
            if not key:
                self.list.setRowHidden(row, True)
                line = row
                continue
            gone = key in hidden and not self.list.item(row).isSelected()
            self.list.setRowHidden(row, gone)
            if not gone and line >= 0:
                self.list.setRowHidden(line, not any_above)
                line = -1
            any_above = any_above or not gone

    def show_badges(self, waiting: Mapping[str, int]) -> None:
        """Say how much waits for a person on which pages."""
        for row, key in enumerate(self._keys()):
            item = self.list.item(row)
            number = waiting.get(key, 0)
            item.setData(_BADGE, number)
            words = tr("{page}, {n} waiting", page=item.text(), n=number) if number else None
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        self._fit()

    def show_strategy(self, strategy: Strategy, read_only: bool, today: str) -> None:
        """Say which strategy this is, and how far it has come on a day (YYYY-MM-DD)."""
        self.masthead.show_title(strategy.card.title or tr(NAMELESS))
        self.masthead.show_phase(phase(strategy, today))
        self.owner.what.show_text(
            tr("Opened for reading") if read_only else tr("Your working copy")
        )

    def set_compact(self, compact: bool) -> None:
        """Signs alone, where the window is narrow."""
        self._compact = compact
        self._fit()
        self.more.setVisible(compact)
        self.masthead.setVisible(not compact)
        self.owner.setVisible(not compact)
        policy = Qt.ScrollBarPolicy
        self.list.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if compact else policy.ScrollBarAsNeeded
        )
        self.list.scrollToItem(self.list.currentItem())

    def _fit(self) -> None:
        """As wide as the names need."""
        metrics = QFontMetrics(faces.ui(bold=True))
        items = [self.list.item(row) for row in range(self.list.count())]
        wanted = max(
            metrics.horizontalAdvance(item.text()) + (BADGE if item.data(_BADGE) else 0)
            for item in items
        )
        wide = max(
            faces.grown(WIDE), min(faces.grown(WIDEST), wanted + faces.grown(NAME) + END + EDGES)
        )
        self.setFixedWidth(faces.grown(COMPACT) if self._compact else wide)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "more"):
            self._fit()
