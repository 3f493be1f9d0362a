"""Windows that are walked through by somebody who does not see them, or sees them large."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from strategidesk.ui.shell import Shell
from strategidesk.ui.start.window import StartWindow
from strategidesk.ui.window import Window

TEMPLATES = [("a", "Integration", "Areas."), ("b", "Library", "Libraries.")]


@pytest.fixture
def wide(window: Window) -> Window:
    """A window on the sample that has room for everything, in front."""
    window.resize(1440, 900)
    window.activateWindow()
    QApplication.processEvents()
    return window


@pytest.fixture
def start(shell: Shell, sample: Path) -> StartWindow:
    """The start page with something in each of its lists."""
    return start_of(shell, sample)


def start_of(shell: Shell, recent: Path) -> StartWindow:
    """The start page, a file opened before, and templates."""
    shell.settings.author = ""
    made = shell.show_start()
    shell.settings.opened(recent, "Ekbacka")
    made.page.show_recent()
    made.page.show_templates(TEMPLATES)
    QApplication.processEvents()
    return made
