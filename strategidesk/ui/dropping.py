"""Files that are dropped on a window."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from strategidesk.ui.shell import Shell


class Dropping(QObject):
    """Hands files that are dropped on a window to the shell, wherever in it: a text field would
    write their addresses. What else is dragged goes to what lies under the pointer."""

    def __init__(self, window: QMainWindow, shell: "Shell") -> None:
        super().__init__(window)
        self._window, self._shell = window, shell
        window.setAcceptDrops(True)
        window.winId()  # there is a handle from now on
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and (paths := files_of(event.mimeData())):
            event.acceptProposedAction()
            if not isinstance(event, QDragMoveEvent):  # on its way, as when it enters
                self._shell.take_dropped(paths, self._window)
            return True
        return super().eventFilter(watched, event)


def files_of(mime: QMimeData) -> list[Path]:
    """The files that something dragged or copied names."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
