"""Rounds of a window: asked for, changed, and their sheets made as a job."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from strategidesk.desk.jobs import Progress
from strategidesk.desk.rounds.commands import NewRound, RemoveRound
from strategidesk.desk.rounds.sheets import SentRound, sending
from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Round
from strategidesk.ui.exporting import show_path
from strategidesk.ui.follow_up.rounds import ROUND, shown_round
from strategidesk.ui.frame.banner import INFO, OK, REMOVAL, WARN, Act
from strategidesk.ui.rounds.naming import round_name
from strategidesk.ui.running import Running

if TYPE_CHECKING:
    from strategidesk.ui.dialogs import make_sheets, round
    from strategidesk.ui.dialogs.sheets import Sheets, SheetsDialog
    from strategidesk.ui.window import Window

PAGE = "follow_up"  # where the rounds are told of


class Rounds(Running):
    """Makes the sheets of one round at a time."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self.sent: SentRound | None = None  # what was made last
        self._round: Id | None = None  # whose sheets are being made, or were last
        self._made_now = False  # the round came with them

    def _known(self, id: Id | None) -> Round | None:
        work = self._window.work
        return work.strategy.get(Round, id) or shown_round(work)

    # what is asked

    def ask_new(self) -> None:
        """Let the user say what a new round asks."""
        self._ask_round(None)

    def ask_change(self, id: Id | None = None) -> None:
        """Let the user change a round, the one that is shown where none is named."""
        now = self._known(id)
        if now is not None:
            self._ask_round(now)

    def _ask_round(self, now: Round | None) -> None:
        if self._window.saving.commit():
            from strategidesk.ui.dialogs.round import RoundDialog

            self._open(RoundDialog(self._window, now), self.do)

    def ask_sheets(self, id: Id | None = None) -> None:
        """Let the user say which sheets of a round are made, where, and on which workbook."""
        round = self._known(id)
        if round is not None and self._window.saving.commit():
            from strategidesk.ui.dialogs.make_sheets import MakeSheetsDialog

            self._open(MakeSheetsDialog(self._window, round), self.make)

    def _open(self, dialog: "SheetsDialog", then: Callable[..., None]) -> None:
        dialog.wanted.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def remind(self) -> None:
        """Reminders to copy, on the page that tells who is late."""
        self._window.turn_to(PAGE)
        copy = self._window.page.deeds().get("remind")
        if copy is None:
            self._window.status.hint(tr("No unit is late with its answers."))
        else:
            copy()

    # what is done

    def do(self, wish: "round.Wish") -> None:
        """Make, change or remove a round; the sheets of a new one on a worker thread."""
        window = self._window
        if wish.sheets is not None and not self.may_begin():
            return
        if window.work.run(wish.command or RemoveRound(wish.round)) is None:
            return
        if isinstance(wish.command, NewRound):
            window.work.memory[ROUND] = wish.round
        if wish.command is None:
            back = Act(tr("Undo"), window.undo)
            window.banner.tell(INFO, tr("The round is removed. The answers stay."), back,
                               about=REMOVAL)  # fmt: skip
        elif wish.sheets is not None:
            self._begin(wish.round, wish.sheets, made_now=True)
        else:
            self._tell_round(wish.round)

    def make(self, wish: "make_sheets.Wish") -> None:
        """Make sheets of a round that is there."""
        if self.may_begin():
            self._begin(wish.round, wish.sheets, made_now=False)

    def _begin(self, id: Id, sheets: "Sheets", made_now: bool) -> None:
        strategy = self._window.work.strategy
        round = strategy.get(Round, id)
        assert round is not None
        self._round, self._made_now = id, made_now
        self.begin_job(sending(strategy, round, sheets.folder, sheets.order))

    def words(self, progress: Progress) -> str:
        if not progress.done:
            return super().words(progress)
        return tr("Sheet {n} of {all} is made", n=progress.done, all=progress.total)

    # what is told

    def _tell_round(self, id: Id) -> None:
        round = self._known(id)
        assert round is not None
        words = tr("The round ”{name}” is kept.", name=round_name(round))
        make = Act(tr("Make Excel sheets …"), lambda: self.ask_sheets(id))
        self._window.banner.tell(OK, words, make)

    def done(self, result: SentRound) -> None:
        self.sent = result
        count = len(result.sheets)
        words = (
            tr("1 Excel sheet is made.")
            if count == 1
            else tr("{n} Excel sheets are made.", n=count)
        )
        show = Act(tr("Show in folder"), lambda: show_path(result.folder), stays=True)
        copy = Act(tr("Copy the e-mails …"), self.show_mails, stays=True)
        detail = tr("They lie in {folder}.", folder=result.folder)
        self._window.banner.tell(OK, words, show, copy, detail=detail)

    def show_mails(self) -> None:
        """The e-mails of what was made last."""
        if self.sent is not None:
            from strategidesk.ui.dialogs.round_mails import RoundMailsDialog

            dialog = RoundMailsDialog(self._window, self.sent)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def cancelled(self) -> None:
        self._tell_none(INFO, tr("The work was stopped. No sheet has been made."))

    def refused(self, trouble: UserError) -> None:
        self._tell_none(WARN, str(trouble))

    def _tell_none(self, kind: str, words: str) -> None:
        """No sheets came; the round stands, so that they can be made later."""
        id = self._round
        again = Act(tr("Make Excel sheets …"), lambda: self.ask_sheets(id))
        kept = tr("The round itself is kept.") if self._made_now else ""
        self._window.banner.tell(kind, words, again, detail=kept)
