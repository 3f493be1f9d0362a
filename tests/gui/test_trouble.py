"""The disk or the folder does not take what is written: nothing is lost, and all told is true."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from strategidesk.model.document import Area
from strategidesk.store import spare
from strategidesk.store.file import StrategyFile
from strategidesk.store.troubles import FULL, Unreachable
from strategidesk.ui import window as ui_window
from strategidesk.ui.dialogs.crash import CrashDialog
from strategidesk.ui.dialogs.details import DetailsDialog
from strategidesk.ui.forms import keeper
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.gui.conftest import open_window
from tests.support import windows
from tests.support.files import vanish

TEXT = "Det som inte får gå förlorat"
GONE_STATE = "Saved on this computer. The folder does not answer."


@pytest.fixture
def shared(shell: Shell, sample: Path, monkeypatch: pytest.MonkeyPatch) -> Window:
    """A window on a file in a folder that can be taken away."""
    monkeypatch.setattr(ui_window, "LOOK_LAG", 1_000_000)  # no backup of what is away
    sample.parent.joinpath("gemensam").mkdir()
    return open_window(shell, Path(shutil.move(sample, sample.parent / "gemensam" / "e.strategi")))


class Disk:
    """The disk of a file (else every disk) that takes nothing while it is full, nor does this
    computer's own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, path: Path | None = None) -> None:
        self.full = False
        writing, keep = StrategyFile.writing, spare.keep

        @contextmanager
        def wrote(file: StrategyFile) -> Iterator[Connection]:
            if self.full and path in (None, file.path):
                try:
                    raise OSError(28, "No space left on device")
                except OSError as error:
                    raise Unreachable(FULL, path=file.path) from error
            with writing(file) as connection:
                yield connection

        def kept(path: Path, key: str, text: str) -> None:
            if self.full:
                raise Unreachable(FULL, path=path)
            keep(path, key, text)

        monkeypatch.setattr(StrategyFile, "writing", wrote)
        monkeypatch.setattr(spare, "keep", kept)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    made = Disk(monkeypatch)
    yield made
    made.full = False


def click(window: Window, words: str) -> None:
    acts = [act for act in window.banner.acts if isinstance(act, QPushButton)]
    (found,) = (act for act in acts if act.text() == words)
    found.click()


def test_that_saving_saves_what_stands_on_another_page(window: Window, disk: Disk) -> None:
    section = windows.first(window, "section")
    windows.write(windows.row(window, section.id, "heading"), TEXT)
    disk.full = True
    window.save()
    assert window.status.state == "Cannot save"
    window.turn_to("plan")
    disk.full = False

    window.save()

    assert windows.stored(window, section.id, "heading") == TEXT
    assert window.status.state.startswith("Everything is saved")
    assert not window.banner.text


def test_that_saving_does_not_say_so_while_a_text_on_another_page_waits(
    window: Window, disk: Disk
) -> None:
    section = windows.first(window, "section")
    windows.write(windows.row(window, section.id, "heading"), TEXT)
    disk.full = True
    window.turn_to("plan")

    window.save()

    assert window.status.state == "Cannot save"
    assert not window.status.hinted
    assert window.banner.text == (
        "The disk is full. What you write stays in the window. "
        "Free some space, or choose Save a copy in another place."
    )


def test_that_saving_tells_of_a_value_that_is_not_right_on_another_page(window: Window) -> None:
    card = window.work.strategy.card
    windows.write(windows.row(window, card.id, "valid_from"), "i somras")
    window.turn_to("plan")

    window.save()

    assert not window.status.hinted
    assert "is not right yet" in window.banner.text
    click(window, "Go there")
    assert window.book.key == "card"


def test_that_what_failed_is_done_again(window: Window, disk: Disk) -> None:
    before = len(window.work.strategy.all(Area))
    disk.full = True
    window.make("areas", "area")
    assert window.status.state == "Cannot save"
    disk.full = False

    click(window, "Try again")

    assert len(window.work.strategy.all(Area)) == before + 1
    assert window.status.state.startswith("Everything is saved")
    window.save()
    assert len(window.work.strategy.all(Area)) == before + 1


def test_that_trying_again_in_vain_says_so_again(window: Window, disk: Disk) -> None:
    before = len(window.work.strategy.all(Area))
    disk.full = True
    window.make("areas", "area")

    click(window, "Try again")

    assert window.status.state == "Cannot save"
    assert "The disk is full." in window.banner.text
    assert not window.status.hinted
    disk.full = False
    click(window, "Try again")
    assert len(window.work.strategy.all(Area)) == before + 1


def test_that_a_step_that_could_not_be_undone_is_undone_when_it_can(
    window: Window, disk: Disk
) -> None:
    section = windows.first(window, "section")
    before = windows.stored(window, section.id, "heading")
    windows.write(windows.row(window, section.id, "heading"), TEXT)
    window.save()
    disk.full = True
    window.undo()
    disk.full = False

    click(window, "Try again")

    assert windows.stored(window, section.id, "heading") == before


def test_that_a_text_whose_folder_is_gone_lies_on_this_computer_and_the_window_closes(
    shared: Window, shell: Shell
) -> None:
    path, section = shared.path, windows.first(shared, "section")
    row = windows.row(shared, section.id, "heading")
    away = vanish(path)
    windows.write(row, TEXT)
    row.keeper.keep()
    assert shared.status.state == GONE_STATE

    row.editor.left.emit()

    assert shared.status.state == GONE_STATE
    assert shared.banner.kind == "warn"
    assert shared.banner.text == (
        f"The folder {path.parent} does not answer. Your text is saved on this computer and goes "
        "into the file when the folder can be reached."
    )
    assert shared.close()
    away.rename(path.parent)
    again = windows.opened_from(shell, path)
    assert windows.stored(again, section.id, "heading") == TEXT


def test_that_a_text_goes_into_the_file_by_itself_when_the_folder_is_back(
    shared: Window, qtbot: QtBot
) -> None:
    path, section = shared.path, windows.first(shared, "section")
    assert shared.work.holding._timer.interval() == 5000
    shared.work.holding._timer.setInterval(10)
    row = windows.row(shared, section.id, "heading")
    away = vanish(path)
    windows.write(row, TEXT)
    shared.turn_to("plan")
    assert shared.status.state == GONE_STATE
    tries: list[None] = []
    shared.work.holding.tried.connect(lambda: tries.append(None))
    qtbot.waitUntil(lambda: len(tries) > 2)
    assert shared.status.state == GONE_STATE

    away.rename(path.parent)

    qtbot.waitUntil(lambda: shared.status.state.startswith("Everything is saved"))
    assert windows.stored(shared, section.id, "heading") == TEXT
    assert not shared.banner.text
    assert spare.texts(path) == []
    assert not shared.work.holding._timer.isActive()


def test_that_drafts_that_go_into_the_file_again_take_the_banner_away(shared: Window) -> None:
    section = windows.first(shared, "section")
    row = windows.row(shared, section.id, "heading")
    away = vanish(shared.path)
    windows.write(row, TEXT)
    row.keeper.keep()
    assert "saved on this computer" in shared.banner.text
    away.rename(shared.path.parent)

    windows.write(row, TEXT + ".")
    row.keeper.keep()

    assert not shared.banner.text
    assert shared.status.state == "Writing …"


def test_that_a_text_that_no_editor_shows_any_more_is_saved_too(window: Window, disk: Disk) -> None:
    one, other = window.work.strategy.sections[:2]
    windows.write(windows.row(window, one.id, "heading"), TEXT)
    disk.full = True
    window.go_to(other.id)
    assert windows.shown(window) == other.id
    assert not window.close()
    disk.full = False

    window.save()

    assert windows.stored(window, one.id, "heading") == TEXT
    assert not window.work.lost


def test_that_a_text_that_the_disk_did_not_take_stands_there_when_one_comes_back(
    window: Window, disk: Disk
) -> None:
    one, other = window.work.strategy.sections[:2]
    windows.write(windows.row(window, one.id, "heading"), TEXT)
    disk.full = True
    window.go_to(other.id)

    assert windows.row(window, one.id, "heading").editor.value() == TEXT


def test_that_closing_asks_where_a_text_would_be_lost(window: Window, disk: Disk) -> None:
    section = windows.first(window, "section")
    windows.write(windows.row(window, section.id, "heading"), TEXT)
    disk.full = True

    assert not window.close()
    assert "is not saved" in window.banner.text
    click(window, "Close without saving it")

    assert not window.isVisible()


def test_that_typing_without_a_pause_is_kept(window: Window, qtbot: QtBot) -> None:
    section = windows.first(window, "section")
    row = windows.row(window, section.id, "heading")
    row.keeper._timer.setInterval(keeper.PAUSE // 10)

    def types_on() -> bool:
        QTest.keyClicks(row.editor.inner, "x")
        return bool(window.work.desk.drafts.all())

    qtbot.waitUntil(types_on)


def test_that_details_of_a_trouble_can_be_copied(
    window: Window, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DetailsDialog, "exec", lambda dialog: dialog.copy())
    disk.full = True
    window.make("areas", "area")

    click(window, "Show details")

    copied = QGuiApplication.clipboard().text()
    assert "The disk is full." in copied
    assert "No space left on device" in copied
    assert window.banner.text


def test_that_all_that_is_typed_is_kept_before_a_crash_is_told(
    window: Window,
    disk: Disk,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    told: list[str] = []

    def read(dialog: CrashDialog) -> int:
        told.extend(label.text() for label in dialog.findChildren(QLabel))
        return 0

    monkeypatch.setattr(CrashDialog, "exec", read)
    section = windows.first(window, "section")
    windows.write(windows.row(window, section.id, "heading"), TEXT)

    window.shell.watch.caught(ValueError, ValueError(), None)
    assert [draft.value for draft in window.work.desk.drafts.all()] == [TEXT]
    assert "Your text is saved." in told.pop()

    disk.full = True
    window.shell.watch.caught(ValueError, ValueError(), None)
    assert "What you wrote last is not saved yet" in told.pop()
    assert "ValueError" in capsys.readouterr().err
