"""How a line of the command search is painted: sign, words with what was sought, place, key."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens

if TYPE_CHECKING:
    from strategidesk.ui.frame.search_panel import Shown

HEADING = Qt.ItemDataRole.UserRole
SHOWN = Qt.ItemDataRole.UserRole + 1
SIGN, LEFT, GAP = 16, 46, 10  # logical pixels


class RowDelegate(QStyledItemDelegate):
    """Paints headings and lines."""

    @staticmethod
    def height() -> int:
        """Of every row."""
        return max(32, QFontMetrics(faces.ui()).height() + 14)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heading = index.data(HEADING)
        if heading:
            painter.setFont(faces.small())
            painter.setPen(tokens().color("muted"))
            bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(area.adjusted(18, 0, -18, -4), bottom, heading)
        else:
            over = bool(state & QStyle.StateFlag.State_MouseOver)
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            self._line(painter, area, index.data(SHOWN), chosen, over)
        painter.restore()

    def _line(
        self, painter: QPainter, area: QRect, shown: "Shown", chosen: bool, over: bool
    ) -> None:
        if chosen or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens().color("selected" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(area).adjusted(8, 1, -8, -1), 4, 4)
        if chosen:
            bar = QRectF(area.left() + 8, area.top() + 7, 3, area.height() - 14)
            painter.fillRect(bar, tokens().color("accent"))
        spot = signs.spot(area.left() + 20, area.center().y(), SIGN)
        signs.paint(painter, shown.sign, tokens()["accent" if chosen else "muted"], spot)
        small = QFontMetrics(faces.small())
        keys = small.horizontalAdvance(shown.keys)
        room = area.adjusted(faces.grown(LEFT), 0, -18 - (keys + GAP if keys else 0), 0)
        used = _draw_marked(painter, room, shown)
        painter.setFont(faces.small())
        painter.setPen(tokens().color("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        rest = room.adjusted(used + GAP, 0, 0, 0)
        if rest.width() > 40:
            place = small.elidedText(shown.place, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, middle | Qt.AlignmentFlag.AlignLeft, place)
        if keys:
            end = area.adjusted(0, 0, -18, 0)
            painter.drawText(end, middle | Qt.AlignmentFlag.AlignRight, shown.keys)


def _draw_marked(painter: QPainter, room: QRect, shown: "Shown") -> int:
    """Draw the words, what was sought in bold; gives their width."""
    bold = QFontMetrics(faces.ui(bold=True))
    text = bold.elidedText(shown.text, Qt.TextElideMode.ElideRight, room.width())
    layout = QTextLayout(text, faces.ui())
    layout.setTextOption(_one_line())
    strong = QTextCharFormat()
    strong.setFont(faces.ui(bold=True))
    formats = []
    for start, end in shown.marks:
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = start, max(0, min(end, len(text)) - start), strong
        formats.append(one)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    painter.setPen(tokens().color("text"))
    layout.draw(painter, QPointF(room.left(), room.center().y() - line.height() / 2 + 1))
    return int(line.naturalTextWidth())


def _one_line() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option
