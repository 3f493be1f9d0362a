"""The theme in use: follows the system unless the user chose one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from strategidesk.ui.theme import signs
from strategidesk.ui.theme.palette import palette
from strategidesk.ui.theme.sheet import sheet
from strategidesk.ui.theme.tokens import DARK, LIGHT, Tokens

SYSTEM, LIGHT_CHOICE, DARK_CHOICE = "system", "light", "dark"


class _Active:
    """One per process, as the application is."""

    tokens = LIGHT


def tokens() -> Tokens:
    """The colours in use."""
    return _Active.tokens


def use(application: QApplication, choice: str = SYSTEM) -> None:
    """Dress the application in a theme: `system`, `light` or `dark`."""
    scheme = application.styleHints().colorScheme()
    dark = choice == DARK_CHOICE or (choice == SYSTEM and scheme is Qt.ColorScheme.Dark)
    chosen = DARK if dark else LIGHT
    _Active.tokens = chosen
    application.setStyle("Fusion")
    application.setPalette(palette(chosen))
    application.setStyleSheet(sheet(chosen))
    for widget in application.allWidgets():
        if isinstance(widget, QAbstractButton) and (name := widget.property(signs.SIGN)):
            widget.setIcon(signs.icon(name, chosen[widget.property(signs.TOKEN)]))
