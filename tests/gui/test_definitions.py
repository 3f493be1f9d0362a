from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from strategidesk.desk.commands import Create, SetFields
from strategidesk.model.document import Definition
from strategidesk.model.fields import Id
from strategidesk.ui.pages.definitions import DefinitionsPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.tables.criterion import Criterion
from strategidesk.ui.window import Window
from tests.support import windows


@pytest.fixture
def page(window: Window) -> DefinitionsPage:
    window.show()
    window.turn_to("definitions")
    assert isinstance(window.page, DefinitionsPage)
    return window.page


def _define(window: Window, term: str, text: str) -> Id:
    changes = window.work.run(Create("definition", {"term": term, "text": text}))
    assert changes is not None
    (made,) = changes.created
    return made


def test_that_the_places_of_a_term_are_links_that_go_there(
    window: Window, page: DefinitionsPage
) -> None:
    section = windows.first(window, "section")
    window.work.run(SetFields(section.id, {"body": "Varje kvarnsten räknas."}))
    window.go_to(_define(window, "Kvarnsten", "En rund sten."))
    places = page.used_in.list

    assert places.count() == 1
    assert places.item(0).toolTip() == "Varje kvarnsten räknas."
    places.itemActivated.emit(places.item(0))
    assert window.book.key == "text"
    assert windows.shown(window) == section.id


def test_that_the_places_follow_what_is_written(window: Window, page: DefinitionsPage) -> None:
    window.go_to(_define(window, "Kvarnsten", "En rund sten."))
    assert page.used_in.list.count() == 0

    area = windows.first(window, "area")
    window.work.run(SetFields(area.id, {"introduction": "Kvarnstenarna mal."}))

    assert page.used_in.list.count() == 1


def test_that_a_term_defined_twice_is_told_and_compared(
    window: Window, page: DefinitionsPage
) -> None:
    assert page.double_line.isHidden()
    _define(window, "Fadder", "En vän som hjälper nya.")
    second = _define(window, "fadder", "En granne som hjälper nya.")
    assert not page.double_line.isHidden()

    page.comparing.click()
    assert not page.compare.isHidden()
    one, other = page.compare.texts
    assert one.accessibleDescription() == "removed vän"
    assert other.accessibleDescription() == "added granne"

    page.compare.removed.emit(second)
    assert "lies in the wastebasket" in window.banner.text
    assert page.double_line.isHidden()
    assert page.compare.isHidden()
    assert not page.beside.isHidden()


def test_that_a_definition_is_changed_from_the_comparison(
    window: Window, page: DefinitionsPage
) -> None:
    _define(window, "Fadder", "En vän.")
    second = _define(window, "Fadder", "En granne.")
    page.comparing.click()

    page.compare.chosen.emit(second)

    assert page.compare.isHidden()
    assert windows.form(window).thing == second


def test_that_an_empty_list_says_how_words_are_defined(shell: Shell, empty: Path) -> None:
    windows.open_file(shell, empty)
    window = shell.windows[-1]
    window.turn_to("definitions")
    page = window.page
    assert isinstance(page, DefinitionsPage)

    assert page.detail.form is None
    assert page.used_in.isHidden()
    assert page.tables[0].empty_words.startswith("No definitions yet. Select a word")


def test_that_terms_stand_in_a_table_with_how_often_they_are_used(
    window: Window, page: DefinitionsPage
) -> None:
    table = page.table
    assert [column.name for column in table.model.columns[1:]] == [
        *("term", "text", "source", "used_in")
    ]
    made = _define(window, "Kvarnsten", "En rund sten.")
    row, used = table.model.row_of(made), table.model.column_of("used_in")
    assert table.model.text(row, used) == ""
    section = windows.first(window, "section")
    window.work.run(SetFields(section.id, {"body": "Varje kvarnsten räknas."}))
    assert table.model.text(row, used) == "1"

    table.sort_by("used_in")
    table.sort_by("used_in")
    counts = [int(table.model.text(at, used) or 0) for at in range(len(table.model.shown))]
    assert counts == sorted(counts, reverse=True)
    table.grid.headings.set_criterion("used_in", Criterion("> 0"))
    assert len(table.model.shown) == sum(count > 0 for count in counts)


def test_that_a_term_is_edited_in_place_and_its_form_follows(
    window: Window, page: DefinitionsPage
) -> None:
    table = page.table
    table.grid.go_to(1, 1)
    second = window.work.strategy.definitions[1]
    assert windows.form(window).thing == second.id
    QTest.keyClicks(table.grid, "K")
    QTest.keyClicks(window.focusWidget(), "varnsten")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    changed = window.work.strategy.get(Definition, second.id)
    assert changed is not None
    assert changed.term == "Kvarnsten"
