"""Everything that takes the focus says what it is and what it is called."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton

from strategidesk.ui.start.window import StartWindow
from strategidesk.ui.text.choosing import MenuEditor
from strategidesk.ui.window import Window
from tests.support import windows
from tests.support.dialogs import ASKED
from tests.support.focusable import unsaid
from tests.support.walking import sights


def test_that_everything_on_every_page_has_a_name_and_a_role(wide: Window) -> None:
    found = {f"{sight}: {one}" for sight in sights(wide) for one in unsaid(wide)}
    assert "\n".join(sorted(found)) == ""


def test_that_everything_on_the_start_page_has_a_name_and_a_role(start: StartWindow) -> None:
    assert unsaid(start) == []


@pytest.mark.parametrize("kind", ASKED, ids=lambda kind: kind.__name__)
def test_that_everything_in_a_dialog_has_a_name_and_a_role(
    wide: Window, monkeypatch: pytest.MonkeyPatch, kind: type[QDialog]
) -> None:
    found: list[str] = []

    def look(dialog: QDialog) -> int:
        dialog.show()
        QApplication.processEvents()
        found.extend(unsaid(dialog))
        dialog.hide()
        return QDialog.DialogCode.Rejected.value

    for one in (QDialog, QMessageBox):
        monkeypatch.setattr(one, "exec", look)
        monkeypatch.setattr(one, "open", look)
    ASKED[kind](wide)
    for dialog in wide.findChildren(QDialog):
        dialog.deleteLater()

    assert found == []


@pytest.mark.parametrize("name", ["status", "owner", "content"])
def test_that_a_value_that_is_chosen_from_a_menu_is_spoken(wide: Window, name: str) -> None:
    section = wide.work.strategy.sections[0]
    row = windows.row(wide, section.id, name)
    assert isinstance(row.editor, MenuEditor)
    button = row.editor.button
    assert isinstance(button, QPushButton)
    said = {"status": "State: ", "owner": "", "content": "Contents: "}[name]

    assert button.text()
    assert button.accessibleName() == f"{said}{button.text()}"
    windows.write(row, None if name == "owner" else "approved" if name == "status" else "plan")
    assert button.accessibleName() == f"{said}{button.text()}"


def test_that_a_value_that_was_refused_is_told_and_what_the_field_says_comes_back(
    wide: Window,
) -> None:
    hallmark = wide.work.strategy.hallmarks[0]
    editor = windows.row(wide, hallmark.id, "text").editor
    about = editor.inner.accessibleDescription()
    editor.set_wrong("Too long.")
    told = editor.inner.accessibleDescription()
    editor.set_wrong("")

    assert told == "Too long."
    assert editor.inner.accessibleDescription() == about
