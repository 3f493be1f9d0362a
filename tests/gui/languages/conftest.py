"""Windows that speak a language which nobody speaks, on strategies without words."""

import shutil
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


@pytest.fixture
def nobody(qapp: QApplication) -> Iterator[Shell]:
    """Somebody without a name."""
    made = Shell(qapp, "000")
    yield made
    windows.close(made)


@pytest.fixture(scope="session")
def _without_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `full.strategi` and `empty.strategi`."""
    folder = tmp_path_factory.mktemp("words")
    pseudo.muted(resource("sample", "ekbacka.json"), folder / "full.json")
    pseudo.empty(folder / "empty.json")
    for data in folder.glob("*.json"):
        files.load(data, data.with_suffix(".strategi"), "000")
    return folder


@pytest.fixture(params=["full", "empty"])
def wordless(
    request: pytest.FixtureRequest, nobody: Shell, _without_words: Path, tmp_path: Path
) -> Window:
    """A window on a strategy that has things of every kind, or nothing, and no words."""
    return _window(nobody, _without_words / f"{request.param}.strategi", tmp_path)


@pytest.fixture
def full(nobody: Shell, _without_words: Path, tmp_path: Path) -> Window:
    """A window on a strategy that has things of every kind, and no words."""
    return _window(nobody, _without_words / "full.strategi", tmp_path)


@pytest.fixture
def reading(nobody: Shell, _without_words: Path, tmp_path: Path) -> Window:
    """A window on the same, opened for reading."""
    return _window(nobody, _without_words / "full.strategi", tmp_path, reading=True)


def _window(shell: Shell, made: Path, folder: Path, reading: bool = False) -> Window:
    path = Path(shutil.copy(made, folder / "000.strategi"))
    windows.open_file(shell, path, reading)
    window = shell.windows[-1]
    window.activateWindow()
    window.resize(1440, 900)
    window.show()
    return window
