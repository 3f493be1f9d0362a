"""Charts are reached by keys and read in words; what they show can be changed beside them."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from strategidesk.desk.commands import Create, Delete
from strategidesk.model.plan import Indicator
from strategidesk.ui.charts.bar import Segment, StackedBar
from strategidesk.ui.charts.chain import chain
from strategidesk.ui.pages.chain import CHANGE, PICTURE, TABLE, ChainPage
from strategidesk.ui.pages.indicators import DETAILS, FIGURES, IndicatorsPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.tables.criterion import Criterion
from strategidesk.ui.window import Window
from tests.gui.conftest import open_window
from tests.support import windows
from tests.support.windows import first, open_file, settle


@pytest.fixture
def bar(qtbot: QtBot) -> StackedBar:
    made = StackedBar()
    qtbot.addWidget(made)
    made.resize(300, 14)
    segments = [Segment("completed", 1, "done"), Segment("late", 0, "late")]
    made.show_segments("Meetings", [*segments, Segment("cancelled", 1, "cancelled")])
    made.show()
    return made


def test_that_a_reader_finds_each_segment_of_a_bar_with_its_words(bar: StackedBar) -> None:
    reader = QAccessible.queryAccessibleInterface(bar)
    said = [reader.child(n).text(QAccessible.Text.Name) for n in range(reader.childCount())]
    assert reader.text(QAccessible.Text.Name) == "Meetings"
    assert said == ["Meetings, completed, 1 of 2", "Meetings, cancelled, 1 of 2"]


def test_that_arrow_keys_walk_the_segments_of_a_bar(bar: StackedBar) -> None:
    bar.activateWindow()
    bar.parts[0].setFocus()
    QTest.keyClick(bar.parts[0], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is bar.parts[1]
    QTest.keyClick(bar.parts[1], Qt.Key.Key_Home)
    assert QApplication.focusWidget() is bar.parts[0]


def test_that_the_segments_of_a_bar_share_its_width_by_their_counts(bar: StackedBar) -> None:
    one, other = (part.geometry() for part in bar.parts)
    assert abs(one.width() - other.width()) <= 1
    assert one.right() < other.left()
    assert other.right() <= bar.width()


def _indicators(window: Window) -> IndicatorsPage:
    window.turn_to("indicators")
    assert isinstance(window.page, IndicatorsPage)
    return window.page


def test_that_each_indicator_stands_with_its_latest_value_and_trend(window: Window) -> None:
    table = _indicators(window).table
    names = [column.name for column in table.model.columns]
    assert names == ["nr", "name", "measure_unit", "source", "latest", "target", "trend"]
    row = [table.model.text(0, at) for at in range(1, len(names))]
    assert row[:3] == ["Utrikes födda av befolkningen", "%", "Statistiska centralbyrån"]
    assert row[3:] == ["15 (2024)", "", "rising"]
    last = table.model.rows.things[0]
    window.work.run(Create("indicator_value", {"indicator": last.id, "period": "2026", "value": 9}))
    assert [table.model.text(0, at) for at in (4, 6)] == ["9 (2026)", "falling"]


def test_that_indicators_are_edited_filtered_and_sorted_as_in_other_tables(window: Window) -> None:
    page = _indicators(window)
    table, indicator = page.table, window.work.strategy.indicators[0]
    table.grid.go_to(0, table.model.column_of("source"))
    QTest.keyClicks(table.grid, "S")
    QTest.keyClicks(window.focusWidget(), "CB")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    changed = window.work.strategy.get(Indicator, indicator.id)
    assert changed is not None
    assert changed.source == "SCB"
    table.grid.go_to(0, table.model.column_of("latest"))
    QTest.keyClicks(table.grid, "7")
    assert table.hands.editing() is None

    table.grid.headings.set_criterion("latest", Criterion("> 60"))
    shown = [table.model.text(row, 4) for row in range(len(table.model.shown))]
    assert shown == ["85.2 (2025)", "62 (2025)", "22\u00a0400 (2025)", "64 (2025)"]
    table.sort_by("latest")
    shown = [table.model.text(row, 4) for row in range(len(table.model.shown))]
    assert shown == ["62 (2025)", "64 (2025)", "85.2 (2025)", "22\u00a0400 (2025)"]


def test_that_the_indicators_need_no_sideways_scrolling_and_keep_their_split(
    window: Window,
) -> None:
    window.resize(1440, 900)
    settle()
    page = _indicators(window)
    settle()
    assert page.table.grid.horizontalScrollBar().maximum() == 0
    sizes = page.beside.sizes()
    page.beside.moveSplitter(sizes[0] - 80, 1)
    again = IndicatorsPage(window.work, page.place)
    again.resize(page.size())
    again.show()
    assert again.beside.sizes() == page.beside.sizes()
    again.close()


def test_that_the_chart_shows_the_indicator_that_is_chosen(window: Window) -> None:
    page = _indicators(window)
    page.table.grid.go_to(1, 1)
    second = window.work.strategy.indicators[1]
    assert page.figures.indicator == second.id
    assert page.figures.chart.accessibleName().startswith(second.name)
    said = [part.accessibleName() for part in page.figures.chart.parts]
    assert "2021: 81.3\u00a0%" in said


def test_that_a_value_is_changed_in_the_table_as_one_step_that_can_be_undone(
    window: Window,
) -> None:
    page = _indicators(window)
    model = page.figures.model
    id = model.values[0].id
    assert model.setData(model.index(0, 1), "13,5")
    assert window.work.strategy.by_id[id].value == Decimal("13.5")  # type: ignore[attr-defined]
    assert model.index(0, 1).data() == "13.5"
    window.undo()
    assert window.work.strategy.by_id[id].value == Decimal("12.6")  # type: ignore[attr-defined]


def test_that_what_is_no_period_is_refused_and_told(window: Window) -> None:
    model = _indicators(window).figures.model
    before = model.values[0].period
    assert not model.setData(model.index(0, 0), "i våras")
    assert model.index(0, 0).data() == before
    assert not window.banner.isHidden()


def test_that_writing_in_the_last_row_makes_a_value_of_the_indicator(window: Window) -> None:
    page = _indicators(window)
    model = page.figures.model
    rows = model.rowCount()
    assert model.setData(model.index(rows - 1, 0), "2025")
    assert model.rowCount() == rows + 1
    assert model.values[-1].period == "2025"
    assert model.values[-1].indicator == page.figures.indicator


def test_that_a_value_is_removed_from_the_table_to_the_wastebasket(window: Window) -> None:
    page = _indicators(window)
    figures, id = page.figures, page.figures.model.values[1].id
    assert not figures.remove.isEnabled()
    figures.table.setCurrentIndex(figures.model.index(1, 0))
    figures.remove.click()
    assert id not in window.work.strategy.by_id
    assert page.figures.indicator == window.work.strategy.indicators[0].id
    assert not window.banner.isHidden()


def test_that_a_number_of_fewer_than_five_people_is_warned_of(window: Window) -> None:
    page = _indicators(window)
    assert page.figures.warning.isHidden()
    window.work.run(Create("indicator", {"name": "Ensamkommande", "measure_unit": "personer"}))
    made = window.work.strategy.indicators[-1]
    window.work.run(Create("indicator_value", {"indicator": made.id, "period": "2025", "value": 3}))
    window.go_to(made.id)
    assert not page.figures.warning.isHidden()
    assert page.figures.warning_words.text().startswith("1 value is less than 5.")


def test_that_a_new_indicator_is_named_in_the_table_and_has_its_form(window: Window) -> None:
    page = _indicators(window)
    page.make("indicator")
    made = window.work.strategy.get(Indicator, page.table.current())
    assert made is not None
    assert made.name == ""
    assert page.figures.indicator == made.id
    assert windows.form(window).thing == made.id
    QTest.keyClicks(window.focusWidget(), "Ny")
    assert page.commit()
    named = window.work.strategy.get(Indicator, made.id)
    assert named is not None
    assert named.name == "Ny"


def test_that_a_new_value_is_written_in_the_last_row_of_the_values(window: Window) -> None:
    page = _indicators(window)
    page.tabs.setCurrentIndex(DETAILS)
    page.make("indicator_value")
    assert page.tabs.currentIndex() == FIGURES
    QTest.keyClicks(window.focusWidget(), "2026")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert page.figures.model.values[-1].period == "2026"


def test_that_a_value_that_is_gone_to_has_its_form_until_another_indicator_is_chosen(
    window: Window,
) -> None:
    page = _indicators(window)
    second = window.work.strategy.indicators[1]
    value = window.work.strategy.values_by_indicator[second.id][0]
    window.go_to(value.id)
    assert page.tabs.currentIndex() == DETAILS
    assert windows.form(window).thing == value.id
    assert page.table.current() == second.id
    page.table.grid.go_to(2, 1)
    assert windows.form(window).thing == window.work.strategy.indicators[2].id


def test_that_indicators_of_a_file_for_reading_cannot_be_written_in(
    shell: Shell, sample: Path
) -> None:
    open_file(shell, sample, reading=True)
    model = _indicators(shell.windows[0]).figures.model
    assert not model.index(0, 1).flags() & Qt.ItemFlag.ItemIsEditable
    assert model.rowCount() == len(model.values) > 0


def _chain(window: Window) -> ChainPage:
    window.turn_to("chain")
    assert isinstance(window.page, ChainPage)
    return window.page


def test_that_the_picture_has_a_button_for_each_goal_and_area(window: Window) -> None:
    page, strategy = _chain(window), window.work.strategy
    drawn = set(page.picture.boxes)
    assert drawn >= {one.id for one in (*strategy.goals, *strategy.areas)}
    said = page.picture.boxes[strategy.goals[0].id].accessibleName()
    assert said == "Mål 4: God utbildning för alla. Belongs with: Utbildning"


def test_that_a_goal_in_the_picture_opens_its_form(window: Window) -> None:
    page, goal = _chain(window), first(window, "goal")
    page.picture.boxes[goal.id].click()
    assert page.tabs.currentIndex() == CHANGE
    assert page.pane.chosen() == goal.id


def test_that_an_area_in_the_picture_opens_on_its_page(window: Window) -> None:
    page, area = _chain(window), first(window, "area")
    page.picture.boxes[area.id].click()
    assert window.book.key == "areas"


def test_that_the_table_says_what_a_goal_builds_on(window: Window) -> None:
    page = _chain(window)
    page.tabs.setCurrentIndex(TABLE)
    item = page.table.topLevelItem(1)
    assert item is not None
    assert item.text(2) == "Mål 4: God utbildning för alla"


def test_that_areas_and_goals_that_stand_alone_are_listed(window: Window) -> None:
    page, strategy = _chain(window), window.work.strategy
    assert page.idle_goals.names == ()
    window.work.run(Delete(tuple(link.id for link in strategy.links)))
    settle()
    assert page.idle_areas.names == tuple(area.title for area in strategy.areas)
    assert len(page.idle_goals.names) == len(strategy.goals)
    assert page.tabs.currentIndex() == PICTURE


def test_that_a_goal_is_served_by_what_serves_a_goal_under_it(window: Window) -> None:
    strategy = window.work.strategy
    found = chain(strategy)
    linked = {link.goal for link in strategy.links}
    above = {one for one, other in found.pairs if other in linked}
    assert above - linked
    assert not set(found.idle_goals) & above


def test_that_a_strategy_without_goals_says_what_to_do(shell: Shell, empty: Path) -> None:
    window = open_window(shell, empty)
    page = _chain(window)
    assert page.empty.text().startswith("No goals are entered.")
    assert not page.empty.isHidden()
    page.make("goal")
    assert page.tabs.currentIndex() == CHANGE
    assert page.empty.isHidden()


def test_that_the_boxes_of_the_picture_share_a_wide_page(window: Window) -> None:
    page = _chain(window)
    window.resize(1100, 800)
    settle()
    narrow = next(iter(page.picture.boxes.values())).width()
    window.resize(1900, 900)
    settle()
    wide = max(box.geometry().right() for box in page.picture.boxes.values())
    first, last = (list(page.picture.boxes.values())[at] for at in (0, -1))
    assert first.width() == last.width() > narrow
    assert wide <= page.picture.width()
    window.resize(1100, 800)
    settle()
    assert first.width() == narrow


def test_that_the_table_of_the_chain_has_two_lines_and_no_sideways_scrolling(
    window: Window,
) -> None:
    page = _chain(window)
    page.tabs.setCurrentIndex(TABLE)
    window.resize(1100, 800)
    settle()
    header = page.table.header()
    assert header.length() <= page.table.viewport().width()
    index = page.table.model().index(0, 0)
    assert page.table.visualRect(index).height() > 2 * page.table.fontMetrics().height()


def test_that_an_empty_page_of_indicators_warns_of_nothing(shell: Shell, empty: Path) -> None:
    window = open_window(shell, empty)
    window.turn_to("indicators")
    page = window.page
    assert isinstance(page, IndicatorsPage)
    settle()

    assert page.figures.warning.isHidden()
