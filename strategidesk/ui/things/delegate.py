"""How lines of lists and cells of tables are painted."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.things.chips import Chip
from strategidesk.ui.things.model import CHIP, DETAIL, HEADING, KEY, LINK, QUIET
from strategidesk.ui.things.shape import LOOSE

EDGE = 16
NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_GAP = 8
_SIGN = 16
Index = QModelIndex | QPersistentModelIndex


def _elided(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))


class LineDelegate(QStyledItemDelegate):
    """A line of a list: sign of the state, name, and a second quiet line."""

    def __init__(self, parent: QObject, edge: int = EDGE, selects: bool = False) -> None:
        """`edge`: pixels before the text; `selects`: the selection is painted here too."""
        super().__init__(parent)
        self._edge = edge
        self._selects = selects

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect.adjusted(self._edge, 0, -_GAP, 0)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        found: Chip | None = index.data(CHIP)
        painter.save()
        if self._selects and chosen:
            paint_selection(painter, option.rect, bool(state & QStyle.StateFlag.State_HasFocus))
        if found:
            box = signs.spot(area.left(), area.center().y() + 1, _SIGN)
            signs.paint(painter, found.sign, tokens()[found.tone], box)
            area.setLeft(area.left() + faces.grown(_SIGN) + _GAP)
        detail = str(index.data(DETAIL) or "")
        heading = index.data(KEY) == LOOSE or bool(index.data(HEADING))
        painter.setFont(faces.ui(bold=chosen or heading))
        painter.setPen(tokens().color("muted" if heading else "text"))
        line = painter.fontMetrics().height()
        top = area.adjusted(0, 0, 0, 0)
        if detail:
            top = QRect(area.left(), area.center().y() - line, area.width(), line)
        text = _elided(painter.fontMetrics(), str(index.data()), top.width())
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if detail:
            painter.setFont(faces.small())
            painter.setPen(tokens().color("muted"))
            low = top.translated(0, line + 1)
            text = _elided(painter.fontMetrics(), detail, low.width())
            painter.drawText(low, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


class CellDelegate(QStyledItemDelegate):
    """A cell of a table: a chip for a state, else up to two lines of text."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, tokens().color("selected"))
        painter.setPen(tokens().color("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inner = area.adjusted(_GAP, 2, -_GAP, -2)
        found: Chip | None = index.data(CHIP)
        if found:
            paint_chip(painter, inner, found, found.word(str(index.data())))
        else:
            quiet = bool(index.data(QUIET))
            font = QFont(faces.ui())
            font.setItalic(quiet)
            painter.setFont(font)
            tone = "link" if index.data(LINK) else "muted" if quiet else "text"
            painter.setPen(tokens().color(tone))
            right = index.data(Qt.ItemDataRole.TextAlignmentRole) == NUMBERS
            _paint_lines(painter, inner, str(index.data() or ""), right)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(tokens().color("accent"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.restore()


def paint_selection(painter: QPainter, area: QRect, focused: bool, filled: bool = True) -> None:
    """The selected line: rounded, with a bar at its left, ringed where the keys go."""
    box = QRectF(area).adjusted(4.5, 1.5, -4.5, -1.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens().color("accent"), 1) if focused else Qt.PenStyle.NoPen)
    painter.setBrush(tokens().color("selected") if filled else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 4, 4)
    if filled:
        bar = QRectF(box.left(), box.top() + 3, 3, box.height() - 6)
        painter.fillRect(bar, tokens().color("accent"))
    painter.restore()


def paint_chip(painter: QPainter, area: QRect, found: Chip, word: str) -> None:
    """A state at the left of an area: its sign and word on its ground."""
    painter.setFont(faces.ui())
    metrics = painter.fontMetrics()
    width = min(area.width(), metrics.horizontalAdvance(word) + faces.grown(_SIGN) + 3 * 7)
    high = max(22, metrics.height() + 4)
    box = QRectF(area.left(), area.center().y() - high / 2 + 1, width, high)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens().color(f"{found.tone}_bg"))
    painter.drawRoundedRect(box, 4, 4)
    sign = signs.spot(box.left() + 7, box.center().y(), 14)
    signs.paint(painter, found.sign, tokens()[found.tone], sign)
    painter.setPen(QColor(tokens()[found.tone]))
    words = box.adjusted(7 + sign.width() + 6, 0, -6, 0)
    text = _elided(metrics, word, int(words.width()) + 1)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _paint_lines(painter: QPainter, area: QRect, text: str, right: bool) -> None:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    lines = two_lines(painter.fontMetrics(), text, area.width(), painter.font())
    height = painter.fontMetrics().lineSpacing()
    top = area.center().y() - height * len(lines) // 2 + 1
    for number, line in enumerate(lines):
        box = QRect(area.left(), top + number * height, area.width(), height)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side, line)


def two_lines(metrics: QFontMetrics, text: str, width: int, font: QFont | None = None) -> list[str]:
    """A text broken over at most two lines; the second ends in … where there is more."""
    if not text or metrics.horizontalAdvance(text) <= width:
        return [text] if text else []
    layout = QTextLayout(text, font or faces.ui())
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(max(20, width))
    cut = first.textLength()
    layout.endLayout()
    return [text[:cut].rstrip(), _elided(metrics, text[cut:].strip(), width)]
