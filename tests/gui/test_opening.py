import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from strategidesk.desk import backups
from strategidesk.desk.desk import Desk
from strategidesk.paths import resource
from strategidesk.ui import asking
from strategidesk.ui.dialogs import backups as backups_dialog
from strategidesk.ui.dialogs import new_strategy
from strategidesk.ui.settings import Settings
from strategidesk.ui.shell import Shell
from strategidesk.ui.start.page import StartPage
from tests.support import windows
from tests.support.dropping import drop, drop_mime


def _wait_for_templates(shell: Shell, qtbot: QtBot) -> None:
    start = shell.show_start()
    qtbot.waitUntil(lambda: bool(start.page.templates), timeout=20_000)


def test_that_a_file_open_elsewhere_is_offered_for_reading(shell: Shell, sample: Path) -> None:
    with Desk.open(sample, "Kim Påhittad"):
        windows.open_file(shell, sample)
        assert shell.windows == []
        assert shell.start is not None
        banner = shell.start.page.banner
        assert "Kim Påhittad" in banner.text
        banner.acts[0].click()  # type: ignore[attr-defined]
        windows.wait_for_openings(shell)

    window = shell.windows[0]
    window.make("areas", "area")
    row = windows.row(window, window.work.strategy.areas[0].id, "title")
    assert row.editor.inner.isReadOnly()  # type: ignore[attr-defined]
    assert not window.header.buttons[-1].isEnabled()
    assert "reading" in window.status.state
    assert window.work.desk.undo_label is None
    window.close()


def test_that_a_damaged_file_is_restored_from_its_backup(
    shell: Shell, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.make(sample)
    data = bytearray(sample.read_bytes())
    data[4096:-4096] = b"\xff" * len(data[4096:-4096])
    sample.write_bytes(data)

    windows.open_file(shell, sample)
    assert shell.windows == []
    assert shell.start is not None
    banner = shell.start.page.banner
    assert banner.kind == "danger"
    clock = backups.listed(sample)[0].at.astimezone().strftime("%H.%M")
    assert "The latest whole backup is" in banner.text
    assert banner.text.endswith(f"{clock}.")

    def choose_it(_dialog: backups_dialog.BackupsDialog) -> int:
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(backups_dialog.BackupsDialog, "exec", choose_it)
    banner.acts[0].click()  # type: ignore[attr-defined]

    assert len(windows.opened(shell).work.strategy.areas) == 4


def test_that_a_damaged_backup_is_not_called_whole(shell: Shell, sample: Path) -> None:
    good = backups.make(sample)
    for path in (backups.make(sample), sample):
        data = bytearray(path.read_bytes())
        data[4096:-4096] = b"\xff" * len(data[4096:-4096])
        path.write_bytes(data)

    assert [one.path for one in backups.whole(sample)] == [good]
    good.unlink()
    windows.open_file(shell, sample)
    assert shell.start is not None
    assert "is damaged and is not opened" in shell.start.page.banner.text
    assert "latest whole backup" not in shell.start.page.banner.text


def test_that_a_backup_takes_the_place_of_a_file_that_is_open(
    shell: Shell, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.make(sample)
    window = windows.opened_from(shell, sample)
    id = window.work.strategy.sections[0].id
    before = windows.stored(window, id, "heading")
    windows.write(windows.row(window, id, "heading"), "Skrivet efter kopian")

    def choose_the_oldest(dialog: backups_dialog.BackupsDialog) -> int:
        dialog.list.setCurrentRow(dialog.list.count() - 1)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(backups_dialog.BackupsDialog, "exec", choose_the_oldest)
    window.menus.do("backups")
    again = windows.opened(shell)

    assert shell.windows == [again]
    assert windows.stored(again, id, "heading") == before
    (aside,) = (one for one in sample.parent.glob("*.strategi") if one != sample)
    with Desk.open(aside) as desk:
        assert desk.strategy.sections[0].heading == "Skrivet efter kopian"
    windows.write(windows.row(again, id, "heading"), "Det går att skriva vidare")
    again.save()
    assert again.status.state.startswith("Everything is saved")


def test_that_a_foreign_file_is_told_and_left_alone(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "brev.strategi"
    path.write_bytes(b"Hej!" * 200)

    windows.open_file(shell, path)

    assert shell.windows == []
    assert shell.start is not None
    assert shell.start.page.banner.text
    assert path.read_bytes() == b"Hej!" * 200


def test_that_a_file_is_open_in_one_window_only(shell: Shell, sample: Path) -> None:
    windows.open_file(shell, sample)
    windows.open_file(shell, sample)

    assert len(shell.windows) == 1


def test_that_recent_files_are_remembered(shell: Shell, sample: Path) -> None:
    windows.open_file(shell, sample)

    assert [one["path"] for one in Settings.load().recent] == [str(sample)]
    shell.windows[0].close()
    assert shell.start is not None
    recent = shell.start.page.recent
    assert recent is not None
    assert recent.count() == 1
    recent.setCurrentRow(0)
    recent.removed.emit(str(sample))
    assert Settings.load().recent == []
    assert sample.exists()


def test_that_settings_of_somebody_else_do_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "config" / "window.json"
    file.parent.mkdir()
    for text in ("{", "[]", json.dumps({"recent": 7, "author": "Kim Påhittad"})):
        file.write_text(text, encoding="utf-8")
        assert Settings.load().recent == []

    assert Settings.load().author == "Kim Påhittad"


def test_that_a_dropped_file_opens(shell: Shell, sample: Path) -> None:
    drop(shell.show_start(), sample)

    assert windows.opened(shell).path == sample


def test_that_a_file_dropped_on_a_strategy_opened_for_reading_opens(
    shell: Shell, sample: Path, empty: Path
) -> None:
    windows.open_file(shell, sample, reading=True)

    drop(shell.windows[0], empty)

    assert windows.opened(shell).path == empty


def test_that_dropped_data_becomes_a_new_file(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "ny.strategi"
    monkeypatch.setattr(asking, "new_file", lambda *_given: target)

    drop(shell.show_start(), resource("sample", "ekbacka.json"))

    assert windows.opened(shell).path == target
    assert len(shell.windows[0].work.strategy.areas) == 4


def test_that_a_dropped_file_of_another_kind_is_told(shell: Shell, tmp_path: Path) -> None:
    start = shell.show_start()

    drop(start, tmp_path / "brev.odt")

    assert "brev.odt cannot be opened here" in start.page.banner.text
    assert not shell.openings.under_way


def test_that_a_file_dropped_on_a_text_writes_nothing(
    shell: Shell, sample: Path, empty: Path, tmp_path: Path
) -> None:
    windows.open_file(shell, sample)
    window = shell.windows[0]
    window.turn_to("text")
    windows.settle()
    view = windows.section(window)
    fields = {"text": view.edit.viewport(), "heading": view.line}
    before = (view.edit.text(), view.line.text())

    for name, field in fields.items():
        drop(field, tmp_path / f"{name}.odt")
        assert window.banner.text.startswith(f"{name}.odt cannot be opened here")
    drop(view.edit.viewport(), empty)
    windows.wait_for_job(window.merging)

    assert "belongs to another strategy" in window.banner.text
    assert (view.edit.text(), view.line.text()) == before


def test_that_words_dropped_on_a_text_stand_in_it(shell: Shell, sample: Path) -> None:
    windows.open_file(shell, sample)
    window = shell.windows[0]
    window.turn_to("text")
    windows.settle()
    view = windows.section(window)
    page = QMimeData()
    page.setHtml("<p>Från <b>webben</b></p>")
    page.setUrls([QUrl("https://example.org/")])
    drop_mime(view.edit.viewport(), page)

    assert "Från **webben**" in view.edit.text()


def test_that_the_name_is_asked_once(shell: Shell) -> None:
    start = shell.show_start()
    strip = start.page.strip
    assert strip is not None
    strip.name.setText("Kim Påhittad")
    QTest.keyClick(strip.name, Qt.Key.Key_Return)

    assert shell.author == "Kim Påhittad"
    assert strip.isHidden()
    assert StartPage(Settings.load(), "").strip is None


def test_that_the_sample_is_tried_in_a_file_of_its_own(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    _wait_for_templates(shell, qtbot)
    target = tmp_path / "prov.strategi"
    monkeypatch.setattr(asking, "new_file", lambda *_given: target)
    assert shell.start is not None

    shell.start.page.links[0].click()

    assert windows.opened(shell).path == target
    assert len(shell.windows[0].work.strategy.areas) == 4


def test_that_a_new_strategy_is_made_from_a_template(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    _wait_for_templates(shell, qtbot)
    assert shell.start is not None

    def fill_in(dialog: new_strategy.NewStrategyDialog) -> int:
        assert not dialog.make.isEnabled()
        dialog.title.setText("Plan: vatten")
        dialog.municipality.setText("Ekbacka kommun")
        dialog.number.setText("KS 2026/1")
        assert dialog.make.isEnabled()
        dialog.path.setText(str(tmp_path / Path(dialog.path.text()).name))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(new_strategy.NewStrategyDialog, "exec", fill_in)
    shell.start.page.templates[0].click()

    window = windows.opened(shell)
    card = window.work.strategy.card
    assert window.path == tmp_path / "Plan vatten.strategi"
    assert (card.title, card.municipality) == ("Plan: vatten", "Ekbacka kommun")
    assert card.reference_number == "KS 2026/1"
    section = windows.section(window)
    assert section.section == window.work.strategy.sections[0].id
    assert section.guidance is not None
    assert section.guidance.isVisible()
    assert section.guidance.editor.value() == window.work.strategy.sections[0].guidance
    assert window.focusWidget() is section.edit


def test_that_a_taken_name_is_told(
    shell: Shell, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sample.read_bytes()
    monkeypatch.setattr(asking, "new_file", lambda *_given: sample)
    start = shell.show_start()

    shell.try_sample(start)
    windows.wait_for_openings(shell)

    assert "exists already" in start.page.banner.text
    assert sample.read_bytes() == before


def test_that_a_copy_is_saved_beside(
    shell: Shell, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kopia.strategi"
    monkeypatch.setattr(asking, "new_file", lambda *_given: target)
    windows.open_file(shell, sample)

    windows.save_copy(shell.windows[0])

    with Desk.open(target) as desk:
        assert len(desk.strategy.areas) == 4


def test_that_text_is_not_left_behind_when_the_disk_refuses(
    shell: Shell, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from strategidesk.store.troubles import FULL, Unreachable

    windows.open_file(shell, sample)
    window = shell.windows[0]
    row = windows.row(window, window.work.strategy.sections[0].id, "heading")

    def full(*_given: object) -> None:
        raise Unreachable(FULL, path=sample)

    with monkeypatch.context() as patch:
        patch.setattr(window.work.desk, "run", full)
        patch.setattr(window.work.desk, "keep_draft", full)
        windows.write(row, "Ord som inte får plats")
        window.save()
        assert window.status.state == "Cannot save"
        assert not window.close()
        assert window.isVisible()
        assert row.editor.value() == "Ord som inte får plats"
        assert window.banner.kind == "danger"

    window.save()
    assert window.status.state.startswith("Everything is saved")
    assert not window.banner.text
