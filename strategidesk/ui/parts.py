"""Small widgets that every page uses, made the same way everywhere."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from strategidesk.ui import access
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens

LEAST = QSize(720, 450)  # logical pixels: 1440 x 900 at double scale
USUAL = QSize(1440, 900)
NARROW = 860  # logical pixels of a window under which the navigation is signs alone
TITLE_BAR = QSize(0, 32)  # what the system puts over a window


def button(text: str, look: str, done: Callable[[], object], sign: str = "") -> QPushButton:
    """A button with a word; `look` is plain, primary or link."""
    made = QPushButton(text)
    made.setProperty("look", look)
    made.setAutoDefault(False)
    if sign:
        signs.give(made, sign, {"primary": "on_accent", "link": "link"}.get(look, "text"))
    if look == "primary":
        made.setFont(faces.ui(bold=True))
    made.clicked.connect(lambda _checked: done())
    return made


def sign_button(sign: str, name: str, done: Callable[[], object]) -> QToolButton:
    """A lone sign, named for readers and by its tooltip."""
    made = QToolButton()
    made.setProperty("look", "flat")
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    signs.give(made, sign)
    made.clicked.connect(lambda _checked: done())
    return made


def sign_label(sign: str, token: str = "muted", size: int = 16) -> "SignLabel":
    """A sign beside words; readers pass it over."""
    return SignLabel(sign, token, size)


class SignLabel(QLabel):
    """Follows the theme and the screen's scale, as it is drawn when it is painted."""

    def __init__(self, sign: str, token: str, size: int) -> None:
        super().__init__()
        self._sign, self._token = sign, token
        self.setFixedSize(faces.grown(size), faces.grown(size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        signs.paint(painter, self._sign, tokens()[self._token], QRectF(self.rect()))
        painter.end()


class Elided(QLabel):
    """One line that ends with … where there is no room for all of it; its tooltip has the rest."""

    def __init__(self, text: str = "", font: QFont | None = None, tone: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if font is not None:
            self.setFont(font)
        if tone:
            self.setProperty("tone", tone)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.style().drawItemText(
            painter,
            room,
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            text,
            self.foregroundRole(),
        )
        painter.end()


def fit_screen(window: QWidget) -> None:
    """Give a new window its usual size, or what the screen has room for."""
    window.setMinimumSize(LEAST)
    window.resize(USUAL.boundedTo(window.screen().availableSize() - TITLE_BAR))


def label(text: str = "", font: QFont | None = None, tone: str = "", wrap: bool = False) -> QLabel:
    """A text; its tone is a property that the stylesheet knows."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if font is not None:
        made.setFont(font)
    if tone:
        made.setProperty("tone", tone)
    return made


def heading(
    text: str = "", font: QFont | None = None, tone: str = "", wrap: bool = False
) -> QLabel:
    """The heading of a page or of a part of it, which readers know as one and go to."""
    made = label(text, font or faces.section_title(), tone, wrap)
    access.give(made, access.HEADING)
    return made


def head_of(field: QWidget, words: str) -> QLabel:
    """The label over a field of a dialog; the field takes its name from it."""
    made = label(words, faces.small(bold=True), "muted")
    made.setBuddy(field)
    field.setAccessibleName(words)
    return made


def frame(part: str) -> QFrame:
    """An area that the stylesheet knows by its part."""
    made = QFrame()
    made.setProperty("part", part)
    return made


def bare(area: QScrollArea, inner: QWidget) -> None:
    """Have a scroll area show this widget on the ground that it lies on, without a frame."""
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
