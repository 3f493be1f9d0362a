"""The page of the text in windows of every width: what has no room is reached another way."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from strategidesk.desk.commands import SetFields
from strategidesk.model.document import Section
from strategidesk.ui.pages.text import TextPage
from strategidesk.ui.window import Window
from tests.support import windows


@pytest.fixture
def page(window: Window) -> TextPage:
    window.resize(1440, 900)
    window.turn_to("text")
    assert isinstance(window.page, TextPage)
    return window.page


def sections(page: TextPage) -> tuple[Section, ...]:
    return page.work.strategy.sections


def test_that_a_narrow_page_has_a_list_of_sections_over_the_text(
    window: Window, page: TextPage
) -> None:
    window.show()
    window.resize(720, 450)
    QApplication.processEvents()
    assert page.outline.isHidden()
    assert not page.top.jump.isHidden()
    row = page.top.jump.findData(sections(page)[2].id)
    page.top.jump.setCurrentIndex(row)
    page.top.jump.activated.emit(row)

    assert windows.section(window).section == sections(page)[2].id


@pytest.mark.parametrize("width", [1099, 900, 859, 1100, 1440])
def test_that_the_outline_gives_way_by_the_windows_width(
    window: Window, page: TextPage, width: int
) -> None:
    window.side.close_panel()
    window.resize(width, 700)
    windows.settle()

    assert page.outline.isVisible() == (width >= 1100)
    assert page.top.jump.isVisible() == (width < 1100)


def test_that_the_header_folds_into_the_row_of_a_small_window(
    window: Window, page: TextPage
) -> None:
    window.resize(720, 450)
    windows.settle()
    assert not window.header.isVisible()
    page.side.overlook.counted.emit(3)
    assert page.top.panel_button.text() == "3"
    page.top.panel_button.click()
    assert page.side.isVisible()
    spot = page.top.panel_button.mapTo(window, page.top.panel_button.rect().center())
    assert window.childAt(spot) is page.top.panel_button  # the panel lies under the row
    page.top.panel_button.click()
    assert not page.side.isVisible()

    lines = further(page)
    assert {"New section", "Export to Word"} <= set(lines)
    lines["The whole text"].trigger()
    assert page.whole

    window.turn_to("plan")
    windows.settle()
    assert window.header.isVisible()
    window.turn_to("text")
    window.resize(1000, 700)
    windows.settle()
    assert window.header.isVisible()
    assert not page.top.panel_button.isVisible()


def further(page: TextPage) -> dict[str, QAction]:
    """The lines behind …, by what they say."""
    menu = page.top.bar.more.menu()
    menu.aboutToShow.emit()
    return {action.text().split("\t")[0]: action for action in menu.actions()}


def test_that_buttons_without_room_are_lines_behind_the_dots(
    window: Window, page: TextPage
) -> None:
    section = sections(page)[0]
    window.work.run(SetFields(section.id, {"body": "ett två"}))
    page.show_thing(section.id)
    assert not page.top.bar.more.isVisible()
    window.resize(720, 450)
    windows.settle()
    hidden = {
        button.accessibleName()
        for button in page.top.bar.buttons.values()
        if not button.isVisible()
    }
    assert "Numbered list" in hidden
    edit = windows.section(window).edit
    edit.setFocus()
    assert hidden <= set(further(page))

    further(page)["Numbered list"].trigger()
    assert edit.hasFocus()
    assert edit.text() == "1. ett två"


def test_that_the_outline_opens_as_a_list_by_its_key_where_it_has_no_room(
    window: Window, page: TextPage
) -> None:
    window.resize(1000, 700)
    windows.settle()
    window.menus.do("outline")
    assert page.top.jump.view().isVisible()
    page.top.jump.hidePopup()
    window.resize(1440, 900)
    windows.settle()
    assert page.outline.isVisible()
