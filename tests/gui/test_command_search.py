"""The command search, as a person with a keyboard uses it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from strategidesk.ui.frame.search_panel import SearchPanel
from strategidesk.ui.frame.search_rows import SHOWN
from strategidesk.ui.pages.tabled import TabledPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.tables.grid import Grid
from strategidesk.ui.window import Window
from tests.support import windows


@pytest.fixture
def ready(window: Window, qtbot: QtBot) -> Window:
    """A window in front, with its table in focus."""
    window.turn_to("definitions")
    qtbot.waitActive(window)
    _grid(window).setFocus()
    return window


def _grid(window: Window) -> Grid:
    assert isinstance(window.page, TabledPage)
    return window.page.tables[0].table.grid


def opened(window: Window, sought: str = "") -> SearchPanel:
    """Ctrl+K, and something typed."""
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    panel = window.finder.panel
    assert panel is not None
    assert panel.isVisible()
    panel.field.setText(sought)
    panel.field.textEdited.emit(sought)
    return panel


def shown(panel: SearchPanel) -> list[str]:
    """What is listed, line by line; headings end with a colon."""
    items = [panel.list.item(row) for row in range(panel.list.count())]
    return [item.text() if item.data(SHOWN) else f"{item.text()}:" for item in items]


def test_that_a_command_is_found_and_done(ready: Window) -> None:
    panel = opened(ready, "full sc")

    assert shown(panel) == ["Commands:", "Full screen, View, F11"]
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert ready.isFullScreen()
    ready.toggle_full_screen()


def test_that_commands_come_first_then_sections_activities_and_definitions(
    ready: Window,
) -> None:
    panel = opened(ready, "o")
    headings = [line for line in shown(panel) if line.endswith(":")]

    assert headings[:4] == ["Commands:", "Sections:", "Activities:", "Definitions:"]


def test_that_a_page_is_found_with_its_key(ready: Window) -> None:
    panel = opened(ready, "activity pl")

    assert "Activity plan, Go to the page, Ctrl+5" in shown(panel)
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert ready.book.key == "plan"


def test_that_enter_goes_to_the_thing_and_puts_the_focus_there(ready: Window) -> None:
    definition = windows.first(ready, "definition")
    panel = opened(ready, definition.term)  # type: ignore[attr-defined]
    row = next(n for n in range(panel.list.count()) if _key(panel, n) == definition.id)
    while panel.list.currentRow() != row:
        QTest.keyClick(panel.field, Qt.Key.Key_Down)

    QTest.keyClick(panel.field, Qt.Key.Key_Return)

    assert ready.book.key == "definitions"
    assert windows.form(ready).thing == definition.id
    assert ready.focusWidget() is _grid(ready)


def _key(panel: SearchPanel, row: int) -> str:
    found = panel.list.item(row).data(SHOWN)
    return str(found.key) if found else ""


def test_that_escape_returns_to_where_the_cursor_stood(ready: Window) -> None:
    field = windows.form(ready).rows[0].editor.inner
    ready.page.focus_field("term")
    panel = opened(ready, "xyzzy")

    assert shown(panel) == []
    assert "xyzzy" in panel.nothing.text()
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.isVisible()
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert ready.focusWidget() is field


def test_that_what_was_used_lately_is_offered_first(
    ready: Window, shell: Shell, sample: Path
) -> None:
    panel = opened(ready, "definitions")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)

    panel = opened(ready)
    assert shown(panel) == ["Used lately:", "Definitions, Go to the page, Ctrl+4"]
    assert shell.settings.memory(sample)["search.recent"] == ["page_definitions"]


def test_that_what_cannot_be_done_now_is_not_offered(ready: Window) -> None:
    assert not any(line.startswith(("Undo", "Bold")) for line in shown(opened(ready, "o")))


def test_that_everything_that_can_be_added_is_offered(ready: Window) -> None:
    panel = opened(ready, "new goal")
    assert shown(panel) == ["Commands:", "New goal, Chain of goals"]
    before = len(ready.work.strategy.goals)

    QTest.keyClick(panel.field, Qt.Key.Key_Return)

    assert len(ready.work.strategy.goals) == before + 1


def test_that_the_chosen_line_is_told_to_readers(ready: Window) -> None:
    panel = opened(ready, "definition")
    told = [panel.field.accessibleDescription()]
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    told.append(panel.field.accessibleDescription())

    lines = [line for line in shown(panel) if not line.endswith(":")]
    assert told == lines[:2]


def test_that_the_field_in_the_menu_row_opens_the_search(ready: Window) -> None:
    ready.resize(1440, 900)
    windows.settle()
    assert ready.menu_end.field.isVisible()
    ready.menu_end.field.click()
    assert ready.finder.panel is not None
    assert ready.finder.panel.isVisible()
    ready.finder.panel.leave()

    ready.resize(720, 450)
    windows.settle()
    assert not ready.menu_end.field.isVisible()
    ready.menu_end.sign.click()
    assert ready.finder.panel.isVisible()
    assert ready.rect().contains(ready.finder.panel.box.geometry())


def test_that_undo_and_redo_beside_it_name_the_step(window: Window) -> None:
    end = window.menu_end
    assert not end.undo.isEnabled()
    window.go_to(windows.first(window, "area").id)
    windows.write(windows.form(window).row("title"), "Boende")
    window.save()

    assert end.undo.accessibleName() == "Undo: change Name"
    end.undo.click()
    assert (end.undo.isEnabled(), end.redo.isEnabled()) == (False, True)


def test_that_a_command_is_found_by_the_menus_it_stands_in(ready: Window) -> None:
    assert "Dark, View › Theme" in shown(opened(ready, "theme dark"))
    ready.finder.open()
    exports = {offer.label for offer in ready.menus.offers() if offer.menu.key == "export"}
    found = {line.removesuffix(", File › Export") for line in shown(opened(ready, "export"))}
    assert exports <= found


def test_that_an_activity_is_found_by_its_number_and_shows_it(ready: Window) -> None:
    third = ready.work.strategy.activities[2]
    panel = opened(ready, "activity 3")

    line = shown(panel)[1]
    assert line.startswith(third.title[:30])
    assert "Activity 3" in line
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert windows.form(ready).thing == third.id
