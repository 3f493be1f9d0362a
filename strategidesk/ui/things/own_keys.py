"""Keys of the window's menus that lists and tables answer themselves."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

_OWN = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)


def keeps(event: QEvent) -> bool:
    """Whether Qt asks who wants such a key: then it comes here, past the menus."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if any(event.matches(key) for key in _OWN):
        event.accept()
        return True
    return False
