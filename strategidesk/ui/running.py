"""Long work of a window: one job at a time, its progress in the status bar, where it is stopped."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from strategidesk.desk.jobs import Job, Progress
from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.ui.frame.banner import WARN
from strategidesk.ui.jobs import JobRunner

if TYPE_CHECKING:
    from strategidesk.ui.window import Window


class Running(QObject):
    """Runs the jobs of one kind for a window. What comes of them is told by who inherits."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.runner: JobRunner | None = None

    def may_begin(self) -> bool:
        """Whether the window does nothing else that takes long; where it does, that is told."""
        if self._window.busy:
            words = tr("Something else is being done. Wait until that is ready.")
            self._window.banner.tell(WARN, words)
            return False
        return True

    def begin_job(self, job: Job[Any]) -> None:
        """Run a job on a worker thread; returns at once."""
        self.runner = JobRunner(job, self)
        self.runner.progressed.connect(self._progressed)
        self.runner.finished.connect(self._ended_well)
        self.runner.failed.connect(self._ended_badly)
        self.runner.cancelled.connect(self._stopped)
        self.runner.broken.connect(self._end)
        self.runner.start()
        self._window.show_acts()

    def cancel(self) -> None:
        """Stop what is going on."""
        if self.runner is not None:
            self.runner.cancel()

    def stop(self) -> None:
        """Stop and wait; the window closes."""
        if self.runner is not None:
            self.runner.cancel()
            self.runner.wait()

    def words(self, progress: Progress) -> str:
        """What is said of how far the job has come."""
        return tr(progress.text)

    def done(self, _result: Any) -> None:
        """The job has come to its end."""

    def refused(self, trouble: UserError) -> None:
        """The job could not be done."""
        self._window.banner.tell(WARN, str(trouble))

    def cancelled(self) -> None:
        """The job was stopped."""

    def _progressed(self, progress: Progress) -> None:
        if self.runner is not None:
            words = self.words(progress)
            self._window.status.work(self, words, progress.done, progress.total, self.cancel)

    def _end(self) -> None:
        self._window.status.work_ended(self)
        if self.runner is not None:
            self.runner.deleteLater()
            self.runner = None
        self._window.show_acts()

    def _ended_well(self, result: Any) -> None:
        self._end()
        self.done(result)

    def _ended_badly(self, trouble: UserError) -> None:
        self._end()
        self.refused(trouble)

    def _stopped(self) -> None:
        self._end()
        self.cancelled()
