"""Opens strategy files on a worker thread; the window that asked for it stays usable."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from strategidesk.desk.jobs import Job, Progress
from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.ui.frame import places
from strategidesk.ui.jobs import JobRunner

if TYPE_CHECKING:
    from strategidesk.desk.desk import Desk
    from strategidesk.ui.shell import Shell, Then

_NEEDED = ("strategidesk.ui.window", "strategidesk.ui.pages.book")  # to show a file
_FIRST = "overview"  # the page of a file that has not been open here


@dataclass(frozen=True)
class Opened:
    """An open file. `restored`: what was being typed when the program ended last is in its place;
    `only_reading`: why it cannot be written to, where it was to be."""

    desk: "Desk"
    restored: bool = False
    only_reading: UserError | None = None


def opening(
    path: Path, author: str | None, make: Callable[[], object] | None, page: str = ""
) -> Job[Opened]:
    """Open a file, to write as the author or to read, and import all that a window on it needs,
    with this page in front.

    `make` puts the file there first. A file that must not be written to is opened for reading.
    """
    yield Progress(0, 0)
    if make is not None:
        make()
    from strategidesk.desk.desk import Desk
    from strategidesk.store.troubles import Damaged

    for name in _NEEDED:
        import_module(name)
    from strategidesk.ui.pages.book import module_of

    import_module(module_of(page or _FIRST))
    yield Progress(0, 0)
    trouble = None
    try:
        desk = Desk.open(path, author, backup_first=False)
    except Damaged as error:
        from strategidesk.ui.start.troubles import damaged

        raise damaged(path, error) from error
    except UserError as error:
        if author is None or not _only_readable(error):
            raise
        trouble = error
        desk = Desk.open(path)
    try:
        yield Progress(0, 0)
        restored = desk.file.writable and bool(desk.settle_drafts())
    except BaseException:
        desk.close()
        raise
    return Opened(desk, restored, trouble)


def _only_readable(error: UserError) -> bool:
    from strategidesk.store.troubles import READ_ONLY

    return error.template == READ_ONLY


@dataclass(frozen=True)
class _Wish:
    """What was asked for: by whom, how, and what is to follow."""

    path: Path
    front: QMainWindow | None
    reading: bool
    then: "Then | None"


class Openings(QObject):
    """Files on their way into windows. `idle`: none is any more."""

    idle = Signal()

    def __init__(self, shell: "Shell") -> None:
        super().__init__()
        self._shell = shell
        self._under_way: dict[Path, JobRunner] = {}

    @property
    def under_way(self) -> bool:
        """Whether some file is being opened."""
        return bool(self._under_way)

    def start(
        self,
        path: Path,
        front: QMainWindow | None,
        reading: bool,
        make: Callable[[], object] | None,
        then: "Then | None",
    ) -> None:
        """Begin, unless the file is on its way already."""
        if path in self._under_way:
            return
        wish = _Wish(path, front, reading, then)
        author = None if reading else self._shell.author
        kept = self._shell.settings.places.get(str(path), {})
        job = opening(path, author, make, places.page_of(kept))
        runner = self._under_way[path] = JobRunner(job, self)
        status = self._shell.status(front)
        if status is not None:
            status.work(runner, tr("Opening {name} …", name=path.name), 0, 0, runner.cancel)
        runner.finished.connect(partial(self._opened, wish))
        runner.failed.connect(partial(self._failed, wish))
        runner.cancelled.connect(partial(self._stopped, wish))
        runner.broken.connect(partial(self._stopped, wish))
        runner.start()

    def _opened(self, wish: _Wish, opened: Opened) -> None:
        left = self._under_way[wish.path].stopping
        self._end(wish)
        if left:
            opened.desk.close()
            self._go_back()
            return
        window = self._shell.take(opened)
        if opened.only_reading is not None:
            from strategidesk.ui.start.troubles import tell_only_reading

            tell_only_reading(self._shell, window, opened.only_reading)
        if wish.then is not None:
            wish.then(window)

    def _failed(self, wish: _Wish, trouble: UserError) -> None:
        self._end(wish)
        from strategidesk.ui.start.troubles import tell_trouble

        tell_trouble(self._shell, wish.front, wish.path, trouble)

    def _stopped(self, wish: _Wish) -> None:
        self._end(wish)
        self._go_back()

    def _go_back(self) -> None:
        """The start page takes the place of the name that stood there alone."""
        if self._shell.start is not None:
            self._shell.start.fill()

    def _end(self, wish: _Wish) -> None:
        runner = self._under_way.pop(wish.path)
        status = self._shell.status(wish.front)
        if status is not None:
            status.work_ended(runner)
        runner.deleteLater()
        if not self._under_way:
            self.idle.emit()

    def give_up(self) -> None:
        """Stop what is under way, and wait until it has let go of its files."""
        for runner in self._under_way.values():
            runner.cancel()
        for runner in self._under_way.values():
            runner.wait()
