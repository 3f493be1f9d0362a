"""F6 goes through the parts of the window in reading order; a new page takes the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenuBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from strategidesk.ui.frame.banner import INFO, Act
from strategidesk.ui.window import Window
from tests.support import windows


@pytest.fixture
def ready(window: Window, qtbot: QtBot) -> Window:
    """A wide window in front, on the decisions."""
    window.resize(1440, 900)
    window.turn_to("decisions")
    qtbot.waitActive(window)
    windows.settle()
    return window


def walked(window: Window, steps: int, key: Qt.KeyboardModifier) -> list[QWidget | None]:
    found: list[QWidget | None] = []
    for _step in range(steps):
        QTest.keyClick(window, Qt.Key.Key_F6, key)
        found.append(window.focusWidget())
    return found


def test_that_f6_walks_through_the_window_in_reading_order(ready: Window) -> None:
    ready.banner.tell(INFO, "Något att se", Act("Granska", lambda: None))
    windows.settle()
    first = windows.form(ready).rows[0].editor.inner
    parts: list[QWidget | None] = [
        ready.menuBar(),
        ready.menu_end.field,
        ready.navigation.list,
        ready.header.buttons[-1],
        ready.banner.acts[0],
        windows.pane(ready).view,
        first,
        ready.status.zoom,
    ]
    ready.status.zoom.setFocus()

    assert walked(ready, len(parts), Qt.KeyboardModifier.NoModifier) == parts
    back = walked(ready, len(parts), Qt.KeyboardModifier.ShiftModifier)
    assert back == [*parts[-2::-1], parts[-1]]


def test_that_the_menu_is_entered_at_its_first_word(ready: Window) -> None:
    ready.status.zoom.setFocus()
    walked(ready, 1, Qt.KeyboardModifier.NoModifier)
    bar = ready.menuBar()
    assert isinstance(bar, QMenuBar)
    assert bar.activeAction() is bar.actions()[0]

    assert QApplication.activePopupWidget() is None
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert bar.activeAction() is bar.actions()[1]

    walked(ready, 1, Qt.KeyboardModifier.NoModifier)
    assert bar.activeAction() is None


def test_that_the_panel_is_a_stop_while_it_is_shown(
    ready: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready.turn_to("definitions")
    panel = QWidget()
    field = QLineEdit()
    QVBoxLayout(panel).addWidget(field)
    monkeypatch.setattr(ready.page, "panel", lambda: panel)
    ready.turn_to("decisions")
    ready.turn_to("definitions")
    windows.settle()
    ready.status.zoom.setFocus()

    assert walked(ready, 1, Qt.KeyboardModifier.ShiftModifier) == [field]
    ready.side.turn()
    ready.status.zoom.setFocus()
    assert walked(ready, 1, Qt.KeyboardModifier.ShiftModifier) != [field]


def test_that_a_new_page_takes_the_focus(ready: Window) -> None:
    QTest.keyClick(ready, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert ready.focusWidget() is windows.pane(ready).view


def test_that_the_navigation_keeps_the_focus_until_its_page_is_entered(ready: Window) -> None:
    pages = ready.navigation.list
    pages.setFocus()
    for page in ("history", "review", "dialogue"):
        QTest.keyClick(pages, Qt.Key.Key_Up)
        assert ready.book.key == page
    assert ready.focusWidget() is pages

    QTest.keyClick(pages, Qt.Key.Key_Return)
    assert ready.focusWidget() is windows.pane(ready).view
