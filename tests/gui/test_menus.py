"""The menus, made from the declared commands."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from strategidesk.ui.frame import commands
from strategidesk.ui.frame.letters import letters, with_letter
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.gui.conftest import open_window
from tests.support import windows


def texts(window: Window, title: str) -> list[str]:
    """What a menu of the bar offers; nothing where it is not shown."""
    for action in window.menuBar().actions():
        menu = action.menu()
        if action.isVisible() and isinstance(menu, QMenu) and plain(action) == title:
            return [plain(one) for one in menu.actions() if not one.isSeparator()]
    return []


def plain(action: QAction) -> str:
    return action.text().replace("&", "").partition("\t")[0]


def test_that_a_word_whose_letters_are_taken_gets_one_from_another_word() -> None:
    assert letters(["Ab", "Ac", "A"]) == ["b", "c", "a"]
    assert letters(["Visa", "Verktyg"], ["", "K"]) == ["v", "k"]
    assert letters(["Text", "Tools"], ["", "k"]) == ["t", "o"]
    assert letters(["a", "a"]) == ["a", ""]
    assert with_letter("Save a copy", "c") == "Save a &copy"
    assert with_letter("Text & bild", "b") == "Text && &bild"


def test_that_keys_are_given_once(window: Window) -> None:
    keys = Counter(
        keys.toString() for action in window.menus.actions.values() for keys in action.shortcuts()
    )

    assert [key for key, count in keys.items() if count > 1] == []
    assert not any("Ctrl+Alt" in key for key in keys)
    assert not any(f"Ctrl+Shift+{digit}" in keys for digit in range(10))


def test_that_commands_are_declared_once() -> None:
    keys = Counter(
        one.key for menu in commands.MENUS for one in commands.entries(menu) if not one.again
    )

    assert [key for key, count in keys.items() if count > 1] == []


def test_that_an_entry_can_be_used_where_the_page_in_front_does_it(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    bold = window.menus.actions["format_bold"]
    done: list[str] = []

    def deeds() -> Mapping[str, Callable[[], object]]:
        return {"format_bold": lambda: done.append("bold")}

    bold.trigger()
    assert not bold.isEnabled()

    window.turn_to("definitions")
    page = window.page
    monkeypatch.setattr(page, "deeds", deeds)
    monkeypatch.setattr(page, "checked", lambda: {"format_bold"})
    page.state_changed.emit()
    assert bold.isEnabled()
    assert bold.isChecked()
    bold.trigger()
    assert done == ["bold"]

    window.turn_to("plan")
    assert not bold.isEnabled()
    assert not bold.isChecked()


def test_that_a_menu_that_nobody_serves_is_not_shown(
    shell: Shell, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = commands.Menu("own", "Own", ((commands.Entry("own_deed", "Deed"),),))
    monkeypatch.setattr(commands, "MENUS", (*commands.MENUS, served))
    window = open_window(shell, sample)
    assert texts(window, "Own") == []

    monkeypatch.setattr(window.page, "deeds", lambda: {"own_deed": lambda: None})
    window.page.state_changed.emit()
    assert texts(window, "Own") == ["Deed"]

    window.turn_to("plan")
    assert texts(window, "Own") == ["Deed"]
    assert not window.menus.actions["own_deed"].isEnabled()


def test_that_undo_names_the_step(window: Window) -> None:
    area = windows.first(window, "area")
    undo, redo = window.menus.actions["undo"], window.menus.actions["redo"]
    assert (plain(undo), undo.isEnabled()) == ("Undo", False)

    windows.write(windows.row(window, area.id, "title"), "Boende & fritid")
    window.save()
    assert (plain(undo), undo.isEnabled()) == ("Undo: change Name", True)

    undo.trigger()
    assert (plain(undo), undo.isEnabled()) == ("Undo", False)
    assert (plain(redo), redo.isEnabled()) == ("Redo: change Name", True)


def test_that_entries_have_the_strategys_own_words(window: Window) -> None:
    card = window.work.strategy.card
    windows.write(windows.row(window, card.id, "area_label"), "Fokusområde")
    window.save()

    assert "Fokusområde" in texts(window, "Insert")


def test_that_the_focused_field_is_copied_from_and_pasted_into(
    window: Window, qtbot: QtBot
) -> None:
    area = windows.first(window, "area")
    row = windows.row(window, area.id, "title")
    qtbot.waitActive(window)
    field = row.editor.inner
    assert isinstance(field, QLineEdit)
    field.setFocus()

    window.menus.actions["select_all"].trigger()
    window.menus.actions["copy"].trigger()
    assert QApplication.clipboard().text() == area.title  # type: ignore[attr-defined]
    field.setCursorPosition(0)
    window.menus.actions["paste"].trigger()
    assert field.text() == 2 * area.title  # type: ignore[attr-defined]


def test_that_nothing_is_offered_that_changes_a_file_opened_for_reading(
    shell: Shell, sample: Path
) -> None:
    windows.open_file(shell, sample, reading=True)
    window = shell.windows[-1]
    window.turn_to("areas")

    actions = window.menus.actions
    assert not any(actions[key].isEnabled() for key in ("save", "make_usual", "remove", "move_up"))
    assert all(
        actions[key].isEnabled() for key in ("close", "save_copy", "export_strategy", "next_pane")
    )


def test_that_the_start_window_offers_what_it_does(shell: Shell) -> None:
    start = shell.show_start()
    assert start.menus.actions
    file = start.menuBar().actions()[0].menu()
    assert isinstance(file, QMenu)

    assert [plain(a) for a in file.actions() if not a.isSeparator()] == [
        "New strategy …",
        "Open …",
        "Recent",
        "Exit",
    ]
    start.menus.actions["theme_dark"].trigger()
    assert shell.settings.theme == "dark"
    assert start.menus.actions["theme_dark"].isChecked()
    start.menus.actions["theme_system"].trigger()


def test_that_recent_files_are_offered(shell: Shell, sample: Path, empty: Path) -> None:
    open_window(shell, empty)
    window = open_window(shell, sample)
    file = window.menuBar().actions()[0].menu()
    assert isinstance(file, QMenu)

    file.aboutToShow.emit()

    (recent,) = (a.menu() for a in file.actions() if plain(a) == "Recent")
    assert isinstance(recent, QMenu)
    assert [plain(action)[0] for action in recent.actions()] == ["1", "2"]
    assert recent.isEnabled()


def test_that_the_menu_is_reached_by_its_letter(window: Window, qtbot: QtBot) -> None:
    qtbot.waitActive(window)
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    assert opened.title() == "&View"
    opened.close()
