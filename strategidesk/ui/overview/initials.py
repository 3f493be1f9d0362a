"""A person's initials in a disc of the person's own colours."""

import zlib

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from strategidesk.ui.theme import faces
from strategidesk.ui.theme.active import tokens

SIZE = 28
PAIRS = (  # tokens of letters and disc, so that the letters are read easily
    ("on_accent", "accent"),
    ("info", "info_bg"),
    ("warn", "warn_bg"),
    ("ok", "ok_bg"),
    ("note", "note_bg"),
    ("danger", "danger_bg"),
)


class Initials(QWidget):
    """Stands beside the whole name, which says it all."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self.setFixedSize(faces.grown(SIZE), faces.grown(SIZE))

    def show_name(self, name: str) -> None:
        """Show another person."""
        self._name = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_initials(painter, QRectF(self.rect()), self._name)


def paint_initials(painter: QPainter, disc: QRectF, name: str) -> None:
    """Paint a person's disc, where a list has no room for a widget each."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    front, ground = hues(name)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens().color(ground))
    painter.drawEllipse(disc)
    painter.setPen(tokens().color(front))
    painter.setFont(faces.small(bold=True))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.restore()


def hues(name: str) -> tuple[str, str]:
    """The tokens of a person's own colours: of the letters, and of the ground under them."""
    return PAIRS[zlib.crc32(name.encode()) % len(PAIRS)]


def initials(name: str) -> str:
    """The first letters of the first and the last name."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
