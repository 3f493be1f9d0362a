"""What the window tells of saving: the state at the lower left, and the banner while the disk does
not take what is written."""

from typing import TYPE_CHECKING

from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.ui.frame.banner import BACKUP, DANGER, SAVING, WARN, Act
from strategidesk.ui.frame.saved import answer

if TYPE_CHECKING:
    from strategidesk.ui.window import Window


class Saving:
    """Listens to a window's work. What it has told of saving goes by itself when all that was
    written is in the file."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._told: UserError | None = None  # of backups
        work = window.work
        work.writing.connect(window.status.writing)
        work.saved.connect(self._saved)
        work.kept.connect(self._all_taken)
        work.unsaved.connect(self._unsaved)
        work.spared.connect(self._spared)
        if work.read_only:
            window.status.reading()
        else:
            window.status.saved()

    def save(self) -> None:
        """Close what is being typed, and say that all is saved."""
        window = self._window
        if window.page.commit() and self._all_taken() and not window.work.read_only:
            window.status.saved()
            window.status.hint(answer(window.path, window.clock()))

    def _all_taken(self) -> bool:
        """Whether the disk takes what is written; what it did not take is tried again."""
        work = self._window.work
        if work.in_trouble:
            work.in_trouble = False
            self._window.book.commit()
        if not work.in_trouble:
            self._window.banner.settle(SAVING)
        return not work.in_trouble

    def _saved(self) -> None:
        if not self._all_taken():
            return
        self._window.status.saved()
        self._window.menus.refresh()
        trouble = self._window.work.desk.backup_trouble
        if trouble is None:
            self._window.banner.settle(BACKUP)
        elif trouble is not self._told:
            words = tr("No backup could be made. {why}", why=trouble)
            self._window.banner.tell(WARN, words, about=BACKUP)
        self._told = trouble

    def _unsaved(self, trouble: UserError) -> None:
        self._window.status.unsaved()
        again = Act(tr("Try again"), self.save)
        self._window.banner.tell(DANGER, str(trouble), again, about=SAVING)

    def _spared(self, trouble: UserError) -> None:
        self._window.status.spared()
        words = tr(
            "{why} Your text is saved on this computer and goes into the file when it can.",
            why=trouble,
        )
        self._window.banner.tell(WARN, words, about=SAVING)

    def lets_close(self) -> bool:
        """Save what is being typed on any page; False where the disk does not take it, which is
        told."""
        self._window.work.in_trouble = False
        self._window.book.commit()
        if not self._window.work.in_trouble:
            return True
        self._window.banner.tell(
            DANGER,
            tr("What you wrote last is not saved, as the disk does not take it."),
            Act(tr("Try again"), self.save),
            Act(tr("Close without saving it"), self._window.close_anyway),
            about=SAVING,
        )
        return False
