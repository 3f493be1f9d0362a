"""Tab goes through a window as it is read: part by part, and in each from the top to the bottom."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QScrollArea, QWidget

from strategidesk.ui.frame.banner import INFO, Act
from strategidesk.ui.start.window import StartWindow
from strategidesk.ui.window import Window
from tests.support.focusable import focusable, where
from tests.support.walking import SIZES, pages, sights

MOST = 200


def walked(window: QMainWindow, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """What the focus comes to from the end of the window until it is there again."""
    found: list[QWidget] = []
    while len(found) < MOST:
        here = window.focusWidget()
        if here is None or here in found:
            break
        found.append(here)
        QTest.keyClick(here, key)
    return found


def wrong(window: Window, walk: list[QWidget]) -> list[str]:
    """Where the walk goes back: to a part before, up in a column, or to the left in a row."""
    parts = (
        window.menuBar(),
        window.navigation,
        window.header,
        window.banner,
        window.book,
        window.side.panel,
        window.status,
    )

    def part_of(widget: QWidget) -> int:
        return next(n for n, part in enumerate(parts) if part.isAncestorOf(widget))

    found = []
    for one, other in pairwise(walk):
        here, there = part_of(one), part_of(other)
        if here > there or (here == there and back(window, one, other)):
            found.append(f"{where(one)} -> {where(other)}")
    return found


def back(window: QMainWindow, one: QWidget, other: QWidget) -> bool:
    """Whether the other stands over the one, or at its left."""
    if one.isAncestorOf(other):
        return False
    first, then = place(window, one, other), place(window, other, one)
    beside = first.left() < then.right() and then.left() < first.right()
    level = first.top() < then.center().y() < first.bottom()
    return (beside and then.bottom() < first.top()) or (level and then.right() < first.left())


def place(window: QMainWindow, widget: QWidget, other: QWidget) -> QRect:
    """Where a widget stands, or what scrolls it where the other does not scroll with it."""
    above = widget.parentWidget()
    while above is not None and not above.isAncestorOf(other):
        if isinstance(above, QScrollArea):
            widget = above
        above = above.parentWidget()
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("size", SIZES[::2])
def test_that_tab_goes_through_every_page_as_it_is_read(
    wide: Window, size: tuple[int, int]
) -> None:
    wide.resize(*size)
    wide.banner.tell(INFO, "Something", Act("See", lambda: None))
    faults = set()
    for sight in sights(wide) if size == SIZES[0] else pages(wide):
        start = next(focusable(wide.menuBar()))
        start.setFocus(Qt.FocusReason.TabFocusReason)
        walk = walked(wide)
        faults |= {f"{sight}: {fault}" for fault in wrong(wide, walk)}
        missed = set(focusable(wide)) - set(walk)
        faults |= {f"{sight}: not met: {where(one)}" for one in missed}
    assert "\n".join(sorted(faults)) == ""


def test_that_shift_tab_goes_the_same_way_back(wide: Window) -> None:
    wide.turn_to("areas")
    QApplication.processEvents()
    next(focusable(wide.menuBar())).setFocus(Qt.FocusReason.TabFocusReason)
    there = walked(wide)
    there[0].setFocus(Qt.FocusReason.TabFocusReason)
    again = walked(wide, Qt.Key.Key_Backtab)
    assert again == [there[0], *there[:0:-1]]


def test_that_the_start_page_is_walked_from_the_top(start: StartWindow) -> None:
    start.resize(1440, 900)
    QApplication.processEvents()
    first = next(focusable(start))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    walk = walked(start)
    assert set(walk) == set(focusable(start))
