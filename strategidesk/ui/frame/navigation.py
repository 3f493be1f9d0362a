"""The navigation at the left: the strategy's name, its pages in groups, and whose copy it is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from strategidesk.language import tr
from strategidesk.model.choices import STRATEGY_STATUS
from strategidesk.model.strategy import Strategy
from strategidesk.ui.pages.table import Place
from strategidesk.ui.parts import label
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens

WIDE, COMPACT = 232, 48
ROW, GAP = 32, 15
_KEY = Qt.ItemDataRole.UserRole


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
            self._paint_page(painter, area, state, key, str(index.data()))
        painter.restore()

    def _paint_page(
        self, painter: QPainter, area: QRect, state: QStyle.StateFlag, key: str, name: str
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
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(tokens().color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 4, 4)
        color = tokens()["accent" if chosen else "muted"]
        sign = QRectF(area.left() + 14, area.center().y() - 8, 18, 18)
        signs.paint(painter, key, color, sign)
        painter.setPen(tokens().color("text"))
        painter.setFont(faces.ui(bold=chosen))
        words = area.adjusted(42, 0, -8, 0)
        text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class Navigation(QFrame):
    """`turned` carries the key of the page that the user chose."""

    turned = Signal(str)

    def __init__(self, groups: tuple[tuple[Place, ...], ...], author: str) -> None:
        super().__init__()
        self.setProperty("part", "nav")
        self._title = label("", faces.ui(bold=True), wrap=True)
        self._phase = label("", faces.small(), "muted")
        self._author = label(author, faces.ui(bold=True))
        self._copy = label("", faces.small(), "muted")
        self.list = QListWidget()
        self.list.setProperty("part", "pages")
        self.list.setAccessibleName(tr("Pages"))
        self.list.setItemDelegate(_PageDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, group in enumerate(groups):
            if number:
                self._add_line()
            for place in group:
                self._add(place)
        self.list.currentItemChanged.connect(self._turned)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 1, 8)
        layout.setSpacing(2)
        self._top, self._foot = QWidget(), QWidget()
        for box, parts, margins in (
            (self._top, (self._title, self._phase), (16, 0, 12, 10)),
            (self._foot, (self._author, self._copy), (16, 6, 12, 2)),
        ):
            inner = QVBoxLayout(box)
            inner.setContentsMargins(*margins)
            inner.setSpacing(2)
            for part in parts:
                inner.addWidget(part)
        layout.addWidget(self._top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._foot)
        self.set_compact(False)

    def _add(self, place: Place) -> None:
        name = tr(place.label)
        item = QListWidgetItem(name, self.list)
        item.setData(_KEY, place.key)
        item.setSizeHint(QSize(COMPACT, ROW))
        keys = QKeySequence(f"Ctrl+{place.key_number}").toString() if place.key_number else ""
        item.setToolTip(f"{name} ({keys})" if keys else name)

    def _add_line(self) -> None:
        item = QListWidgetItem(self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(QSize(COMPACT, GAP))

    def _turned(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_KEY):
            self.turned.emit(item.data(_KEY))

    def show_page(self, key: str) -> None:
        """Mark a page as the one in front."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_KEY) == key:
                self.list.setCurrentRow(row)

    def show_strategy(self, strategy: Strategy, read_only: bool) -> None:
        """Say which strategy this is, and how far it has come."""
        card = strategy.card
        self._title.setText(card.title or tr("(no name)"))
        phase = STRATEGY_STATUS.get(card.status)
        self._phase.setText(tr(phase) if phase else card.status)
        self._copy.setText(tr("Opened for reading") if read_only else tr("Your working copy"))

    def set_compact(self, compact: bool) -> None:
        """Signs alone, where the window is narrow."""
        self.setFixedWidth(COMPACT if compact else WIDE)
        self._top.setVisible(not compact)
        self._foot.setVisible(not compact)
        policy = Qt.ScrollBarPolicy
        self.list.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if compact else policy.ScrollBarAsNeeded
        )
