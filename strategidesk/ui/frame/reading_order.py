"""Tab and Shift+Tab go through a window as it is read: as its parts, and what is laid out in them,
follow on each other. Qt's own order is that in which widgets were made."""

from collections.abc import Iterable, Iterator
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHeaderView,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)


def step(window: QMainWindow, by: int) -> bool:
    """Put the focus on the next widget (-1: on the one before); False where the focus lies over
    the window's parts, as in the tour."""
    parts = (window.menuBar(), window.centralWidget(), window.statusBar())
    walk = [one for part in parts if part is not None for one in in_order(part)]
    here = window.focusWidget()
    if not walk or (here is not None and here not in walk):
        return False
    at = walk.index(here) + by if here is not None else 0
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
    walk[at % len(walk)].setFocus(reason)
    return True


def in_order(top: QWidget) -> Iterator[QWidget]:
    """What Tab comes to in a widget that is shown, itself first, in the order it is read."""
    if not top.isVisible() or not top.isEnabled() or top.isWindow():
        return
    if top.focusPolicy() & Qt.FocusPolicy.TabFocus and top.focusProxy() is None:
        yield top
    for inner in _inside(top):
        yield from in_order(inner)


def _inside(widget: QWidget) -> list[QWidget]:
    """The widgets in a widget: those that are laid out as they are, then others by their place."""
    if isinstance(widget, QStackedWidget):
        current = widget.currentWidget()
        return [current] if current is not None else []
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        return [inner] if inner is not None else []
    if isinstance(widget, QSplitter):
        return [one for at in range(widget.count()) if (one := widget.widget(at)) is not None]
    if isinstance(widget, QHeaderView):  # some of its editors lie on it, some on its viewport
        viewport = widget.viewport()
        own = [one for one in _children(widget) if one is not viewport]
        return _by_place([*own, *_children(viewport)])
    layout = widget.layout()
    children = list(_children(widget))
    laid = list(_laid_out(layout, children)) if layout is not None else []
    return [*laid, *_by_place(one for one in children if one not in laid)]


def _children(widget: QWidget) -> Iterator[QWidget]:
    return (one for one in widget.children() if isinstance(one, QWidget))


def _laid_out(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    """Those of the widgets that stand in a layout, as they stand there.

    They are asked where they stand, as the layout's items must not be asked for what they hold:
    Python would know an item longer than it lives.
    """
    found: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(one), one) for one in widgets]
    under = [one for one in layout.children() if isinstance(one, QLayout)]
    found += [(layout.indexOf(one), one) for one in under]
    grid = layout if isinstance(layout, QGridLayout) else None
    placed = [(_cell(grid, at) if grid else (at, 0), one) for at, one in found if at >= 0]
    for _at, one in sorted(placed, key=lambda pair: pair[0]):
        if isinstance(one, QLayout):
            yield from _laid_out(one, widgets)
        else:
            yield one


def _cell(grid: QGridLayout, at: int) -> tuple[int, int]:
    row, column, *_spans = cast("tuple[int, int, int, int]", grid.getItemPosition(at))
    return row, column


def _by_place(widgets: Iterable[QWidget]) -> list[QWidget]:
    def place(widget: QWidget) -> tuple[int, int]:
        corner: QPoint = widget.pos()
        return corner.y(), corner.x()

    return sorted(widgets, key=place)
