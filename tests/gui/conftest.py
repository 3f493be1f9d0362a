"""Windows on files of their own, in English, closed after the test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from strategidesk import language
from strategidesk.desk import files
from strategidesk.paths import resource
from strategidesk.ui.frame import keys
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.support import windows

AUTHOR = "Astrid Exempel"
PLATFORM = "This plugin does not support"  # says Qt's offscreen platform


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(PLATFORM))


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = language.active()
    language.use("en")
    yield
    language.use(before)


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRATEGIDESK_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("STRATEGIDESK_BACKUPS", str(tmp_path / "backups"))
    monkeypatch.setenv("STRATEGIDESK_TEMPLATES", str(tmp_path / "templates"))


@pytest.fixture(autouse=True)
def _keys() -> Iterator[None]:
    yield
    keys.CHOICE.choose(keys.USUAL)


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "ekbacka.strategi"
    files.load(resource("sample", "ekbacka.json"), path, AUTHOR)
    return path


@pytest.fixture
def sample(_sample: Path, tmp_path: Path) -> Path:
    """A strategy that has something of every noun."""
    return Path(shutil.copy(_sample, tmp_path / "ekbacka.strategi"))


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A strategy that has nothing."""
    path = tmp_path / "tom.strategi"
    files.new(path, AUTHOR)
    return path


@pytest.fixture
def shell(qapp: QApplication) -> Iterator[Shell]:
    made = Shell(qapp, AUTHOR)
    yield made
    windows.close(made)


@pytest.fixture
def window(shell: Shell, sample: Path) -> Window:
    """A window on the sample."""
    return open_window(shell, sample)


def open_window(shell: Shell, path: Path) -> Window:
    shell.open(path)
    opened = windows.opened(shell)
    opened.activateWindow()
    return opened
