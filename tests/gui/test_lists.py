from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from strategidesk.desk.commands import Move
from strategidesk.model.dialogue import Consultation
from strategidesk.model.places import parent_of
from strategidesk.ui.dialogs import identity
from strategidesk.ui.pages.plan import PlanPage
from strategidesk.ui.pages.text import TextPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.things.model import DETAIL, ThingsModel
from strategidesk.ui.window import Window
from tests.support import windows

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def _titles(window: Window) -> list[str]:
    return [one.title for one in window.work.strategy.all(Consultation)]


def _tested(model: ThingsModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_that_things_are_added_moved_and_deleted_by_keys(window: Window, qtbot: QtBot) -> None:
    window.turn_to("dialogue")
    qtbot.waitActive(window)
    tester = _tested(windows.pane(window).model)
    view = windows.pane(window).view
    view.setFocus()
    before = _titles(window)

    QTest.keyClick(view, Qt.Key.Key_Return, CTRL)
    assert _titles(window) == [before[0], "", *before[1:]]
    QTest.keyClicks(windows.form(window).row("title").editor.inner, "Delaktighet")
    window.save()
    assert _titles(window)[1] == "Delaktighet"

    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Up, ALT)
    assert _titles(window)[:2] == ["Delaktighet", before[0]]
    QTest.keyClick(view, Qt.Key.Key_Down, ALT)
    QTest.keyClick(view, Qt.Key.Key_Down, ALT)
    assert _titles(window)[:3] == [*before[:2], "Delaktighet"]
    assert window.work.strategy.all(Consultation)[2].id == windows.pane(window).chosen()

    QTest.keyClick(view, Qt.Key.Key_Delete, CTRL)
    assert _titles(window) == before
    assert "Delaktighet" in window.banner.text
    window.banner.acts[0].click()  # type: ignore[attr-defined]
    assert "Delaktighet" in _titles(window)
    assert tester.model() is windows.pane(window).model


def test_that_undo_and_redo_show_in_list_and_form(window: Window, qtbot: QtBot) -> None:
    one = windows.first(window, "consultation")
    windows.write(windows.row(window, one.id, "title"), "Boende")
    window.save()
    pane = windows.pane(window)
    qtbot.waitActive(window)
    pane.view.setFocus()
    assert pane.model.index_of(one.id).data() == "Boende"
    assert window.menus.actions["undo"].text().endswith("change Name")

    QTest.keyClick(pane.view, Qt.Key.Key_Z, CTRL)
    assert pane.model.index_of(one.id).data() != "Boende"
    assert windows.form(window).row("title").editor.value() != "Boende"

    QTest.keyClick(pane.view, Qt.Key.Key_Y, CTRL)
    assert windows.form(window).row("title").editor.value() == "Boende"


def test_that_undo_goes_to_the_page_where_the_step_was(window: Window) -> None:
    area = windows.first(window, "area")
    windows.write(windows.row(window, area.id, "title"), "Boende")
    window.turn_to("plan")

    window.undo()

    assert windows.form(window).thing == area.id


def test_that_the_place_of_a_step_is_in_front_before_it_is_undone(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    area = windows.first(window, "area")
    windows.write(windows.row(window, area.id, "title"), "Boende")
    window.turn_to("plan")
    seen: list[tuple[str, object]] = []
    turn = window.work.turn

    def watched(redo: bool) -> object:
        seen.append((window.book.key, windows.form(window).thing))
        return turn(redo)

    monkeypatch.setattr(window.work, "turn", watched)

    window.undo()
    window.turn_to("plan")
    window.redo()

    assert seen == [("areas", area.id)] * 2


def test_that_undoing_a_removal_shows_what_came_back(window: Window) -> None:
    area = windows.first(window, "area")
    window.go_to(area.id)
    window.page.remove()
    window.turn_to("plan")

    window.undo()

    assert window.book.key == "areas"
    assert windows.form(window).thing == area.id


def text_page(window: Window) -> TextPage:
    assert isinstance(window.page, TextPage)
    return window.page


def test_that_sections_change_level_by_keys(window: Window, qtbot: QtBot) -> None:
    window.turn_to("text")
    qtbot.waitActive(window)
    outline = text_page(window).outline
    tester = _tested(outline.model)
    roots = [s for s in window.work.strategy.sections if not parent_of(s.place)]
    window.go_to(roots[1].id)
    view = outline.view
    view.setFocus()

    QTest.keyClick(view, Qt.Key.Key_Right, ALT | SHIFT)
    assert parent_of(window.work.strategy.by_id[roots[1].id].place) == roots[0].id  # type: ignore[attr-defined]
    assert outline.section == roots[1].id

    QTest.keyClick(view, Qt.Key.Key_Left, ALT | SHIFT)
    again = [s.id for s in window.work.strategy.sections if not parent_of(s.place)]
    assert again == [root.id for root in roots]
    assert tester.model() is outline.model


def test_that_a_tree_turned_upside_down_is_followed(window: Window) -> None:
    window.turn_to("text")
    model = text_page(window).outline.model
    tester = _tested(model)
    for section in window.work.strategy.sections[:8]:
        window.work.run(Move(section.id, None, None))

    shown = [model.key(model.index(row, 0)) for row in range(model.rowCount())]
    assert shown == [s.id for s in window.work.strategy.sections if not parent_of(s.place)]
    assert tester.model() is model


def test_that_selection_and_scroll_stay_when_something_else_changes(window: Window) -> None:
    window.turn_to("plan")
    assert isinstance(window.page, PlanPage)
    table = window.page.table
    activities = window.work.strategy.activities
    window.go_to(activities[-1].id)
    windows.settle()
    scroll = table.grid.verticalScrollBar().value()
    assert scroll > 0

    window.work.run(Move(activities[3].id, None, None))
    windows.settle()

    assert table.current() == activities[-1].id
    assert table.grid.verticalScrollBar().value() == scroll


def test_that_a_hallmark_is_added_under_the_area_chosen(window: Window) -> None:
    area = windows.first(window, "area")
    window.go_to(area.id)
    before = len(window.work.strategy.hallmarks_by_area[area.id])

    window.page.make("hallmark")

    assert len(window.work.strategy.hallmarks_by_area[area.id]) == before + 1
    assert windows.form(window).noun.meta.entity == "hallmark"


def test_that_a_link_asks_what_it_ties_before_it_is_made(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.turn_to("chain")
    goal, area = window.work.strategy.goals[0], window.work.strategy.areas[0]
    window.go_to(goal.id)
    before = len(window.work.strategy.links)
    asked: list[object] = []

    def answer(dialog: identity.IdentityDialog) -> int:
        asked.append(dialog.values()["goal"])
        dialog.editors["area"].set_value(area.id)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(identity.IdentityDialog, "exec", answer)
    window.page.make("link")

    assert asked == [goal.id]
    assert len(window.work.strategy.links) in (before, before + 1)
    assert any(i.goal == goal.id and i.area == area.id for i in window.work.strategy.links)


def test_that_what_was_deleted_is_brought_back_from_the_wastebasket(window: Window) -> None:
    area = windows.first(window, "area")
    hallmarks = len(window.work.strategy.hallmarks_by_area[area.id])
    window.go_to(area.id)
    window.page.remove()
    window.turn_to("wastebasket")
    from strategidesk.ui.pages.wastebasket import WastebasketPage

    page = window.page
    assert isinstance(page, WastebasketPage)
    items = [page.list.item(row) for row in range(page.list.count())]
    titles = [item.text() for item in items]
    assert not any(title.count("-") == 4 for title in titles)  # no ids, whatever names a thing
    here = titles.index(area.title)  # type: ignore[attr-defined]
    assert items[here].data(DETAIL).startswith("Område, removed by Astrid Exempel today")
    page.list.setCurrentRow(here)
    page.back.click()

    assert area.id in window.work.strategy.by_id
    assert len(window.work.strategy.hallmarks_by_area[area.id]) == hallmarks
    assert page.list.count() == 0


def test_that_an_empty_wastebasket_says_so(shell: Shell, empty: Path) -> None:
    windows.open_file(shell, empty)
    window = shell.windows[-1]
    window.turn_to("wastebasket")
    page = window.page

    shown = [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
    assert shown == ["The wastebasket is empty."]


def test_that_an_older_wording_is_restored_from_the_history(window: Window) -> None:
    area = windows.first(window, "area")
    for words in ("Första lydelsen", "Andra lydelsen"):
        windows.write(windows.row(window, area.id, "title"), words)
        window.save()
    window.turn_to("history")
    from strategidesk.ui.pages.history import HistoryPage

    page = window.page
    assert isinstance(page, HistoryPage)
    page.list.setCurrentIndex(page.model.index(2))
    page.bring_back()

    assert windows.stored(window, area.id, "title") == "Första lydelsen"


def test_that_an_empty_strategy_says_what_to_do_on_every_page(shell: Shell, empty: Path) -> None:
    windows.open_file(shell, empty)
    window = shell.windows[-1]
    for group in window.book.groups:
        for place in group:
            window.turn_to(place.key)
            assert not window.page.has_chosen()

    window.make("text", "section")
    windows.write(windows.section(window).heading, "Inledning")
    window.save()
    assert [section.heading for section in window.work.strategy.sections] == ["Inledning"]


def test_that_nothing_is_shown_when_the_last_thing_is_deleted(shell: Shell, empty: Path) -> None:
    windows.open_file(shell, empty)
    window = shell.windows[-1]
    window.make("dialogue", "consultation")
    assert windows.pane(window).detail.form is not None

    window.page.remove()

    assert windows.pane(window).detail.form is None
    assert not window.page.has_chosen()
