"""Taking answers in: one step, on a worker."""

from typing import TYPE_CHECKING

from strategidesk.errors import UserError
from strategidesk.history.changes import ChangeSet
from strategidesk.language import mark, tr
from strategidesk.ui.answers import keys
from strategidesk.ui.frame.banner import INFO, OK, Act
from strategidesk.ui.pages.saying import counted
from strategidesk.ui.pages.table import REVIEW
from strategidesk.ui.running import Running

if TYPE_CHECKING:
    from strategidesk.desk.answers.outcomes import Judgment
    from strategidesk.ui.window import Window


class TakingIn(Running):
    """Takes the answers in as one step. The window waits meanwhile."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._asked = 0  # questions that become things to review

    def begin(self, shown: "Judgment") -> None:
        """Take in what of a judgment is taken, and keep what is asked."""
        from strategidesk.desk.answers.taking import taking
        from strategidesk.ui.answers.jobs import taking_in

        window = self._window
        command = taking(shown, window.work.desk.author)
        if command is None:
            window.banner.tell(INFO, tr("Nothing is new in these files."))
            return
        self._asked = command.waiting
        self.begin_job(taking_in(window.work.desk, command))
        window.setEnabled(False)

    def done(self, result: ChangeSet) -> None:
        window = self._window
        window.setEnabled(True)
        window.reading_in.page().taken()
        window.work.accept(result)
        window.turn_to(keys.FOLLOW_UP)
        parts = [tr("The answers are entered. Undo takes them all back.")]
        acts = []
        if self._asked:
            one, many = mark("1 is to be looked at."), mark("{n} are to be looked at.")
            parts.append(counted(self._asked, one, many))
            acts.append(Act(tr("Review now"), lambda: window.turn_to(REVIEW)))
        window.banner.tell(OK, " ".join(parts), *acts)

    def refused(self, trouble: UserError) -> None:
        self._window.setEnabled(True)
        super().refused(trouble)
        self._window.reading_in.judge_again()

    def cancelled(self) -> None:
        self._window.setEnabled(True)
