"""A bug is told without any of the strategy, and its report can be copied."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from strategidesk.ui.crash import report
from strategidesk.ui.dialogs.crash import CrashDialog


def _bug() -> BaseException:
    try:
        raise ValueError
    except ValueError as error:
        return error


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
