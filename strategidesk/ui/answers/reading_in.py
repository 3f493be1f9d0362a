"""Reading in what came back: the window's work for the page of answers."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.store.atomic import replacing
from strategidesk.store.troubles import explained
from strategidesk.ui import asking
from strategidesk.ui.answers import keys
from strategidesk.ui.exporting import show_path
from strategidesk.ui.frame.banner import INFO, OK, WARN, Act
from strategidesk.ui.running import Running

if TYPE_CHECKING:
    from strategidesk.model.strategy import Strategy
    from strategidesk.ui.answers.jobs import Read
    from strategidesk.ui.pages.answers import AnswersPage
    from strategidesk.ui.window import Window


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
        self.begin_job(reading(strategy, page.answers.received, paths))

    def judge_again(self) -> None:
        """Judge what was read before, as the strategy has changed since."""
        from strategidesk.ui.answers.jobs import judging

        page = self.page()
        if not self._window.busy and page.answers.received:
            files = page.answers.received
            self._judged = self._window.work.strategy
            self.begin_job(judging(self._judged, files))

    def deeds(self) -> dict[str, Callable[[], object]]:
        """What the page has the window do, by command key."""
        return {
            keys.JUDGE: self.judge_again,
            keys.PUT_AWAY: self.put_away,
            keys.REPORT: self.save_report,
            keys.TAKE: self.take,
        }

    def page(self) -> "AnswersPage":
        """The page, in front from now on."""
        from strategidesk.ui.pages.answers import AnswersPage

        self._window.turn_to(keys.PAGE)
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
        self._window.turn_to(keys.FOLLOW_UP)
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
        from strategidesk.desk.answers.report import as_text

        window = self._window
        name = tr("Report on answers") + ".json"
        path = asking.new_file(
            window, window.shell.settings, "report", tr("Save the report"), name, ".json"
        )
        if path is None:
            return
        try:
            with explained(path), replacing(path) as work:
                work.write_text(as_text(self.page().answers.shown), encoding="utf-8")
        except UserError as trouble:
            window.banner.tell(WARN, str(trouble))
            return
        show = Act(tr("Show in the folder"), lambda: show_path(path.parent))
        window.banner.tell(OK, tr("The report is saved."), show)
