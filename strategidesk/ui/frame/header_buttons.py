"""The buttons of the page in front."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from strategidesk.ui.frame.header import MOST
from strategidesk.ui.frame.more import give_menu
from strategidesk.ui.pages.page import HeaderAct
from strategidesk.ui.parts import button

if TYPE_CHECKING:
    from strategidesk.ui.window import Window


EXPORTS = "exports"  # property of a button that waits while a document is being written


def buttons_of(window: "Window") -> list[QPushButton]:
    """What the page offers; one that says nothing of it offers what can be added there."""
    acts = window.page.acts()
    if acts is None:
        return _makings(window)
    made = []
    for act in acts:
        one = button(act.label, "primary" if act.primary else "plain", act.do, act.sign)
        one.setProperty(EXPORTS, act.exports)
        if act.menu is not None:
            give_menu(one, act.label, act.menu)
        _dim(window, one, act)
        made.append(one)
    return made


def shows_acts(window: "Window") -> bool:
    """Whether the header has the buttons that the page offers now."""
    acts = window.page.acts()
    shown = [one.accessibleName() for one in window.header.buttons]
    return acts is None or [act.label for act in acts][-MOST:] == shown


def dim_again(window: "Window") -> None:
    """Have the buttons follow what can be done on their page now."""
    acts = {act.label: act for act in window.page.acts() or ()}
    for one in window.header.buttons:
        if one.accessibleName() in acts:
            _dim(window, one, acts[one.accessibleName()])


def _dim(window: "Window", one: QPushButton, act: HeaderAct) -> None:
    busy = act.exports and window.busy
    readable = act.when_reading or not window.work.read_only
    one.setEnabled(readable and not busy and not act.why)
    one.setAccessibleDescription(act.why)
    one.setToolTip(act.why)


def _makings(window: "Window") -> list[QPushButton]:
    made: list[QPushButton] = []
    for number, making in enumerate(window.page.makings()):
        do = partial(window.make, window.book.key, making.entity)
        one = button(making.label, "plain" if number else "primary", do, "plus")
        one.setEnabled(not window.work.read_only)
        made.insert(0, one)
    return made
