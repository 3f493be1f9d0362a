"""What the window does of the commands, whichever page is in front."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from strategidesk.desk.exports import EXPORTS
from strategidesk.ui.frame.events import show_events
from strategidesk.ui.frame.letters import with_letter
from strategidesk.ui.pages.saying import Way
from strategidesk.ui.theme.active import DARK_CHOICE, LIGHT_CHOICE, SYSTEM

if TYPE_CHECKING:
    from strategidesk.ui.shell import Shell
    from strategidesk.ui.window import Window

THEMES = (SYSTEM, LIGHT_CHOICE, DARK_CHOICE)
CHOSEN = ("move_up", "move_down", "level_up", "level_down", "remove")  # act on what is chosen
OF_A_ROUND = ("make_sheets", "change_round", "remind")  # only where there is one
_KEYS = {
    "cut": Qt.Key.Key_X,
    "copy": Qt.Key.Key_C,
    "paste": Qt.Key.Key_V,
    "select_all": Qt.Key.Key_A,
}


_PRESSING = "pressing"  # property of a window whose focused widget is being sent a key


def of_shell(shell: "Shell", front: QMainWindow) -> dict[str, Callable[[], object]]:
    """What can be done whether a strategy is open or not."""
    return {
        "new_strategy": lambda: shell.ask_new(front),
        "open": lambda: shell.ask_open(front),
        "exit": shell.quit,
        "report": shell.copy_report,
        "about": lambda: shell.about(front),
        "settings": lambda: shell.ask_settings(front),
        "help_page": lambda: shell.show_manual(front),
        "keyboard": lambda: shell.show_keyboard(front),
        "tour": lambda: shell.tour(front),
        **{f"theme_{choice}": partial(shell.set_theme, choice) for choice in THEMES},
    }


def of_window(window: "Window") -> dict[str, Callable[[], object]]:
    """What can be done with an open strategy."""
    shell = window.shell
    return {
        **of_shell(shell, window),
        "close": window.close,
        "save": window.save,
        "save_copy": window.save_copy,
        "save_version": window.versioning.save_version,
        "prepare_consultation": window.consulting.prepare,
        "adopt": window.versioning.adopt,
        "new_period": window.versioning.new_period,
        "compare_versions": window.versioning.show_versions,
        "preview": window.previewing.show,
        "print": lambda: window.previewing.show(print_next=True),
        "send_copy": window.sending.ask,
        "merge_copies": window.merging.ask,
        "new_round": window.rounds.ask_new,
        "make_sheets": window.rounds.ask_sheets,
        "change_round": window.rounds.ask_change,
        "remind": window.rounds.remind,
        "read_answers": window.reading_in.ask,
        **window.reading_in.deeds(),
        "backups": lambda: shell.ask_backups(window, window.path),
        "undo": window.undo,
        "redo": window.redo,
        "next_pane": window.next_stop,
        "previous_pane": lambda: window.next_stop(-1),
        "zoom_in": lambda: window.work.zoom_by(1),
        "zoom_out": lambda: window.work.zoom_by(-1),
        "zoom_usual": lambda: window.work.zoom_by(0),
        "events": lambda: show_events(window.events, window),
        "full_screen": window.toggle_full_screen,
        "side_panel": window.side.turn,
        "search": lambda: window.finder.open(),
        "make_usual": lambda: window.page.make_usual(),
        "move_up": lambda: window.page.move_by(-1),
        "move_down": lambda: window.page.move_by(1),
        "level_up": lambda: window.page.change_level(-1),
        "level_down": lambda: window.page.change_level(1),
        "remove": lambda: window.page.remove(),
        **{key: partial(press, window, code) for key, code in _KEYS.items()},
        **{
            f"page_{place.key}": partial(window.turn_to, place.key)
            for group in window.book.groups
            for place in group
        },
        **{f"show_{key}": partial(window.navigation.turn_sight, key) for key in window.book.keys},
        **{
            f"make_{making.entity}": partial(window.make, place, making.entity)
            for place, making in window.book.makings()
        },
        **window.about_file.deeds(),
        "news": partial(window.follow_way, Way("history", only="opened")),
        "repeat_export": lambda: window.exporting.repeat(),
        **{
            f"export_{export.what}": partial(window.exporting.ask_named, export.what)
            for export in EXPORTS
        },
    }


def press(window: QMainWindow, key: Qt.Key) -> None:
    """Have the widget in focus do what it does at Ctrl and this key; nothing where it has no use
    for the key, which then comes back from the menus."""
    widget = window.focusWidget()
    if widget is None or window.property(_PRESSING):
        return
    window.setProperty(_PRESSING, True)
    try:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.ControlModifier)
            QApplication.sendEvent(widget, event)
    finally:
        window.setProperty(_PRESSING, False)


def recent(shell: "Shell", menu: QMenu) -> None:
    """Fill a menu with the files opened last."""
    menu.clear()
    for number, one in enumerate(shell.settings.recent, 1):
        label = f"{number % 10} {one['title'] or one['path']}"
        action = menu.addAction(with_letter(label, str(number % 10)))
        action.triggered.connect(lambda _checked=False, path=one["path"]: shell.open_named(path))
    menu.setEnabled(bool(shell.settings.recent))
