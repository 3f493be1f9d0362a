"""An indicator's values are copied, pasted, emptied and removed by keys, as in other tables."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from strategidesk import language
from strategidesk.ui.charts.panel import FiguresPanel
from strategidesk.ui.pages.indicators import IndicatorsPage
from strategidesk.ui.window import Window
from tests.support.windows import settle

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def figures(window: Window) -> FiguresPanel:
    window.turn_to("indicators")
    page = window.page
    assert isinstance(page, IndicatorsPage)
    settle()
    page.figures.table.setFocus()
    return page.figures


def _at(figures: FiguresPanel, row: int, column: int) -> None:
    index = figures.model.index(row, column)
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
    figures.table.selectionModel().setCurrentIndex(index, flags)


def test_that_values_are_copied_and_pasted_back_without_a_change(
    figures: FiguresPanel, window: Window
) -> None:
    before = window.work.strategy
    _at(figures, 0, 0)
    QTest.keyClick(figures.table, Qt.Key.Key_A, CTRL)
    QTest.keyClick(figures.table, Qt.Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == len(figures.model.values)
    assert lines[0].startswith(f"{figures.model.values[0].period}\t")
    _at(figures, 0, 0)
    QTest.keyClick(figures.table, Qt.Key.Key_V, CTRL)
    assert "nothing changes" in figures.pasting.sentence.text()
    assert window.work.strategy is before


def test_that_pasted_rows_become_values_of_the_indicator_in_one_step(
    figures: FiguresPanel, window: Window
) -> None:
    before = window.work.strategy.indicator_values
    count = len(figures.model.values)
    QGuiApplication.clipboard().setText("2031\t12,5\talla\r\n2032\tmånga\t\r\n")
    _at(figures, count, 0)
    QTest.keyClick(figures.table, Qt.Key.Key_V, CTRL)
    assert figures.pasting.sentence.text() == "2 rows: 2 new. 1 cell is not understood."
    figures.pasting.accept.click()
    settle()
    made = figures.model.values[count:]
    assert [(one.period, one.value) for one in made] == [("2031", Decimal("12.5")), ("2032", None)]
    assert {one.indicator for one in made} == {figures.indicator}
    window.undo()
    assert window.work.strategy.indicator_values == before


def test_that_delete_empties_the_selected_cells_in_one_step(
    figures: FiguresPanel, window: Window
) -> None:
    one, two = figures.model.values[:2]
    _at(figures, 0, 1)
    QTest.keyClick(figures.table, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(figures.table, Qt.Key.Key_Delete)
    assert [value.value for value in figures.model.values[:2]] == [None, None]
    assert {one.id, two.id} <= set(window.work.strategy.by_id)
    window.undo()
    settle()
    assert [value.value for value in figures.model.values[:2]] == [one.value, two.value]


def test_that_ctrl_delete_removes_the_value(figures: FiguresPanel, window: Window) -> None:
    one = figures.model.values[0]
    _at(figures, 0, 1)
    QTest.keyClick(figures.table, Qt.Key.Key_Delete, CTRL)
    assert one.id not in window.work.strategy.by_id


def test_that_turning_to_another_indicator_lets_pasted_cells_go(
    figures: FiguresPanel, window: Window
) -> None:
    QGuiApplication.clipboard().setText("2031\r\n2032\r\n")
    _at(figures, 0, 0)
    QTest.keyClick(figures.table, Qt.Key.Key_V, CTRL)
    assert figures.pasting.isVisible()
    window.go_to(window.work.strategy.indicators[1].id)
    assert not figures.pasting.isVisible()


def test_that_the_headings_of_the_values_are_whole_in_the_smallest_window(
    figures: FiguresPanel, window: Window
) -> None:
    language.use("sv")
    window.resize(720, 450)
    settle()
    header = figures.table.horizontalHeader()
    for column in range(header.count()):
        assert header.sectionSizeFromContents(column).width() <= header.sectionSize(column)
    assert header.length() <= figures.table.viewport().width()
