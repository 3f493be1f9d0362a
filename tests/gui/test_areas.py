from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from strategidesk.desk.commands import Create, SetFields
from strategidesk.model.document import Area, Hallmark
from strategidesk.ui.pages.areas import AreasPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.things.shape import LOOSE
from strategidesk.ui.window import Window
from tests.support import windows


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> AreasPage:
    window.turn_to("areas")
    qtbot.waitActive(window)
    assert isinstance(window.page, AreasPage)
    return window.page


def _area(window: Window) -> Area:
    return window.work.strategy.areas[1]


def _texts(window: Window) -> list[str]:
    return [h.text for h in window.work.strategy.hallmarks_by_area[_area(window).id]]


def _said(page: AreasPage) -> list[str]:
    items = [page.list.item(row) for row in range(page.list.count())]
    return [str(item.data(Qt.ItemDataRole.AccessibleTextRole)) for item in items]


def _field(page: AreasPage, row: int, name: str = "text") -> QWidget:
    return list(page.sheet.hallmarks.rows.values())[row].row(name).editor.inner


def test_that_areas_are_listed_with_what_they_hold_and_lack(
    window: Window, page: AreasPage
) -> None:
    area = _area(window)
    window.work.run(Create("hallmark", {"area": area.id, "text": "Ingen gör något."}))
    window.work.run(Create("hallmark", {"area": area.id, "text": "Inte här heller."}))
    said = _said(page)

    assert said[0].startswith("Overall hallmarks")
    assert said[2].startswith(f"{area.title}. Kännetecken: {len(_texts(window))}, activities: ")
    assert said[2].endswith(". 2 without an activity")


def test_that_enter_goes_on_and_in_the_last_hallmark_makes_a_new_one(
    window: Window, page: AreasPage
) -> None:
    window.go_to(_area(window).id)
    before = _texts(window)
    last = len(before) - 1
    _field(page, last - 1).setFocus()

    QTest.keyClick(_field(page, last - 1), Qt.Key.Key_Return)
    assert _field(page, last).hasFocus()
    QTest.keyClick(_field(page, last), Qt.Key.Key_Return)
    assert _texts(window) == [*before, ""]
    assert _field(page, last + 1).hasFocus()
    QTest.keyClick(_field(page, last + 1), Qt.Key.Key_Return)  # not another empty one
    assert _texts(window) == [*before, ""]

    QTest.keyClicks(_field(page, last + 1), "Alla hittar hit.")
    window.save()
    assert _texts(window) == [*before, "Alla hittar hit."]


def test_that_hallmarks_are_moved_and_removed_where_the_cursor_stands(
    window: Window, page: AreasPage
) -> None:
    window.go_to(_area(window).id)
    before = _texts(window)
    _field(page, 1).setFocus()

    QTest.keyClick(_field(page, 1), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert _texts(window)[:2] == [before[1], before[0]]
    assert _field(page, 0).hasFocus()
    window.page.remove()
    assert _texts(window) == [before[0], *before[2:]]
    assert "lies in the wastebasket" in window.banner.text
    window.undo()
    assert _texts(window)[:2] == [before[1], before[0]]


def test_that_areas_are_moved_in_the_list(window: Window, page: AreasPage) -> None:
    area = _area(window)
    window.go_to(area.id)
    page.list.setFocus()

    QTest.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert window.work.strategy.areas[0].id == area.id
    assert page.area == area.id


def test_that_a_hallmark_stands_under_its_area(window: Window, page: AreasPage) -> None:
    hallmark = window.work.strategy.hallmarks_by_area[_area(window).id][0]
    window.go_to(hallmark.id)

    assert page.area == _area(window).id
    assert page.form.thing == hallmark.id
    assert _field(page, 0).accessibleDescription() == "Kännetecken 2.1"
    assert not page.sheet.hallmarks.rows[hallmark.id].first.isHidden()


def test_that_the_overall_hallmarks_have_a_line_of_their_own(
    window: Window, page: AreasPage
) -> None:
    page.list.choose(LOOSE)
    before = len(window.work.strategy.hallmarks_by_area[None])

    page.make("hallmark")

    assert len(window.work.strategy.hallmarks_by_area[None]) == before + 1
    assert page.sheet.row("title").isHidden()


def test_that_the_strategys_own_words_are_used(window: Window, page: AreasPage) -> None:
    words = {"area_label": "Spår", "area_label_plural": "Spår", "hallmark_label": "Tecken"}
    window.work.run(SetFields(window.work.strategy.card.id, words))

    assert page.list.accessibleName() == "Spår"
    assert page.sheet.hallmarks.adding.text() == "Add tecken"


def test_that_activities_of_an_area_lead_to_the_plan(window: Window, page: AreasPage) -> None:
    window.go_to(_area(window).id)
    table = page.sheet.activities.table
    item = table.topLevelItem(0)
    assert item is not None
    title = item.text(1)
    table.itemActivated.emit(item, 0)

    assert window.book.key == "plan"
    thing = window.work.strategy.by_id[windows.form(window).thing]  # type: ignore[index]
    assert thing.title == title  # type: ignore[attr-defined]


@pytest.mark.usefixtures("page")
def test_that_a_new_activity_works_for_what_is_chosen(window: Window) -> None:
    hallmark = window.work.strategy.hallmarks_by_area[_area(window).id][0]
    window.go_to(hallmark.id)
    window.header.buttons[-1].click()
    made = window.work.strategy.activities[-1]

    assert window.book.key == "plan"
    assert (made.area, made.hallmarks) == (_area(window).id, (hallmark.id,))


def test_that_seldom_fields_come_on_demand(shell: Shell, empty: Path) -> None:
    windows.open_file(shell, empty)
    window = shell.windows[-1]
    window.make("areas", "area")
    page = window.page
    assert isinstance(page, AreasPage)
    assert page.sheet.row("target_picture").isHidden()

    page.sheet.more.click()

    assert not page.sheet.row("target_picture").isHidden()
    assert page.sheet.more.isHidden()


def test_that_the_first_hallmark_of_all_is_asked_for_a_heading(shell: Shell, empty: Path) -> None:
    windows.open_file(shell, empty)
    window = shell.windows[-1]
    window.make("areas", "area")
    page = window.page
    assert isinstance(page, AreasPage)
    page.make("hallmark")
    row = next(iter(page.sheet.hallmarks.rows.values()))
    assert row.first.field.name == "title"

    windows.write(row.row("text"), "Bara en mening.")
    window.save()
    page.make("hallmark")
    second = list(page.sheet.hallmarks.rows.values())[1]

    assert second.first.field.name == "text"


def test_that_an_empty_strategy_says_what_an_area_is(shell: Shell, empty: Path) -> None:
    windows.open_file(shell, empty)
    window = shell.windows[-1]
    window.turn_to("areas")
    page = window.page
    assert isinstance(page, AreasPage)

    assert page.list.count() == 0
    assert page._nothing.text().startswith("No areas yet.")
    assert not page.has_chosen()


def test_that_typed_words_are_saved_when_another_area_is_chosen(
    window: Window, page: AreasPage
) -> None:
    hallmark = window.work.strategy.hallmarks_by_area[_area(window).id][0]
    window.go_to(hallmark.id)
    QTest.keyClicks(_field(page, 0), "Nu")
    page.list.choose(window.work.strategy.areas[0].id)

    found = window.work.strategy.get(Hallmark, hallmark.id)
    assert found is not None
    assert sorted((found.text, found.title)) == ["", f"Nu{hallmark.text}"]
