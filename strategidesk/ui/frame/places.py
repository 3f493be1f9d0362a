"""Where a window stood and which page was in front when its file was closed last."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from strategidesk.ui.parts import LEAST, TITLE_BAR, fit_screen

_AREA, _MAXIMISED, _PAGE = "window.area", "window.maximised", "window.page"


def restore(window: QWidget, memory: Mapping[str, Any], usual: Mapping[str, Any]) -> None:
    """Put a new window where it stood; where its file has not been open before, make it as large
    as the window closed last, by what is `usual`. Screens that are gone are no matter."""
    fit_screen(window)
    area, size = _area(memory), _area(usual)
    if area is not None:
        window.setGeometry(pulled_back(area, _screens()))
    elif size is not None:
        room = window.screen().availableSize() - TITLE_BAR
        window.resize(size.size().boundedTo(room))
    if (memory if area is not None else usual).get(_MAXIMISED) is True:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def keep(window: QWidget, memory: dict[str, Any], usual: dict[str, Any]) -> None:
    """Remember where a window stands: for its file, and its size for files opened first."""
    plain = not window.windowState() & (
        Qt.WindowState.WindowMaximized
        | Qt.WindowState.WindowFullScreen
        | Qt.WindowState.WindowMinimized
    )
    area = window.geometry() if plain else window.normalGeometry()
    for kept in (memory, usual):
        if area.isValid():
            kept[_AREA] = [area.x(), area.y(), area.width(), area.height()]
        kept[_MAXIMISED] = window.isMaximized()


def keep_page(memory: dict[str, Any], key: str) -> None:
    """Remember the page in front."""
    memory[_PAGE] = key


def page_of(memory: Mapping[str, Any]) -> str:
    """The key of the page that was in front; empty where none is remembered."""
    return str(memory.get(_PAGE, ""))


def pulled_back(area: QRect, screens: Sequence[QRect]) -> QRect:
    """A window's area moved and shrunk until it lies, title bar and all, on one of the screens: on
    that which shows most of it, else on the first."""

    def seen(screen: QRect) -> int:
        part = screen.intersected(area)
        return part.width() * part.height() if part.isValid() else 0

    screen = max(screens, key=seen).adjusted(0, TITLE_BAR.height(), 0, 0)
    size = area.size().expandedTo(LEAST).boundedTo(screen.size())
    left = max(screen.left(), min(area.left(), screen.left() + screen.width() - size.width()))
    top = max(screen.top(), min(area.top(), screen.top() + screen.height() - size.height()))
    return QRect(left, top, size.width(), size.height())


def _screens() -> list[QRect]:
    primary = QGuiApplication.primaryScreen()
    others = [one for one in QGuiApplication.screens() if one is not primary]
    return [one.availableGeometry() for one in (primary, *others)]


def _area(kept: Mapping[str, Any]) -> QRect | None:
    found = kept.get(_AREA)
    if isinstance(found, list) and len(found) == 4 and all(isinstance(n, int) for n in found):
        return QRect(*found)
    return None
