"""Windows that speak a language which nobody speaks, on strategies without words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from strategidesk import language
from strategidesk.desk import files
from strategidesk.paths import resource
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.support import pseudo, windows


@pytest.fixture(autouse=True)
def _nobodys_language(_english: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    catalogue = pseudo.Pseudo()
    monkeypatch.setattr(language, "catalogue", lambda _language: catalogue)
    language.use(pseudo.LANGUAGE)
    yield
    language.use("en")


@pytest.fixture(params=["full", "empty"])
def wordless(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path
) -> Iterator[Window]:
    """A window on a strategy that has things of every kind, or nothing, and no words."""
    yield from _window(qapp, tmp_path, request.param == "full")


@pytest.fixture
def full(qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    """A window on a strategy that has things of every kind, and no words."""
    yield from _window(qapp, tmp_path, True)


@pytest.fixture
def reading(qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    """A window on the same, opened for reading."""
    yield from _window(qapp, tmp_path, True, reading=True)


def _window(
    qapp: QApplication, folder: Path, full: bool, reading: bool = False
) -> Iterator[Window]:
    path, data = folder / "000.strategi", folder / "000.json"
    if full:
        pseudo.muted(resource("sample", "ekbacka.json"), data)
    else:
        pseudo.empty(data)
    files.load(data, path, "000")
    shell = Shell(qapp, "000")
    windows.open_file(shell, path, reading)
    window = shell.windows[-1]
    window.activateWindow()
    window.resize(1440, 900)
    window.show()
    yield window
    shell.quit()
    qapp.processEvents()
