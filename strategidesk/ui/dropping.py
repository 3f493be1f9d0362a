"""Files that are dropped on a window."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from strategidesk.ui.shell import Shell


class Dropping(QObject):
    """Hands files that are dropped on a window, where no part of it takes them, to the shell."""

    def __init__(self, window: QMainWindow, shell: "Shell") -> None:
        super().__init__(window)
        self._window, self._shell = window, shell
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and (paths := _files(event)):
            if isinstance(event, QDragEnterEvent):
                event.acceptProposedAction()
                return True
            if event.type() == QEvent.Type.Drop:
                event.acceptProposedAction()
                self._shell.take_dropped(paths, self._window)
                return True
        return super().eventFilter(watched, event)


def _files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
