"""Answers that came back, looked through and taken in: the page Read in answers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from strategidesk.desk import files
from strategidesk.desk.answers.outcomes import Verdict
from strategidesk.excel.sheets.matter import Matter
from strategidesk.excel.sheets.workbook import workbook
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import FollowUp, OpenAnswer
from strategidesk.model.noun import derived_id
from strategidesk.ui import asking
from strategidesk.ui.answers.words import ALL, ASKED
from strategidesk.ui.pages.answers import AnswersPage
from strategidesk.ui.pages.table import REVIEW
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.gui.conftest import AUTHOR, open_window
from tests.support import rounds, windows
from tests.support.dropping import drop
from tests.support.strategies import known_id

ACTIVITIES = [
    {"id": "v1", "title": "Språkcafé", "unit": "u1"},
    {"id": "v2", "title": "Läsecirkel", "unit": "u1"},
]


@pytest.fixture
def window(shell: Shell, tmp_path: Path) -> Window:
    path = tmp_path / "ekbacka.strategi"
    files.make(path, AUTHOR, rounds.asking(activities=ACTIVITIES))
    return open_window(shell, path)


@pytest.fixture
def filled(tmp_path: Path) -> Callable[..., Path]:
    """Makes a sheet of the library's that came back with these cells."""

    def fill(name: str = "svar.xlsx", **cells: Any) -> Path:
        one = rounds.asking(activities=ACTIVITIES)
        path = tmp_path / name
        path.write_bytes(workbook(Matter(one, rounds.the_round(one), rounds.TODAY), known_id("u1")))
        book = load_workbook(path)
        for place, value in cells.items():
            rounds.answers(book)[place] = value
        book.save(path)
        return path

    return fill


def read(window: Window, *paths: Path) -> AnswersPage:
    drop(window, *paths)
    windows.wait_for_job(window.reading_in)
    page = window.page
    assert isinstance(page, AnswersPage)
    return page


def take(window: Window, page: AnswersPage) -> None:
    page.foot.take.click()
    windows.wait_for_job(window.taking_in)


def answer(window: Window, activity: str) -> FollowUp | None:
    values = {"activity": known_id(activity), "period": "2026"}
    return window.work.strategy.get(FollowUp, derived_id(FollowUp, values))


def key(code: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, code, modifier)


def told(page: AnswersPage) -> list[tuple[str, str]]:
    """The outcomes of the file in front: cell, and the word of the chip."""
    model = page.model
    return [
        (str(model.index(row, 0).data()), str(model.index(row, 5).data()))
        for row in range(model.rowCount())
    ]


def test_that_every_filled_cell_is_told_and_nothing_written_before_it_is_taken_in(
    window: Window, filled: Callable[..., Path]
) -> None:
    before = window.path.read_bytes()
    sheet = filled(G7="KLAR ", H7="Sextio har kommit.", G8="x")
    untouched = sheet.read_bytes()
    page = read(window, sheet)

    assert [one for one in told(page) if one[0] in ("G7", "H7", "G8")] == [
        ("G7", "Taken, put right"),
        ("H7", "Taken as it is"),
        ("G8", "Choose"),
    ]
    assert "2 answers can be taken in." in page.foot.words.text()
    assert window.path.read_bytes() == before
    assert sheet.read_bytes() == untouched


def test_that_a_question_is_answered_by_keys_alone_and_all_is_one_step_that_undo_takes_back(
    window: Window, filled: Callable[..., Path]
) -> None:
    page = read(window, filled(G7="Genomförd", H7="Bra.", G8="x"))
    key(Qt.Key.Key_F8)
    assert page.outcome is not None
    assert page.outcome.at == "G8"
    assert page.strip.isVisible()
    wanted = page.strip._choices[1].value
    key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page.answers.questions == 0
    take(window, page)

    first, second = answer(window, "v1"), answer(window, "v2")
    assert first is not None
    assert second is not None
    assert (first.status, first.result, second.status) == ("done", "Bra.", wanted)
    assert window.book.key == "follow_up"
    window.undo()
    assert (answer(window, "v1"), answer(window, "v2")) == (None, None)


def test_that_an_answer_of_ones_own_is_given_and_may_be_taken_back(
    window: Window, filled: Callable[..., Path]
) -> None:
    page = read(window, filled(G7="Genomförd", H7="Bra.", I7="snart"))
    page.step(1)
    page.strip.open_editor()
    assert page.strip.editor is not None
    page.strip.editor.set_value("strax")
    page.strip.use.click()
    assert page.strip.wrong.isVisible(), "what is no date is told"
    page.strip.editor.set_value("2027-05-31")
    page.strip.use.click()
    assert ("I7", "Taken as it is") in told(page)

    row = next(n for n, one in enumerate(page.model.outcomes) if one.at == "I7")
    page.table.show_row(row)
    page.strip.again.click()
    assert ("I7", "Choose") in told(page)


def test_that_what_is_not_answered_waits_under_review(
    window: Window, filled: Callable[..., Path]
) -> None:
    page = read(window, filled(G7="x"))
    said = page.foot.words.text() + page.foot.words.toolTip()
    assert "unanswered it waits under Review changes" in said
    take(window, page)

    (waiting,) = window.work.strategy.all(OpenAnswer)
    assert (waiting.typed, waiting.activity) == ("x", known_id("v1"))
    assert "1 is to be looked at." in window.banner.text
    assert any(one.text() == "Review now" for one in window.banner.acts)  # type: ignore[attr-defined]
    assert REVIEW in window.book.keys


def test_that_a_cell_that_is_left_out_says_so_and_is_not_taken(
    window: Window, filled: Callable[..., Path]
) -> None:
    page = read(window, filled(G7="Genomförd", H7="Bra.", G8="x"))
    page.step(1)
    page.strip.leave_out.click()
    assert ("G8", "Not taken") in told(page)
    take(window, page)
    assert answer(window, "v2") is None
    assert not window.work.strategy.all(OpenAnswer)


def test_that_a_file_that_cannot_be_read_says_why_beside_the_others(
    window: Window, filled: Callable[..., Path], tmp_path: Path
) -> None:
    broken = tmp_path / "brev.xlsx"
    broken.write_bytes(b"Inte alls ett kalkylblad.")
    page = read(window, broken, filled(G7="Genomförd", H7="Bra."))

    assert page.files.count() == 2
    assert page.trouble.isVisible()
    assert "brev.xlsx" in page.trouble.text()
    assert page.answers.taken == 2
    take(window, page)
    assert answer(window, "v1") is not None


def test_that_a_folder_is_read_and_the_same_sheet_again_changes_nothing(
    window: Window, filled: Callable[..., Path], tmp_path: Path
) -> None:
    folder = tmp_path / "inkommet"
    folder.mkdir()
    filled(G7="Genomförd", H7="Bra.").rename(folder / "ett.xlsx")
    take(window, read(window, folder))
    page = read(window, folder)

    assert page.answers.taken == 0
    assert {word for _, word in told(page)} == {"Already so"}
    assert not page.foot.take.isEnabled()


def test_that_the_page_keeps_what_was_read_and_looks_again_when_the_strategy_has_changed(
    window: Window, filled: Callable[..., Path]
) -> None:
    page = read(window, filled(G7="Genomförd", H7="Bra."))
    window.turn_to("plan")
    window.work.run(rounds_answer(known_id("v1"), status="done", result="Bra."))
    window.turn_to("answers")
    windows.wait_for_job(window.reading_in)
    assert page.answers.taken == 0
    assert {one.verdict for one in page.model.outcomes if one.counted} == {Verdict.SAME}


def rounds_answer(activity: Id, **values: str) -> Any:
    from strategidesk.desk.commands import Create

    return Create("follow_up", {"activity": activity, "period": "2026", **values})


def test_that_files_that_are_put_away_are_gone_and_the_page_says_what_to_do(
    window: Window, filled: Callable[..., Path]
) -> None:
    page = read(window, filled(G7="Genomförd"))
    page.foot.stop.click()
    assert window.book.key == "follow_up"
    window.turn_to("answers")
    assert page.first.isVisible()
    assert not window.work.strategy.all(FollowUp)


def test_that_segments_show_only_their_cells_and_say_how_many(
    window: Window, filled: Callable[..., Path]
) -> None:
    page = read(window, filled(G7="Genomförd", H7="Bra.", G8="x"))
    assert page.segments.buttons[ASKED].text() == "Questions 1"
    page.segments.buttons[ASKED].click()
    assert [cell for cell, _ in told(page)] == ["G8"]
    page.segments.buttons[ALL].click()
    assert len(told(page)) >= 3


def test_that_the_report_is_saved_where_the_user_says(
    window: Window, filled: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = read(window, filled(G7="Genomförd", H7="Bra."))
    out = tmp_path / "rapport.json"
    monkeypatch.setattr(asking, "new_file", lambda *_a, **_k: out)
    page.foot.report.click()
    assert '"cell": "G7"' in out.read_text("utf-8")
    assert window.banner.text == "The report is saved."
