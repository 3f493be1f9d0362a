"""Small widgets that every page uses, made the same way everywhere."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget

from strategidesk.ui.theme import faces, signs

LEAST = QSize(720, 450)  # logical pixels: 1440 x 900 at double scale
USUAL = QSize(1440, 900)


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


def fit_screen(window: QWidget) -> None:
    """Give a new window its usual size, or what the screen has room for."""
    window.setMinimumSize(LEAST)
    window.resize(USUAL.boundedTo(window.screen().availableSize()))


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
