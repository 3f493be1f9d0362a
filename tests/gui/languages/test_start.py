"""The start page is translated, and has the room it needs."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from strategidesk.ui.shell import Shell
from strategidesk.ui.start.window import StartWindow
from tests.support import pseudo, room
from tests.support.walking import SIZES, settle, without_names

TEMPLATES = [("0", "0", "0"), ("00", "00", "00")]


@pytest.fixture(params=["first time", "later"])
def start(
    request: pytest.FixtureRequest, qapp: QApplication, shell: Shell, tmp_path: Path
) -> StartWindow:
    if request.param == "later":
        shell.settings.author = "0"
        shell.settings.opened(tmp_path / "000.strategi", "0")
    made = shell.show_start()
    made.page.show_templates(TEMPLATES)
    qapp.processEvents()
    return made


@pytest.mark.parametrize("size", SIZES)
def test_that_the_start_page_speaks_the_users_language_and_has_room(
    start: StartWindow, size: tuple[int, int], tmp_path: Path
) -> None:
    start.resize(*size)
    settle()
    found = [
        f"{where}: {text}"
        for where, text in pseudo.texts(start)
        if pseudo.untranslated(without_names(tmp_path, text))
    ]
    assert found == []
    assert list(room.cut(start)) == []
