"""What a window does before it is gone: its last backup."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

from strategidesk.desk.checking import backing_up
from strategidesk.language import tr
from strategidesk.ui.frame.tasks import LAG
from strategidesk.ui.jobs import JobRunner

if TYPE_CHECKING:
    from strategidesk.ui.window import Window


def back_up(window: "Window") -> None:
    """Back up what has changed, on a worker thread; returns when that is done.

    The window goes on being painted and takes no input. Where it takes long it says what it does.
    """
    if not window.work.desk.needs_backup:
        return
    runner, loop = JobRunner(backing_up(window.work.desk)), QEventLoop()
    for end in (runner.finished, runner.failed, runner.cancelled, runner.broken):
        end.connect(loop.quit)
    runner.start()
    QTimer.singleShot(LAG, loop, loop.quit)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if not runner.ended:
        window.setEnabled(False)
        window.status.work(runner, tr("Backing up …"), 0, 0, at_once=True)
        loop.exec()
