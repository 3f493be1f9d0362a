"""What the window tells of saving: the state at the lower left, and the banner while the disk does
not take what is written."""

from functools import partial
from typing import TYPE_CHECKING

from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.store.troubles import GONE
from strategidesk.ui.dialogs.details import show_details
from strategidesk.ui.forms.typed import keep_texts, shown_texts
from strategidesk.ui.frame import saving_words
from strategidesk.ui.frame.banner import BACKUP, DANGER, SAVING, WARN, Act
from strategidesk.ui.frame.saved import answer
from strategidesk.ui.holding import Held, Place

if TYPE_CHECKING:
    from strategidesk.ui.window import Window


class Saving:
    """Listens to a window's work. What it has told of saving goes by itself when all that was
    written is in the file; until then it is tried again and again."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._told: UserError | None = None  # of backups
        self._by_itself = False  # nobody asked for what is being tried
        work = window.work
        work.writing.connect(window.status.writing)
        work.saved.connect(self._saved)
        work.kept.connect(lambda: window.banner.settle(SAVING))
        work.unsaved.connect(self._unsaved)
        work.held.connect(self._held)
        work.holding.answers.connect(self._again)
        if work.read_only:
            window.status.reading()
        else:
            window.status.saved()

    def commit(self) -> bool:
        """Make all that is being typed, on whichever page, a step; False where something is
        refused, which is told."""
        window = self._window
        left = window.book.commit()
        taken = window.work.settle(shown_texts(window)) and not window.work.holding.texts
        if taken and left and window.book.key not in left:
            page = window.book.label_of(left[0])
            words = tr("What stands under {page} is not right yet, and is kept there.", page=page)
            window.banner.tell(WARN, words, Act(tr("Go there"), lambda: window.turn_to(left[0])))
        return taken and not left

    def save(self) -> None:
        """Close what is being typed, do again what the disk did not take, and say that all is
        saved."""
        window = self._window
        if self.commit() and window.work.repeat() and not window.work.read_only:
            window.work.tell_state()
            window.status.hint(answer(window.path, window.clock()))

    def keep(self) -> bool:
        """Keep all that is being typed as drafts; False where some of it lies on no disk."""
        return keep_texts(self._window) and not self._window.work.lost

    def _again(self) -> None:
        """The file seems to take texts again."""
        if self._by_itself:
            return
        self._by_itself = True
        try:
            self.commit()
        finally:
            self._by_itself = False

    def _saved(self) -> None:
        window = self._window
        window.banner.settle(SAVING)
        window.status.saved()
        window.menus.refresh()
        trouble = window.work.desk.backup_trouble
        if trouble is None:
            window.banner.settle(BACKUP)
        elif trouble is not self._told:
            words = tr("No backup could be made. {why}", why=trouble)
            window.banner.tell(WARN, words, about=BACKUP)
        self._told = trouble

    def _unsaved(self, trouble: UserError) -> None:
        self._window.status.unsaved()
        self._tell(DANGER, str(trouble), trouble)

    def _held(self, held: Held) -> None:
        status = self._window.status
        if held.place is Place.WINDOW:
            status.unsaved()
        else:
            status.spared(held.place is Place.COMPUTER, held.trouble.template == GONE)
        kind = DANGER if held.place is Place.WINDOW else WARN
        self._tell(kind, saving_words.told(held, self._window.path), held.trouble)

    def _tell(self, kind: str, words: str, trouble: UserError) -> None:
        """Tell it in the banner, once for as long as it stands there."""
        banner = self._window.banner
        if not self._by_itself and banner.text != words:
            again = Act(tr("Try again"), self.save)
            details = partial(show_details, self._window, trouble)
            show = Act(tr("Show details"), details, stays=True)
            banner.tell(kind, words, again, show, about=SAVING)

    def lets_close(self) -> bool:
        """Save what is being typed on any page; False where it would be lost, which is told."""
        window = self._window
        if self.commit():
            window.work.repeat()
        if not window.work.lost:
            return True
        window.banner.tell(
            DANGER,
            tr("What you did last is not saved, as the disk does not take it."),
            Act(tr("Try again"), self.save),
            Act(tr("Close without saving it"), window.close_anyway),
            about=SAVING,
        )
        return False
