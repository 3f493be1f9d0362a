"""The menu bar of a strategy's window. Letters are unique on each level."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from strategidesk.language import mark, tr
from strategidesk.ui.theme.active import DARK_CHOICE, LIGHT_CHOICE, SYSTEM

if TYPE_CHECKING:
    from strategidesk.ui.shell import Shell
    from strategidesk.ui.window import Window

THEMES = {
    SYSTEM: mark("As the s&ystem"),
    LIGHT_CHOICE: mark("&Light"),
    DARK_CHOICE: mark("&Dark"),
}


def add(menu: QMenu, text: str, do: Callable[[], object], keys: str = "") -> QAction:
    """One entry."""
    action = QAction(text, menu)
    if keys:
        action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda _checked=False: do())
    menu.addAction(action)
    return action


def add_recent(menu: QMenu, shell: "Shell") -> None:
    """The files opened last, read anew each time the menu opens."""
    recent = menu.addMenu(tr("&Recent"))

    def fill() -> None:
        recent.clear()
        for number, one in enumerate(shell.settings.recent, 1):
            label = f"&{number % 10} {one['title'] or one['path']}".replace("&&", "&")
            add(recent, label, partial(shell.open_named, one["path"]))
        recent.setEnabled(bool(shell.settings.recent))

    menu.aboutToShow.connect(fill)
    recent.aboutToShow.connect(fill)


def add_themes(menu: QMenu, shell: "Shell") -> None:
    """Which colours."""
    themes = menu.addMenu(tr("&Theme"))
    group = QActionGroup(themes)
    for choice, label in THEMES.items():
        action = add(themes, tr(label), partial(shell.set_theme, choice))
        action.setCheckable(True)
        action.setChecked(shell.settings.theme == choice)
        group.addAction(action)


def add_help(window: QMainWindow, shell: "Shell") -> None:
    """The last menu."""
    menu = window.menuBar().addMenu(tr("&Help"))
    add(menu, tr("&Copy the latest error report"), shell.copy_report)
    add(menu, tr("&About StrategiDesk"), lambda: shell.about(window))


class Menus:
    """The menus of a strategy's window, and the entries that come and go with what is chosen."""

    def __init__(self, window: "Window", shell: "Shell") -> None:
        self._window = window
        self._file(shell)
        self._edit()
        self._view(shell)
        self._insert()
        add_help(window, shell)
        self.refresh()

    def _file(self, shell: "Shell") -> None:
        window = self._window
        menu = window.menuBar().addMenu(tr("&File"))
        add(menu, tr("&New strategy …"), lambda: shell.ask_new(window), "Ctrl+N")
        add(menu, tr("&Open …"), lambda: shell.ask_open(window), "Ctrl+O")
        add_recent(menu, shell)
        add(menu, tr("&Close"), window.close, "Ctrl+W")
        menu.addSeparator()
        self.save = add(menu, tr("&Save"), window.save, "Ctrl+S")
        add(menu, tr("Save a co&py …"), window.save_copy, "F12")
        menu.addSeparator()
        exports = menu.addMenu(tr("&Export"))
        for number, choice in enumerate(window.exporting.choices(), 1):
            add(exports, f"&{number} {choice.label} …", partial(window.exporting.ask, choice))
        add(menu, tr("&Backups …"), lambda: shell.ask_backups(window, window.path))
        menu.addSeparator()
        add(menu, tr("E&xit"), shell.quit, "Alt+F4")

    def _edit(self) -> None:
        window = self._window
        menu = window.menuBar().addMenu(tr("&Edit"))
        self.undo = add(menu, tr("&Undo"), window.undo, "Ctrl+Z")
        self.redo = add(menu, tr("&Redo"), window.redo, "Ctrl+Y")
        menu.addSeparator()
        move = window.move_chosen
        self.chosen = [
            add(menu, tr("Move u&p"), lambda: move(-1), "Alt+Up"),
            add(menu, tr("Move &down"), lambda: move(1), "Alt+Down"),
            add(menu, tr("&Higher level"), lambda: window.page.change_level(-1), "Alt+Shift+Left"),
            add(menu, tr("&Lower level"), lambda: window.page.change_level(1), "Alt+Shift+Right"),
            add(menu, tr("Remo&ve"), lambda: window.page.remove(), "Ctrl+Del"),
        ]
        menu.addSeparator()
        add(menu, tr("&Wastebasket …"), lambda: window.turn_to("wastebasket"))

    def _view(self, shell: "Shell") -> None:
        window = self._window
        menu = window.menuBar().addMenu(tr("&View"))
        pages = menu.addMenu(tr("&Pages"))
        for group in window.book.groups:
            for place in group:
                keys = f"Ctrl+{place.key_number}" if place.key_number else ""
                add(pages, tr(place.label), partial(window.turn_to, place.key), keys)
            pages.addSeparator()
        add(menu, tr("&Next pane"), window.next_stop, "F6")
        add_themes(menu, shell)
        add(menu, tr("&Full screen"), window.toggle_full_screen, "F11")

    def _insert(self) -> None:
        window = self._window
        menu = window.menuBar().addMenu(tr("&Insert"))
        self.making = [
            add(menu, tr("&More of the same kind"), lambda: window.page.make_usual(), "Ctrl+Return")
        ]
        menu.addSeparator()
        for place, making in window.book.makings():
            entity = making.entity
            self.making.append(add(menu, making.label, partial(window.make, place, entity)))

    def refresh(self) -> None:
        """Follow what is chosen, and what can be undone."""
        desk, work = self._window.work.desk, self._window.work
        for action, label, plain, named in (
            (self.undo, desk.undo_label, tr("&Undo"), tr("&Undo: {step}")),
            (self.redo, desk.redo_label, tr("&Redo"), tr("&Redo: {step}")),
        ):
            action.setEnabled(label is not None)
            action.setText(named.format(step=tr(label)) if label else plain)
        for action in self.chosen:
            action.setEnabled(self._window.page.has_chosen() and not work.read_only)
        for action in self.making:
            action.setEnabled(not work.read_only)
