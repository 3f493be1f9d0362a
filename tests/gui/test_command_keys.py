"""A command has the usual keys or those of the Swedish Word, everywhere at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from strategidesk.ui.dialogs.keyboard import KeyboardDialog
from strategidesk.ui.frame import keys
from strategidesk.ui.settings import Settings
from strategidesk.ui.window import Window
from strategidesk.ui.writing.bar import FormatBar
from strategidesk.ui.writing.edit import RichEdit
from tests.support import windows

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


@pytest.fixture
def edit(window: Window) -> RichEdit:
    """The first section's text, with a word selected."""
    window.turn_to("text")
    found = windows.section(window).edit
    assert isinstance(found, RichEdit)
    found.setFocus()
    found.show_text("Ekbacka")
    found.selectAll()
    return found


def _shown(window: Window, key: str) -> list[str]:
    return [keys.toString() for keys in window.menus.actions[key].shortcuts()]


def test_that_the_keys_of_the_swedish_word_hold_at_once(window: Window, edit: RichEdit) -> None:
    window.shell.set_keys(keys.WORD)

    QTest.keyClick(edit, KEY.Key_F, CTRL)
    assert edit.text() == "**Ekbacka**"
    QTest.keyClick(edit, KEY.Key_F, CTRL)
    QTest.keyClick(edit, KEY.Key_K, CTRL)
    assert edit.text() == "*Ekbacka*"
    assert window.finder.panel is None
    wanted = {"format_bold": "Ctrl+F", "format_italic": "Ctrl+K", "find": "Ctrl+B"}
    assert {key: _shown(window, key) for key in wanted} == {
        key: [value] for key, value in wanted.items()
    }


def test_that_no_key_is_given_twice_as_in_word(window: Window) -> None:
    window.shell.set_keys(keys.WORD)

    given = [key for name in window.menus.actions for key in _shown(window, name)]

    assert len(given) == len(set(given))


@pytest.mark.parametrize("choice", [keys.USUAL, keys.WORD])
def test_that_alt_q_always_opens_the_command_search(
    window: Window, edit: RichEdit, choice: str
) -> None:
    window.shell.set_keys(choice)

    QTest.keyClick(edit, KEY.Key_Q, ALT)

    assert window.finder.panel is not None
    assert window.finder.panel.isVisible()


@pytest.mark.usefixtures("edit")
def test_that_buttons_and_search_field_tell_the_keys_that_hold(window: Window) -> None:
    (bar,) = window.page.findChildren(FormatBar)
    bold = bar.buttons["format_bold"]
    assert bold.toolTip() == "Bold (Ctrl+B)"

    window.shell.set_keys(keys.WORD)

    assert bold.toolTip() == "Bold (Ctrl+F)"
    assert window.menu_end.field.toolTip().endswith("(Alt+Q)")


def test_that_it_is_asked_once_when_such_a_key_is_pressed_in_a_text(
    window: Window, edit: RichEdit
) -> None:
    QTest.keyClick(edit, KEY.Key_X, CTRL)
    assert not window.banner.text
    QTest.keyClick(edit, KEY.Key_B, CTRL)
    words = [act.text() for act in window.banner.acts if isinstance(act, QPushButton)]
    assert "Ctrl+F is bold" in window.banner.text
    assert words == ["Usual", "As in the Swedish Word"]

    QTest.mouseClick(window.banner.acts[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(edit, KEY.Key_B, CTRL)

    assert Settings.load().keys == keys.WORD
    assert not window.banner.text


def test_that_it_is_not_asked_again_when_the_question_was_left(
    window: Window, edit: RichEdit
) -> None:
    QTest.keyClick(edit, KEY.Key_F, CTRL)
    assert window.banner.text
    window.banner.dismiss()

    QTest.keyClick(edit, KEY.Key_F, CTRL)

    assert not window.banner.text
    assert keys.CHOICE.chosen == keys.USUAL


def test_that_the_list_of_keys_is_that_of_the_menus(window: Window) -> None:
    offers = list(window.menus.keyed())
    dialog = KeyboardDialog(window, offers)

    assert {offer.key for offer in offers} >= {"save", "undo", "next_pane", "search", "keyboard"}
    assert ("Save", "Ctrl+S") in dialog.shown()
    assert ("Activity plan", "Ctrl+5") in dialog.shown()
    dialog.search.setText("indent view")
    assert dialog.shown() == []
    dialog.search.setText("ctrl+shift+k")
    assert dialog.shown() == [("Comment", "Ctrl+Shift+K")]
    dialog.deleteLater()
