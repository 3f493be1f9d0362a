"""Copies of the open file, with what is typed and not saved yet."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from strategidesk.desk import files
from strategidesk.desk.jobs import Progress
from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.ui import asking
from strategidesk.ui.frame.banner import OK, WARN
from strategidesk.ui.jobs import JobRunner

if TYPE_CHECKING:
    from strategidesk.ui.window import Window


class Copying(QObject):
    """Makes copies for a window, one at a time, on a worker thread."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._target = Path()
        self.runner: JobRunner | None = None

    def ask(self) -> None:
        """Let the user choose a place, and make a copy there."""
        window = self._window
        if self.runner is not None:
            return
        window.saving.commit()
        name = tr("{name}, copy", name=window.path.stem) + asking.ENDING
        target = asking.new_file(
            window, window.shell.settings, "copy", tr("Save a copy"), name, asking.ENDING
        )
        if target is not None:
            self._begin(target)

    def _begin(self, target: Path) -> None:
        window = self._window
        window.saving.keep()
        texts = [held.draft for held in window.work.holding.texts]
        author = None if window.work.read_only else window.work.desk.author
        job = files.copying(window.path, target, author, texts)
        self._target = target
        self.runner = JobRunner(job, self)
        self.runner.progressed.connect(self._progressed)
        self.runner.finished.connect(self._finished)
        self.runner.failed.connect(self._failed)
        self.runner.cancelled.connect(self._end)
        self.runner.broken.connect(self._end)
        self.runner.start()
        window.menus.refresh()

    def stop(self) -> None:
        """Wait until the copy is whole; the window closes."""
        if self.runner is not None:
            self.runner.wait()

    def _progressed(self, progress: Progress) -> None:
        if self.runner is not None:
            text = tr("Saving a copy …")
            self._window.status.work(self, text, progress.done, progress.total)

    def _end(self) -> None:
        self._window.status.work_ended(self)
        if self.runner is not None:
            self.runner.deleteLater()
            self.runner = None
        self._window.menus.refresh()

    def _finished(self) -> None:
        self._end()
        self._window.banner.tell(OK, tr("The copy lies in {path}.", path=self._target))

    def _failed(self, trouble: UserError) -> None:
        self._end()
        self._window.banner.tell(WARN, str(trouble))
