"""What stood in the way of opening a file, and what can be done about it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from strategidesk.desk.backups import whole
from strategidesk.desk.clock import Clock
from strategidesk.errors import UserError
from strategidesk.language import mark, tr
from strategidesk.store.lock import FileIsOpen
from strategidesk.store.troubles import Damaged
from strategidesk.ui.frame.banner import DANGER, INFO, WARN, Act
from strategidesk.ui.overview.moments import moment

LATEST = mark("The file is damaged and is not opened. The latest whole backup is {when}.")

if TYPE_CHECKING:
    from strategidesk.ui.shell import Shell
    from strategidesk.ui.window import Window


def tell_trouble(shell: "Shell", front: QMainWindow | None, path: Path, trouble: UserError) -> None:
    """Say in the window in front why a file was not opened."""
    from strategidesk.ui.start.beginning import ask_copy

    banner = shell.banner(front)
    if isinstance(trouble, FileIsOpen):
        read = Act(tr("Read it"), partial(shell.open, path, front, reading=True))
        copy = Act(tr("Work in a copy of your own"), partial(ask_copy, shell, front, path))
        banner.tell(INFO, str(trouble), read, copy)
    elif isinstance(trouble, Damaged):
        show = Act(tr("Show backups …"), partial(shell.ask_backups, front, path))
        banner.tell(DANGER, str(trouble), show)
    else:
        banner.tell(WARN, str(trouble))


def damaged(path: Path, trouble: Damaged) -> Damaged:
    """The trouble with the time of the latest whole backup, where there is one. Reads backups: not
    on the window's thread."""
    latest = next(whole(path), None)
    if latest is None:
        return trouble
    when = moment(round(latest.at.timestamp() * 1e6), Clock()())
    return Damaged(LATEST, when=when)


def tell_only_reading(shell: "Shell", window: "Window", trouble: UserError) -> None:
    """Say in the window of a file why it was opened for reading."""
    from strategidesk.ui.start.beginning import ask_copy

    copy = Act(tr("Work in a copy of your own"), partial(ask_copy, shell, window, window.path))
    window.banner.tell(INFO, str(trouble), copy)
