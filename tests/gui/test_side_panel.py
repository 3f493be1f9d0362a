"""Page header, side panel and status bar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from strategidesk.ui.frame.banner import INFO
from strategidesk.ui.frame.events import EventsDialog
from strategidesk.ui.window import Window
from tests.support import windows

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def panelled(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Window:
    """A wide window whose page of definitions has a side panel."""
    window.resize(1440, 900)
    qtbot.waitActive(window)
    window.turn_to("definitions")
    panel = QLineEdit()
    qtbot.addWidget(panel)
    monkeypatch.setattr(window.page, "panel", lambda: panel)
    window.turn_to("areas")
    window.turn_to("definitions")
    windows.settle()
    return window


def test_that_the_panel_is_shown_and_hidden_by_button_and_key(panelled: Window) -> None:
    button, side = panelled.header.panel_button, panelled.side
    assert (side.panel.isVisible(), button.isChecked(), button.isVisible()) == (True, True, True)
    assert panelled.menus.actions["side_panel"].isChecked()

    QTest.keyClick(panelled, Qt.Key.Key_P, CTRL | SHIFT)
    assert (side.panel.isVisible(), button.isChecked()) == (False, False)
    assert not panelled.menus.actions["side_panel"].isChecked()
    panelled.turn_to("areas")
    assert not button.isVisible()
    panelled.turn_to("definitions")
    assert not side.panel.isVisible()

    button.click()
    assert (side.panel.isVisible(), button.isChecked()) == (True, True)


def test_that_a_page_without_a_panel_has_no_button_for_one(window: Window) -> None:
    window.turn_to("areas")
    assert not window.header.panel_button.isVisible()
    assert not window.menus.actions["side_panel"].isEnabled()


def test_that_the_width_of_the_panel_is_remembered_for_the_page(panelled: Window) -> None:
    side = panelled.side
    assert side.panel.width() == 320
    side._splitter.moveSplitter(side.width() - 400, 1)
    panelled.turn_to("areas")
    panelled.turn_to("definitions")
    windows.settle()

    assert abs(side.panel.width() - 400) <= 2
    side._splitter.moveSplitter(10, 1)
    assert side.panel.width() <= 480


def test_that_the_panel_lies_over_the_page_in_a_narrow_window(panelled: Window) -> None:
    side = panelled.side
    panelled.resize(1000, 700)
    windows.settle()
    assert not side.panel.isVisible()
    page = panelled.book.width()

    panelled.header.panel_button.click()
    windows.settle()
    assert side.panel.isVisible()
    assert side.panel.geometry().right() == side.rect().right()
    assert panelled.book.width() == page
    inside: QWidget | None = side.focus
    assert inside is not None
    QTest.keyClick(side.panel, Qt.Key.Key_Escape)
    assert not side.panel.isVisible()

    panelled.resize(1440, 900)
    windows.settle()
    assert side.panel.isVisible()


def test_that_a_narrow_header_keeps_the_primary_buttons_words(window: Window) -> None:
    window.resize(720, 450)
    window.turn_to("plan")
    windows.settle()
    export, new = window.header.buttons

    assert (export.text(), export.accessibleName(), export.toolTip()) == ("", "Export", "Export")
    assert new.text() == "New activity"
    window.resize(1440, 900)
    windows.settle()
    assert export.text() == "Export"


def test_that_the_status_bar_tells_what_the_page_counts_and_the_language(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.turn_to("definitions")
    assert not window.status.facts.isVisible()

    monkeypatch.setattr(window.page, "facts", lambda: "2 334 words")
    window.page.state_changed.emit()
    window.show()
    assert window.status.facts.isVisible()
    assert window.status.facts.text() == "2 334 words"
    assert window.status.language.text() == "Swedish"


def test_that_the_writing_surface_grows_and_shrinks_by_keys(window: Window, qtbot: QtBot) -> None:
    qtbot.waitActive(window)
    told: list[int] = []
    window.work.zoom_changed.connect(told.append)

    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        QTest.keyClick(window, key, CTRL)

    assert told == [110, 120, 110, 100]
    assert window.status.zoom.text() == "100 %"
    for _press in range(40):
        window.menus.actions["zoom_in"].trigger()
    assert (window.work.zoom, window.work.memory["zoom"]) == (300, 300)


def test_that_events_lists_what_stood_in_banner_and_status_bar(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.banner.tell(INFO, "Något har hänt.")
    window.status.hint("Kopierat.")
    window.status.unsaved()
    lists: list[list[str]] = []

    def read(dialog: EventsDialog) -> int:
        lists.append([dialog.list.item(n).text()[7:] for n in range(dialog.list.count())])
        return 0

    monkeypatch.setattr(EventsDialog, "exec", read)
    window.menus.actions["events"].trigger()

    assert lists == [["Cannot save", "Kopierat.", "Något har hänt."]]
    assert window.status.hinted == "Kopierat."
