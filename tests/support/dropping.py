"""Files and words that are dropped on a window, as the system does it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def drop_mime(target: QWidget, mime: QMimeData) -> None:
    """Drop something on the middle of a widget."""
    handle = target.window().windowHandle()
    assert handle is not None
    spot = target.mapTo(target.window(), target.rect().center())
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton)
    plain = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(handle, QDragEnterEvent(spot, *how, plain))
    QApplication.sendEvent(handle, QDragMoveEvent(spot, *how, plain))
    QApplication.sendEvent(handle, QDropEvent(QPointF(spot), *how, plain))


def drop(target: QWidget, *paths: Path) -> None:
    """Drop files on the middle of a widget."""
    drop_mime(target, mime_of(*paths))


def mime_of(*paths: Path) -> QMimeData:
    """What is dragged of files."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    mime.setText("\n".join(map(str, paths)))  # as some file managers do
    return mime
