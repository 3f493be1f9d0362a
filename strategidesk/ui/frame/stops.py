"""F6 and Shift+F6: the walk through the parts of the window, in reading order."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget

if TYPE_CHECKING:
    from strategidesk.ui.window import Window


def stops(window: "Window") -> Iterator[tuple[QWidget, QWidget]]:
    """Each part that can take the focus now, and the widget in it that does: menu, search,
    navigation, page header, banner, the page's own, panel, status bar."""
    bar, end = window.menuBar(), window.menu_end
    yield bar, bar
    field = end.field if end.field.isVisible() else end.sign
    yield end, field
    yield window.navigation, window.navigation.list
    header = window.header
    heads = [*reversed(header.buttons), header.panel_button]  # the primary one first
    head = next((one for one in heads if one.isVisible() and one.isEnabled()), None)
    if head is not None:
        yield header, head
    if not window.banner.isHidden():
        yield window.banner, window.banner.first_focus()
    for one in window.page.stops():
        if one.isVisible() and one.isEnabled():
            yield one, one
    if (panel := window.side.focus) is not None:
        yield window.side.panel, panel
    yield window.status, window.status.zoom


def step(window: "Window", by: int) -> None:
    """Put the focus on the next part (-1: on the one before)."""
    walk = list(stops(window))
    here = _here(window, walk)
    _part, target = walk[(here + by) % len(walk)]
    if isinstance(target, QMenuBar):
        _enter_menus(target)
        return
    inner = target
    if target.focusPolicy() is Qt.FocusPolicy.NoFocus and target.focusProxy() is None:
        inner = next(_inside(target), target)
    inner.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _enter_menus(bar: QMenuBar) -> None:
    """Choose the first menu without opening it: Qt has a way to that for the pointer only."""
    bar.setFocus(Qt.FocusReason.ShortcutFocusReason)
    spot = QPointF(bar.actionGeometry(bar.actions()[0]).center())
    none = Qt.MouseButton.NoButton
    over = QMouseEvent(
        QEvent.Type.MouseMove,
        spot,
        bar.mapToGlobal(spot),
        none,
        none,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(bar, over)


def _here(window: "Window", walk: list[tuple[QWidget, QWidget]]) -> int:
    """The number of the part that has the focus; the page's last where another part of it has."""
    focus = window.focusWidget()
    if focus is None:
        return -1
    if focus is window.menuBar():
        return 0
    found = [
        number
        for number, (part, _target) in enumerate(walk)
        if number and (part is focus or part.isAncestorOf(focus))
    ]
    if found:
        return found[-1]
    own = window.page.stops()
    page = [number for number, (part, _target) in enumerate(walk) if part in own]
    return page[-1] if page and window.page.isAncestorOf(focus) else -1


def _inside(part: QWidget) -> Iterator[QWidget]:
    """The widgets in a part that take the focus by Tab."""
    for one in part.findChildren(QWidget):
        tabbed = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if tabbed and one.isVisible() and one.isEnabled():
            yield one
