"""A button with … whose menu holds, by their names, what has no room as buttons."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QPushButton, QToolButton

from strategidesk.ui.parts import sign_button
from strategidesk.ui.theme import signs
from strategidesk.ui.theme.active import tokens


@dataclass(frozen=True)
class Choice:
    """A line of the menu."""

    words: str
    do: Callable[[], object]
    sign: str = ""
    on: bool | None = None  # None: it is nothing that can be on
    enabled: bool = True


Group = Iterable[Choice]


def more_button(
    name: str, groups: Callable[[], Iterable[Group]], sign: str = "more"
) -> QToolButton:
    """A button of this name; `groups` gives the menu's lines each time it opens."""
    made = sign_button(sign, name, lambda: None)
    give_menu(made, name, groups)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return made


def give_menu(
    button: QToolButton | QPushButton, name: str, groups: Callable[[], Iterable[Group]]
) -> None:
    """Have a button open a menu of these lines, asked for each time."""
    menu = QMenu(button)
    menu.setAccessibleName(name)
    menu.aboutToShow.connect(lambda: _fill(menu, groups()))
    button.setMenu(menu)


def _fill(menu: QMenu, groups: Iterable[Group]) -> None:
    menu.clear()
    for group in groups:
        if menu.actions():
            menu.addSeparator()
        for choice in group:
            action = menu.addAction(choice.words.replace("&", "&&"))
            if choice.sign:
                action.setIcon(signs.icon(choice.sign, tokens()["muted"]))
            action.setCheckable(choice.on is not None)
            action.setChecked(bool(choice.on))
            action.setEnabled(choice.enabled)
            action.triggered.connect(lambda _checked=False, do=choice.do: do())
