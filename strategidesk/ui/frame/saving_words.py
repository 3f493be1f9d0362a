"""What is said of a text that the file does not take: what happened, what it means, what to do."""

from pathlib import Path

from strategidesk.language import tr
from strategidesk.store.troubles import FULL, GONE
from strategidesk.ui.holding import Held, Place


def told(held: Held, path: Path) -> str:
    """The sentence for the banner."""
    why = held.trouble
    match held.place, why.template:
        case Place.COMPUTER, template if template == GONE:
            return tr(
                "The folder {folder} does not answer. Your text is saved on this computer and goes "
                "into the file when the folder can be reached.",
                folder=path.parent,
            )
        case Place.COMPUTER, _:
            return tr(
                "{why} Your text is saved on this computer and goes into the file when it can.",
                why=why,
            )
        case Place.FILE, _:
            return tr("{why} Your text is kept in the file, and is saved when it can be.", why=why)
        case _, template if template == FULL:
            return tr(
                "The disk is full. What you write stays in the window. "
                "Free some space, or choose Save a copy in another place."
            )
    return tr("{why} What you write stays in the window.", why=why)
