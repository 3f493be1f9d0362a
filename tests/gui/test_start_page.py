"""The start page: what it says of the files opened last, and what can be begun from it."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from strategidesk.desk.desk import Desk
from strategidesk.desk.looking import Glance
from strategidesk.store.lock import lock_path
from strategidesk.ui import asking
from strategidesk.ui.settings import MOST_RECENT, Settings
from strategidesk.ui.shell import Shell
from strategidesk.ui.start.looking import seen_of
from strategidesk.ui.start.page import FIRST, StartPage
from strategidesk.ui.start.recent import RecentList
from strategidesk.ui.start.row import PATH, SEEN
from tests.support import windows


def _recent(page: StartPage) -> RecentList:
    assert page.recent is not None
    return page.recent


def _seen(page: StartPage, row: int, qtbot: QtBot) -> str:
    """What is heard of a line, when the file has been looked at."""
    item = _recent(page).item(row)
    qtbot.waitUntil(lambda: item.data(SEEN) is not None, timeout=20_000)
    return str(item.data(Qt.ItemDataRole.AccessibleTextRole))


def test_that_an_empty_list_says_how_to_begin(shell: Shell) -> None:
    page = shell.show_start().page

    assert page.recent is None
    assert "Begin from a template or try the sample." in page._empty.text()


def test_that_a_line_tells_state_and_when_it_was_open(
    shell: Shell, sample: Path, qtbot: QtBot
) -> None:
    shell.settings.opened(sample, "Strategi för Ekbacka")

    heard = _seen(shell.show_start().page, 0, qtbot)

    assert heard.startswith("Strategi för Ekbacka. Adopted, today ")
    assert heard.endswith(str(sample))


def test_that_a_line_tells_who_has_the_file_open(shell: Shell, sample: Path, qtbot: QtBot) -> None:
    shell.settings.opened(sample, "Strategi för Ekbacka")
    with Desk.open(sample, "Kim Påhittad"):
        lock = lock_path(sample)
        held = lock.read_text(encoding="utf-8")
        elsewhere = {**json.loads(held), "computer": "EKB-7"}
        lock.write_text(json.dumps(elsewhere), encoding="utf-8")
        heard = _seen(shell.show_start().page, 0, qtbot)
        lock.write_text(held, encoding="utf-8")

    assert "Open at Kim Påhittad since " in heard


def test_that_a_file_that_is_gone_is_told_in_its_line(
    shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    shell.settings.opened(tmp_path / "borta.strategi", "Biblioteksplan")

    assert "Not found" in _seen(shell.show_start().page, 0, qtbot)


def test_that_changes_to_review_are_counted_in_words() -> None:
    one = seen_of(Glance(True, "", "draft", 1), "")
    three = seen_of(Glance(True, "", "draft", 3), "")

    assert one.words == "1 change to review, Draft"
    assert three.words == "3 changes to review, Draft"


def test_that_enter_opens_the_line_in_focus(shell: Shell, sample: Path) -> None:
    shell.settings.opened(sample, "Strategi för Ekbacka")
    recent = _recent(shell.show_start().page)
    recent.setCurrentRow(0)

    QTest.keyClick(recent, Qt.Key.Key_Return)

    assert windows.opened(shell).path == sample


def test_that_delete_takes_away_the_line_and_not_the_file(
    shell: Shell, sample: Path, empty: Path
) -> None:
    for path in (sample, empty):
        shell.settings.opened(path, path.stem)
    page = shell.show_start().page
    recent = _recent(page)
    recent.setCurrentRow(0)

    QTest.keyClick(recent, Qt.Key.Key_Delete)

    assert [recent.item(row).data(PATH) for row in range(recent.count())] == [str(sample)]
    assert recent.currentRow() == 0
    assert [one["path"] for one in Settings.load().recent] == [str(sample)]
    assert empty.exists()


def test_that_the_rest_of_the_list_is_shown_when_it_is_asked_for(
    shell: Shell, tmp_path: Path
) -> None:
    for number in range(MOST_RECENT):
        shell.settings.opened(tmp_path / f"{number}.strategi", str(number))
    page = shell.show_start().page
    assert _recent(page).count() == FIRST

    page.all_link.click()

    assert _recent(page).count() == MOST_RECENT
    assert page.all_link.isHidden()


def test_that_a_backup_is_chosen_of_a_file_that_is_asked_for(
    shell: Shell, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from strategidesk.ui.start import beginning

    asked: list[Path] = []
    monkeypatch.setattr(asking, "strategy_to_open", lambda *_given: sample)
    monkeypatch.setattr(beginning, "ask_backup", lambda _front, path: asked.append(path))

    _link(shell, "Restore from a backup …").click()

    assert asked == [sample]


def test_that_role_and_unit_can_be_given_with_the_name(shell: Shell) -> None:
    strip = shell.show_start().page.strip
    assert strip is not None
    strip.role.setText("Utredare")
    strip.unit.setText("Kultur och fritid")
    strip.done.click()

    kept = Settings.load()
    assert (kept.author, kept.role, kept.unit) == (shell.author, "Utredare", "Kultur och fritid")


def test_that_the_question_can_be_left(shell: Shell) -> None:
    strip = shell.show_start().page.strip
    assert strip is not None

    strip._leave()

    assert strip.isHidden()
    assert Settings.load().author == shell.author


def _link(shell: Shell, words: str) -> QPushButton:
    return next(link for link in shell.show_start().page.links if link.text() == words)
