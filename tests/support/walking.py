"""Ways through a window: every page, what each has behind its tabs and views, and what is read."""

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QWidget

from strategidesk.ui.segments import Segments
from strategidesk.ui.window import Window
from tests.support import pseudo

SIZES = ((1440, 900), (1000, 700), (720, 450))
_NAMES = re.compile(  # what is called the same in every language
    r"StrategiDesk|Word|Excel|Dnr|§|(?:Ctrl|Shift|Alt)(?:\+\w+)*|Enter|Esc|Del\w*|Return|Left|Right|Up|Down"
    r"|Home|End|Space|Tab|Backspace|PgUp|PgDown|F\d+|\.?\w+\.(?:strategi|json|docx|xlsx)|\bB\b|\bI\b"
    r"|https?://"
)


def pages(window: Window) -> Iterator[str]:
    """Turn to one page after the other."""
    for key in window.book.keys:
        window.turn_to(key)
        settle()
        yield key


def settle() -> None:
    """Let a layout that follows another find its place too."""
    for _ in range(3):
        QApplication.processEvents()


def sights(window: Window) -> Iterator[str]:
    """Turn to every page with its side panel, and there to every tab and every view."""
    for page in pages(window):
        window.side.open()
        settle()
        yield page
        for name in _turned(window.side.panel):
            yield f"{page}, {name}"
        for name in _turned(window.book.page):
            yield f"{page}, {name}"


def _turned(top: QWidget) -> Iterator[str]:
    for tabs in [one for one in top.findChildren(QTabBar) if one.isVisible()]:
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            settle()
            yield tabs.tabText(number)
    for segments in [one for one in top.findChildren(Segments) if one.isVisible()]:
        for key, button in list(segments.buttons.items()):
            button.click()
            settle()
            yield key
        next(iter(segments.buttons.values())).click()


def untranslated(window: Window, top: QWidget) -> list[str]:
    """Where what is shown has words that are not the user's language's."""
    return [
        f"{where}: {text}"
        for where, text in pseudo.texts(top)
        if pseudo.untranslated(without_names(window.path.parent, text))
    ]


def without_names(folder: Path, text: str) -> str:
    """A text without the file's folder, names of programs and keys."""
    return _NAMES.sub("", text.replace(str(folder), ""))


def words_of_menu(window: Window, menu: QMenu) -> list[str]:
    """What a menu says in words that are not the user's language's."""
    texts = [text for action in menu.actions() for text in (action.text(), action.statusTip())]
    return [text for text in texts if pseudo.untranslated(without_names(window.path.parent, text))]
