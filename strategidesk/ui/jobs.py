"""Drives a desk's job on a worker thread; the window hears of it by signals."""

import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from strategidesk.desk.jobs import Job
from strategidesk.errors import UserError
from strategidesk.ui import sweeping

_under_way: set["JobRunner"] = set()  # nobody else may hold on to them until their end is told
TURN = 0.001  # seconds that a job keeps Python to itself while the window's thread waits for it


class JobRunner(QObject):
    """One job. Exactly one of `finished` (its result), `failed` (a UserError), `cancelled` or
    `broken` (a bug, which goes on to sys.excepthook) comes last, after any number of
    `progressed` (a Progress)."""

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    broken = Signal()

    def __init__(self, job: Job[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._stop = threading.Event()
        self._ended = threading.Event()
        self._holds = False
        for end in (self.finished, self.failed, self.cancelled, self.broken):
            end.connect(self._let_go)  # before anybody is told, who may let the runner go

    def start(self) -> None:
        """Begin; returns at once."""
        sys.setswitchinterval(TURN)
        sweeping.hold()
        self._holds = True
        _under_way.add(self)
        QThreadPool.globalInstance().start(_Drive(self))

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether it has been asked to stop."""
        return self._stop.is_set()

    @property
    def ended(self) -> bool:
        """Whether the job has let go of its files."""
        return self._ended.is_set()

    def wait(self) -> None:
        """Until the job has let go of its files."""
        self._ended.wait()
        self._let_go()

    def _let_go(self) -> None:
        if self._holds:
            self._holds = False
            _under_way.discard(self)
            sweeping.let_go()

    def drive(self) -> None:
        """Run the job to its end; on the worker thread."""
        end: Callable[[], object] = self.broken.emit
        try:
            while not self._stop.is_set():
                self.progressed.emit(next(self._job))
            self._job.close()
            end = self.cancelled.emit
        except StopIteration as stop:
            end = partial(self.finished.emit, stop.value)
        except UserError as error:
            end = partial(self.failed.emit, error)
        finally:
            self._ended.set()
            end()


class _Drive(QRunnable):
    def __init__(self, runner: JobRunner) -> None:
        super().__init__()
        self._runner = runner

    def run(self) -> None:
        self._runner.drive()
