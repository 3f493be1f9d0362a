"""The theme in use: follows the system unless the user chose one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QStyleHints
from PySide6.QtWidgets import QAbstractButton, QApplication

from strategidesk.ui.theme import faces, high_contrast, signs
from strategidesk.ui.theme.palette import palette
from strategidesk.ui.theme.sheet import sheet
from strategidesk.ui.theme.tokens import DARK, LIGHT, Tokens

SYSTEM, LIGHT_CHOICE, DARK_CHOICE = "system", "light", "dark"


class _Active:
    """One per process, as the application is."""

    tokens = LIGHT
    hints: QStyleHints | None = None  # whose signals are followed


def tokens() -> Tokens:
    """The colours in use."""
    return _Active.tokens


def use(application: QApplication, choice: str = SYSTEM) -> None:
    """Dress the application in a theme: `system`, `light` or `dark`; in the system's own colours
    where it has a theme of high contrast."""
    chosen = _chosen(application, choice)
    _Active.tokens = chosen
    application.setStyle("Fusion")
    application.setPalette(palette(chosen))
    application.setStyleSheet(sheet(chosen))
    for widget in application.allWidgets():
        if isinstance(widget, QAbstractButton) and (name := widget.property(signs.SIGN)):
            widget.setIcon(
                signs.icon(name, chosen[widget.property(signs.TOKEN)], faces.grown(signs.SIZE))
            )


def _chosen(application: QApplication, choice: str) -> Tokens:
    if high_contrast.wanted(application):
        application.setPalette(QPalette())  # the system's own again
        return high_contrast.tokens_of(application.palette())
    scheme = application.styleHints().colorScheme()
    dark = choice == DARK_CHOICE or (choice == SYSTEM and scheme is Qt.ColorScheme.Dark)
    return DARK if dark else LIGHT


def follow(application: QApplication, dress: Callable[[], None]) -> None:
    """Have the windows dressed anew when the system turns to other colours."""
    hints = _Active.hints = application.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: dress())
    hints.accessibility().contrastPreferenceChanged.connect(lambda _preference: dress())
