"""Asks once which keys are wanted, where one is pressed in a text that Word has otherwise."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from strategidesk.language import tr
from strategidesk.ui.frame.banner import INFO, Act
from strategidesk.ui.frame.keys import WORDS

if TYPE_CHECKING:
    from strategidesk.ui.shell import Shell


def ask(shell: "Shell", text: QWidget) -> None:
    """Ask in the text's window, unless it was asked before or something else is told there."""
    window = next((one for one in shell.windows if one is text.window()), None)
    if window is None or shell.settings.keys_asked or window.banner.text:
        return
    shell.settings.keys_asked = True
    words = tr(
        "In the Swedish Word, Ctrl+F is bold, Ctrl+K italic and Ctrl+B search. "
        "Which keys do you want here?"
    )
    acts = (Act(tr(word), partial(shell.set_keys, choice)) for choice, word in WORDS.items())
    window.banner.tell(INFO, words, *acts)
