"""How the cells of a table are painted: nothing is measured twice."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from strategidesk.ui.tables.column import NUMBER
from strategidesk.ui.tables.model import TableModel
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.theme.tokens import Tokens
from strategidesk.ui.things.chips import Chip
from strategidesk.ui.things.delegate import two_lines

Index = QModelIndex | QPersistentModelIndex
EDGE = 8
_SIGN = 14
_MOST = 20_000  # texts whose lines are kept


class Look:
    """The face and the colours of one painting, made once for all its cells."""

    def __init__(self, theme: Tokens) -> None:
        self.theme = theme
        self.font = faces.ui()
        self.italic = QFont(self.font)
        self.italic.setItalic(True)
        self.metrics = QFontMetrics(self.font)
        self.height = self.metrics.height()
        self.ascent = self.metrics.ascent()
        self.sign = faces.grown(_SIGN)
        self.selected = theme.color("selected")
        self.line = theme.color("line")
        self.text = theme.color("text")
        self.muted = theme.color("muted")
        self.warn = theme.color("warn")
        self.ring = QPen(theme.color("accent"), 2)


class CellPainter(QStyledItemDelegate):
    """Two lines of text or one, a state as a chip, the row in focus, and the ring of the cell."""

    def __init__(self, parent: QObject, model: TableModel) -> None:
        super().__init__(parent)
        self._model = model
        self._lines: dict[tuple[str, int], list[str]] = {}
        self.look = Look(tokens())
        self.two = True  # lines in a row
        self.row_in_focus = -1
        self.column_in_focus = -1
        self.focused = False  # whether the keys go to the table

    def prepare(self) -> None:
        """Before a painting: follow the theme and the size of the text."""
        if self.look.theme is not tokens() or self.look.font != faces.ui():
            self.look = Look(tokens())
            self._lines.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        row, column = index.row(), index.column()
        look, model = self.look, self._model
        left, top, width, height = area.left(), area.top(), area.width(), area.height()
        state: QStyle.StateFlag = option.state
        if row == self.row_in_focus or state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, look.selected)
        painter.setPen(look.line)
        painter.drawLine(left, top + height - 1, left + width, top + height - 1)
        found = model.chip(row, column)
        text = model.text(row, column)
        if found is not None:
            self._paint_chip(painter, area, found, found.word(text))
        elif row < len(model.shown) and text:
            painter.setFont(look.font)
            counts = model.columns[column].name == NUMBER
            painter.setPen(look.muted if counts else look.text)
            self._paint_text(painter, area, text)
        else:
            self._paint_quiet(painter, row, column, area)
        if model.rows.contested and model.contest(row, column):
            self._paint_contest(painter, area)
        if self.focused and row == self.row_in_focus and column == self.column_in_focus:
            painter.setPen(look.ring)
            painter.drawRect(area.adjusted(1, 1, -1, -2))

    def _paint_contest(self, painter: QPainter, area: QRect) -> None:
        """The sign of a cell that waits for a person, on the cell's own ground."""
        look = self.look
        box = QRect(area.right() - _SIGN - 8, area.center().y() - 10, _SIGN + 6, 20)
        painter.fillRect(box, look.theme.color("warn_bg"))
        ratio = painter.device().devicePixelRatioF()
        picture = signs.pixmap("review", look.theme["warn"], _SIGN, ratio)
        painter.drawPixmap(box.left() + 3, box.top() + 3, picture)

    def _paint_quiet(self, painter: QPainter, row: int, column: int, area: QRect) -> None:
        text, tone = self._model.quiet(row, column)
        if text:
            italic = tone == "warn" or row >= len(self._model.shown)
            painter.setFont(self.look.italic if italic else self.look.font)
            painter.setPen(self.look.warn if tone == "warn" else self.look.muted)
            self._paint_text(painter, area, text)

    def _paint_text(self, painter: QPainter, area: QRect, text: str) -> None:
        lines = self.lines(text, area.width() - 2 * EDGE)
        line = self.look.height
        left = area.left() + EDGE
        down = area.top() + (area.height() - line * len(lines)) // 2 + self.look.ascent
        for each in lines:
            painter.drawText(left, down, each)
            down += line

    def lines(self, text: str, width: int) -> list[str]:
        """A text broken for a width; kept."""
        key = text, width
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) > _MOST:
                self._lines.clear()
            found = self._lines[key] = self._broken(text, width)
        return found

    def _broken(self, text: str, width: int) -> list[str]:
        metrics = self.look.metrics
        flat = " ".join(text[:600].split())
        lines = two_lines(metrics, flat, width) if self.two else [flat]
        return [
            metrics.elidedText(each, Qt.TextElideMode.ElideRight, max(0, width)) for each in lines
        ]

    def set_two(self, two: bool) -> None:
        """Whether rows have two lines."""
        self.two = two
        self._lines.clear()

    def _paint_chip(self, painter: QPainter, area: QRect, found: Chip, word: str) -> None:
        look = self.look
        metrics = look.metrics
        wide = metrics.horizontalAdvance(word) + look.sign + 3 * 7
        width = min(area.width() - 2 * EDGE, wide)
        high = look.height + 4
        box = QRectF(area.left() + EDGE, area.top() + (area.height() - high) / 2, width, high)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.theme.color(f"{found.tone}_bg"))
        painter.drawRoundedRect(box, 4, 4)
        color = look.theme[found.tone]
        ratio = painter.device().devicePixelRatioF()
        picture = signs.pixmap(found.sign, color, look.sign, ratio)
        painter.drawPixmap(int(box.left()) + 7, int(box.center().y()) - look.sign // 2, picture)
        painter.setFont(look.font)
        painter.setPen(look.theme.color(found.tone))
        room = int(width) - look.sign - 3 * 6
        text = word if wide <= width else metrics.elidedText(
            word, Qt.TextElideMode.ElideRight, room
        )  # fmt: skip
        down = int(box.top()) + (high - look.height) // 2 + look.ascent
        painter.drawText(int(box.left()) + 7 + look.sign + 6, down, text)
        painter.restore()
