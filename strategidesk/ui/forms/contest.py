"""What a field says that waits for a person: it is only shown, with the way to its review."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from strategidesk.history.view import MERGED
from strategidesk.language import tr
from strategidesk.ui.parts import button
from strategidesk.ui.theme import faces, signs


def contest_words(kind: str) -> str:
    """The words of the badge; `kind` as in strategidesk.history.view."""
    return tr("Put together – review") if kind == MERGED else tr("Two wordings – review")


def contest_button(done: Callable[[], object]) -> QPushButton:
    """A quiet badge that goes to the review; hidden until there is something."""
    made = button(contest_words(""), "chip", done)
    made.setProperty("tone", "warn")
    made.setFont(faces.small())
    signs.give(made, "review", "warn")
    made.hide()
    return made
