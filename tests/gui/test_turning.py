"""Undo and redo of a step with very much in it: off the window's thread."""

import threading
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from strategidesk.desk.answers.taking import taking
from strategidesk.desk.desk import Desk
from strategidesk.model.follow_up import FollowUp
from strategidesk.ui import window as windows_of
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.support import reviews, windows
from tests.support.answers import answer_id, answered, judgment, sheet
from tests.support.desks import write_as

ID = answer_id("v2", "2026")


@pytest.fixture
def window(shell: Shell, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Window:
    """In which a step with more than one field is heavy, and answers have been taken in."""
    monkeypatch.setattr(windows_of, "HEAVY", 1)
    window = reviews.opened(shell, tmp_path)
    qtbot.waitActive(window)
    command = taking(judgment(sheet(*answered(None, "v2", status="done"), round="o1")), "Alva")
    assert command is not None
    window.work.run(command)
    return window


def there(window: Window) -> bool:
    return window.work.strategy.get(FollowUp, ID) is not None


def test_that_a_heavy_step_is_undone_and_done_again_on_a_worker(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[Any] = []
    turn = Desk.turn

    def noted(desk: Desk, redo: bool) -> Any:
        threads.append(threading.current_thread())
        return turn(desk, redo)

    monkeypatch.setattr(Desk, "turn", noted)

    window.undo()
    assert not window.isEnabled(), "nothing else is done meanwhile"
    windows.wait_for_job(window.turning)
    assert window.isEnabled()
    assert not there(window)
    assert window.page.place.key == "follow_up"

    window.redo()
    windows.wait_for_job(window.turning)
    assert there(window)
    assert threading.main_thread() not in threads


def test_that_a_heavy_step_that_cannot_be_undone_is_told_and_the_window_goes_on(
    window: Window,
) -> None:
    write_as(window.work.desk, "Bo", lambda recorder: recorder.set(ID, "result", "Bo skrev."))

    window.undo()
    windows.wait_for_job(window.turning)

    assert window.isEnabled()
    assert there(window)
    assert "Bo" in window.banner.text
