"""Answers that came back are looked through on their page, taken in as one step, and undone."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from strategidesk.desk import files
from strategidesk.desk.commands import SetFields
from strategidesk.desk.jobs import Job, Progress
from strategidesk.model.follow_up import FollowUp, OpenAnswer, Receipt
from strategidesk.ui import asking
from strategidesk.ui.answers import jobs
from strategidesk.ui.pages.answers import AnswersPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.support import filled, focusable, room, windows
from tests.support.dropping import drop
from tests.support.filled import BOTH_KNOWN, LONG, QUESTIONS, came_back
from tests.support.reviews import ALT, CTRL, SHIFT, press
from tests.support.strategies import known_id
from tests.support.walking import settle


@pytest.fixture
def window(shell: Shell, tmp_path: Path) -> Window:
    """A window on a round that was sent."""
    opened = windows.opened_from(shell, filled.the_file(tmp_path / "ekbacka.strategi"))
    opened.resize(1440, 900)
    opened.activateWindow()
    QTest.qWaitForWindowActive(opened)
    return opened


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inkommet"
    folder.mkdir()
    return folder


def read(window: Window, *paths: Path) -> AnswersPage:
    """Read files in by what a hand does: they are dropped on the page."""
    window.turn_to("answers")
    drop(window.page, *paths)
    windows.wait_for_job(window.reading_in)
    return the_page(window)


def the_page(window: Window) -> AnswersPage:
    assert isinstance(window.page, AnswersPage)
    return window.page


def take(window: Window) -> str:
    """Take in what can be taken; returns what is told."""
    the_page(window).foot.take.click()
    windows.wait_for_job(window.taking_in)
    return window.banner.text


def press_act(window: Window) -> None:
    """What the banner offers first."""
    first = next(one for one in window.banner.acts if isinstance(one, QPushButton))
    first.click()


def cells(page: AnswersPage) -> list[tuple[str, str]]:
    """What the table says: the cell, and its outcome."""
    model = page.model
    return [
        (str(model.index(row, 0).data()), str(model.index(row, 5).data()))
        for row in range(model.rowCount())
    ]


def row_of(page: AnswersPage, at: str) -> int:
    return next(row for row, (cell, _) in enumerate(cells(page)) if cell == at)


def chips(page: AnswersPage) -> list[str]:
    """What readers are told of each file."""
    said = Qt.ItemDataRole.AccessibleTextRole
    return [str(page.files.item(row).data(said)) for row in range(page.files.count())]


def tab_to(window: Window, wanted: QWidget, most: int = 40) -> None:
    for _ in range(most):
        if window.focusWidget() is wanted:
            return
        press(window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {focusable.where(wanted)}")


# the whole way


def test_that_answers_are_read_answered_taken_in_and_undone_by_keys_alone(
    window: Window, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strategy = window.work.strategy
    paths = [
        came_back(strategy, inbox / "Biblioteket KLAR (2).xlsx", QUESTIONS),
        came_back(strategy, inbox / "Skolan.xlsx", {0: {"Status": "Påbörjad"}}, "u2"),
    ]
    monkeypatch.setattr(asking, "sheets_to_read", lambda *_given: paths)
    before = files.dump_file(window.path)

    window.menus.do("read_answers")
    windows.wait_for_job(window.reading_in)
    page = the_page(window)
    assert window.focusWidget() is page.table

    press(window, Qt.Key.Key_F8)
    assert page.outcome is not None
    assert page.outcome.at == "J7"
    press(window, Qt.Key.Key_Return)
    tab_to(window, page.strip.leave_out)
    press(window, Qt.Key.Key_Space)
    assert page.outcome.at == "L8", "the next question"
    press(window, Qt.Key.Key_1, ALT)
    assert page.answers.questions == 0

    tab_to(window, page.foot.take)
    press(window, Qt.Key.Key_Space)
    windows.wait_for_job(window.taking_in)

    answers = {one.activity: one for one in window.work.strategy.all(FollowUp)}
    assert answers[known_id("v1")].status == "done"
    assert answers[known_id("v2")].trend == "positive"
    assert answers[known_id("v3")].status == "started"
    assert window.book.key == "follow_up"
    assert window.banner.kind == "ok"
    press(window, Qt.Key.Key_Z, CTRL)
    assert window.work.strategy.all(FollowUp) == ()
    assert files.dump_file(window.path) == before


def test_that_what_is_not_answered_waits_under_review(window: Window, inbox: Path) -> None:
    page = read(window, came_back(window.work.strategy, inbox / "b.xlsx", QUESTIONS))
    assert "2 questions are left" in page.foot.words.text()

    told = take(window)

    assert told.endswith("2 are to be looked at.")
    assert len(window.work.strategy.all(OpenAnswer)) == 2
    press_act(window)
    assert window.book.key == "review"
    assert len(window.work.desk.review()) == 2


def test_that_a_file_taken_in_before_says_so_and_changes_nothing(
    window: Window, inbox: Path
) -> None:
    path = came_back(window.work.strategy, inbox / "b.xlsx", BOTH_KNOWN)
    read(window, path)
    take(window)

    page = read(window, path)

    (told,) = chips(page)
    assert told.endswith("Read in before")
    assert not page.foot.take.isEnabled()
    assert len(window.work.strategy.all(Receipt)) == 1


# files


def test_that_a_refused_file_stands_with_its_sentence_beside_good_ones(
    window: Window, inbox: Path
) -> None:
    bad = inbox / "anteckning.xlsx"
    bad.write_text("Hej!")
    good = came_back(window.work.strategy, inbox / "b.xlsx", BOTH_KNOWN)

    page = read(window, bad, good)

    assert page.count.text() == "2 files"
    first, second = chips(page)
    assert first.endswith("Not read")
    assert second.startswith("b.xlsx, Biblioteket, 2 activities")
    assert "anteckning.xlsx is a text file." in page.trouble.text()
    assert page.trouble.isVisible()
    assert page.foot.take.text() == "Take in 4 answers"


def test_that_a_file_is_added_to_those_that_are_there_and_read_anew_where_it_is(
    window: Window, inbox: Path
) -> None:
    strategy = window.work.strategy
    first = came_back(strategy, inbox / "b.xlsx", {0: {"Status": "Påbörjad"}})
    read(window, first)
    came_back(strategy, first, {0: {"Status": "Genomförd"}, 1: {"Status": "Genomförd"}})
    other = came_back(strategy, inbox / "s.xlsx", {0: {"Status": "Påbörjad"}}, "u2")

    page = read(window, first, other)

    assert page.files.count() == 2
    assert page.answers.taken == 3


def test_that_the_sheets_in_a_dropped_folder_are_read(window: Window, inbox: Path) -> None:
    came_back(window.work.strategy, inbox / "b.xlsx", BOTH_KNOWN)
    (inbox / "annat.pdf").write_text("inget svar")

    page = read(window, inbox)

    assert [one.path.name for one in page.answers.shown.sheets] == ["b.xlsx"]


def test_that_sheets_dropped_on_the_page_of_the_follow_up_are_read(
    window: Window, inbox: Path
) -> None:
    path = came_back(window.work.strategy, inbox / "b.xlsx", BOTH_KNOWN)
    window.turn_to("follow_up")

    drop(window.page, path)
    windows.wait_for_job(window.reading_in)

    assert the_page(window).answers.taken == 4


# the cells and their questions


def test_that_an_answer_can_be_given_otherwise_and_taken_back(window: Window, inbox: Path) -> None:
    page = read(window, came_back(window.work.strategy, inbox / "b.xlsx", QUESTIONS))
    page.table.show_row(row_of(page, "L8"))
    press(window, Qt.Key.Key_1, ALT)
    assert ("L8", "Taken as it is") in cells(page)

    page.table.show_row(row_of(page, "L8"))
    press(window, Qt.Key.Key_3, ALT)
    (now,) = [one for one in page.answers.shown.sheets[0].outcomes if one.at == "L8"]
    assert now.new == "negative"
    page.table.show_row(row_of(page, "L8"))
    page.strip.again.click()

    assert ("L8", "Choose") in cells(page)
    assert page.answers.questions == 2


def test_that_the_way_to_the_next_question_goes_over_all_files_and_back(
    window: Window, inbox: Path
) -> None:
    strategy = window.work.strategy
    started = {"Status": "Påbörjad"}
    first = came_back(strategy, inbox / "b.xlsx", {0: {**started, "Trend": "kanske"}})
    second = came_back(strategy, inbox / "s.xlsx", {1: {**started, "Trend": "nja"}}, "u2")
    page = read(window, first, second)
    page.files.setCurrentRow(0)

    typed = []
    for modifier in (Qt.KeyboardModifier.NoModifier,) * 2 + (SHIFT,) * 2:
        press(window, Qt.Key.Key_F8, modifier)
        assert page.outcome is not None
        typed.append(page.outcome.typed)

    assert typed == ["kanske", "nja", "kanske", "nja"]


def test_that_no_question_is_passed_over_where_only_questions_are_shown(
    window: Window, inbox: Path
) -> None:
    typed = {row: {"Status": "Påbörjad", "Trend": f"kanske {row}"} for row in (0, 1)}
    typed[0] = {**typed[0], "Bedömning": "nja"}
    page = read(window, came_back(window.work.strategy, inbox / "b.xlsx", typed))
    page.segments.buttons["asked"].click()

    asked = []
    while page.outcome is not None and page.answers.questions:
        asked.append(page.outcome.typed)
        press(window, Qt.Key.Key_1, ALT)

    assert asked == ["kanske 0", "nja", "kanske 1"]


# meanwhile


def test_that_what_was_answered_is_there_when_the_page_is_left_and_come_back_to(
    window: Window, inbox: Path
) -> None:
    page = read(window, came_back(window.work.strategy, inbox / "b.xlsx", QUESTIONS))
    page.table.show_row(row_of(page, "L8"))
    press(window, Qt.Key.Key_1, ALT)

    window.turn_to("plan")
    window.turn_to("answers")

    assert the_page(window).answers.questions == 1
    assert ("L8", "Taken as it is") in cells(the_page(window))


def test_that_another_change_meanwhile_has_the_files_judged_anew(
    window: Window, inbox: Path
) -> None:
    path = came_back(window.work.strategy, inbox / "b.xlsx", QUESTIONS)
    page = read(window, path)
    page.table.show_row(row_of(page, "L8"))
    press(window, Qt.Key.Key_1, ALT)
    assert page.answers.taken == 3

    window.turn_to("plan")
    window.work.run(SetFields(known_id("v1"), {"title": "Läslust för många"}))
    window.turn_to("answers")
    windows.wait_for_job(window.reading_in)

    assert "Läslust för många" in str(page.model.index(0, 1).data())
    assert page.answers.questions == 1, "what was answered stays"
    assert page.answers.taken == 3


def test_that_answers_judged_before_a_change_are_looked_at_again_before_they_are_taken_in(
    window: Window, inbox: Path
) -> None:
    page = read(window, came_back(window.work.strategy, inbox / "b.xlsx", BOTH_KNOWN))
    page.stale = True

    told = take(window)
    assert told.startswith("The strategy has changed.")
    assert window.work.strategy.all(FollowUp) == ()

    windows.wait_for_job(window.reading_in)
    take(window)
    assert len(window.work.strategy.all(FollowUp)) == 2


class Slow:
    """Reading that goes on after its first step when it is let."""

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def raw(self, _paths: object) -> Job[tuple[()]]:
        yield Progress(0, 2, "Reading the answers")
        self.go_on.wait()
        yield Progress(1, 2, "Reading the answers")
        return ()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    made = Slow()
    monkeypatch.setattr(jobs, "raw", made.raw)
    yield made
    made.go_on.set()


def test_that_reading_is_stopped_and_the_files_before_are_still_there(
    window: Window, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = read(window, came_back(window.work.strategy, inbox / "b.xlsx", BOTH_KNOWN))
    slow = Slow()
    monkeypatch.setattr(jobs, "raw", slow.raw)

    drop(page, inbox / "s.xlsx")
    window.reading_in.cancel()
    slow.go_on.set()
    windows.wait_for_job(window.reading_in)

    assert window.banner.text == "The reading was stopped. Nothing is entered."
    assert page.files.count() == 1
    assert page.answers.taken == 4


def test_that_a_strategy_opened_for_reading_says_that_no_answers_are_read_in(
    shell: Shell, tmp_path: Path, inbox: Path
) -> None:
    path = filled.the_file(tmp_path / "ekbacka.strategi")
    windows.open_file(shell, path, reading=True)
    window = shell.windows[-1]

    drop(window, came_back(window.work.strategy, inbox / "b.xlsx", QUESTIONS))

    assert window.reading_in.runner is None
    assert window.banner.text.startswith("The file is open for reading.")
    assert "read_answers" not in {offer.key for offer in window.menus.offers()}


def test_that_files_that_were_put_away_are_brought_back_with_what_was_answered(
    window: Window, inbox: Path
) -> None:
    page = read(window, came_back(window.work.strategy, inbox / "b.xlsx", QUESTIONS))
    page.table.show_row(row_of(page, "L8"))
    press(window, Qt.Key.Key_1, ALT)
    page.foot.stop.click()
    assert page.answers.received == ()

    press_act(window)
    windows.wait_for_job(window.reading_in)

    assert window.book.key == "answers"
    assert page.answers.questions == 1
    assert ("L8", "Taken as it is") in cells(page)


# readers of the screen, and room


@pytest.mark.parametrize(("points", "size"), [(16, (1000, 700)), (20, (1440, 900))])
def test_that_large_text_has_room_beside_a_question(
    qapp: QApplication,
    shell: Shell,
    tmp_path: Path,
    inbox: Path,
    points: int,
    size: tuple[int, int],
) -> None:
    before, font = qapp.font(), QFont(qapp.font())
    font.setPointSizeF(points)
    qapp.setFont(font)
    try:
        window = windows.opened_from(shell, filled.the_file(tmp_path / "ekbacka.strategi"))
        window.resize(*size)
        page = read(window, came_back(window.work.strategy, inbox / "b.xlsx", QUESTIONS))
        page.step(1)
        settle()
        assert list(room.cut(page, "")) == []
    finally:
        qapp.setFont(before)


def test_that_all_that_takes_the_focus_has_a_name(window: Window, inbox: Path) -> None:
    page = read(window, came_back(window.work.strategy, inbox / "b.xlsx", QUESTIONS))
    press(window, Qt.Key.Key_F8)
    assert focusable.unsaid(page) == []
    page.strip.open_editor()
    windows.settle()
    assert focusable.unsaid(page) == []


def test_that_the_focus_is_seen_on_all_that_takes_it(window: Window, inbox: Path) -> None:
    page = read(window, came_back(window.work.strategy, inbox / "b.xlsx", QUESTIONS))
    press(window, Qt.Key.Key_F8)
    elsewhere = page.foot.stop
    assert [kind for kind, _ in focusable.without_ring(page, elsewhere)] == []


@pytest.mark.parametrize("size", [(1440, 900), (720, 450)])
def test_that_long_texts_keep_the_page_in_its_window(
    window: Window, inbox: Path, size: tuple[int, int]
) -> None:
    strategy = window.work.strategy
    long = " ".join([LONG] * 40)
    name = f"{LONG} igen och igen (kopia).xlsx".replace(" ", "_")
    typed = {0: {"Status": long, "Kommentar/Resultat": long, "Trend": "x" * 400}}
    path = came_back(strategy, inbox / name, typed, "u2")
    window.resize(*size)

    page = read(window, path)
    for _ in range(2):
        press(window, Qt.Key.Key_F8)

    assert (window.width(), window.height()) == size
    assert page.width() <= window.width()
    for part in (page.table, page.strip, page.foot.take):
        assert part.isVisible()
        inside = part.mapTo(page, part.rect().bottomRight())
        assert page.rect().contains(inside), focusable.where(part)
    seen = page.table.viewport().rect() & page.table.visualRect(page.table.currentIndex())
    assert seen.height() >= 40, "the cell that is asked about is in sight"
