"""Working copies that go out from the window: who has one, what is told, and by keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from strategidesk.desk import files
from strategidesk.desk.commands import SetFields
from strategidesk.ui import asking
from strategidesk.ui.dialogs.send_copy import SendCopyDialog
from strategidesk.ui.pages.people import PeoplePage
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.gui.conftest import open_window
from tests.support import windows
from tests.support.copies import write_in


def ask(window: Window) -> SendCopyDialog:
    """The dialog, as the menu opens it."""
    window.menus.do("send_copy")
    (dialog,) = [one for one in window.findChildren(SendCopyDialog) if one.isVisible()]
    return dialog


def choose(dialog: SendCopyDialog, *numbers: int) -> None:
    for number, row in enumerate(dialog.rows):
        row.box.setChecked(number in numbers)


def send(window: Window, folder: Path, *numbers: int) -> None:
    dialog = ask(window)
    choose(dialog, *numbers)
    dialog.folder.setText(str(folder))
    dialog.make.click()
    windows.wait_for_job(window.sending)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_that_copies_are_sent_by_keyboard_alone(window: Window, tmp_path: Path) -> None:
    members = [one.name for one in window.work.strategy.members]
    dialog = ask(window)
    assert dialog.focusWidget() is dialog.rows[0].box
    for _row in dialog.rows[1:]:  # everybody is chosen: all but the first are let go
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert dialog.make.text() == "Make 1 copy"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.folder
    dialog.folder.selectAll()
    QTest.keyClicks(dialog.folder, str(tmp_path / "Kopior"))
    QTest.keyClick(dialog.folder, Qt.Key.Key_Return)
    windows.wait_for_job(window.sending)

    assert names(tmp_path / "Kopior") == {f"ekbacka, {members[0]}.strategi"}
    assert window.banner.text.startswith(f"1 copy lies in {tmp_path / 'Kopior'}.")


def test_that_the_dialog_says_who_answers_for_what_and_which_files_come(window: Window) -> None:
    dialog = ask(window)
    choose(dialog, 0, 1)
    first, second = dialog.rows[:2]

    assert dialog.make.text() == "Make 2 copies"
    assert f"”ekbacka, {first.member.name}.strategi”" in dialog.note.text()
    assert f" and ”ekbacka, {second.member.name}.strategi”." in dialog.note.text()
    said = first.box.accessibleName()
    assert said.startswith(f"{first.member.name}, {first.member.role}, ")
    assert said.endswith("sections, No copy yet")
    choose(dialog)
    assert not dialog.make.isEnabled()
    assert dialog.note.text() == "Choose who is to have a copy."
    dialog.reject()


def test_that_a_click_on_a_name_chooses_the_member(window: Window) -> None:
    dialog = ask(window)
    row = dialog.rows[2]

    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())

    assert row.member not in dialog.chosen
    dialog.reject()


def test_that_a_folder_that_cannot_be_made_is_told(window: Window, tmp_path: Path) -> None:
    dialog = ask(window)
    dialog.folder.selectAll()
    QTest.keyClicks(dialog.folder, str(tmp_path / "ingen" / "Kopior"))
    dialog.accept()

    assert dialog.isVisible()
    assert "ingen is not there" in dialog.note.text()
    dialog.folder.setText("x" * 5000)
    dialog.accept()
    windows.wait_for_job(window.sending)
    assert "too long" in window.banner.text


def test_that_the_folder_is_chosen_and_remembered(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "G"
    folder.mkdir()
    monkeypatch.setattr(asking, "existing_folder", lambda *_given: folder)
    dialog = ask(window)
    buttons = {one.text(): one for one in dialog.findChildren(QPushButton)}
    buttons["Choose …"].click()
    choose(dialog, 1)
    dialog.make.click()
    windows.wait_for_job(window.sending)

    dialog = ask(window)

    assert dialog.folder.text() == str(folder)
    assert [row.box.isChecked() for row in dialog.rows].index(True) == 1
    assert len(dialog.chosen) == 1
    assert dialog.rows[1].box.accessibleName().split("Latest copy ")[1].startswith("today")
    assert "2.strategi" in dialog.note.text()
    dialog.reject()


def test_that_what_is_being_typed_is_in_the_copies(window: Window, tmp_path: Path) -> None:
    section = window.work.strategy.sections[0]
    windows.write(windows.row(window, section.id, "heading"), "Just skrivet")

    send(window, tmp_path / "Kopior", 0)

    (path,) = (tmp_path / "Kopior").iterdir()
    assert "Just skrivet" in files.dump_file(path).decode()


def test_that_the_text_of_the_mail_is_on_the_clipboard(window: Window, tmp_path: Path) -> None:
    dialog = ask(window)
    dialog.mail.click()
    text = QGuiApplication.clipboard().text()
    assert f"”{window.work.strategy.card.title}”" in text
    assert text.endswith(f"Kind regards\n{window.work.desk.author}\n")
    dialog.reject()
    QGuiApplication.clipboard().clear()

    send(window, tmp_path / "Kopior", 0)

    assert QGuiApplication.clipboard().text() == text
    assert window.banner.text.endswith("The text of the e-mail is on the clipboard.")


def test_that_a_member_shows_when_copies_went_and_came(window: Window, tmp_path: Path) -> None:
    window.turn_to("people")
    page = window.page
    assert isinstance(page, PeoplePage)
    member = window.work.strategy.members[0]
    window.go_to(member.id)
    assert page.last_copy.words.text() == "No copy has been sent yet."

    send(window, tmp_path / "Kopior", 0)
    assert page.last_copy.words.text().startswith("Latest copy sent today")
    assert page.last_copy.words.text().endswith("not received yet.")
    (path,) = (tmp_path / "Kopior").iterdir()
    section = window.work.strategy.sections[0]
    write_in(path, member.name, SetFields(section.id, {"heading": "Skrivet i kopian"}))
    window.merging.begin([path])
    windows.wait_for_job(window.merging)

    assert ", received today" in page.last_copy.words.text()
    assert "Skrivet i kopian" in files.dump_file(window.path).decode()


def test_that_one_does_not_send_a_copy_to_oneself(shell: Shell, sample: Path) -> None:
    first = windows.opened_from(shell, sample)
    member = first.work.strategy.members[0].name
    first.close()
    shell.author = member
    window = open_window(shell, sample)

    dialog = ask(window)

    assert member not in [row.member.name for row in dialog.rows]
    dialog.reject()


def test_that_a_strategy_without_members_says_where_to_begin(shell: Shell, empty: Path) -> None:
    window = open_window(shell, empty)

    window.menus.do("send_copy")

    assert window.banner.text.startswith("There is nobody to send a copy to yet.")
    assert not window.findChildren(SendCopyDialog)


def test_that_the_dialog_fits_the_least_window(window: Window) -> None:
    dialog = ask(window)

    assert dialog.minimumSizeHint().height() <= 450 - 32
    dialog.reject()


def test_that_a_copy_is_sent_of_a_strategy_opened_for_reading(
    shell: Shell, sample: Path, tmp_path: Path
) -> None:
    windows.open_file(shell, sample, reading=True)

    send(shell.windows[0], tmp_path / "Kopior", 0)

    assert len(names(tmp_path / "Kopior")) == 1
