"""Menus, lists that open and the command search are translated, and have room."""

import pytest
from PySide6.QtWidgets import QMenu

from strategidesk.ui.window import Window
from tests.support import room
from tests.support.popups import OPENED, makers
from tests.support.walking import SIZES, pages, settle, untranslated, words_of_menu


@pytest.mark.parametrize("made_in", OPENED)
def test_that_what_opens_speaks_the_users_language_and_has_room(full: Window, made_in: str) -> None:
    seen, faults = 0, []
    for opened in OPENED[made_in](full):
        settle()
        seen += 1
        if isinstance(opened, QMenu):
            faults += words_of_menu(full, opened)
        else:
            faults += untranslated(full, opened)
            faults += room.cut(opened)

    assert seen
    assert faults == []


def test_that_no_menu_and_no_popup_is_left_out() -> None:
    assert makers() == set(OPENED)


def test_that_the_menus_of_every_page_speak_the_users_language(wordless: Window) -> None:
    found = {
        f"{page}: {text}"
        for page in pages(wordless)
        for menu in wordless.menuBar().findChildren(QMenu)
        for text in words_of_menu(wordless, menu)
    }
    assert sorted(found) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sought", ["", "0", "~", "99999"])
def test_that_the_command_search_speaks_the_users_language_and_has_room(
    wordless: Window, size: tuple[int, int], sought: str
) -> None:
    wordless.resize(*size)
    wordless.work.memory["search.recent"] = ["save", "page_plan", "undo"]
    wordless.finder.open()
    panel = wordless.finder.panel
    assert panel is not None
    panel.field.setText(sought)
    panel.field.textEdited.emit(sought)
    settle()

    assert untranslated(wordless, panel) == []
    assert list(room.cut(panel)) == []
