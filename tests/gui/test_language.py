"""The window's language: chosen in the settings, used from the next start, whole in Swedish."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QLabel

from strategidesk import language
from strategidesk.ui import app
from strategidesk.ui.dialogs.settings import SettingsDialog
from strategidesk.ui.settings import Settings
from strategidesk.ui.shell import Shell

ROOT = Path(__file__).parents[2]
_SAY = """
import sys
from PySide6.QtCore import QLocale
from strategidesk import language
from strategidesk.ui import app, shell

class Quick(shell.Shell):
    def show_start(self, path=None):
        print(language.active(), flush=True)
        sys.exit(0)

app.Shell = Quick
QLocale.system = staticmethod(lambda: QLocale(sys.argv[1]))
app.run()
"""


@pytest.fixture
def swedish(qapp: QApplication) -> Iterator[QApplication]:
    """The application as it is started in Swedish."""
    app.speak(qapp, "sv")
    yield qapp
    language.use("en")
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.usefixtures("swedish")
def test_that_a_file_is_asked_for_in_swedish() -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.ensurePolished()
    label = dialog.findChild(QLabel, "lookInLabel")
    dialog.deleteLater()

    assert isinstance(label, QLabel)
    assert label.text() == "Leta i:"
    for words in ("Look in:", "Files of type:", "File &name:", "&Open", "&Save"):
        assert QCoreApplication.translate("QFileDialog", words) != words


@pytest.mark.usefixtures("swedish")
def test_that_keys_have_swedish_names() -> None:
    keys = QKeySequence("Ctrl+Del").toString(QKeySequence.SequenceFormat.NativeText)
    assert keys == "Ctrl+Delete"


@pytest.mark.parametrize(
    ("chosen", "system", "wish", "spoken"),
    [
        ("", "en_GB", "", "sv"),
        ("en", "sv_SE", "", "en"),
        ("sv", "en_GB", "", "sv"),
        ("system", "en_GB", "", "en"),
        ("system", "fi_FI", "", "sv"),
        ("en", "en_GB", "sv", "sv"),
    ],
)
def test_that_the_program_starts_in_the_language_that_is_wanted(
    chosen: str, system: str, wish: str, spoken: str
) -> None:
    if chosen:
        kept = Settings.load()
        kept.language = chosen
        kept.save()
    done = subprocess.run(
        [sys.executable, "-c", _SAY, system],
        cwd=ROOT,
        env={**os.environ, "STRATEGIDESK_LANGUAGE": wish},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [spoken]


def test_that_the_language_is_chosen_in_the_settings(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def fill_in(dialog: SettingsDialog) -> QDialog.DialogCode:
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        box: QComboBox = dialog.language
        assert box.currentData() == "sv"
        box.setCurrentIndex(box.findText("English"))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(SettingsDialog, "exec", fill_in)
    before = language.active()
    shell.ask_settings(shell.show_start())

    assert Settings.load().language == "en"
    assert language.active() == before
    assert "Another language holds from the next time the program is started." in said
