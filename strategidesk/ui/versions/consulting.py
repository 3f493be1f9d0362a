"""Sends the strategy out for consultation: asked in one dialog, done in one step."""

from typing import TYPE_CHECKING

from strategidesk.desk.consulting import PrepareConsultation
from strategidesk.desk.versions import naming
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.ui.frame.banner import OK, Act
from strategidesk.ui.overview.moments import day_of

if TYPE_CHECKING:
    from strategidesk.ui.window import Window

EXPORT, PAGE = "consultation", "dialogue"  # what is exported then, and where replies are kept


class Consulting:
    """Prepares consultations for a window."""

    def __init__(self, window: "Window") -> None:
        self._window = window

    def prepare(self) -> None:
        """Ask what goes out, make it, and keep it as a version where that is wanted."""
        window = self._window
        if not window.versioning.may_begin() or not window.saving.commit():
            return
        from strategidesk.ui.dialogs.prepare_consultation import ask_consultation, version_name

        today = day_of(window.clock())
        answer = ask_consultation(window, window.work.strategy.card.title, today)
        if answer is None or window.work.run(answer.command) is None:
            return
        if not answer.version:
            self._tell(answer.command)
            return

        def kept(changes: ChangeSet) -> None:
            window.work.desk.tell(changes)
            self._tell(answer.command)

        window.versioning.begin(naming(window.work.desk, version_name(today)), kept)

    def _tell(self, done: PrepareConsultation) -> None:
        window = self._window
        words = tr("The consultation is prepared. Replies by {day}.", day=done.reply_by)
        window.banner.tell(
            OK,
            words,
            Act(tr("Export the consultation version"), lambda: window.exporting.ask_named(EXPORT)),
            Act(tr("Open Dialogue and consultation"), lambda: window.turn_to(PAGE)),
        )
