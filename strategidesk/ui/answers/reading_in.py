"""Reading in what came back, and taking it in: the window's work for the page."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from strategidesk.errors import UserError
from strategidesk.history.changes import ChangeSet
from strategidesk.language import mark, tr
from strategidesk.store.atomic import replacing
from strategidesk.store.troubles import explained
from strategidesk.ui import asking
from strategidesk.ui.exporting import show_path
from strategidesk.ui.frame.banner import INFO, OK, WARN, Act
from strategidesk.ui.pages.saying import counted
from strategidesk.ui.pages.table import REVIEW
from strategidesk.ui.running import Running

if TYPE_CHECKING:
    from strategidesk.desk.answers.outcomes import Judgment
    from strategidesk.model.strategy import Strategy
    from strategidesk.ui.answers.jobs import Read
    from strategidesk.ui.pages.answers import AnswersPage
    from strategidesk.ui.window import Window

PAGE = "answers"  # of the window
FOLLOW_UP = "follow_up"  # the page that it belongs to


class ReadingIn(Running):
    """Reads files in on worker threads. Nothing is written before the user takes it in."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._judged: Strategy | None = None  # what the files were judged by

    def ask(self) -> None:
        """Let the user choose the files."""
        paths = asking.sheets_to_read(self._window, self._window.shell.settings)
        if paths:
            self.begin(paths)

    def begin(self, paths: Sequence[Path]) -> None:
        """Read these files and folders in, and show the page."""
        from strategidesk.ui.answers.jobs import reading

        if not self.may_begin() or not self._window.saving.commit():
            return
        page = self.page()
        strategy = self._judged = self._window.work.strategy
        self.begin_job(reading(strategy, page.answers.received, paths, page.round))

    def judge_again(self) -> None:
        """Judge what was read before, as the strategy has changed since."""
        from strategidesk.ui.answers.jobs import judging

        page = self.page()
        if not self._window.busy and page.answers.received:
            files = page.answers.received
            self._judged = self._window.work.strategy
            self.begin_job(judging(self._judged, files, page.round))

    def deeds(self) -> dict[str, Callable[[], object]]:
        """What the page has the window do, by command key."""
        return {
            "judge_answers": self.judge_again,
            "put_away_answers": self.put_away,
            "save_answers_report": self.save_report,
            "take_answers": self.take,
        }

    def page(self) -> "AnswersPage":
        """The page, in front from now on."""
        from strategidesk.ui.pages.answers import AnswersPage

        self._window.turn_to(PAGE)
        page = self._window.page
        assert isinstance(page, AnswersPage)
        return page

    def take(self) -> None:
        """Take in what the page shows, unless it was judged before the strategy changed."""
        page = self.page()
        if not self.may_begin() or not self._window.saving.commit():
            return
        if page.stale:
            self.judge_again()
            words = tr("The strategy has changed. Look through the answers again before you go on.")
            self._window.banner.tell(WARN, words)
            return
        self._window.taking_in.begin(page.answers.shown)

    def put_away(self) -> None:
        """Forget the files, until the user wants them back."""
        page = self.page()
        page.put_away()
        self._window.turn_to(FOLLOW_UP)
        back = Act(tr("Bring them back"), self._bring_back)
        told = tr("The files are put away. Nothing was entered.")
        self._window.banner.tell(INFO, told, back)

    def _bring_back(self) -> None:
        self.page().bring_back()
        self.judge_again()

    def done(self, result: "Read") -> None:
        files, judgment = result
        self.page().show_read(files, judgment)
        if self._judged is not self._window.work.strategy:  # it changed meanwhile
            self.judge_again()

    def cancelled(self) -> None:
        self._window.banner.tell(INFO, tr("The reading was stopped. Nothing is entered."))

    def save_report(self) -> None:
        """Save what is said of every cell where the user says."""
        from strategidesk.desk.answers.report import as_json

        window = self._window
        name = tr("Report on answers") + ".json"
        path = asking.new_file(
            window, window.shell.settings, "report", tr("Save the report"), name, ".json"
        )
        if path is None:
            return
        text = json.dumps(as_json(self.page().answers.shown), ensure_ascii=False, indent=1)
        try:
            with explained(path), replacing(path) as work:
                work.write_text(f"{text}\n", encoding="utf-8")
        except UserError as trouble:
            window.banner.tell(WARN, str(trouble))
            return
        show = Act(tr("Show in the folder"), lambda: show_path(path.parent))
        window.banner.tell(OK, tr("The report is saved."), show)


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
        window.turn_to(FOLLOW_UP)
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
