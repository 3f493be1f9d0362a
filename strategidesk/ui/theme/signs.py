"""Signs as icons and pixmaps in the theme's colours."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from strategidesk.ui.theme import faces
from strategidesk.ui.theme.drawings import DRAWINGS, MARK

SIGN = "sign"  # property of a button: its sign's name
SIZE = 16  # of the sign on a button, at the usual text size
TOKEN = "sign_token"  # property of a button: the token of its sign's colour


@cache
def renderer(name: str, color: str) -> QSvgRenderer:
    """The drawing of a sign in a colour; kept, so that painting is cheap."""
    drawing = MARK if name == "mark" else DRAWINGS[name].replace("currentColor", color)
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none"'
        f' stroke="{color}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">'
        f"{drawing}</svg>"
    )
    if name == "mark":
        svg = svg.replace(f' stroke="{color}" stroke-width="1.7"', "", 1)
    return QSvgRenderer(QByteArray(svg.encode()))


def paint(painter: QPainter, name: str, color: str, area: QRectF) -> None:
    """Paint a sign into an area."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer(name, color).render(painter, area)
    painter.restore()


@cache
def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """A sign as a picture, `size` logical pixels wide."""
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint(painter, name, color, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


@cache
def icon(name: str, color: str, size: int = SIZE) -> QIcon:
    """A sign as an icon that is sharp at usual and at double scale."""
    made = QIcon()
    for ratio in (1.0, 1.5, 2.0, 3.0):
        made.addPixmap(pixmap(name, color, size, ratio))
    return made


def spot(left: float, middle: float, size: int) -> QRectF:
    """Where a sign stands that begins at `left` and is centred on the height `middle`; `size`: at
    the usual text size."""
    grown = faces.grown(size)
    return QRectF(left, middle - grown / 2, grown, grown)


def give(button: QAbstractButton, name: str, token: str = "text") -> None:
    """Give a button a sign that follows the theme."""
    from strategidesk.ui.theme.active import tokens

    button.setProperty(SIGN, name)
    button.setProperty(TOKEN, token)
    size = faces.grown(SIZE)
    button.setIconSize(QSize(size, size))
    button.setIcon(icon(name, tokens()[token], size))
