"""A bug is told without any of the strategy, and its report can be copied."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPushButton

from strategidesk.ui.crash import Watch, report
from strategidesk.ui.dialogs.crash import CrashDialog
from strategidesk.ui.shell import Shell

SECRET = "Nyanlända i Ekbacka"


def _bug() -> BaseException:
    try:
        try:
            known: dict[str, int] = {}
            known[SECRET]
        except KeyError:
            raise ValueError(f"Fel i {SECRET}") from None
    except ValueError as error:
        return error
    raise AssertionError


def test_that_a_report_tells_where_and_nothing_of_what() -> None:
    text = report(_bug())

    assert "builtins.ValueError" in text
    assert f"{Path(__file__).name}" in text
    assert SECRET not in text


def test_that_a_report_names_no_folder_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path(__file__).parents[1])

    text = report(_bug())

    assert str(Path.home()) not in text
    assert Path(__file__).name in text


@pytest.mark.usefixtures("shell")
def test_that_the_dialog_says_what_happened_and_copies_the_report() -> None:
    dialog = CrashDialog("Rapporten")
    dialog.show()
    buttons = {one.text(): one for one in dialog.findChildren(QPushButton)}
    assert not dialog.details.isVisible()

    buttons["Show details"].click()
    buttons["Copy the error report"].click()

    assert dialog.details.isVisible()
    assert QGuiApplication.clipboard().text() == "Rapporten"
    dialog.close()
    dialog.deleteLater()


def test_that_the_latest_report_can_be_copied_later(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def seen(dialog: CrashDialog) -> int:
        shown.append(dialog.details.toPlainText())
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(CrashDialog, "exec", seen)
    shell.watch.reported.emit(report(_bug()))
    shell.copy_report()

    assert shown == [shell.watch.last]
    assert QGuiApplication.clipboard().text() == shell.watch.last
    assert isinstance(shell.watch, Watch)
