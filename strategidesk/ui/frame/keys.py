"""Which keys a command has: the usual ones, or those of the Swedish Word where it has others."""

from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from strategidesk.language import mark
from strategidesk.ui.frame.commands import MENUS, Entry, entries

USUAL, WORD = "usual", "word"
WORDS = {USUAL: mark("Usual"), WORD: mark("As in the Swedish Word")}
_AS_IN_WORD = {
    "format_bold": ("Ctrl+F",),
    "format_italic": ("Ctrl+K",),
    "find": ("Ctrl+B",),
    "search": ("Alt+Q",),
}
_DIFFERING = (Qt.Key.Key_F, Qt.Key.Key_K, Qt.Key.Key_B)  # with Ctrl


class Choice(QObject):
    """The keys of the whole program. `changed`: commands have other keys; `differing`: a key that
    is another in Word was pressed in this text."""

    changed = Signal()
    differing = Signal(QObject)

    def __init__(self) -> None:
        super().__init__()
        self.chosen = USUAL

    def choose(self, choice: str) -> None:
        """`USUAL` or `WORD`, from now on."""
        if choice != self.chosen:
            self.chosen = choice
            self.changed.emit()

    def note(self, text: QObject, event: QKeyEvent) -> None:
        """A key is pressed in a text that can be changed."""
        if event.key() in _DIFFERING and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.differing.emit(text)


CHOICE = Choice()


def entry_of(key: str) -> Entry:
    """The declared command of that key."""
    return next(one for menu in MENUS for one in entries(menu) if one.key == key)


def keys_of(entry: Entry) -> tuple[str, ...]:
    """The keys that a command has now, as QKeySequence reads them; the first is the one shown."""
    if CHOICE.chosen == WORD and entry.key in _AS_IN_WORD:
        return _AS_IN_WORD[entry.key]
    return tuple(keys for keys in (entry.keys, entry.also) if keys)


def shown_keys(entry: Entry) -> str:
    """The keys of a command as people read them; empty where it has none."""
    return native(next(iter(keys_of(entry)), ""))


def native(keys: str) -> str:
    """Keys as people read them on this system, in the user's language."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def command_of(event: QKeyEvent) -> str:
    """The key of the command that a pressed key is; empty where it is none."""
    return _commands(CHOICE.chosen).get(QKeySequence(event.keyCombination()).toString(), "")


@cache
def _commands(_choice: str) -> dict[str, str]:
    return {
        QKeySequence(keys).toString(): entry.key
        for menu in MENUS
        for entry in entries(menu)
        for keys in keys_of(entry)
    }


def named(words: str, keys: str) -> str:
    """A command's words for a tooltip, with its keys where it has any."""
    return f"{words} ({keys})" if keys else words
