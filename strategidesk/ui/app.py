"""Starts the window."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import strategidesk.ui.unread  # noqa: F401  before all that it is to leave unread
from strategidesk import language
from strategidesk.ui.settings import SYSTEM_LANGUAGE, Settings
from strategidesk.ui.shell import Shell
from strategidesk.ui.toolkit_words import ToolkitWords

_LANGUAGES = (language.DEFAULT, language.SOURCE)


def application() -> QApplication:
    """The one application of this process."""
    found = QApplication.instance()
    made = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    made.setApplicationName("StrategiDesk")
    made.setApplicationDisplayName("StrategiDesk")
    return made


def speak(app: QApplication, wish: str) -> None:
    """Use a language, Swedish where the wish is none that there is; Qt's own texts follow."""
    chosen = wish.lower()[:2]
    language.use(chosen if chosen in _LANGUAGES else language.DEFAULT)
    QLocale.setDefault(QLocale(language.active()))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(language.active()), "qtbase", "_", folder):
        app.installTranslator(translator)
    app.installTranslator(ToolkitWords(app))


def _wished(choice: str) -> str:
    """The language of a choice in the settings."""
    return QLocale.system().name() if choice == SYSTEM_LANGUAGE else choice


def run(path: str | Path | None = None, author: str = "") -> int:
    """Open the window, on a file where one is named; returns the exit code when it is closed."""
    app = application()
    speak(app, os.environ.get("STRATEGIDESK_LANGUAGE") or _wished(Settings.load().language))
    shell = Shell(app, author)
    shell.watch.install()
    shell.show_start(Path(path) if path is not None else None)
    return app.exec()
