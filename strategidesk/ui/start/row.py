"""How a line of the files opened last is painted, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyledItemDelegate

from strategidesk.language import tr
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QListWidget, QStyleOptionViewItem

    from strategidesk.ui.start.seen import Chip, Seen

PATH = Qt.ItemDataRole.UserRole
SEEN = Qt.ItemDataRole.UserRole + 1
_EDGE, _GAP, _CHIP = 16, 10, 22
SIGN, INSIDE = 16, 8
_WORDS = 300  # pixels that title and path have before anything stands at the right
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """Title and path of a file; at the right what waits in it, its state and when it was open."""

    def __init__(self, shown_in: QListWidget) -> None:
        super().__init__(shown_in)
        self._list = shown_in
        self.under_mouse = -1

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area: QRect = option.rect
        painter.save()
        if self._list.selectionModel().isSelected(index):
            painter.fillRect(area, tokens().color("selected"))
        elif index.row() == self.under_mouse:
            painter.fillRect(area, tokens().color("hover"))
        if index.row():
            painter.setPen(tokens().color("line"))
            painter.drawLine(area.topLeft(), area.topRight())
        sign = signs.spot(area.left() + 18, area.center().y(), 20)
        left = round(sign.right()) + 14
        signs.paint(painter, "text", tokens()["accent"], sign)
        seen: Seen | None = index.data(SEEN)
        right = self._paint_right(painter, area, seen) if seen else area.right() - _EDGE
        words = QRect(left, area.top(), right - left - _GAP, area.height())
        self._paint_words(painter, words, str(index.data()), str(index.data(PATH)), seen)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, area: QRect, title: str, path: str, seen: Seen | None
    ) -> None:
        painter.setFont(faces.ui(bold=True))
        painter.setPen(tokens().color("text"))
        metrics = painter.fontMetrics()
        line = metrics.height()
        top = QRect(area.left(), area.center().y() - line, area.width(), line)
        text = metrics.elidedText(title, Qt.TextElideMode.ElideRight, top.width())
        painter.drawText(top, _LEFT, text)
        gone = tr("The file is not in its place any more. Find it, or remove the line.")
        painter.setFont(faces.small())
        painter.setPen(tokens().color("muted"))
        low = top.translated(0, line + 1)
        text = painter.fontMetrics().elidedText(
            gone if seen and not seen.there else path, Qt.TextElideMode.ElideMiddle, low.width()
        )
        painter.drawText(low, _LEFT, text)

    def _paint_right(self, painter: QPainter, area: QRect, seen: Seen) -> int:
        """Paint what fits beside the words, from the right edge; returns where they must end.

        What is left out is heard all the same, and stands in the tooltip.
        """
        painter.setFont(faces.small())
        metrics = painter.fontMetrics()
        parts = list(seen.parts)
        widths = [metrics.horizontalAdvance(part.word) + part.room for part in parts]
        room, high = area.width() - faces.grown(_WORDS), faces.grown(_CHIP)
        while len(parts) > 1 and sum(widths) + _GAP * len(parts) > room:
            parts.pop()
            widths.pop()
        right = area.right() - _EDGE
        for part, width in zip(reversed(parts), reversed(widths), strict=True):
            width = min(width, area.width() // 2)
            box = QRect(right - width, area.center().y() - high // 2, width, high)
            self._paint_chip(painter, box, part)
            right = box.left() - _GAP
        return right

    def _paint_chip(self, painter: QPainter, box: QRect, chip: Chip) -> None:
        words = box
        if chip.tone:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens().color(f"{chip.tone}_bg"))
            painter.drawRoundedRect(box, 4, 4)
            words = box.adjusted(INSIDE, 0, -INSIDE, 0)
        if chip.sign:
            place = signs.spot(words.left(), box.center().y() + 0.5, SIGN)
            signs.paint(painter, chip.sign, tokens()[chip.tone], place)
            words.setLeft(words.left() + faces.grown(SIGN) + 4)
        painter.setPen(tokens().color(chip.tone or "muted"))
        text = painter.fontMetrics().elidedText(
            chip.word, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, _LEFT, text)
