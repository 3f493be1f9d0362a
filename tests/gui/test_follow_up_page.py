"""The page of the follow-up: how a round stands, who has answered, and what is behind a count."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest

from strategidesk.desk.commands import Create, Delete, SetFields
from strategidesk.model.follow_up import FollowUp, Round
from strategidesk.model.people import Unit
from strategidesk.model.plan import Activity
from strategidesk.ui.dialogs.round import RoundDialog
from strategidesk.ui.follow_up import behind
from strategidesk.ui.follow_up.bars import CountPart
from strategidesk.ui.follow_up.cells import CellsTable
from strategidesk.ui.follow_up.figures import FigureCard
from strategidesk.ui.pages.follow_up import STANDING, FollowUpPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.gui.conftest import open_window
from tests.support import windows

AFTER, BEFORE = 1_789_900_000_000_000, 1_789_000_000_000_000  # of the sample's last day to reply
UNIT, REPORTER, ANSWER, COUNT, CAME, READ, REMINDER = range(7)


def _page(window: Window, now: int = AFTER) -> FollowUpPage:
    window.turn_to("follow_up")
    page = window.page
    assert isinstance(page, FollowUpPage)
    page.standing.now = lambda: now
    page.standing.read()
    return page


def _rows(table: CellsTable) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.cells.rows]


def _row(page: FollowUpPage, unit: str) -> list[str]:
    return next(row for row in _rows(page.standing.table) if row[UNIT] == unit)


def _part(page: FollowUpPage, words: str) -> CountPart:
    parts = [one for one in page.standing.chart.bars.parts if isinstance(one, CountPart)]
    return next(one for one in parts if one.accessibleName() == words)


def _said(card: FigureCard) -> tuple[str, ...]:
    words = (card.number, card.what, card.detail, card.link, card.before)
    return tuple(one.text() for one in words if not one.isHidden())


def _behind(page: FollowUpPage) -> list[str]:
    return [page.behind.list.item(row).text() for row in range(page.behind.list.count())]


def test_that_a_strategy_without_rounds_says_what_to_do_and_offers_it(
    shell: Shell, empty: Path
) -> None:
    window = open_window(shell, empty)
    page = _page(window)
    assert page.standing.empty.isVisible()
    assert window.header.buttons[-1].text() == "New round …"
    assert window.header.buttons[-1].property("look") == "primary"
    assert page.stops() == ()
    window.header.buttons[-1].click()
    (dialog,) = window.findChildren(RoundDialog)
    dialog.only.click()
    assert len(window.work.strategy.all(Round)) == 1


def test_that_the_key_figures_count_units_activities_and_hallmarks(window: Window) -> None:
    figures = _page(window).standing.figures
    assert _said(figures.units) == ("6 of 19", "units have answered", "13 are late")
    assert _said(figures.activities) == (
        "17 of 33",
        "activities have an answer",
        "3 completed, 5 continuous, 6 started, 2 delayed, 1 cancelled",
    )
    assert _said(figures.hallmarks) == (
        "17 of 19",
        "kännetecken with an activity",
        "2 without, show them",
    )
    assert window.header.sentence == "Follow-up interim august 2026. 6 of 19 units have answered."


def test_that_the_last_day_to_reply_stands_beside_the_round(window: Window) -> None:
    words = _page(window).standing.rounds.words
    assert words.text() == "Last day to reply 18 September 2026"
    assert words.width() >= words.sizeHint().width()


def test_that_nobody_is_late_before_the_last_day(window: Window) -> None:
    page = _page(window, BEFORE)
    assert _said(page.standing.figures.units)[-1] == "6 have answered in part"
    assert _row(page, "Grundskolan")[ANSWER] == "In part"
    assert _row(page, "Biblioteket")[ANSWER] == "No answer yet"
    assert not page.standing.remind_all.isEnabled()


def test_that_the_table_tells_who_answered_when_and_who_read_it(window: Window) -> None:
    page = _page(window)
    assert page.standing.table.accessibleName() == "Who has answered"
    assert _row(page, "Fritidsenheten") == [
        "Fritidsenheten",
        "Enhetschef",
        "In part, late",
        "2 of 3 answered",
        "2026-09-09",
        "Alva Ekbackasdotter",
        "Copy reminder",
    ]
    assert _row(page, "Biblioteket") == [
        "Biblioteket",
        "Not known",
        "No answer, late",
        "0 of 2 answered",
        "",
        "",
        "Copy reminder",
    ]
    assert _row(page, "Ekbackahem AB")[REMINDER] == ""


def test_that_each_part_of_the_bars_is_told_to_readers_as_a_part_of_a_chart(
    window: Window,
) -> None:
    part = _part(_page(window), "Språk och lärande, started, 2 of 9")
    told = QAccessible.queryAccessibleInterface(part)
    assert told.role() == QAccessible.Role.Graphic
    assert told.text(QAccessible.Text.Name) == "Språk och lärande, started, 2 of 9"


def test_that_the_arrows_go_along_a_bar_and_to_the_next(window: Window) -> None:
    page = _page(window)
    part = _part(page, "Språk och lärande, started, 2 of 9")
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_Right)
    assert window.focusWidget() is _part(page, "Språk och lärande, delayed, 1 of 9")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    below = window.focusWidget()
    assert isinstance(below, CountPart)
    assert below.accessibleName().startswith("Arbete och företagande, ")
    QTest.keyClick(below, Qt.Key.Key_Up)
    above = window.focusWidget()
    assert isinstance(above, CountPart)
    assert above.row == part.row


def test_that_enter_on_a_part_lists_its_activities_and_enter_there_goes_to_the_plan(
    window: Window,
) -> None:
    page = _page(window)
    part = _part(page, "Språk och lärande, started, 2 of 9")
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_Return)
    assert window.side.shown
    assert page.behind.title.text() == "Språk och lärande, started"
    assert len(_behind(page)) == 2
    assert window.focusWidget() is page.behind.list

    chosen = page.behind.list.item(1).text()
    QTest.keyClick(page.behind.list, Qt.Key.Key_Down)
    QTest.keyClick(page.behind.list, Qt.Key.Key_Return)
    assert window.book.key == "plan"
    here = window.work.strategy.get(Activity, windows.shown(window))
    assert here is not None
    assert here.title == chosen


def test_that_esc_goes_back_to_the_part_that_was_opened(window: Window) -> None:
    page = _page(window)
    part = _part(page, "Bostad och vardag, no answer, 5 of 8")
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_Space)
    QTest.keyClick(page.behind.list, Qt.Key.Key_Escape)
    assert not window.side.shown
    assert window.focusWidget() is part


def test_that_esc_goes_back_to_the_page_where_what_was_opened_is_no_longer_there(
    window: Window,
) -> None:
    page = _page(window)
    part = _part(page, "Bostad och vardag, no answer, 5 of 8")
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_Return)
    listed = _behind(page)
    gone = next(one for one in window.work.strategy.activities if one.title == listed[0])
    window.work.run(Delete((gone.id,), label="remove"))
    windows.settle()
    assert _behind(page) == listed[1:]
    QTest.keyClick(page.behind.list, Qt.Key.Key_Escape)
    assert not window.side.shown
    assert window.focusWidget() is page.standing.rounds.combo


def test_that_a_list_behind_a_great_count_is_cut_and_says_so(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(behind, "MOST", 3)
    page = _page(window)
    QTest.keyClick(_part(page, "Bostad och vardag, no answer, 5 of 8"), Qt.Key.Key_Return)
    assert len(_behind(page)) == 3
    assert page.behind.hint.text().startswith("The first 3 of 5. ")


def test_that_more_of_the_same_kind_asks_for_a_new_round(window: Window) -> None:
    page = _page(window)
    rounds = len(window.work.strategy.all(Round))
    page.make_usual()
    (dialog,) = window.findChildren(RoundDialog)
    assert len(window.work.strategy.all(Round)) == rounds
    dialog.reject()


def test_that_enter_on_a_units_row_lists_all_that_it_is_asked(window: Window) -> None:
    page = _page(window)
    table = page.standing.table
    row = next(at for at, one in enumerate(_rows(table)) if one[UNIT] == "Grundskolan")
    table.setFocus()
    table.setCurrentIndex(table.cells.index(row, UNIT))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert page.behind.title.text() == "Grundskolan"
    assert len(_behind(page)) == 3


def test_that_the_hallmarks_without_an_activity_are_listed_and_gone_to(window: Window) -> None:
    page = _page(window)
    page.standing.figures.hallmarks.link.click()
    assert len(_behind(page)) == 2
    QTest.keyClick(page.behind.list, Qt.Key.Key_Return)
    assert window.book.key == "areas"


def test_that_enter_on_the_reminder_puts_that_units_mail_on_the_clipboard(window: Window) -> None:
    page = _page(window)
    table = page.standing.table
    row = next(at for at, one in enumerate(_rows(table)) if one[UNIT] == "Grundskolan")
    hints: list[str] = []
    page.hinted.connect(hints.append)
    table.setCurrentIndex(table.cells.index(row, REMINDER))
    QTest.keyClick(table, Qt.Key.Key_Return)
    text = QGuiApplication.clipboard().text()
    missing = _unanswered(window, "Grundskolan")
    assert len(missing) == 2
    assert all(one.title in text for one in missing)
    assert "Biblioteket" not in text
    assert hints == ["The reminder to Grundskolan is on the clipboard."]


def _unanswered(window: Window, unit: str) -> list[Activity]:
    strategy = window.work.strategy
    answered = {one.activity for one in strategy.all(FollowUp)}
    here = next(one.id for one in strategy.all(Unit) if one.name == unit)
    return [one for one in strategy.activities if one.unit == here and one.id not in answered]


def test_that_all_that_are_late_are_reminded_at_once(window: Window) -> None:
    page = _page(window)
    page.standing.remind_all.click()
    text = QGuiApplication.clipboard().text()
    assert text.count("-" * 60) == 12
    assert window.status.hinted == "13 reminders are on the clipboard."


@pytest.mark.parametrize(
    ("by", "title", "first"),
    [
        ("area", "Standing by område", "Språk och lärande"),
        ("unit", "Standing by unit", "Utvecklingsenheten"),
        ("hallmark", "Standing by kännetecken", "Alla som bor i kommunen bemöts med respekt"),
    ],
)
def test_that_the_picture_and_the_table_say_the_same(
    window: Window, by: str, title: str, first: str
) -> None:
    chart = _page(window).standing.chart
    chart.by.buttons[by].click()
    assert chart.title.text() == chart.bars.accessibleName() == title
    parts = [one for one in chart.bars.parts if isinstance(one, CountPart)]
    chart.view.buttons["table"].click()
    assert not chart.bars.isVisible()
    rows = _rows(chart.table)
    assert rows[0][0].startswith(first)
    assert sum(int(row[-1]) for row in rows) == sum(one.segment.count for one in parts)


def test_that_a_cell_of_the_table_opens_what_it_counts(window: Window) -> None:
    page = _page(window)
    chart = page.standing.chart
    chart.view.buttons["table"].click()
    column = [one.heading for one in chart.table.cells.columns].index("Started")
    chart.table.setCurrentIndex(chart.table.cells.index(0, column))
    QTest.keyClick(chart.table, Qt.Key.Key_Return)
    assert page.behind.title.text() == "Språk och lärande, started"
    assert len(_behind(page)) == 2


def test_that_the_round_and_the_view_are_there_when_the_file_is_opened_again(
    window: Window, shell: Shell
) -> None:
    page = _page(window)
    proposals = window.work.strategy.all(Round)[0]
    combo = page.standing.rounds.combo
    combo.setCurrentIndex(combo.findData(proposals.id))
    combo.activated.emit(combo.currentIndex())
    page.standing.chart.by.buttons["unit"].click()
    path = window.path
    window.close()

    again = _page(open_window(shell, path))
    assert again.standing.rounds.combo.currentText() == "Proposals full year 2025"
    assert again.standing.chart.by.key == "unit"


def test_that_a_round_for_proposals_counts_them_by_what_became_of_them(window: Window) -> None:
    page = _page(window)
    page.show_thing(window.work.strategy.all(Round)[0].id)
    figures = page.standing.figures
    assert _said(figures.activities) == ("3", "proposals have come in", "2 wait, 1 declined")
    assert _said(figures.units)[0] == "8 of 19"
    assert _row(page, "Kultur- och fritidsförvaltningen")[COUNT] == "1 waits"


def test_that_an_answer_that_comes_in_is_counted_at_once(window: Window) -> None:
    page = _page(window)
    missing = _unanswered(window, "Biblioteket")
    assert _row(page, "Biblioteket")[COUNT] == "0 of 2 answered"
    values = {"activity": missing[0].id, "period": "2026-08", "status": "done"}
    window.work.run(Create("follow_up", values, label="answer"))
    assert _row(page, "Biblioteket")[COUNT] == "1 of 2 answered"
    window.undo()  # which goes to the answer first
    page.turn_tab(STANDING)
    assert _row(page, "Biblioteket")[COUNT] == "0 of 2 answered"


def test_that_bars_that_stay_the_same_keep_their_parts_and_the_focus(window: Window) -> None:
    page = _page(window)
    part = _part(page, "Språk och lärande, started, 2 of 9")
    part.setFocus()
    unit = window.work.strategy.all(Unit)[0]
    window.work.run(SetFields(unit.id, {"manager": "Någon annan"}, {}, "change"))
    assert window.focusWidget() is part


def test_that_two_rounds_of_a_kind_are_compared(window: Window) -> None:
    page = _page(window)
    assert not page.standing.rounds.other.isVisible()
    window.work.run(Create("round", {"kind": "follow_up", "period": "2025"}, label="round"))
    rounds = page.standing.rounds
    assert rounds.other.isVisible()
    rounds.other.setCurrentIndex(1)
    rounds.other.activated.emit(1)
    assert _said(page.standing.figures.units)[-1] == "Follow-up full year 2025: 0 of 19"


def test_that_a_sheet_that_came_in_is_shown_with_its_round(window: Window) -> None:
    page = _page(window)
    strategy = window.work.strategy
    receipt = strategy.all(strategy.schema.by_entity["receipt"])[0]
    window.go_to(receipt.id)
    assert page.on_standing
    assert page.standing.rounds.combo.currentText() == "Proposals full year 2025"


def test_that_a_field_of_a_round_is_gone_to_in_its_register(window: Window) -> None:
    page = _page(window)
    round = window.work.strategy.all(Round)[1]
    window.go_to_field(round.id, "message")
    assert not page.on_standing
    assert page.pane.chosen() == round.id


def test_that_the_whole_table_is_copied_without_what_is_only_done_there(window: Window) -> None:
    page = _page(window)
    page.standing.table.setFocus()
    QTest.keyClick(page.standing.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 19
    assert lines[0].split("\t") == _rows(page.standing.table)[0][:REMINDER]
