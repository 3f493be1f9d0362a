"""Undo and redo of a step with so much in it that the window would stand still: on a worker."""

from typing import TYPE_CHECKING

from strategidesk.desk.desk import Desk
from strategidesk.desk.jobs import Job, Progress
from strategidesk.errors import UserError
from strategidesk.history.changes import ChangeSet
from strategidesk.language import mark
from strategidesk.model.fields import Id
from strategidesk.ui.running import Running

if TYPE_CHECKING:
    from strategidesk.ui.window import Window

HEAVY = 500  # fields of a step, from which it is turned on a worker


class Turning(Running):
    """Turns the last step. The window waits meanwhile."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._things: tuple[tuple[Id, str], ...] = ()
        self._settles = False

    def begin(self, redo: bool) -> None:
        """Undo or redo; returns at once."""
        if not self.may_begin():
            return
        desk = self._window.work.desk
        self._things, self._settles = desk.concerned(redo), desk.settles(redo)
        self.begin_job(_turning(desk, redo))
        self._window.setEnabled(False)

    def done(self, result: ChangeSet) -> None:
        self._window.setEnabled(True)
        self._window.work.accept(result)
        self._window.turned(self._things, self._settles)

    def refused(self, trouble: UserError) -> None:
        self._window.setEnabled(True)
        super().refused(trouble)

    def cancelled(self) -> None:
        self._window.setEnabled(True)


def _turning(desk: Desk, redo: bool) -> Job[ChangeSet]:
    yield Progress(0, 1, mark("Doing it again") if redo else mark("Undoing"))
    return desk.turn(redo)
