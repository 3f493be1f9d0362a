"""The status bar says what it says at the times that the window's concept names."""

import pytest

from strategidesk.ui.frame.status import Status
from strategidesk.ui.frame.tasks import Task

pytestmark = pytest.mark.usefixtures("qapp")


def test_that_work_shows_after_300_milliseconds_and_can_be_cancelled_after_two_seconds() -> None:
    bar = Status()
    bar.work("opening", "Öppnar …", 0, 0, lambda: None)
    (task,) = bar.findChildren(Task)

    assert (task.lag.interval(), task.patience.interval()) == (300, 2000)
    assert (task.shown, task.stoppable) == (False, False)
    assert bar._bar.isHidden()
    assert bar._cancel.isHidden()
    bar.deleteLater()


def test_that_a_hint_stands_for_six_seconds() -> None:
    bar = Status()
    bar.hint("Allt är sparat.")

    assert bar._fading.interval() == 6000
    assert bar._fading.isActive()
    assert bar.hinted == "Allt är sparat."
    bar._fading.timeout.emit()
    assert bar.hinted == ""
    bar.deleteLater()
