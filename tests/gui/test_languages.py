"""Everything that a person reads in the window is translated, and has the room it needs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from strategidesk import language
from strategidesk.desk import files
from strategidesk.paths import resource
from strategidesk.ui.dialogs.export_panel import ExportPanel
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.gui.conftest import open_window
from tests.support import pseudo

NAMES = re.compile(  # what is called the same in every language
    r"StrategiDesk|Word|Excel|Dnr|§|(?:Ctrl|Shift|Alt)(?:\+\w+)*|Enter|Esc|Del\w*|Return|Left|Right|Up|Down"
    r"|Home|End|Space|Tab|Backspace|PgUp|PgDown|F\d+|\.?\w+\.(?:strategi|json|docx|xlsx)|\bB\b|\bI\b"
)


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
    path = tmp_path / "000.strategi"
    if request.param == "full":
        data = pseudo.muted(resource("sample", "ekbacka.json"), tmp_path / "000.json")
        files.load(data, path, "000")
    else:
        files.load(pseudo.empty(tmp_path / "000.json"), path, "000")
    shell = Shell(qapp, "000")
    window = open_window(shell, path)
    window.resize(1440, 900)
    window.show()
    yield window
    shell.quit()
    qapp.processEvents()


def pages(window: Window) -> Iterator[str]:
    """Turn to one page after the other."""
    for group in window.book.groups:
        for place in group:
            window.turn_to(place.key)
            QApplication.processEvents()
            yield place.key


def without_names(text: str) -> str:
    return NAMES.sub("", text)


def test_that_every_page_speaks_the_users_language(wordless: Window) -> None:
    found = {
        f"{page}: {where}: {text}"
        for page in pages(wordless)
        for where, text in pseudo.texts(wordless)
        if str(wordless.path.parent) not in text and pseudo.untranslated(without_names(text))
    }
    assert sorted(found) == []


def test_that_every_menu_speaks_the_users_language(wordless: Window) -> None:
    found = [
        action.text()
        for menu in wordless.menuBar().findChildren(QMenu)
        for action in menu.actions()
        if pseudo.untranslated(without_names(action.text()))
        and str(wordless.path.parent) not in action.text()
    ]
    assert found == []


def test_that_a_language_with_longer_words_has_room(wordless: Window) -> None:
    found = {f"{page}: {text}" for page in pages(wordless) for text in pseudo.cut(wordless)}
    assert sorted(found) == []


def test_that_the_export_panel_speaks_the_users_language_and_has_room(wordless: Window) -> None:
    wordless.exporting.ask_named("strategy")
    (panel,) = [one for one in wordless.findChildren(ExportPanel) if one.isVisible()]
    QApplication.processEvents()
    found = [
        text
        for _where, text in pseudo.texts(panel)
        if pseudo.untranslated(without_names(text)) and str(wordless.path.parent) not in text
    ]
    assert found == []
    assert list(pseudo.cut(panel)) == []
    panel.reject()


@pytest.mark.usefixtures("qapp")
def test_that_a_text_that_is_not_translated_is_found() -> None:
    window = QWidget(None)
    window.setToolTip("Not translated")
    window.show()
    found = [text for _where, text in pseudo.texts(window) if pseudo.untranslated(text)]
    window.close()
    assert found == ["Not translated"]
