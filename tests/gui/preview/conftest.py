"""A preview over a window; a script stands for LibreOffice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from strategidesk.publish import running
from strategidesk.ui.preview.dialog import Preview
from strategidesk.ui.window import Window
from tests.support import office

PAGES = ("First", "Second", "Third", "Last")
Show = Callable[[], Preview]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where LibreOffice lies."""
    monkeypatch.setattr(running, "LOOK", 0.01)
    made = tmp_path / "office"
    made.mkdir()
    return made


@pytest.fixture
def works(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office.fake(monkeypatch, folder, pages=PAGES)


@pytest.fixture
def show(window: Window) -> Iterator[Show]:
    """Shows the preview as the menu does, and gives it at once."""

    def shown() -> Preview:
        window.menus.do("preview")
        assert window.previewing.dialog is not None
        return window.previewing.dialog

    yield shown
    window.previewing.stop()


@pytest.fixture
def preview(folder: Path, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Preview:
    """A preview whose pages lie, and are drawn."""
    office.fake(monkeypatch, folder, pages=PAGES)
    shown = show()
    qtbot.waitUntil(lambda: shown.pane.pages.drawn)
    return shown
