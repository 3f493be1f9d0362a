"""The settings are asked in one dialog, kept, and hold at once."""

import pytest
from PySide6.QtWidgets import QComboBox, QDialog

from strategidesk.ui.dialogs.settings import SettingsDialog
from strategidesk.ui.settings import Settings
from strategidesk.ui.shell import Shell
from strategidesk.ui.start.tour import Tour
from strategidesk.ui.theme import active, faces
from strategidesk.ui.window import Window
from tests.support import windows


def _choose(box: QComboBox, key: str) -> None:
    box.setCurrentIndex(box.findData(key))


def _answer(
    monkeypatch: pytest.MonkeyPatch, accepted: bool, face: str = faces.SERIF, theme: str = "system"
) -> None:
    def fill_in(dialog: SettingsDialog) -> int:
        dialog.name.setText("Kim Påhittad")
        dialog.unit.setText("Kultur och fritid")
        _choose(dialog.theme, theme)
        _choose(dialog.face, face)
        _choose(dialog.keys, "word")
        code = QDialog.DialogCode
        return code.Accepted if accepted else code.Rejected

    monkeypatch.setattr(SettingsDialog, "exec", fill_in)


def test_that_the_settings_are_kept(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    _answer(monkeypatch, accepted=True)

    shell.ask_settings(shell.show_start())

    kept = Settings.load()
    assert (kept.author, kept.unit, kept.keys) == ("Kim Påhittad", "Kultur och fritid", "word")
    assert shell.author == "Kim Påhittad"


def test_that_cancel_changes_nothing(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    _answer(monkeypatch, accepted=False)
    before = shell.author

    shell.ask_settings(shell.show_start())

    assert (shell.author, shell.settings.keys) == (before, "usual")


def test_that_another_writing_face_and_theme_hold_at_once(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = window.work.strategy.sections[0]
    row = windows.row(window, section.id, "body")
    before = row.editor.inner.font()
    _answer(monkeypatch, accepted=True, face=faces.WORD, theme="dark")

    window.shell.ask_settings(window)
    window.shell.set_theme("light")
    window.shell.set_theme("dark")
    after, dark = row.editor.inner.font(), active.tokens().dark
    _answer(monkeypatch, accepted=True)
    window.shell.ask_settings(window)

    assert after.families() == list(faces.READING[faces.WORD])
    assert after.pointSizeF() == before.pointSizeF()
    assert dark
    assert row.editor.inner.font().families() == before.families()


def test_that_a_name_is_needed(shell: Shell) -> None:
    dialog = SettingsDialog(shell.show_start(), shell.settings, "Kim Påhittad")
    assert dialog.keep.isEnabled()

    dialog.name.setText("  ")

    assert not dialog.keep.isEnabled()
    dialog.deleteLater()


@pytest.mark.parametrize("face", list(faces.READING))
def test_that_every_writing_face_has_its_size(shell: Shell, face: str) -> None:
    faces.choose(face)
    font = faces.reading()
    faces.choose(shell.settings.face)

    assert font.pointSizeF() == faces.ui().pointSizeF() + 1.5


def test_that_settings_and_tour_stand_in_the_menus(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answer(monkeypatch, accepted=True)

    window.menus.do("settings")
    window.menus.do("tour")

    assert window.shell.author == "Kim Påhittad"
    assert window.findChildren(Tour)
