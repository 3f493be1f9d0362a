"""A window that closes, and a copy of an open file: whole, and nothing waits for them in vain."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from strategidesk.desk import backups
from strategidesk.desk.desk import Desk
from strategidesk.model.fields import Id
from strategidesk.store import backups as store
from strategidesk.store.lock import holder
from strategidesk.ui import asking
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.gui.test_trouble import Disk
from tests.support import windows

TEXT = "Skrivet just innan"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Backups that wait until they may."""
    may, keep = threading.Event(), store.keep

    def kept(*given: object, **how: object) -> object:
        may.wait()
        return keep(*given, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(store, "keep", kept)
    yield may
    may.set()


def write(window: Window) -> Id:
    section = windows.first(window, "section")
    windows.write(windows.row(window, section.id, "heading"), TEXT)
    return section.id


def test_that_a_closed_window_has_left_a_backup_and_let_go_of_its_file(
    window: Window, shell: Shell
) -> None:
    path = window.path
    write(window)

    assert window.close()

    assert holder(path) is None
    newest = backups.listed(path)[0]
    with Desk.open(newest.path) as desk:
        assert desk.strategy.sections[0].heading == TEXT
    assert shell.windows == []


def test_that_a_backup_that_takes_long_is_told_while_the_window_closes(
    window: Window, slow: threading.Event
) -> None:
    write(window)
    seen: list[tuple[str, bool, bool]] = []
    ticking = QTimer(interval=20)

    def look() -> None:
        if window.status._doing.isVisible():
            window.close()
            seen.append((window.status._doing.text(), window.isEnabled(), window.isVisible()))
            ticking.stop()
            slow.set()

    ticking.timeout.connect(look)
    ticking.start()

    assert window.close()

    assert seen == [("Backing up …", False, True)]
    assert len(backups.listed(window.path)) == 1


def test_that_a_key_pressed_while_a_window_closes_writes_nothing(
    window: Window, slow: threading.Event
) -> None:
    write(window)
    heading = windows.section(window).row("heading").editor
    reached: list[str] = []

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                reached.append(event.text())
            return False

    watch = Watch()
    heading.inner.installEventFilter(watch)

    ticking = QTimer(interval=20)

    def press() -> None:
        if not window.isEnabled():
            ticking.stop()
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_X)
            slow.set()

    ticking.timeout.connect(press)
    ticking.start()

    assert window.close()

    assert reached == []


def test_that_a_window_that_changed_nothing_makes_no_backup_when_it_closes(
    window: Window, slow: threading.Event
) -> None:
    assert window.close()

    assert not slow.is_set()


def test_that_a_copy_holds_what_is_not_saved_yet(
    window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    disk, target = Disk(monkeypatch, window.path), tmp_path / "annan" / "kopia.strategi"
    target.parent.mkdir()
    monkeypatch.setattr(asking, "new_file", lambda *_given: target)
    id = write(window)
    disk.full = True
    window.turn_to("plan")
    assert window.status.state == "Cannot save"

    windows.save_copy(window)

    with Desk.open(target) as desk:
        assert getattr(desk.strategy.by_id[id], "heading", "") == TEXT
        assert desk.drafts.all() == []
    assert holder(target) is None
    disk.full = False
    window.save()


def test_that_a_copy_is_made_while_the_window_is_used(
    window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "kopia.strategi"
    monkeypatch.setattr(asking, "new_file", lambda *_given: target)
    window.save_copy()
    assert not target.exists()
    assert not window.menus.actions["save_copy"].isEnabled()

    write(window)
    window.save()
    assert window.close()

    with Desk.open(target) as desk:
        assert len(desk.strategy.areas) == 4
