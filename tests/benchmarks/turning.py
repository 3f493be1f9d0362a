"""Page changes in a big strategy, and how long the window stands still while a long job runs."""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from strategidesk import language
from strategidesk.desk.checking import look_through
from strategidesk.desk.exporting import export
from strategidesk.desk.files import make
from strategidesk.desk.jobs import Job, Progress
from strategidesk.ui.app import application
from strategidesk.ui.jobs import JobRunner
from strategidesk.ui.shell import Shell
from strategidesk.ui.start.opening import Opened, opening
from strategidesk.ui.window import Window
from tests.benchmarks.data import strategy
from tests.benchmarks.measuring import Row, in_new_process, seconds, timed
from tests.support.windows import opened

WORDS, ACTIVITIES = 70_000, 10_000  # 200 pages
TIMES = 5
MOST_TO_TURN = 0.3  # of a bare window: 50 ms where that takes 165
MOST_TO_BLOCK = 0.050  # seconds
COUNTED = 500


def rows(folder: Path) -> Iterator[Row]:
    """Turning to each page again, against a bare window of Qt; then blocks of the thread."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["STRATEGIDESK_CONFIG"] = str(folder)
    app = QApplication.instance() or application()
    language.use("sv")
    path = folder / "turning.strategi"
    make(path, "Alva", strategy(WORDS, ACTIVITIES))
    shell = Shell(application(), "Alva")
    shell.open(path)
    window = opened(shell)
    try:
        yield from _turned(window)
        yield from _blocked(window, folder)
    finally:
        window.close()
        shell.give_up()
    assert app is not None


def _turned(window: Window) -> Iterator[Row]:
    """Each page the second time and later."""
    turn = partial(_turn, window)
    for key in window.book.keys:
        turn(key)
    taken: dict[str, list[float]] = {key: [] for key in window.book.keys}
    bare = [timed(lambda: in_new_process("tests.benchmarks.first_paint", "bare"))
            for _ in range(TIMES)]  # fmt: skip
    for _ in range(TIMES):
        for key in window.book.keys:
            taken[key].append(timed(partial(turn, key), clean=False))
    floor = sorted(bare)[TIMES // 2]
    for key, times in taken.items():
        median = sorted(times)[TIMES // 2]
        peer = f"bare window {seconds(floor)}"
        yield Row(f"Turn to {key}", seconds(median), peer, median / floor, MOST_TO_TURN)


def _turn(window: Window, key: str) -> None:
    window.turn_to(key)
    QApplication.processEvents()


def _blocked(window: Window, folder: Path) -> Iterator[Row]:
    """The longest time in which the window answers nobody, while a job runs on its thread."""
    desk = window.work.desk
    copy = folder / "other.strategi"
    make(copy, "Alva", strategy(WORDS, ACTIVITIES))
    jobs: dict[str, Callable[[], Job[object]]] = {
        "export to Word": lambda: export(desk.strategy, "strategy", folder / "out.docx"),
        "look-through and backup": lambda: look_through(desk),
        "opening": lambda: _closed(opening(copy, "Alva", None)),
    }
    for name, job in jobs.items():
        pairs = [(_longest_gap(job()), _longest_gap(_counting())) for _ in range(TIMES)]
        ours, floor = (statistics.median(gaps) for gaps in zip(*pairs, strict=True))
        peer = f"limit {seconds(MOST_TO_BLOCK)}, counting alone {seconds(floor)}"
        yield Row(f"Longest block, {name}", seconds(ours), peer, ours / MOST_TO_BLOCK, 1.0)


def _counting() -> Job[object]:
    """A job that only counts: how long a busy machine has the window wait."""
    for _ in range(COUNTED):
        yield Progress(sum(range(20_000)), 0)
    return None


def _closed(job: Job[Opened]) -> Job[object]:
    made = yield from job
    made.desk.close()
    return None


def _longest_gap(job: Job[object]) -> float:
    """Seconds between two turns of the event loop, at most, from start to end of a job."""
    runner = JobRunner(job)
    loop = QEventLoop()
    for ended in (runner.finished, runner.failed, runner.cancelled, runner.broken):
        ended.connect(loop.quit)
    with _gaps() as gaps:
        runner.start()
        loop.exec()
    runner.wait()
    return max(gaps)


@contextmanager
def _gaps() -> Iterator[list[float]]:
    """The times between a timer's calls that come as often as the loop is free."""
    gaps: list[float] = []
    last = [time.perf_counter()]

    def tick() -> None:
        now = time.perf_counter()
        gaps.append(now - last[0])
        last[0] = now

    timer = QTimer(interval=0)
    timer.timeout.connect(tick)
    timer.start()
    yield gaps
    tick()
    timer.stop()
