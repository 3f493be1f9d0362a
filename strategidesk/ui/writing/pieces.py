"""The pieces that what is typed is undone by: Qt takes all that is typed on end as one."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

_ENDS = (".", "!", "?")


class Pieces(QObject):
    """A new piece begins with each sentence, and where the cursor has been elsewhere between."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._typing = self._moved = False
        edit.cursorPositionChanged.connect(self._note)

    @contextmanager
    def key(self, event: QKeyEvent) -> Iterator[None]:
        """The key is pressed within this."""
        cursor = self._edit.textCursor()
        self._typing = event.text().isprintable() and bool(event.text())
        begins = self._typing and (self._moved or _ends_sentence(cursor))
        if begins:
            cursor.beginEditBlock()  # what is done in a block is not put to what was done before
        try:
            yield
        finally:
            if begins:
                cursor.endEditBlock()
                self._moved = False
            self._typing = False

    def _note(self) -> None:
        if not self._typing:
            self._moved = True


def _ends_sentence(cursor: QTextCursor) -> bool:
    """Whether the words before the cursor end a sentence, with the blank behind it."""
    document, at = cursor.document(), cursor.position()
    return document.characterAt(at - 1) == " " and document.characterAt(at - 2) in _ENDS
