"""The usual rich editor: with the commands' keys and the context menu."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QKeyEvent

from strategidesk.ui.frame.keys import CHOICE
from strategidesk.ui.writing import deeds, menu
from strategidesk.ui.writing.edit import RichEdit


class UsualHands:
    """What every running text of the window does with keys and mouse."""

    def takes(self, edit: RichEdit, event: QKeyEvent) -> bool:
        """Whether a key is a command that the text does itself."""
        if not edit.isReadOnly():
            CHOICE.note(edit, event)
        return deeds.takes(edit, event)

    def press(self, edit: RichEdit, event: QKeyEvent) -> bool:
        """Do the command of a key; False where it is none."""
        return deeds.press(edit, event)

    def show_menu(self, edit: RichEdit, event: QContextMenuEvent) -> None:
        """Show the context menu."""
        menu.show(edit, event)


def rich_edit() -> RichEdit:
    """A new editor."""
    made = RichEdit(UsualHands())
    made.link_wanted.connect(lambda url: QDesktopServices.openUrl(QUrl(url)))
    return made
