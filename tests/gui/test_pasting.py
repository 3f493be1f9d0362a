"""Cells pasted into a table: told before they are written, written as one step, never lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from strategidesk import language
from strategidesk.desk.commands import Delete, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.history.changes import ChangeSet
from strategidesk.ui.tables.column import columns_of
from strategidesk.ui.tables.table import Table
from strategidesk.ui.work import Work
from tests.support import windows

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NAMES = ("title", "unit", "when", "start", "status")


@pytest.fixture
def work(sample: Path, qapp: QApplication) -> Iterator[Work]:  # noqa: ARG001
    with Desk.open(sample, "Astrid Exempel") as desk:
        yield Work(desk)


@pytest.fixture
def table(work: Work, qtbot: QtBot) -> Table:
    language.use("sv")
    columns = columns_of(work.strategy, "activity", NAMES)
    made = Table(work, columns, "activity", "table", "Ny aktivitet")
    work.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.grid.setFocus()
    return made


def _paste(table: Table, text: str, row: int, column: str) -> None:
    QGuiApplication.clipboard().setText(text)
    table.grid.go_to(row, table.model.column_of(column))
    QTest.keyClick(table.grid, Qt.Key.Key_V, CTRL)


def _editor(table: Table) -> QWidget:
    edit = table.hands.editing()
    assert edit is not None
    return edit.editor.inner


def _last(table: Table) -> int:
    return table.model.rowCount() - 1


def test_that_rows_are_told_and_enter_writes_them_as_one_step(table: Table, work: Work) -> None:
    before = work.strategy.activities
    _paste(table, "Ett\tvåren\r\nTvå\t\r\n", _last(table) - 1, "title")
    assert work.strategy.activities == before
    strip = table.pasting
    assert strip.sentence.text() == "2 rader: 1 ny, 1 ändras. 1 cell förstås inte."
    assert strip.accept.text() == "Klistra in"
    assert strip.accept.hasFocus()
    QTest.keyClick(strip.accept, Qt.Key.Key_Return)
    assert [a.title for a in work.strategy.activities[-2:]] == ["Ett", "Två"]
    assert len(work.strategy.activities) == len(before) + 1
    assert not strip.isVisible()
    assert table.grid.hasFocus()
    assert table.current() == before[-1].id
    assert work.desk.undo_label == "klistra in 2 rader"
    work.turn(redo=False)
    assert work.strategy.activities == before


def test_that_escape_writes_nothing_and_gives_the_keys_back(table: Table, work: Work) -> None:
    before = work.strategy.activities
    for press_in_the_table in (False, True):
        _paste(table, "Ett\r\nTvå\r\n", 0, "title")
        assert table.pasting.isVisible()
        target = table.grid if press_in_the_table else table.pasting.accept
        QTest.keyClick(target, Qt.Key.Key_Escape)
        assert not table.pasting.isVisible()
        assert table.grid.hasFocus()
    assert work.strategy.activities == before


def test_that_a_single_cell_is_written_at_once_and_fills_what_is_selected(
    table: Table, work: Work
) -> None:
    _paste(table, "Halva 2027\r\n", 0, "when")
    assert work.strategy.activities[0].when == "Halva 2027"
    assert not table.pasting.isVisible()
    QTest.keyClick(table.grid, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(table.grid, Qt.Key.Key_V, CTRL)
    assert table.pasting.sentence.text() == "2 rader: 1 ändras, 1 oförändrad."
    table.pasting.accept.click()
    assert [a.when for a in work.strategy.activities[:2]] == ["Halva 2027"] * 2


def test_that_a_cell_not_understood_stands_in_the_strip_with_place_and_text(
    table: Table, work: Work
) -> None:
    before = work.strategy.activities[0]
    _paste(table, "Kommunalt", 0, "status")
    strip = table.pasting
    assert "1 cell förstås inte." in strip.sentence.text()
    assert not strip.accept.isVisible()
    lines = [strip.odd.model().index(row, 0).data() for row in range(strip.odd.model().rowCount())]
    assert lines == ["Rad 1, Status: ”Kommunalt”: listan har inget sådant ord."]
    assert strip.odd.isVisible()
    assert work.strategy.activities[0] == before
    QTest.keyClick(strip.refuse, Qt.Key.Key_Return)
    assert not strip.isVisible()


def test_that_rows_pasted_into_the_last_row_become_new(table: Table, work: Work) -> None:
    count = len(work.strategy.activities)
    unit = work.strategy.units[0]
    text = f'"Nytt\nnamn"\t{unit.name.upper()}\tnu\t30/6\tpåbörjad\r\nAnnat\t\t\t\t\r\n'
    _paste(table, text, _last(table), "title")
    table.pasting.accept.click()
    first, second = work.strategy.activities[count:]
    assert (first.title, first.unit, first.when, first.status) == (
        "Nytt namn", unit.id, "nu", "started",
    )  # fmt: skip
    assert first.start.endswith("-06-30")
    assert second.title == "Annat"


def test_that_the_whole_table_copied_and_pasted_changes_nothing(table: Table, work: Work) -> None:
    before = work.strategy
    table.grid.go_to(0, 0)
    QTest.keyClick(table.grid, Qt.Key.Key_A, CTRL)
    QTest.keyClick(table.grid, Qt.Key.Key_C, CTRL)
    QTest.keyClick(table.grid, Qt.Key.Key_V, CTRL)
    assert "inget ändras" in table.pasting.sentence.text()
    assert not table.pasting.accept.isVisible()
    assert work.strategy is before


def test_that_text_pasted_at_the_number_goes_to_the_first_column_that_takes_it(
    table: Table, work: Work
) -> None:
    _paste(table, "Ett\r\nTvå\r\n", 0, "nr")
    table.pasting.accept.click()
    assert [a.title for a in work.strategy.activities[:2]] == ["Ett", "Två"]


def test_that_cells_go_down_the_rows_as_they_are_shown(table: Table, work: Work) -> None:
    table.sort_by("title")
    shown = list(table.model.shown)
    _paste(table, "1\r\n2\r\n", 0, "when")
    table.pasting.accept.click()
    assert [work.strategy.by_id[id].when for id in shown[:2]] == ["1", "2"]  # type: ignore[attr-defined]


def test_that_a_change_meanwhile_is_seen_before_anything_is_written(
    table: Table, work: Work
) -> None:
    one, two = work.strategy.activities[:2]
    _paste(table, "Ett\r\nTvå\r\n", 0, "title")
    work.run(SetFields(one.id, {"title": "Ett"}))
    assert table.pasting.sentence.text() == "2 rader: 1 ändras, 1 oförändrad."
    work.run(Delete((two.id,)))
    assert table.pasting.sentence.text() == "2 rader: 1 ny, 1 oförändrad."


def test_that_many_rows_are_read_in_portions(table: Table, work: Work, qtbot: QtBot) -> None:
    count = len(work.strategy.activities)
    _paste(table, "".join(f"Rad {n}\r\n" for n in range(1000)), _last(table), "title")
    assert table.pasting.found is None
    assert table.pasting.sentence.text() == "Läser 1000 rader …"
    assert not table.pasting.accept.isVisible()
    qtbot.waitUntil(lambda: table.pasting.found is not None)
    assert table.pasting.sentence.text() == "1000 rader: 1000 nya."
    table.pasting.accept.click()
    assert len(work.strategy.activities) == count + 1000


def test_that_what_is_written_in_the_last_row_outlives_a_crash(
    table: Table, work: Work, qtbot: QtBot
) -> None:
    before = work.strategy.activities
    table.grid.go_to(_last(table), table.model.column_of("title"))
    QTest.keyClicks(table.grid, "E")
    QTest.keyClicks(_editor(table), "n sak")
    qtbot.waitUntil(lambda: bool(work.desk.drafts.all()))
    assert work.strategy.activities == before
    work.desk.settle_drafts()  # what the next opening of the file does
    assert work.strategy.activities[-1].title == "En sak"
    assert not work.desk.drafts.all()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_that_the_last_rows_draft_goes_when_it_is_made_or_let_go_of(
    table: Table, work: Work, qtbot: QtBot, key: Qt.Key
) -> None:
    count = len(work.strategy.activities)
    table.grid.go_to(_last(table), table.model.column_of("title"))
    QTest.keyClicks(table.grid, "E")
    qtbot.waitUntil(lambda: bool(work.desk.drafts.all()))
    QTest.keyClick(_editor(table), key)
    assert not work.desk.drafts.all()
    assert len(work.strategy.activities) == count + (key != Qt.Key.Key_Escape)


def test_that_leaving_the_last_row_makes_its_thing(table: Table, work: Work, qtbot: QtBot) -> None:
    count = len(work.strategy.activities)
    table.grid.go_to(_last(table), table.model.column_of("title"))
    QTest.keyClicks(table.grid, "K")
    QTest.keyClicks(_editor(table), "var")
    table.focus_filter()
    qtbot.waitUntil(lambda: len(work.strategy.activities) == count + 1)
    assert work.strategy.activities[-1].title == "Kvar"


def test_that_rows_pasted_while_the_last_row_is_open_become_rows(table: Table, work: Work) -> None:
    count = len(work.strategy.activities)
    QGuiApplication.clipboard().setText("Ett\r\nTv\u00e5\r\n")
    table.grid.go_to(_last(table), table.model.column_of("title"))
    QTest.keyClick(table.grid, Qt.Key.Key_F2)
    QTest.keyClick(_editor(table), Qt.Key.Key_V, CTRL)
    assert table.pasting.isVisible()
    table.pasting.accept.click()
    assert [a.title for a in work.strategy.activities[count:]] == ["Ett", "Två"]


def test_that_text_with_breaks_goes_into_a_cell_that_is_being_written(
    table: Table, work: Work
) -> None:
    count = len(work.strategy.activities)
    QGuiApplication.clipboard().setText("ett\r\ntv\u00e5")
    table.grid.go_to(_last(table), table.model.column_of("title"))
    QTest.keyClicks(table.grid, "S")
    QTest.keyClick(_editor(table), Qt.Key.Key_V, CTRL)
    assert not table.pasting.isVisible()
    assert table.commit()
    assert len(work.strategy.activities) == count + 1
    assert work.strategy.activities[-1].title.startswith("Sett")


def test_that_what_cells_come_to_is_announced_once(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = windows.alerts(monkeypatch)
    _paste(table, "Ett\tSkola\nTvå\tSkola", _last(table), "title")
    told = len(heard)
    assert told
    assert set(heard) == {table.pasting}

    table.pasting.follow(ChangeSet("", nouns=frozenset({"activity"})))
    windows.settle()

    assert len(heard) == told
