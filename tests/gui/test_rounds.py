"""Rounds that are asked for in the window: the dialog, the sheets that are made, the mails."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableWidget

from strategidesk.desk.rounds import sheets
from strategidesk.desk.rounds.commands import ChangeRound
from strategidesk.model.follow_up import FollowUp, Round
from strategidesk.ui import asking
from strategidesk.ui.dialogs.make_sheets import MakeSheetsDialog
from strategidesk.ui.dialogs.round import RoundDialog
from strategidesk.ui.dialogs.round_mails import RoundMailsDialog
from strategidesk.ui.dialogs.sheets import SheetsDialog
from strategidesk.ui.follow_up.rounds import ROUND
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.excel import test_round_own_workbook as own
from tests.gui.conftest import open_window
from tests.support import windows

D = TypeVar("D", bound=SheetsDialog)


def shown(window: Window, kind: type[D]) -> D:
    (dialog,) = [one for one in window.findChildren(kind) if one.isVisible()]
    look_ahead(dialog)
    return dialog


def look_ahead(dialog: SheetsDialog) -> None:
    """Until the preview stands there."""
    while dialog.preview.busy:
        QApplication.processEvents()


def ask(window: Window) -> RoundDialog:
    window.menus.do("new_round")
    return shown(window, RoundDialog)


def ask_change(window: Window, round: Round) -> RoundDialog:
    window.rounds.ask_change(round.id)
    return shown(window, RoundDialog)


def ask_sheets(window: Window, round: Round) -> MakeSheetsDialog:
    window.rounds.ask_sheets(round.id)
    return shown(window, MakeSheetsDialog)


def rounds(window: Window) -> tuple[Round, ...]:
    return window.work.strategy.all(Round)


def lie_in(dialog: SheetsDialog, folder: Path) -> None:
    dialog.places.folder.setText(str(folder))
    dialog.places.changed.emit()
    look_ahead(dialog)


def act(window: Window, number: int = 0) -> QPushButton:
    """What the banner offers."""
    found = window.banner.acts[number]
    assert isinstance(found, QPushButton)
    return found


def texts(table: QTableWidget, heading: str) -> list[str]:
    """What stands under a heading."""
    heads = (table.horizontalHeaderItem(at) for at in range(table.columnCount()))
    at = [head.text() for head in heads if head].index(heading)
    items = (table.item(row, at) for row in range(table.rowCount()))
    return [item.text() for item in items if item]


def workbooks(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.xlsx"))


def test_that_a_round_and_its_sheets_are_made_by_keyboard_alone(
    window: Window, tmp_path: Path
) -> None:
    before = len(rounds(window))
    dialog = ask(window)
    assert dialog.focusWidget() is dialog.kind.buttons["follow_up"]
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.period
    dialog.written.selectAll()
    QTest.keyClicks(dialog.period, "Interim august 2027")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.last_reply_on
    dialog.last_reply_on.selectAll()
    QTest.keyClicks(dialog.last_reply_on, "2027-09-17")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.focusWidget(), "Hej")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.units.all
    QTest.keyClick(dialog.units.all, Qt.Key.Key_Space)
    assert not dialog.make.isEnabled()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(dialog.units.list, key)
    lie_in(dialog, tmp_path / "Blad")
    assert dialog.make.text() == "Make 2 Excel sheets"
    dialog.places.folder.setFocus()
    QTest.keyClick(dialog.places.folder, Qt.Key.Key_Return)
    windows.wait_for_job(window.rounds)

    made = rounds(window)[-1]
    assert len(rounds(window)) == before + 1
    assert (made.kind, made.period, made.last_reply_on) == ("follow_up", "2027-08", "2027-09-17")
    assert (made.message, len(made.units)) == ("Hej", 2)
    assert len(workbooks(tmp_path / "Blad")) == 2
    assert window.banner.text.startswith("2 Excel sheets are made.")


def test_that_the_dialog_proposes_a_period_a_day_and_everybody(window: Window) -> None:
    dialog = ask(window)

    assert dialog.period.currentText().split()[-1].isdigit()
    assert dialog.round() is not None
    assert dialog.last_reply_on.text() > dialog.today
    assert dialog.units.is_all
    assert dialog.make.isEnabled()
    assert dialog.values()["units"] == []
    dialog.reject()


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2027", "2027"),
        ("Full year 2027", "2027"),
        ("helår 2027", "2027"),
        ("interim April 2027", "2027-04"),
        ("Delår 2027", "2027-08"),
        ("august 2027", "2027-08"),
        ("2027-08", "2027-08"),
        ("Mars 2027", "2027-03"),
    ],
)
def test_that_a_period_is_written_as_people_say_it(
    window: Window, written: str, period: str
) -> None:
    dialog = ask(window)
    dialog.period.setEditText(written)

    assert dialog.values()["period"] == period
    dialog.reject()


def test_that_what_cannot_be_asked_is_said_and_nothing_can_be_made(window: Window) -> None:
    dialog = ask(window)
    changes: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: dialog.period.setEditText("i höst"), "Write the period"),
        (lambda: dialog.period.setEditText("Delår 2026"), "There is a round of this kind"),
        (lambda: dialog.last_reply_on.setText("snart"), "Write the last day to reply"),
        (lambda: dialog.units.choose([]), "Choose the units"),
        (dialog.places.folder.clear, "Write where the sheets are to lie"),
    )
    for change, said in changes:
        dialog.period.setEditText("2031")
        dialog.last_reply_on.setText("")
        change()
        dialog.say()
        assert dialog.note.text().startswith(said)
        assert not dialog.make.isEnabled()
        assert dialog.make.accessibleDescription() == dialog.note.text()
        dialog.units.all.click()
        if not dialog.units.is_all:
            dialog.units.all.click()
    dialog.reject()
    assert len(rounds(window)) == 2


def test_that_a_round_alone_is_one_step_and_offers_its_sheets(window: Window) -> None:
    before = rounds(window)
    dialog = ask(window)
    dialog.kind.buttons["proposals"].click()
    dialog.period.setEditText("2031")
    dialog.only.click()

    assert rounds(window)[-1].period == "2031"
    assert window.rounds.runner is None
    assert act(window).text() == "Make Excel sheets …"
    window.undo()
    assert rounds(window) == before


def test_that_the_preview_is_what_the_first_unit_gets(window: Window) -> None:
    dialog = ask(window)
    unit = dialog.units.chosen[1]
    dialog.units.choose([unit])
    look_ahead(dialog)
    name = next(one.name for one in window.work.strategy.units if one.id == unit)
    table = dialog.preview.table

    assert dialog.preview.head.text() == f"Preview of the sheet to {name}"
    titles = [one.title for one in window.work.strategy.activities if one.unit == unit]
    assert texts(table, "Aktivitet")[0] in titles
    dialog.kind.buttons["proposals"].click()
    look_ahead(dialog)
    assert texts(table, "Område")[0] == "Övergripande"
    dialog.reject()


def test_that_the_work_is_stopped_and_nothing_is_left_but_the_round(
    window: Window, tmp_path: Path
) -> None:
    dialog = ask(window)
    lie_in(dialog, tmp_path / "Blad")
    dialog.make.click()
    window.rounds.cancel()
    windows.wait_for_job(window.rounds)

    assert not (tmp_path / "Blad").exists()
    assert "No sheet has been made" in window.banner.text
    assert window.banner.detail == "The round itself is kept."
    assert len(rounds(window)) == 3
    window.undo()
    assert len(rounds(window)) == 2


def test_that_a_full_disk_is_told_and_the_sheets_can_be_made_elsewhere(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(sheets, "flush", full)
        dialog = ask(window)
        lie_in(dialog, tmp_path / "Blad")
        dialog.make.click()
        windows.wait_for_job(window.rounds)
    assert "full" in window.banner.text
    assert not (tmp_path / "Blad").exists()

    act(window).click()
    again = shown(window, MakeSheetsDialog)
    lie_in(again, tmp_path / "Annan")
    again.make.click()
    windows.wait_for_job(window.rounds)
    assert len(workbooks(tmp_path / "Annan")) == 19


def test_that_a_folder_that_is_a_file_is_told(window: Window, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    dialog = ask(window)
    lie_in(dialog, tmp_path / "fil" / "Blad")
    dialog.accept()
    assert dialog.isVisible()
    assert "is not there" in dialog.note.text()
    lie_in(dialog, tmp_path / "fil")
    dialog.make.click()
    windows.wait_for_job(window.rounds)
    assert window.banner.kind == "warn"
    assert (tmp_path / "fil").read_text() == ""


def test_that_sheets_that_are_there_are_not_overwritten_and_the_others_can_be_made(
    window: Window, tmp_path: Path
) -> None:
    round = rounds(window)[-1]
    dialog = ask_sheets(window, round)
    first, second, third = dialog.units.chosen[:3]
    dialog.units.choose([first])
    lie_in(dialog, tmp_path / "Blad")
    dialog.make.click()
    windows.wait_for_job(window.rounds)
    (path,) = (tmp_path / "Blad").glob("*.xlsx")
    path.write_text("ifyllt")

    dialog = ask_sheets(window, round)
    assert dialog.places.folder.text() == str(tmp_path / "Blad")
    dialog.units.choose([first, second, third])
    look_ahead(dialog)
    assert not dialog.make.isEnabled()
    assert dialog.note.text().startswith("1 of the files is in the folder already")
    dialog.others.click()
    look_ahead(dialog)
    assert dialog.units.chosen == (second, third)
    dialog.make.click()
    windows.wait_for_job(window.rounds)

    assert len(workbooks(tmp_path / "Blad")) == 3
    assert path.read_text() == "ifyllt"
    assert len(list((tmp_path / "Blad").glob("*.txt"))) == 2


def test_that_the_own_workbook_is_the_template_and_is_remembered(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mall = own.template(tmp_path / "Kommunens mall.xlsx")
    round = rounds(window)[-1]
    monkeypatch.setattr(asking, "existing_file", lambda *_given: mall)

    dialog = ask_sheets(window, round)
    dialog.units.choose(dialog.units.chosen[:1])
    dialog.places.choose_template.click()
    lie_in(dialog, tmp_path / "Sedan")
    dialog.make.click()
    windows.wait_for_job(window.rounds)

    (path,) = (tmp_path / "Sedan").glob("*.xlsx")
    assert own.SHEET in load_workbook(path).sheetnames
    dialog = ask_sheets(window, round)
    assert dialog.places.template.text() == str(mall)
    dialog.places.template.setText(str(tmp_path / "borta.xlsx"))
    dialog.say()
    assert "is not there" in dialog.note.text()
    dialog.reject()


def test_that_the_mails_are_copied_for_one_unit_or_all(window: Window, tmp_path: Path) -> None:
    dialog = ask(window)
    dialog.units.choose(dialog.units.chosen[:3])
    lie_in(dialog, tmp_path / "Blad")
    dialog.make.click()
    windows.wait_for_job(window.rounds)
    assert act(window).text() == "Show in folder"
    assert act(window, 1).text() == "Copy the e-mails …"
    act(window, 1).click()
    (mails,) = [one for one in window.findChildren(RoundMailsDialog) if one.isVisible()]
    sent = window.rounds.sent
    assert sent is not None

    assert [mails.list.item(at).text() for at in range(3)] == [s.path.name for s in sent.sheets]
    QTest.keyClick(mails.list, Qt.Key.Key_Down)
    QTest.keyClick(mails.list, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == str(sent.sheets[1].mail)
    assert sent.sheets[1].path.name in mails.note.text()
    mails.every.click()
    text = QGuiApplication.clipboard().text()
    assert all(str(sheet.mail) in text for sheet in sent.sheets)
    mails.reject()


def test_that_a_round_is_changed_and_removed_and_both_are_undone(window: Window) -> None:
    round = rounds(window)[-1]
    answers = window.work.strategy.all(FollowUp)
    dialog = ask_change(window, round)
    assert dialog.period.currentText() == "Interim august 2026"
    assert dialog.message.value() == round.message
    dialog.last_reply_on.setText("30/9")
    dialog.make.click()
    assert rounds(window)[-1].last_reply_on.endswith("-09-30")
    assert rounds(window)[-1].message == round.message
    window.undo()
    assert rounds(window)[-1] == round

    dialog = ask_change(window, round)
    dialog.remove.click()
    assert round.id not in window.work.strategy.by_id
    assert window.work.strategy.all(FollowUp) == answers
    act(window).click()
    assert rounds(window)[-1] == round


def test_that_a_change_that_changes_nothing_is_no_step(window: Window) -> None:
    dialog = ask_change(window, rounds(window)[-1])
    dialog.make.click()

    assert window.work.desk.undo_label in (None, "")


def test_that_the_dialogs_fit_the_least_window(window: Window) -> None:
    for dialog in (ask(window), ask_sheets(window, rounds(window)[0])):
        assert dialog.minimumSizeHint().height() <= 450 - 32
        assert dialog.minimumSizeHint().width() <= 720
        dialog.reject()


def test_that_the_menu_offers_sheets_only_where_there_is_a_round(shell: Shell, empty: Path) -> None:
    window = open_window(shell, empty)
    actions = window.menus.actions
    assert actions["new_round"].isEnabled()
    assert not actions["make_sheets"].isEnabled()
    assert not actions["change_round"].isEnabled()
    assert not actions["remind"].isEnabled()
    dialog = ask(window)
    assert "No unit has activities" in dialog.note.text()
    assert not dialog.make.isEnabled()
    dialog.only.click()
    assert len(rounds(window)) == 1
    assert actions["make_sheets"].isEnabled()


def test_that_a_file_opened_for_reading_gives_sheets_but_no_round(
    shell: Shell, sample: Path, tmp_path: Path
) -> None:
    windows.open_file(shell, sample, reading=True)
    window = shell.windows[0]
    assert not window.menus.actions["new_round"].isEnabled()

    dialog = ask_sheets(window, rounds(window)[-1])
    dialog.units.choose(dialog.units.chosen[:1])
    lie_in(dialog, tmp_path / "Blad")
    dialog.make.click()
    windows.wait_for_job(window.rounds)
    assert len(workbooks(tmp_path / "Blad")) == 1


def test_that_what_concerns_a_round_concerns_the_one_that_is_shown(window: Window) -> None:
    first, last = rounds(window)
    for round in (last, first):
        window.work.memory[ROUND] = round.id
        window.menus.do("make_sheets")
        dialog = shown(window, MakeSheetsDialog)
        assert dialog.round() == round
        dialog.reject()
        QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete.value)


def test_that_reminders_are_copied_from_any_page(window: Window) -> None:
    window.turn_to("text")
    QGuiApplication.clipboard().clear()
    last = rounds(window)[-1]
    window.work.memory[ROUND] = last.id
    window.work.run(ChangeRound(last.id, {"last_reply_on": "2020-01-01"}))
    window.menus.do("remind")

    assert window.book.key == "follow_up"
    assert "Påminnelse" in QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    window.work.run(ChangeRound(last.id, {"last_reply_on": "2999-01-01"}))
    window.menus.do("remind")
    assert QGuiApplication.clipboard().text() == ""
