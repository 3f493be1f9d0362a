"""Python sweeps no rubbish while a worker runs: on its thread, widgets would die."""

import gc
import threading

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from strategidesk.desk.jobs import Job, Progress
from strategidesk.ui.jobs import JobRunner


def _job(seen: list[bool], go_on: threading.Event) -> Job[None]:
    yield Progress(0, 1)
    seen.append(gc.isenabled())
    go_on.wait()


@pytest.mark.usefixtures("qapp")
def test_that_nothing_is_swept_while_any_worker_runs(qtbot: QtBot) -> None:
    assert gc.isenabled()
    seen: list[bool] = []
    first, second = threading.Event(), threading.Event()
    one, other = JobRunner(_job(seen, first)), JobRunner(_job(seen, second))
    one.start()
    other.start()

    with qtbot.waitSignal(one.finished):
        first.set()
    assert not gc.isenabled()
    with qtbot.waitSignal(other.finished):
        second.set()

    assert seen == [False, False]
    assert gc.isenabled()


@pytest.mark.usefixtures("qapp")
def test_that_a_job_that_nobody_asks_for_any_more_lets_the_sweeping_go_on(qtbot: QtBot) -> None:
    seen: list[bool] = []
    go_on = threading.Event()
    JobRunner(_job(seen, go_on)).start()
    qtbot.waitUntil(lambda: bool(seen))
    assert not gc.isenabled()

    go_on.set()
    QThreadPool.globalInstance().waitForDone()  # its end is not told yet
    qtbot.waitUntil(gc.isenabled)
