"""The registers of decisions, consultations and comments."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from strategidesk.desk.commands import Create, SetFields
from strategidesk.ui.editors.field_name import FieldNameEditor
from strategidesk.ui.pages.register import RegisterPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.gui.conftest import open_window
from tests.support import windows


def _tabs(window: Window) -> QTabBar:
    assert isinstance(window.page, RegisterPage)
    return window.page._tabs.bar


def test_that_decisions_say_which_is_the_latest(window: Window) -> None:
    window.turn_to("decisions")

    said = "Adoption (The activity plan), Kommunstyrelsen 2025-12-03, §\u00a0168"
    assert window.header.sentence == f"5 decisions. The latest: {said}."


def test_that_one_register_has_no_tabs_and_several_have(window: Window) -> None:
    window.turn_to("comments")
    assert not _tabs(window).isVisible()

    window.turn_to("follow_up")
    assert _tabs(window).isVisible()
    assert [_tabs(window).tabText(n) for n in range(3)] == [
        "Standing",
        "Rounds",
        "Follow-up answers",
    ]


def test_that_empty_registers_say_what_to_do(shell: Shell, empty: Path) -> None:
    window = open_window(shell, empty)
    window.turn_to("decisions")
    assert windows.pane(window).detail._nothing.text() == (
        "No decisions yet. Enter the commission as the first decision."
    )
    assert window.header.sentence == "Nothing is decided yet."

    window.turn_to("dialogue")
    assert windows.pane(window).detail._nothing.text().startswith("No dialogue or consultation yet")
    assert window.header.buttons[-1].text() == "New consultation"
    assert window.header.buttons[-1].property("look") == "primary"


def _comment(window: Window, entity: str, field: str) -> FieldNameEditor:
    target = windows.first(window, entity)
    changes = window.work.run(Create("comment", {"target": target.id, "field": field}))
    assert changes is not None
    (made,) = changes.created
    editor = windows.row(window, made, "field").editor
    assert isinstance(editor, FieldNameEditor)
    return editor


def test_that_a_comment_says_the_label_of_the_field_it_concerns(window: Window) -> None:
    editor = _comment(window, "section", "body")
    assert editor.combo.currentText() == "Text"
    assert editor.value() == "body"

    editor.combo.setCurrentIndex(editor.combo.findText("Heading"))
    editor.combo.activated.emit(editor.combo.currentIndex())
    comment = windows.form(window).thing
    assert comment is not None
    assert windows.stored(window, comment, "field") == "heading"


def test_that_a_comment_offers_the_fields_of_what_it_points_at_now(window: Window) -> None:
    editor = _comment(window, "section", "body")
    comment = windows.form(window).thing
    assert comment is not None
    area = windows.first(window, "area")
    window.work.run(SetFields(comment, {"target": area.id}))

    assert editor.combo.findText("Introduction") >= 0
    assert editor.combo.findText("Heading") < 0
    assert editor.combo.currentText() == "body"  # not a field of areas: kept as it is


def test_that_turning_pages_leaves_the_window_in_front(window: Window, qtbot: QtBot) -> None:
    qtbot.waitActive(window)
    for group in window.book.groups:
        for place in group:
            window.turn_to(place.key)
            windows.settle()
            assert QApplication.activeWindow() is window, place.key
