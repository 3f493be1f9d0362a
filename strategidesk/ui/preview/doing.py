"""Long work over a document that is looked at: its words, how far it has come, and a stop."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from strategidesk.desk.jobs import Job, Progress
from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.ui.jobs import JobRunner
from strategidesk.ui.parts import button, label
from strategidesk.ui.theme import faces


class Doing(QWidget):
    """One job at a time; shown while it goes on. `ended`: it does not go on any more."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._runner: JobRunner | None = None
        self.words = label("", faces.small())
        self._bar = QProgressBar()
        self._bar.setFixedSize(faces.grown(140), 6)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("How far it has come"))
        self.cancel = button(tr("Cancel"), "link", self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words)
        row.addWidget(self._bar)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether something goes on."""
        return self._runner is not None

    def begin(
        self,
        job: Job[Any],
        done: Callable[[Any], object],
        refused: Callable[[UserError], object],
        cancelled: Callable[[], object],
    ) -> None:
        """Run a job on a worker thread, in place of what went on; one of the three is called."""
        self.stop()
        runner = self._runner = JobRunner(job)
        runner.progressed.connect(self._show)
        runner.finished.connect(lambda result: self._end(runner, lambda: done(result)))
        runner.failed.connect(lambda trouble: self._end(runner, lambda: refused(trouble)))
        runner.cancelled.connect(lambda: self._end(runner, cancelled))
        runner.broken.connect(lambda: self._end(runner, lambda: None))
        self.words.setText("")
        for part in (self._bar, self.cancel, self):
            part.show()
        runner.start()

    def tell(self, words: str) -> None:
        """Say what came of it."""
        self.words.setText(words)
        for part in (self._bar, self.cancel):
            part.hide()
        self.show()

    def stop(self, wait: bool = False) -> None:
        """Stop what goes on, and `wait` until it is at its end; nobody is told what came of it."""
        runner, self._runner = self._runner, None
        if runner is not None:
            runner.cancel()
            if wait:
                runner.wait()
        self.hide()

    def _stop(self) -> None:
        if self._runner is not None:
            self._runner.cancel()

    def _show(self, progress: Progress) -> None:
        if self.sender() is self._runner:
            self.words.setText(tr(progress.text))
            self._bar.setRange(0, progress.total)
            self._bar.setValue(progress.done)

    def _end(self, runner: JobRunner, then: Callable[[], object]) -> None:
        if runner is not self._runner:
            return
        self._runner = None
        self.hide()
        then()
        self.ended.emit()
