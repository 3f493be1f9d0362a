"""Files are opened beside the window's thread, and what stands in the way is told with a way on."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from strategidesk.desk import backups
from strategidesk.desk.desk import Desk
from strategidesk.store.lock import holder
from strategidesk.ui import asking
from strategidesk.ui.dialogs import new_strategy
from strategidesk.ui.shell import Shell
from strategidesk.ui.start.window import StartWindow
from tests.support import windows

Gate = threading.Event


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Files open when the gate does."""
    gate, real = threading.Event(), Desk.open

    def slow(*given: Any, **named: Any) -> Desk:
        gate.wait()
        return real(*given, **named)

    monkeypatch.setattr(Desk, "open", slow)
    yield gate
    gate.set()


def test_that_the_start_page_stays_usable_and_tells_what_is_opened(
    shell: Shell, sample: Path, gate: Gate, qtbot: QtBot
) -> None:
    start = shell.show_start()
    shell.open(sample, start)

    qtbot.waitUntil(start.status._doing.isVisible)
    assert start.status._doing.text() == "Opening ekbacka.strategi …"
    assert shell.openings.under_way
    assert start.page.new_button.isEnabled()
    gate.set()
    assert windows.opened(shell).path == sample


def test_that_a_file_on_its_way_is_not_opened_twice(shell: Shell, sample: Path, gate: Gate) -> None:
    shell.open(sample)
    shell.open(sample)
    gate.set()
    windows.wait_for_openings(shell)

    assert len(shell.windows) == 1


def test_that_an_opening_can_be_stopped(
    shell: Shell, sample: Path, gate: Gate, qtbot: QtBot
) -> None:
    start = shell.show_start()
    shell.open(sample, start)
    qtbot.waitUntil(start.status._cancel.isVisible)
    start.status._cancel.click()
    gate.set()
    windows.wait_for_openings(shell)

    assert shell.windows == []
    assert holder(sample) is None


def test_that_no_file_is_held_when_the_program_is_left_while_it_opens(
    shell: Shell, sample: Path, gate: Gate
) -> None:
    start = shell.show_start()
    shell.open(sample, start)
    gate.set()
    start.close()
    windows.wait_for_openings(shell)

    assert shell.windows == []
    assert shell.start is None
    assert holder(sample) is None


def test_that_the_window_is_made_on_its_own_thread(shell: Shell, sample: Path) -> None:
    opened_on: list[int] = []
    real = Desk.open

    def noted(*given: Any, **named: Any) -> Desk:
        opened_on.append(threading.get_ident())
        return real(*given, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Desk, "open", noted)
        windows.open_file(shell, sample)

    assert opened_on != [threading.get_ident()]
    assert shell.windows[0].thread() is QThread.currentThread()


def test_that_a_file_that_is_named_at_the_start_is_told_until_it_is_there(
    shell: Shell, sample: Path, gate: Gate
) -> None:
    start = shell.show_start(sample)
    words = start.centralWidget()
    assert isinstance(words, QLabel)
    assert words.text() == "Opening ekbacka.strategi …"
    gate.set()

    assert windows.opened(shell).path == sample
    assert shell.start is None


def test_that_a_named_file_that_is_not_waited_for_leaves_the_start_page(
    shell: Shell, sample: Path, gate: Gate, qtbot: QtBot
) -> None:
    start = shell.show_start(sample)
    qtbot.waitUntil(start.status._cancel.isVisible)
    start.status._cancel.click()
    gate.set()
    windows.wait_for_openings(shell)

    assert shell.windows == []
    assert start.page.new_button.isVisible()


def test_that_a_named_file_that_does_not_open_leaves_the_start_page(
    shell: Shell, tmp_path: Path
) -> None:
    shell.show_start(tmp_path / "borta.strategi")
    windows.wait_for_openings(shell)

    assert isinstance(shell.start, StartWindow)
    assert "There is no file" in shell.start.page.banner.text
    assert shell.start.page.new_button.isVisible()


def test_that_a_file_that_may_only_be_read_opens_so_and_says_it(
    shell: Shell, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.access
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda path, mode: path != sample and real(path, mode))
        window = windows.opened_from(shell, sample)
    assert window.work.read_only
    assert "may only be read here" in window.banner.text

    target = tmp_path / "egen.strategi"
    monkeypatch.setattr(asking, "new_file", lambda *_given, **_named: target)
    window.banner.acts[0].click()  # type: ignore[attr-defined]

    assert windows.opened(shell).path == target
    assert not windows.opened(shell).work.read_only


def test_that_an_own_copy_of_a_file_open_elsewhere_is_made_and_opened(
    shell: Shell, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    target = tmp_path / "egen.strategi"

    def choose(*given: Any, folder: Path | None = None) -> Path:
        asked.extend((given[4], folder))
        return target

    monkeypatch.setattr(asking, "new_file", choose)
    with Desk.open(sample, "Kim Påhittad"):
        windows.open_file(shell, sample)
        assert shell.start is not None
        banner = shell.start.page.banner
        words = [act.text() for act in banner.acts]  # type: ignore[attr-defined]
        assert words == ["Read it", "Work in a copy of your own"]
        banner.acts[1].click()  # type: ignore[attr-defined]
        window = windows.opened(shell)

    assert asked == [f"ekbacka, {shell.author}.strategi", sample.parent]
    assert window.path == target
    assert not window.work.read_only
    assert len(window.work.strategy.areas) == 4


def test_that_a_file_is_backed_up_beside_the_work_when_it_is_opened(
    shell: Shell, sample: Path, qtbot: QtBot
) -> None:
    window = windows.opened_from(shell, sample)

    qtbot.waitUntil(lambda: bool(backups.listed(sample)))

    assert window.work.desk.backup_trouble is None
    window.close()
    windows.open_file(shell, sample)
    looked: list[object] = []
    shell.windows[0]._look.finished.connect(looked.append)
    qtbot.waitUntil(lambda: bool(looked))
    assert len(backups.listed(sample)) == 1


def test_that_a_new_strategy_opens_where_one_writes(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_in(dialog: new_strategy.NewStrategyDialog) -> int:
        dialog.template.setCurrentIndex(1)
        dialog.title.setText("Vattenplan")
        dialog.path.setText(str(tmp_path / "vatten.strategi"))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(new_strategy.NewStrategyDialog, "exec", fill_in)
    shell.ask_new(shell.show_start())

    window = windows.opened(shell)
    assert window.book.key == "text"
    assert QApplication.activeModalWidget() is None
