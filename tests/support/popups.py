"""Every menu and list that opens over a window, opened as a person does."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from strategidesk.ui.areas.hallmark_row import HallmarkRow
from strategidesk.ui.editors.many import ReferencesEditor
from strategidesk.ui.pages.plan import PlanPage
from strategidesk.ui.parts import LEAST, USUAL
from strategidesk.ui.plan.by_unit import ByUnit
from strategidesk.ui.plan.timeline import Timeline
from strategidesk.ui.tables.picking import PickBox
from strategidesk.ui.tables.table import Table
from strategidesk.ui.text.choosing import MenuEditor
from strategidesk.ui.window import Window
from strategidesk.ui.writing import deeds, links
from strategidesk.ui.writing.edit import RichEdit
from strategidesk.ui.writing.menu import menu_of
from tests.support.source_strings import PACKAGE
from tests.support.walking import settle

_Shown = TypeVar("_Shown", bound=QWidget)
_IN_CODE = ("QMenu(", ".addMenu(", "WindowType.Popup")


def makers() -> set[str]:
    """The modules of the window that make menus or popups."""
    return {
        path.relative_to(PACKAGE / "ui").as_posix()
        for path in (PACKAGE / "ui").rglob("*.py")
        if any(words in path.read_text(encoding="utf-8") for words in _IN_CODE)
    }


def _shown(window: Window, kind: type[_Shown], page: str) -> list[_Shown]:
    window.turn_to(page)
    window.side.open()
    settle()
    return [one for one in window.findChildren(kind) if one.isVisible()]


def _table(window: Window) -> Iterator[QWidget]:
    (table,) = _shown(window, Table, "plan")
    table.grid.customContextMenuRequested.emit(QPoint(5, 5))
    yield from _menus(table)


def _lines(window: Window) -> Iterator[QWidget]:
    window.turn_to("plan")
    assert isinstance(window.page, PlanPage)
    for key, kind in (("units", ByUnit), ("timeline", Timeline)):
        window.page.turn_view(key)
        (view,) = _shown(window, kind, "plan")
        view.customContextMenuRequested.emit(QPoint(5, 5))
        yield from _menus(view)
    window.page.turn_view("table")


def _choices(window: Window) -> Iterator[QWidget]:
    for editor in _shown(window, MenuEditor, "text"):
        menu = editor.button.menu()
        menu.popup(QPoint(0, 0))
        yield menu
        menu.close()


def _hallmark(window: Window) -> Iterator[QWidget]:
    row = _shown(window, HallmarkRow, "areas")[0]
    for _time in range(2):
        row.menu_button.click()
        yield from _menus(row)
        row.turn_all()


def _text(window: Window) -> Iterator[QWidget]:
    edit = _shown(window, RichEdit, "text")[-1]
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    edit.moveCursor(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    yield menu_of(edit)
    links.give(edit, "https://0.0/")
    yield menu_of(edit)
    deeds.deeds(edit)["table"]()
    yield menu_of(edit)


def _bar(window: Window) -> Iterator[QWidget]:
    for menu in window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()
        yield menu


def _more(window: Window) -> Iterator[QWidget]:
    window.resize(LEAST)
    for button in _shown(window, QToolButton, "text"):
        if (menu := button.menu()) is not None:
            menu.aboutToShow.emit()
            yield menu
    window.resize(USUAL)


def _start(window: Window) -> Iterator[QWidget]:
    start = window.shell.show_start()
    settle()
    for menu in start.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()
        yield menu
    start.close()


def _checked(window: Window) -> Iterator[QWidget]:
    editor = _shown(window, ReferencesEditor, "plan")[0]
    editor.open()
    yield editor.popup
    editor.popup.close()


def _picked(window: Window) -> Iterator[QWidget]:
    for box in _shown(window, PickBox, "plan"):
        box.showPopup()
        yield box.popup
        box.popup.close()


def _columns(window: Window) -> Iterator[QWidget]:
    (table,) = _shown(window, Table, "plan")
    table.open_chooser(table)
    yield table.chooser
    table.chooser.close()


def _menus(top: QWidget) -> Iterator[QMenu]:
    for menu in top.findChildren(QMenu):
        if menu.isVisible():
            yield menu
            menu.close()


OPENED: dict[str, Callable[[Window], Iterator[QWidget]]] = {
    "tables/menu.py": _table,
    "plan/line_menu.py": _lines,
    "text/choosing.py": _choices,
    "areas/hallmark_row.py": _hallmark,
    "writing/menu.py": _text,
    "frame/menus.py": _bar,
    "frame/more.py": _more,
    "start/window.py": _start,
    "editors/many.py": _checked,
    "tables/picking.py": _picked,
    "tables/chooser.py": _columns,
}
