"""Bugs: the user is told that the text is saved, and can copy a report without any of it."""

import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, QThread, Signal

import strategidesk


def report(error: BaseException) -> str:
    """What went wrong where in the program: no message and no value, as those may be text, and no
    name of the user's, as their home folder has."""
    import platform
    from pathlib import Path

    from PySide6 import __version__ as qt

    head = (
        f"StrategiDesk {strategidesk.__version__}, Python {platform.python_version()}, "
        f"PySide6 {qt}, {platform.platform()}"
    )
    lines = [head, f"Thread: {threading.current_thread().name}"]
    home = str(Path.home())
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        for place in traceback.extract_tb(link.__traceback__):
            file = place.filename.replace(home, "~")
            lines.append(f"  {file}:{place.lineno} {place.name}: {place.line}")
        link = link.__cause__ or link.__context__
    return "\n".join(lines)


class Watch(QObject):
    """Takes over sys.excepthook; whatever thread a bug shows in, the dialog opens in the window's.

    `reported` carries the report's text. One dialog stands at a time. What is being typed is kept
    first, by `keep`, which says whether all of it could be.
    """

    reported = Signal(str)

    def __init__(self, keep: Callable[[], bool]) -> None:
        super().__init__()
        self._keep = keep
        self._showing = False
        self.last = ""
        self.reported.connect(self._show)

    def install(self) -> None:
        """From now on."""
        sys.excepthook = self.caught
        threading.excepthook = lambda given: self.caught(
            given.exc_type, given.exc_value, given.exc_traceback
        )

    def caught(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """What Python calls with an exception that nobody caught."""
        sys.__excepthook__(kind, error or kind(), trace)
        if issubclass(kind, Exception):
            self.reported.emit(report(error or kind()))

    def _show(self, text: str) -> None:
        self.last = text
        if self._showing or QThread.currentThread() is not self.thread():
            return
        self._showing, kept = True, False
        try:
            kept = self._keep()
        finally:  # whatever comes of it, the first one is told
            self._tell(text, kept)
            self._showing = False

    def _tell(self, text: str, kept: bool) -> None:
        from strategidesk.ui.dialogs.crash import CrashDialog

        dialog = CrashDialog(text, kept)
        dialog.exec()
        dialog.deleteLater()
