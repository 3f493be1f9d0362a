"""Sending working copies from the window: to whom, how far it has come, and what to do next."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from strategidesk.desk.sending import Sent, sending
from strategidesk.language import tr
from strategidesk.ui.copies.mail import mail_text
from strategidesk.ui.copies.memory import CopyMemory, others_of
from strategidesk.ui.exporting import show_path
from strategidesk.ui.frame.banner import INFO, OK, Act
from strategidesk.ui.running import Running
from strategidesk.ui.words import NAMELESS

if TYPE_CHECKING:
    from strategidesk.ui.dialogs.send_copy import Wish
    from strategidesk.ui.window import Window


class Sending(Running):
    """Makes one set of copies at a time."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._wish: Wish | None = None  # what is being made, or was last

    def ask(self) -> None:
        """Let the user say who is to have a copy; where there is nobody, say where to begin."""
        window = self._window
        if not window.saving.commit():
            return
        if not others_of(window.work.strategy, window.work.desk.author):
            words = tr("There is nobody to send a copy to yet. Add those who are to write.")
            go = Act(tr("Workgroup and units"), lambda: window.turn_to("people"))
            window.banner.tell(INFO, words, go)
            return
        from strategidesk.ui.dialogs.send_copy import SendCopyDialog

        dialog = SendCopyDialog(window)
        dialog.wanted.connect(self.begin)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def begin(self, wish: "Wish") -> None:
        """Make the copies on a worker thread, when all that is being typed is saved."""
        if not self.may_begin() or not self._window.saving.commit():
            return
        self._wish = wish
        people = [one.name for one in wish.members]
        self.begin_job(sending(self._window.work.desk, wish.folder, people))

    def done(self, result: Sent) -> None:
        window, work = self._window, self._window.work
        assert self._wish is not None
        memory = CopyMemory(work.memory)
        memory.sent_to((one.id for one in self._wish.members), window.clock())
        memory.folder = result.folder
        window.shell.settings.save()
        work.exchanged.emit()
        text = mail_text(work.strategy.card.title or tr(NAMELESS), work.desk.author)
        QGuiApplication.clipboard().setText(text)
        count = len(result.paths)
        lie = (
            tr("1 copy lies in {folder}.", folder=result.folder)
            if count == 1
            else tr("{n} copies lie in {folder}.", n=count, folder=result.folder)
        )
        words = tr("The text of the e-mail is on the clipboard.")
        show = Act(tr("Show in folder"), lambda: show_path(result.folder))
        window.banner.tell(OK, f"{lie} {words}", show)

    def cancelled(self) -> None:
        self._window.banner.tell(INFO, tr("The sending was stopped. No copy has been made."))
