"""A number that says how much waits: rounded, at the right of a line."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from strategidesk.ui.theme import faces
from strategidesk.ui.theme.active import tokens

_HEIGHT, _AROUND = 19, 14  # logical pixels: of the badge, and beside its number


def badge_width(number: int) -> int:
    """How many logical pixels wide it is."""
    return QFontMetrics(faces.small(bold=True)).horizontalAdvance(str(number)) + _AROUND


def paint_badge(painter: QPainter, area: QRect, number: int) -> None:
    """Paint it at the right end of an area."""
    wide = badge_width(number)
    high = faces.grown(_HEIGHT)
    spot = QRectF(area.right() - wide, area.center().y() - high // 2, wide, high)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(faces.small(bold=True))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens().color("warn_bg"))
    painter.drawRoundedRect(spot, high / 2, high / 2)
    painter.setPen(tokens().color("warn"))
    painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.restore()
