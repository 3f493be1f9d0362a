"""Every entry of every menu has its letter, whichever page is in front and whatever is spoken."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from strategidesk import language
from strategidesk.ui.shell import Shell
from tests.gui.conftest import open_window
from tests.support import pseudo
from tests.support.walking import pages

TONGUES = ("en", "sv", pseudo.LANGUAGE)


@pytest.fixture(params=TONGUES)
def _tongue(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if request.param == pseudo.LANGUAGE:
        catalogue = pseudo.Pseudo()
        monkeypatch.setattr(language, "catalogue", lambda _language: catalogue)
    language.use(request.param)
    yield
    language.use("en")


def levels(menu: QMenuBar | QMenu) -> Iterator[list[QAction]]:
    """The entries that can be seen together, and those of the menus under them."""
    if isinstance(menu, QMenu):
        menu.aboutToShow.emit()
    shown = [one for one in menu.actions() if one.isVisible() and not one.isSeparator()]
    yield shown
    for action in shown:
        under = action.menu()
        if isinstance(under, QMenu):
            yield from levels(under)


def wrong(window: QMainWindow) -> Iterator[str]:
    """The entries that have no letter, or one that another has too."""
    bar = window.menuBar()
    assert isinstance(bar, QMenuBar)
    for level in levels(bar):
        marked = [action.text().replace("&&", "") for action in level]
        letters = Counter(text[text.index("&") + 1].lower() for text in marked if "&" in text)
        for text in marked:
            if "&" not in text or letters[text[text.index("&") + 1].lower()] > 1:
                yield text


@pytest.mark.usefixtures("_tongue")
@pytest.mark.parametrize("strategy", ["sample", "empty"])
def test_that_menu_letters_are_unique_on_every_page(
    shell: Shell, strategy: str, request: pytest.FixtureRequest
) -> None:
    path: Path = request.getfixturevalue(strategy)
    window = open_window(shell, path)
    found = {f"{page}: {text}" for page in pages(window) for text in wrong(window)}
    assert "\n".join(sorted(found)) == ""


@pytest.mark.usefixtures("_tongue")
def test_that_menu_letters_are_unique_at_the_start(shell: Shell, sample: Path) -> None:
    start = shell.show_start()
    shell.settings.opened(sample, "Ekbacka & co")
    assert start.menus.actions
    assert list(wrong(start)) == []
