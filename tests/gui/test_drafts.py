import shutil
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from strategidesk.desk import backups
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.support import windows


def test_that_typed_text_survives_a_killed_window(
    window: Window, shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    section = windows.first(window, "section")
    row = windows.row(window, section.id, "heading")
    QTest.keyClicks(row.editor.inner, "Ny ")
    qtbot.waitUntil(lambda: bool(window.work.desk.drafts.all()))
    left = Path(shutil.copy(window.path, tmp_path / "kvar.strategi"))

    windows.open_file(shell, left)
    again = shell.windows[-1]

    assert "Ny " in str(windows.stored(again, section.id, "heading"))
    assert "back in its place" in again.banner.text
    assert again.work.desk.drafts.all() == []
    again.undo()
    assert "Ny " not in str(windows.stored(again, section.id, "heading"))


def test_that_the_status_tells_of_writing_and_saving(window: Window) -> None:
    section = windows.first(window, "section")
    row = windows.row(window, section.id, "body")

    windows.write(row, "Halva meningen")
    assert window.status.state == "Writing …"

    window.save()
    assert window.status.state.startswith("Everything is saved")
    assert windows.stored(window, section.id, "body") == "Halva meningen"


def test_that_saving_says_from_when_the_latest_backup_is(window: Window) -> None:
    window.menus.do("save")
    assert window.status.hinted == "Everything is saved. There is no backup yet."

    made = backups.make(window.path)
    clock = backups.listed(window.path)[0].at.astimezone().strftime("%H.%M")
    window.menus.do("save")

    assert made.exists()
    assert window.status.hinted.endswith(f"{clock}.")
    assert "Latest backup" in window.status.hinted
    assert not window.banner.text


def test_that_turning_the_page_saves(window: Window) -> None:
    section = windows.first(window, "section")
    windows.write(windows.row(window, section.id, "heading"), "En annan rubrik")

    window.turn_to("plan")

    assert windows.stored(window, section.id, "heading") == "En annan rubrik"


def test_that_closing_saves(window: Window, shell: Shell, sample: Path) -> None:
    section = windows.first(window, "section")
    windows.write(windows.row(window, section.id, "heading"), "Sista ordet")
    window.close()

    windows.open_file(shell, sample)

    assert windows.stored(shell.windows[-1], section.id, "heading") == "Sista ordet"


def test_that_text_typed_back_to_what_it_was_makes_no_step(window: Window) -> None:
    section = windows.first(window, "section")
    row = windows.row(window, section.id, "heading")
    before = row.editor.value()

    windows.write(row, "x")
    row.keeper.keep()
    windows.write(row, before)
    assert row.keeper.commit()

    assert window.work.desk.undo_label is None
    assert window.work.desk.drafts.all() == []


def test_that_text_being_typed_stays_when_something_else_is_undone(window: Window) -> None:
    one, other = window.work.strategy.sections[:2]
    windows.write(windows.row(window, other.id, "status"), "in_progress")
    row = windows.row(window, one.id, "heading")
    windows.write(row, "Under arbete")

    window.work.turn(redo=False)

    assert row.editor.value() == "Under arbete"
