"""The table of a noun's things, as keys and mouse work it."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from strategidesk.desk.commands import Delete, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.written import date_of
from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun
from strategidesk.ui.tables.column import columns_of
from strategidesk.ui.tables.criterion import Criterion
from strategidesk.ui.tables.menu import menu_of
from strategidesk.ui.tables.picking import PickBox
from strategidesk.ui.tables.table import Table
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NAMES = ("title", "area", "unit", "when", "start", "budget", "status", "indicator")
NEW_TEXT = "New activity: write here"


@pytest.fixture
def work(sample: Path, qapp: QApplication) -> Iterator[Work]:  # noqa: ARG001
    with Desk.open(sample, "Astrid Exempel") as desk:
        yield Work(desk)


@pytest.fixture
def table(work: Work, qtbot: QtBot) -> Table:
    return _shown(work, qtbot)


def _shown(work: Work, qtbot: QtBot, width: int = 1300) -> Table:
    columns = columns_of(work.strategy, "activity", NAMES, missing=("indicator",))
    made = Table(work, columns, "activity", "table", NEW_TEXT, ("title", "when", "unit"))
    work.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(width, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.grid.setFocus()
    return made


def _titles(table: Table) -> list[str]:
    return [table.model.text(row, 1) for row in range(len(table.model.shown))]


def _at(table: Table, row: int, name: str) -> None:
    table.grid.go_to(row, table.model.column_of(name))


def _editor(table: Table) -> QLineEdit:
    edit = table.hands.editing()
    assert edit is not None
    assert isinstance(edit.editor.inner, QLineEdit)
    return edit.editor.inner


def _activity(work: Work, row: int) -> Noun:
    return work.strategy.activities[row]


def test_that_the_model_is_sound_while_rows_come_go_and_move(table: Table, work: Work) -> None:
    tester = QAbstractItemModelTester(
        table.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    _at(table, 1, "title")
    table.start_new_row()
    QTest.keyClick(_editor(table), Qt.Key.Key_Escape)
    table.move_by(1)
    table.remove_rows()
    work.turn(redo=False)
    table.sort_by("title")
    table.set_quick(lambda thing: thing.id != table.model.shown[0])
    assert tester.model() is table.model


def test_that_typing_replaces_a_cell_enter_saves_and_goes_down(table: Table, work: Work) -> None:
    _at(table, 0, "when")
    QTest.keyClicks(table.grid, "H")
    QTest.keyClicks(_editor(table), "alva 2027")
    QTest.keyClick(_editor(table), Qt.Key.Key_Return)
    assert work.strategy.activities[0].when == "Halva 2027"
    assert table.current() == _activity(work, 1).id
    assert table.column_in_focus() == "when"
    assert table.grid.hasFocus()
    work.turn(redo=False)
    assert work.strategy.activities[0].when != "Halva 2027"


def test_that_f2_keeps_the_text_tab_goes_right_and_escape_restores(
    table: Table, work: Work
) -> None:
    before = work.strategy.activities[0].title
    _at(table, 0, "title")
    QTest.keyClick(table.grid, Qt.Key.Key_F2)
    assert _editor(table).text() == before
    QTest.keyClick(_editor(table), Qt.Key.Key_End)
    QTest.keyClicks(_editor(table), " nu")
    QTest.keyClick(_editor(table), Qt.Key.Key_Tab)
    assert work.strategy.activities[0].title == f"{before} nu"
    assert table.column_in_focus() == "area"

    _at(table, 0, "title")
    QTest.keyClicks(table.grid, "x")
    QTest.keyClick(_editor(table), Qt.Key.Key_Escape)
    assert work.strategy.activities[0].title == f"{before} nu"
    assert table.hands.editing() is None


def test_that_a_refused_value_stays_in_its_cell_and_says_why(table: Table, work: Work) -> None:
    before = work.strategy.activities[0].start
    _at(table, 0, "start")
    QTest.keyClicks(table.grid, "x")
    assert not table.commit()
    assert _editor(table).text() == "x"
    assert "2015-03" in table.refused.text()
    QTest.keyClick(_editor(table), Qt.Key.Key_Escape)
    assert not table.refused.text()
    assert work.strategy.activities[0].start == before


def test_that_a_list_opens_with_alt_down_and_takes_the_first_letter(
    table: Table, work: Work
) -> None:
    work.run(SetFields(_activity(work, 0).id, {"status": "not_started"}))
    _at(table, 0, "status")
    QTest.keyClick(table.grid, Qt.Key.Key_Down, ALT)
    combo = table.hands.editing().editor.inner  # type: ignore[union-attr]
    assert isinstance(combo, QComboBox)
    assert combo.view().isVisible()
    combo.hidePopup()
    table.commit()

    QTest.keyClicks(table.grid, "d")
    combo = table.hands.editing().editor.inner  # type: ignore[union-attr]
    assert isinstance(combo, QComboBox)
    letter = combo.currentText()[0]
    combo.hidePopup()
    assert table.commit()
    assert letter == "D"
    assert work.strategy.activities[0].status != "not_started"


@pytest.mark.parametrize(
    ("written", "stands"),
    [("30/6", "2016-06-30"), ("1/9 2017", "2017-09-01"), ("20160630", "2016-06-30"),
     ("våren 2016", "våren 2016"), (" 2016-06 ", "2016-06")],
)  # fmt: skip
def test_that_dates_are_taken_as_people_write_them(written: str, stands: str) -> None:
    assert date_of(written, 2016) == stands


def test_that_the_last_row_makes_a_thing(table: Table, work: Work) -> None:
    count = len(work.strategy.activities)
    last = table.model.rowCount() - 1
    assert table.model.text(last, 1) == NEW_TEXT
    _at(table, last, "title")
    assert table.current() is None
    QTest.keyClicks(table.grid, "E")
    QTest.keyClicks(_editor(table), "n till")
    QTest.keyClick(_editor(table), Qt.Key.Key_Return)
    assert len(work.strategy.activities) == count + 1
    assert work.strategy.activities[-1].title == "En till"
    assert table.grid.currentIndex().row() == table.model.rowCount() - 1


def test_that_ctrl_enter_makes_a_row_below_and_ctrl_delete_removes_rows(
    table: Table, work: Work, qtbot: QtBot
) -> None:
    before = _titles(table)
    _at(table, 0, "title")
    QTest.keyClick(table.grid, Qt.Key.Key_Return, CTRL)
    QTest.keyClicks(_editor(table), "Mellan")
    QTest.keyClick(_editor(table), Qt.Key.Key_Return)
    assert _titles(table) == [before[0], "Mellan", *before[1:]]
    _at(table, 0, "title")
    QTest.keyClick(table.grid, Qt.Key.Key_Down, SHIFT)
    with qtbot.waitSignal(table.removed) as told:
        QTest.keyClick(table.grid, Qt.Key.Key_Delete, CTRL)
    assert "2" in told.args[0]
    assert _titles(table) == before[1:]
    work.turn(redo=False)
    assert _titles(table) == [before[0], "Mellan", *before[1:]]


def test_that_delete_empties_the_selected_cells_in_one_step(table: Table, work: Work) -> None:
    ids = [activity.id for activity in work.strategy.activities[:2]]
    for id in ids:
        work.run(SetFields(id, {"when": "Årligen", "start": "2026"}))
    _at(table, 0, "when")
    QTest.keyClick(table.grid, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(table.grid, Qt.Key.Key_Right, SHIFT)
    assert table.selected_cells() == (ids, ["when", "start"])
    QTest.keyClick(table.grid, Qt.Key.Key_Delete)
    assert [(a.when, a.start) for a in work.strategy.activities[:2]] == [("", ""), ("", "")]
    work.turn(redo=False)
    assert [a.when for a in work.strategy.activities[:2]] == ["Årligen", "Årligen"]


def test_that_alt_and_arrows_move_a_row_and_the_focus_follows(table: Table, work: Work) -> None:
    before = _titles(table)
    _at(table, 0, "title")
    QTest.keyClick(table.grid, Qt.Key.Key_Down, ALT)
    assert _titles(table)[:2] == [before[1], before[0]]
    assert table.current() == _activity(work, 1).id
    QTest.keyClick(table.grid, Qt.Key.Key_Up, ALT)
    assert _titles(table) == before


def test_that_the_filter_row_narrows_the_rows_and_a_sentence_says_so(
    table: Table, work: Work, qtbot: QtBot
) -> None:
    word = work.strategy.activities[1].title.split()[0].lower()
    QTest.keyClick(table.grid, Qt.Key.Key_R, CTRL | SHIFT)
    field = table.grid.headings.editor("title")
    assert field.hasFocus()
    told: list[tuple[int, int]] = []
    table.counted.connect(lambda shown, every: told.append((shown, every)))
    QTest.keyClicks(field, word)
    wanted = [a.title for a in work.strategy.activities if word in a.title.lower()]
    assert _titles(table) == wanted
    assert told[-1] == (len(wanted), len(work.strategy.activities))
    assert word in table.filter_sentence()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(table.grid.hasFocus)
    assert len(_titles(table)) == len(work.strategy.activities)
    assert not table.filter_sentence()


def test_that_a_list_column_is_filtered_by_several_values(table: Table, work: Work) -> None:
    picked = sorted({a.status for a in work.strategy.activities})[:2]
    box = table.grid.headings.editor("status")
    assert isinstance(box, PickBox)
    assert box.currentText() == "All"
    box.showPopup()
    for row in range(box.popup.list.count()):
        item = box.popup.list.item(row)
        if item.data(Qt.ItemDataRole.UserRole) in picked:
            item.setCheckState(Qt.CheckState.Checked)
    wanted = [a.title for a in work.strategy.activities if a.status in picked]
    assert _titles(table) == wanted
    box.popup.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert len(_titles(table)) == len(work.strategy.activities)
    box.popup.hide()


def test_that_numbers_and_dates_are_filtered_by_comparison(table: Table, work: Work) -> None:
    first, second, third = (a.id for a in work.strategy.activities[:3])
    for id, start, budget in ((first, "2015-09-01", 5), (second, "2016-01", 50), (third, "", 500)):
        work.run(SetFields(id, {"start": start, "budget": budget}))
    headings = table.grid.headings
    headings.set_criterion("start", Criterion("> 2015"))
    assert first not in table.model.shown
    assert third not in table.model.shown
    assert second in table.model.shown
    headings.set_criterion("start", Criterion("<=2015"))
    assert first in table.model.shown
    headings.set_criterion("start", Criterion())
    headings.set_criterion("budget", Criterion(">= 50"))
    assert {second, third} <= set(table.model.shown)
    assert first not in table.model.shown


def test_that_headings_sort_in_swedish_order_and_return_to_the_documents(
    table: Table, work: Work
) -> None:
    ids = [a.id for a in work.strategy.activities]
    for id, word in zip(ids, ("Ö", "ä", "Z", "Å"), strict=False):
        work.run(SetFields(id, {"title": word, "when": "aa"}))
    work.run(Delete(tuple(ids[4:])))
    table.sort_by("title")
    assert _titles(table) == ["Z", "Å", "ä", "Ö"]
    table.sort_by("title")
    assert _titles(table) == ["Ö", "ä", "Å", "Z"]
    table.sort_by("title")
    assert _titles(table) == ["Ö", "ä", "Z", "Å"]
    work.run(SetFields(ids[2], {"when": "bb"}))
    table.sort_by("when")
    table.sort_by("title", further=True)
    assert _titles(table) == ["Å", "ä", "Ö", "Z"]


def test_that_a_row_stays_where_it_is_after_its_sorted_cell_is_edited(
    table: Table, work: Work
) -> None:
    table.sort_by("title")
    table.grid.headings.set_criterion("title", Criterion(_titles(table)[0][:4]))
    here = table.model.shown[0]
    before = list(table.model.shown)
    _at(table, 0, "title")
    table.hands.edit("Ööö")
    QTest.keyClick(_editor(table), Qt.Key.Key_Return)
    assert getattr(work.strategy.by_id[here], "title", "") == "Ööö"
    assert table.model.shown == before
    table.show_all()
    assert table.model.shown[-1] == here


def test_that_the_choice_of_columns_hides_orders_and_is_remembered(
    table: Table, work: Work, qtbot: QtBot
) -> None:
    table.open_chooser(table)
    table.chooser.show_compact()
    assert [c.name for c in table.model.columns] == ["nr", "title", "unit", "when"]
    table.chooser.list.setCurrentRow(1)
    QTest.keyClick(table.chooser.list, Qt.Key.Key_Down, ALT)
    QTest.keyClick(table.chooser.list, Qt.Key.Key_Down, ALT)
    wanted = ["nr", "title", "when", "unit"]
    assert [c.name for c in table.model.columns] == wanted
    table.chooser.one.click()
    table.chooser.hide()
    table.grid.setColumnWidth(1, 333)
    again = _shown(work, qtbot)
    assert [c.name for c in again.model.columns] == wanted
    assert again.grid.columnWidth(1) == 333
    assert again.grid.rowHeight(0) < 40
    assert table.chooser.list.count() == len(NAMES) - 1


def test_that_number_and_title_stay_while_scrolling_sideways(work: Work, qtbot: QtBot) -> None:
    table = _shown(work, qtbot, width=520)
    _at(table, 1, "indicator")
    assert table.grid.horizontalScrollBar().value() > 0
    frozen = table.grid.frozen
    assert frozen is not None
    assert frozen.isVisible()
    title = table.model.index(1, 1)
    assert frozen.visualRect(title).right() < frozen.viewport().width()
    spot = frozen.visualRect(title).center()
    QTest.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert table.column_in_focus() == "title"
    assert table.grid.hasFocus()
    QTest.keyClick(table.grid, Qt.Key.Key_F2)
    assert _editor(table).isVisible()
    assert table.grid.viewport().rect().contains(_editor(table).parentWidget().pos() + QPoint(1, 1))  # type: ignore[union-attr]


def test_that_copied_cells_keep_their_text_in_tabs_and_in_a_table(table: Table, work: Work) -> None:
    work.run(SetFields(_activity(work, 0).id, {"title": "=SUMMA(A1)", "when": "-3 <"}))
    table.chooser.changed.emit(list(NAMES), ["area", "unit"])
    _at(table, 0, "title")
    QTest.keyClick(table.grid, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(table.grid, Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert list(csv.reader(io.StringIO(data.text()), delimiter="\t")) == [["=SUMMA(A1)", "-3 <"]]
    assert "=SUMMA(A1)" in data.text()
    assert "<th>Activity</th><th>Time</th>" in data.html()
    assert "mso-number-format:'\\@'\">=SUMMA(A1)</td>" in data.html()
    assert "-3 &lt;" in data.html()


def test_that_what_is_pasted_is_handed_on_with_its_place(
    table: Table, work: Work, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText('ett\t"två\nrader"\r\ntre\tfyra\r\n')
    _at(table, 1, "when")
    with qtbot.waitSignal(table.hands.paste_wanted) as told:
        QTest.keyClick(table.grid, Qt.Key.Key_V, CTRL)
    rows = [["ett", "två\nrader"], ["tre", "fyra"]]
    assert told.args == [rows, _activity(work, 1).id, "when"]
    _at(table, table.model.rowCount() - 1, "title")
    with qtbot.waitSignal(table.hands.paste_wanted) as told:
        table.hands.paste()
    assert told.args == [rows, "", "title"]


def test_that_states_and_missing_values_are_spoken(table: Table, work: Work) -> None:
    work.run(SetFields(_activity(work, 0).id, {"status": "done", "indicator": ""}))
    spoken = Qt.ItemDataRole.AccessibleTextRole
    status = table.model.index(0, table.model.column_of("status"))
    assert status.data(spoken) == "Completed"
    indicator = table.model.index(0, table.model.column_of("indicator"))
    assert indicator.data(spoken) == "Missing"


def test_that_a_change_from_elsewhere_keeps_the_cell_in_focus(table: Table, work: Work) -> None:
    _at(table, 2, "when")
    here = table.current()
    work.run(Delete((_activity(work, 0).id,)))
    assert table.current() == here
    assert table.column_in_focus() == "when"
    unit = work.strategy.units[0]
    column = table.model.columns[table.model.column_of("unit")]
    work.run(SetFields(_activity(work, 0).id, {"unit": unit.id}))
    work.run(SetFields(unit.id, {"name": "Ny enhet"}))
    assert table.rows.text(column, _activity(work, 0).id) == "Ny enhet"


def test_that_choosing_a_hidden_thing_shows_it(table: Table, work: Work) -> None:
    last = Id(_activity(work, len(work.strategy.activities) - 1).id)
    table.grid.headings.set_criterion("title", Criterion("finns inte alls"))
    assert _titles(table) == []
    assert table.choose(last)
    assert table.current() == last


def test_that_a_file_opened_for_reading_is_only_read(
    sample: Path,
    qtbot: QtBot,
    qapp: QApplication,  # noqa: ARG001
) -> None:
    with Desk.open(sample) as desk:
        work = Work(desk)
        table = _shown(work, qtbot)
        before = _titles(table)
        assert table.model.rowCount() == len(before)
        _at(table, 0, "title")
        QTest.keyClicks(table.grid, "x")
        QTest.keyClick(table.grid, Qt.Key.Key_Delete)
        QTest.keyClick(table.grid, Qt.Key.Key_Delete, CTRL)
        table.start_new_row()
        assert table.hands.editing() is None
        assert _titles(table) == before


def test_that_a_value_refused_in_the_last_row_is_not_lost(table: Table, work: Work) -> None:
    count = len(work.strategy.activities)
    told: list[object] = []
    work.refused.connect(told.append)
    _at(table, table.model.rowCount() - 1, "start")
    QTest.keyClicks(table.grid, "x")
    QTest.keyClick(_editor(table), Qt.Key.Key_Return)
    assert told
    assert _editor(table).text() == "x"
    assert len(work.strategy.activities) == count
    QTest.keyClick(_editor(table), Qt.Key.Key_Escape)


def test_that_a_click_on_a_heading_sorts_and_widths_are_kept_only_when_given(
    table: Table, work: Work
) -> None:
    headings = table.grid.headings
    at = table.model.column_of("when")
    spot = QPoint(headings.sectionViewportPosition(at) + 30, 10)
    QTest.mouseClick(headings.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert work.memory["table"]["sorting"] == [["when", False]]
    first = table.model.column_of("title")
    spot = QPoint(headings.sectionViewportPosition(first) + 30, 10)
    QTest.mouseClick(headings.viewport(), Qt.MouseButton.LeftButton, SHIFT, spot)
    assert work.memory["table"]["sorting"] == [["when", False], ["title", False]]
    table.chooser.changed.emit(list(NAMES), ["area"])
    table.resize(1000, 500)
    assert work.memory["table"]["widths"] == {}


def test_that_a_table_begins_with_its_first_columns(work: Work, qtbot: QtBot) -> None:
    columns = columns_of(work.strategy, "activity", NAMES)
    table = Table(work, columns, "activity", "begun", first=("when", "unit"))
    qtbot.addWidget(table)
    assert [c.name for c in table.model.columns] == ["nr", "title", "unit", "when"]
    table.open_chooser(table)
    table.chooser.show_all()
    table.chooser.hide()
    assert [c.name for c in table.model.columns] == ["nr", *NAMES]


def test_that_alt_and_arrows_make_a_column_wider_and_narrower(table: Table, work: Work) -> None:
    _at(table, 0, "when")
    at = table.grid.currentIndex().column()
    before = table.grid.columnWidth(at)
    QTest.keyClick(table.grid, Qt.Key.Key_Right, ALT)
    wider = table.grid.columnWidth(at)
    assert wider > before
    assert work.memory["table"]["widths"] == {"when": wider}
    QTest.keyClick(table.grid, Qt.Key.Key_Left, ALT)
    assert table.grid.columnWidth(at) == before
    words = [action.text().partition("\t")[0] for action in menu_of(table).actions()]
    assert {"Wider column", "Narrower column"} <= set(words)


def test_that_a_column_half_under_the_fixed_ones_keeps_its_heading(
    work: Work, qtbot: QtBot
) -> None:
    table = _shown(work, qtbot, 600)
    header, bar = table.grid.headings, table.grid.horizontalScrollBar()
    at = table.model.column_of("area")
    words = QFontMetrics(faces.small(bold=True)).horizontalAdvance(table.model.columns[at].label)
    bar.setValue(words + 8)
    left = header.fixed_width()
    right = header.sectionPosition(at) + header.sectionSize(at) - header.offset()
    place = QRect(left + 2, 6, right - left - 8, header.fontMetrics().height())
    picture = header.viewport().grab(place).toImage()
    colors = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert len(colors) > 1
