"""What the keys move, the mouse moves too: beside another or under it, as one step."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from strategidesk.model.fields import Id
from strategidesk.model.places import parent_of
from strategidesk.ui.pages.areas import AreasPage
from strategidesk.ui.pages.plan import PlanPage
from strategidesk.ui.pages.text import TextPage
from strategidesk.ui.tables.table import Table
from strategidesk.ui.window import Window
from tests.support import windows

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def wide(window: Window, qtbot: QtBot) -> Window:
    window.resize(1440, 900)
    qtbot.waitActive(window)
    return window


def _take(surface: QWidget, start: QPoint, end: QPoint) -> None:
    """Press, and move so far that it is no click."""
    QTest.mousePress(surface, LEFT, pos=start)
    QTest.mouseMove(surface, start + QPoint(0, 30))
    QTest.mouseMove(surface, end)


def _drag(surface: QWidget, start: QPoint, end: QPoint) -> None:
    _take(surface, start, end)
    QTest.mouseRelease(surface, LEFT, pos=end)
    windows.settle()


def _upper(area: QRect) -> QPoint:
    return QPoint(area.left() + 20, area.top() + 2)


def _lower(area: QRect) -> QPoint:
    return QPoint(area.left() + 20, area.bottom() - 2)


def _text(window: Window) -> TextPage:
    window.turn_to("text")
    windows.settle()
    assert isinstance(window.page, TextPage)
    return window.page


def _roots(window: Window) -> list[Id]:
    return [one.id for one in window.work.strategy.sections if parent_of(one.place) is None]


def _area(page: TextPage, id: Id) -> QRect:
    view = page.outline.view
    return view.visualRect(page.outline.model.index_of(id))


def test_that_a_section_is_dragged_before_another_as_one_step(wide: Window) -> None:
    page, before = _text(wide), _roots(wide)
    surface = page.outline.view.viewport()
    start = _area(page, before[2]).center()
    _drag(surface, start, _upper(_area(page, before[0])))
    assert _roots(wide) == [before[2], before[0], before[1], *before[3:]]
    wide.undo()
    assert _roots(wide) == before


def test_that_a_section_dropped_on_another_stands_under_it(wide: Window) -> None:
    page, before = _text(wide), _roots(wide)
    surface = page.outline.view.viewport()
    _drag(surface, _area(page, before[1]).center(), _area(page, before[0]).center())
    section = next(one for one in wide.work.strategy.sections if one.id == before[1])
    assert parent_of(section.place) == before[0]


def test_that_a_section_does_not_go_under_itself_and_escape_lets_it_be(wide: Window) -> None:
    page, before = _text(wide), _roots(wide)
    view = page.outline.view
    under = next(s for s in wide.work.strategy.sections if parent_of(s.place) in before)
    above = parent_of(under.place)
    assert above is not None
    view.scrollTo(page.outline.model.index_of(above))
    places = [one.place for one in wide.work.strategy.sections]
    _take(view.viewport(), _area(page, above).center(), _area(page, under.id).center())
    assert not view.dragger.sign.isVisible()
    QTest.mouseRelease(view.viewport(), LEFT, pos=_area(page, under.id).center())

    _take(view.viewport(), _area(page, before[0]).center(), _lower(_area(page, before[1])))
    assert view.dragger.sign.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.dragger.sign.isVisible()
    QTest.mouseRelease(view.viewport(), LEFT, pos=_lower(_area(page, before[1])))
    assert [one.place for one in wide.work.strategy.sections] == places


def _areas(window: Window) -> AreasPage:
    window.turn_to("areas")
    windows.settle()
    assert isinstance(window.page, AreasPage)
    return window.page


def test_that_an_area_is_dragged_behind_another(wide: Window) -> None:
    page = _areas(wide)
    before = [one.id for one in wide.work.strategy.areas]
    areas = [page.list.visualItemRect(page.list.item(row)) for row in (1, 2, 0)]
    _drag(page.list.viewport(), areas[0].center(), _lower(areas[1]))
    after = [one.id for one in wide.work.strategy.areas]
    assert after == [before[1], before[0], *before[2:]]
    _drag(page.list.viewport(), areas[0].center(), areas[2].center())  # what is of no area stays
    assert [one.id for one in wide.work.strategy.areas] == after


def test_that_a_hallmark_is_dragged_by_its_number(wide: Window) -> None:
    page = _areas(wide)
    rows = list(page.sheet.hallmarks.rows.values())
    handle = rows[0].handle
    end = handle.mapFromGlobal(rows[2].mapToGlobal(QPoint(10, rows[2].height() - 3)))
    _drag(handle, handle.rect().center(), end)
    assert list(page.sheet.hallmarks.rows) == [rows[1].id, rows[2].id, rows[0].id]
    wide.undo()
    assert list(page.sheet.hallmarks.rows) == [row.id for row in rows]


def _plan(window: Window) -> Table:
    window.turn_to("plan")
    windows.settle()
    assert isinstance(window.page, PlanPage)
    return window.page.table


def _cell(table: Table, row: int, column: int) -> QRect:
    return table.grid.visualRect(table.model.index(row, column))


def test_that_a_row_is_dragged_by_its_number_and_stays_in_focus(wide: Window) -> None:
    table = _plan(wide)
    before = list(table.model.shown)
    _drag(table.grid.viewport(), _cell(table, 0, 0).center(), _lower(_cell(table, 2, 0)))
    assert table.model.shown[:4] == [before[1], before[2], before[0], before[3]]
    assert table.current() == before[0]
    wide.undo()
    assert table.model.shown == before


def test_that_rows_are_not_dragged_by_their_cells_nor_while_sorted(wide: Window) -> None:
    table = _plan(wide)
    before = list(table.model.shown)
    _drag(table.grid.viewport(), _cell(table, 0, 1).center(), _lower(_cell(table, 2, 1)))
    assert table.model.shown == before
    assert len(table.selected()) == 3
    table.sort_by("title")
    places = [one.place for one in wide.work.strategy.activities]
    _drag(table.grid.viewport(), _cell(table, 0, 0).center(), _lower(_cell(table, 2, 0)))
    assert [one.place for one in wide.work.strategy.activities] == places


def test_that_the_lines_of_a_register_are_dragged(wide: Window) -> None:
    wide.turn_to("decisions")
    windows.settle()
    view: QAbstractItemView = windows.pane(wide).view
    model = windows.pane(wide).model
    keys = [model.key(model.index(row, 0)) for row in range(2)]
    one, other = (view.visualRect(model.index(row, 0)) for row in range(2))
    _drag(view.viewport(), one.center(), _lower(other))
    assert [model.key(model.index(row, 0)) for row in range(2)] == keys[::-1]
