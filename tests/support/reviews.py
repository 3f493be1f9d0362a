"""Windows on strategies in which something waits for a person, and what is done there by keys."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from strategidesk.desk.desk import Desk
from strategidesk.ui.pages.review import ReviewPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.support import desks, windows
from tests.support.contests import S1, meanwhile
from tests.support.wordings import Wordings

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Act = Callable[[Desk], None]


def written(wordings: Wordings) -> Act:
    """Bo and Cia come to write this in one section."""

    def act(desk: Desk) -> None:
        desks.write_as(desk, "Ida", lambda recorder: recorder.set(S1, "body", wordings.base))
        meanwhile(desk, S1, "body", wordings.bo, wordings.cia)

    return act


def opened(shell: Shell, folder: Path, *acts: Act) -> Window:
    """A window in which these contests wait, on its first page."""
    path = desks.make(folder / "rik.strategi")
    with desks.working(path) as desk:
        for act in acts:
            act(desk)
    windows.open_file(shell, path)
    window = shell.windows[-1]
    window.activateWindow()
    follow(window)
    return window


def turned(window: Window) -> ReviewPage:
    """The page of the review, turned to by its key."""
    window.resize(1440, 900)
    QTest.qWaitForWindowActive(window)
    press(window, Qt.Key.Key_7, CTRL)
    assert isinstance(window.page, ReviewPage)
    return window.page


def press(
    window: Window,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key where the focus is; what it changes is shown afterwards."""
    QTest.keyClick(window.focusWidget() or window, key, modifier)
    QApplication.processEvents()
    follow(window)


def type_instead(window: Window, text: str) -> None:
    """Write another text in the place of the one in focus."""
    press(window, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(window.focusWidget(), text)


def choose(window: Window, number: int) -> None:
    """Alt and a number."""
    press(window, getattr(Qt.Key, f"Key_{number}"), ALT)


def save(window: Window) -> None:
    """Save and go to the next."""
    press(window, Qt.Key.Key_Return, CTRL)


def follow(window: Window) -> None:
    """Wait until the list is that of the newest change."""
    unsettled = window.work.unsettled
    while not unsettled.up_to_date:
        loop = QEventLoop()
        unsettled.looked.connect(loop.quit)
        loop.exec()
        unsettled.looked.disconnect(loop.quit)
    windows.settle()
