"""Undo while the cursor stands in a text: the typing step by step, then the strategy's steps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTextEdit, QWidget

from strategidesk.model.fields import Id
from strategidesk.ui.pages.plan import PlanPage
from strategidesk.ui.window import Window
from tests.support import windows

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
FIRST, SECOND = "En bro byggs.", "Den blir lång."


def undo(window: Window) -> None:
    _press(window, KEY.Key_Z)


def redo(window: Window) -> None:
    _press(window, KEY.Key_Y)


def _press(window: Window, key: Qt.Key) -> None:
    widget = window.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, CTRL)


def type_two(widget: QWidget) -> None:
    """A sentence at the end, the cursor away and back, and another."""
    widget.setFocus()
    end = Qt.KeyboardModifier.NoModifier if isinstance(widget, QLineEdit) else CTRL
    QTest.keyClick(widget, KEY.Key_End, end)
    QTest.keyClicks(widget, FIRST)
    QTest.keyClick(widget, KEY.Key_Left)
    QTest.keyClick(widget, KEY.Key_Right)
    QTest.keyClicks(widget, SECOND)


def offered(window: Window, key: str) -> str:
    """What the menu says of a step; empty where it cannot be done."""
    action = window.menus.actions[key]
    return action.text().replace("&", "") if action.isEnabled() else ""


# A section's text, a line over it, a text in a form, a wrapped line beside the plan
PLACES = (
    ("section", "body"),
    ("section", "heading"),
    ("strategy", "title"),
    ("area", "introduction"),
    ("activity", "title"),
)


@pytest.mark.parametrize(("entity", "field"), PLACES)
def test_that_typing_is_undone_piece_by_piece_and_then_the_strategys_step(
    window: Window, entity: str, field: str
) -> None:
    thing = windows.first(window, entity)
    begun = windows.stored(window, thing.id, field)
    row = windows.row(window, thing.id, field)
    windows.write(row, f"{begun} 2031")
    assert windows.commit(window)
    earlier = windows.stored(window, thing.id, field)
    steps = window.work.desk.undo_label
    inner = row.editor.inner

    type_two(inner)
    assert row.editor.value() == earlier + FIRST + SECOND
    assert (offered(window, "undo"), offered(window, "redo")) == ("Undo: typing", "")

    undo(window)
    assert row.editor.value() == earlier + FIRST
    assert offered(window, "redo") == "Redo: typing"
    undo(window)
    assert row.editor.value() == earlier
    assert window.work.desk.undo_label == steps
    assert offered(window, "undo") == f"Undo: {steps}"
    redo(window)
    redo(window)
    assert row.editor.value() == earlier + FIRST + SECOND

    undo(window)
    undo(window)
    undo(window)
    assert windows.stored(window, thing.id, field) == begun
    assert row.editor.value() == begun
    assert windows.shown(window) == thing.id
    redo(window)
    assert windows.stored(window, thing.id, field) == earlier


@pytest.mark.parametrize(("entity", "field"), PLACES)
def test_that_what_is_saved_is_undone_as_one_step_of_the_strategy(
    window: Window, entity: str, field: str
) -> None:
    thing = windows.first(window, entity)
    begun = windows.stored(window, thing.id, field)
    row = windows.row(window, thing.id, field)
    type_two(row.editor.inner)
    window.save()
    assert windows.stored(window, thing.id, field) == begun + FIRST + SECOND

    undo(window)
    assert windows.stored(window, thing.id, field) == begun
    assert row.editor.value() == begun


def test_that_undo_never_brings_in_the_text_of_another_section(window: Window) -> None:
    window.turn_to("text")
    one, other = window.work.strategy.sections[:2]
    window.go_to(one.id)
    type_two(windows.section(window).edit)
    window.go_to(other.id)
    view = windows.section(window)
    view.edit.setFocus()
    assert offered(window, "undo") == "Undo: change Text"

    undo(window)
    assert windows.stored(window, one.id, "body") == one.body
    assert windows.stored(window, other.id, "body") == other.body
    assert windows.shown(window) == one.id


def _cell(window: Window) -> tuple[Id, QLineEdit]:
    window.turn_to("plan")
    assert isinstance(window.page, PlanPage)
    table = window.page.table
    table.grid.go_to(0, table.model.column_of("title"))
    QTest.keyClick(table.grid, KEY.Key_F2)
    edit = table.hands.editing()
    assert edit is not None
    assert isinstance(edit.editor.inner, QLineEdit)
    return edit.id, edit.editor.inner


def test_that_typing_in_a_cell_is_undone_there(window: Window) -> None:
    id, line = _cell(window)
    begun = line.text()
    type_two(line)

    undo(window)
    assert line.text() == begun + FIRST
    undo(window)
    assert line.text() == begun
    assert line.isVisible()
    assert windows.stored(window, id, "title") == begun


@pytest.mark.parametrize(("entity", "field"), [("section", "body"), ("activity", "title")])
def test_that_what_is_typed_on_end_is_undone_by_sentences(
    window: Window, entity: str, field: str
) -> None:
    thing = windows.first(window, entity)
    edit = windows.row(window, thing.id, field).editor.inner
    assert isinstance(edit, QTextEdit)
    begun = edit.toPlainText()
    edit.setFocus()
    QTest.keyClick(edit, KEY.Key_Home, CTRL)
    QTest.keyClicks(edit, "En bro byggs. Den blir lång! Och bred. ")

    left = []
    while window.typed.can_turn(redo=False):
        undo(window)
        left.append(edit.toPlainText().removesuffix(begun))
        assert edit.textCursor().position() == len(left[-1])
    assert left == ["En bro byggs. Den blir lång! ", "En bro byggs. ", ""]


def test_that_the_menu_and_the_button_undo_what_is_typed(window: Window) -> None:
    thing = windows.first(window, "section")
    row = windows.row(window, thing.id, "heading")
    type_two(row.editor.inner)
    begun = windows.stored(window, thing.id, "heading")

    QTest.mouseClick(window.menu_end.undo, Qt.MouseButton.LeftButton)
    assert row.editor.value() == begun + FIRST

    QTest.keyClick(window, KEY.Key_E, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.activeAction() is window.menus.actions["undo"]
    QTest.keyClick(menu, KEY.Key_Return)
    assert row.editor.value() == begun
    assert row.keeper.commit()
    assert window.work.desk.undo_label is None


def test_that_a_field_left_by_the_menu_bar_is_saved(window: Window) -> None:
    thing = windows.first(window, "section")
    row = windows.row(window, thing.id, "heading")
    type_two(row.editor.inner)
    window.menuBar().setFocus(Qt.FocusReason.MenuBarFocusReason)
    assert windows.stored(window, thing.id, "heading") == thing.heading  # type: ignore[attr-defined]

    windows.section(window).edit.setFocus()
    assert windows.stored(window, thing.id, "heading").endswith(FIRST + SECOND)
