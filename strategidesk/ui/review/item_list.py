"""The list of what waits for a person, and of what has been settled since the file was opened."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from strategidesk.ui.review.words import Line
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.things.delegate import paint_selection, two_lines

Index = QModelIndex | QPersistentModelIndex
_KEY = Qt.ItemDataRole.UserRole + 8
_LINE = Qt.ItemDataRole.UserRole + 9
_EDGE, _SIGN, _GAP = 18, 16, 10


class ItemList(QListWidget):
    """`chosen` carries the key of the line that the user is on."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        self.setProperty("part", "pages")
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.currentItemChanged.connect(lambda _now, _before: self._tell())

    def show_lines(self, lines: Sequence[tuple[str, Line]], here: str) -> None:
        """Show these under the headings of their groups, each with its key; `here` is chosen."""
        self._filling = True
        self.clear()
        group = ""
        for key, line in lines:
            if line.group != group:
                group = line.group
                head = QListWidgetItem(group, self)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
            self._add(key, line)
        self.choose(here)
        self._filling = False

    def _add(self, key: str, line: Line) -> None:
        item = QListWidgetItem(line.title, self)
        item.setData(_KEY, key)
        item.setData(_LINE, line)
        said = ", ".join(part for part in (line.title, line.detail) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setToolTip(said)

    @property
    def key(self) -> str:
        """The key of the line that is chosen; empty for none."""
        item = self.currentItem()
        return str(item.data(_KEY) or "") if item else ""

    def choose(self, key: str) -> None:
        """Go to a line, without `chosen`."""
        before, self._filling = self._filling, True
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)
        self._filling = before

    def _tell(self) -> None:
        if not self._filling and self.key:
            self.chosen.emit(self.key)


def _sign() -> int:
    return faces.grown(_SIGN)


class _Delegate(QStyledItemDelegate):
    """A quiet heading of a group; a line of a sign, up to two lines of title, and a detail."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line | None = index.data(_LINE)
        small = QFontMetrics(faces.small())
        if line is None:
            return QSize(100, small.lineSpacing() + 18)
        titles = len(self._titles(index))
        detail = small.lineSpacing() if line.detail else 0
        return QSize(100, titles * QFontMetrics(faces.ui(bold=True)).lineSpacing() + detail + 14)

    def _titles(self, index: Index) -> list[str]:
        view = self.parent()
        assert isinstance(view, QListWidget)
        room = view.viewport().width() - 2 * _EDGE - _sign() - _GAP
        face = faces.ui(bold=True)
        return two_lines(QFontMetrics(face), str(index.data()), room, face)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        line: Line | None = index.data(_LINE)
        painter.save()
        if line is None:
            _paint_heading(painter, area.adjusted(_EDGE, 8, -_EDGE, 0), str(index.data()))
        else:
            state: QStyle.StateFlag = option.state
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            if chosen:
                focused = bool(state & QStyle.StateFlag.State_HasFocus)
                paint_selection(painter, area.adjusted(4, 0, -4, 0), focused)
            self._paint_line(painter, area.adjusted(_EDGE, 7, -_EDGE, -7), index, line, chosen)
        painter.restore()

    def _paint_line(
        self, painter: QPainter, area: QRect, index: Index, line: Line, chosen: bool
    ) -> None:
        spot = QRectF(area.left(), area.top() + 1, _sign(), _sign())
        signs.paint(painter, line.sign, tokens()[line.tone], spot)
        painter.setFont(faces.ui(bold=chosen))
        painter.setPen(tokens().color("muted" if line.tone == "ok" else "text"))
        words = area.adjusted(_sign() + _GAP, 0, 0, 0)
        high = painter.fontMetrics().lineSpacing()
        for title in self._titles(index):
            box = QRect(words.left(), words.top(), words.width(), high)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, title)
            words.setTop(words.top() + high)
        painter.setFont(faces.small())
        painter.setPen(tokens().color("muted"))
        text = painter.fontMetrics().elidedText(
            line.detail, Qt.TextElideMode.ElideRight, words.width()
        )
        box = QRect(words.left(), words.top(), words.width(), painter.fontMetrics().lineSpacing())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)


def _paint_heading(painter: QPainter, area: QRect, text: str) -> None:
    painter.setFont(faces.small(bold=True))
    painter.setPen(tokens().color("muted"))
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
