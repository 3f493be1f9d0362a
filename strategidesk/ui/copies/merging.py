"""Merging received copies in the window: which, how far it has come, and what came of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from strategidesk.desk.jobs import Progress
from strategidesk.desk.merging import LOOKING, Merged, OtherStrategy, merging
from strategidesk.language import tr
from strategidesk.ui import asking
from strategidesk.ui.copies.memory import CopyMemory
from strategidesk.ui.copies.telling import told
from strategidesk.ui.frame.banner import INFO, Act
from strategidesk.ui.frame.saved import latest_backup
from strategidesk.ui.pages.table import REVIEW
from strategidesk.ui.running import Running

if TYPE_CHECKING:
    from strategidesk.ui.window import Window


class Merging(Running):
    """Merges into the strategy of a window, which stays usable meanwhile."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._paths: tuple[Path, ...] = ()

    def ask(self) -> None:
        """Let the user choose the copies."""
        paths = asking.copies_to_merge(self._window, self._window.shell.settings)
        if paths:
            self.begin(paths)

    def begin(self, paths: Sequence[Path]) -> None:
        """Merge these files on a worker thread, when all that is being typed is saved."""
        if not self.may_begin() or not self._window.saving.commit():
            return
        self._paths = tuple(dict.fromkeys(paths))
        for other in self._window.shell.windows:
            if other.path in self._paths:
                other.saving.commit()
        self.begin_job(merging(self._window.work.desk, self._paths))

    def words(self, progress: Progress) -> str:
        if progress.text != LOOKING:
            return super().words(progress)
        name = self._paths[progress.done].name
        return tr(
            "Reading copy {n} of {all}: {name}",
            n=progress.done + 1,
            all=len(self._paths),
            name=name,
        )

    def done(self, result: Merged) -> None:
        window, work = self._window, self._window.work
        work.desk.accept(result)
        if result.count:
            CopyMemory(work.memory).merged(result, window.clock())
            window.shell.settings.save()
            work.exchanged.emit()
            work.tell_state()
        said = told(result, self._way_back())
        window.banner.tell(said.kind, said.sentence, *self._acts(result), detail=said.detail)

    def cancelled(self) -> None:
        words = tr("The merging was stopped. Nothing has changed.")
        self._window.banner.tell(INFO, words)

    def _acts(self, merged: Merged) -> list[Act]:
        """At most two things to do now."""
        window = self._window
        acts = []
        if merged.waiting:
            acts.append(Act(tr("Review now"), lambda: window.turn_to(REVIEW)))
        if merged.count:
            acts.append(Act(tr("Show what is new"), self.show_new))
        others = [one.path for one in merged.refused if isinstance(one.trouble, OtherStrategy)]
        if others and len(acts) < 2:
            open_it = Act(
                tr("Open in a window of its own"), lambda: window.shell.open(others[0], window)
            )
            acts.append(open_it)
        return acts

    def show_new(self) -> None:
        """Turn to the history of what the last merge brought."""
        from strategidesk.ui.pages.history import HistoryPage

        self._window.turn_to("history")
        page = self._window.page
        if isinstance(page, HistoryPage):
            page.show_merged()

    def _way_back(self) -> str:
        trouble = self._window.work.desk.backup_trouble
        if trouble is not None:
            return tr("No backup could be made. {why}", why=trouble)
        when = latest_backup(self._window.path, self._window.clock())
        return tr(
            "This cannot be undone with Ctrl+Z. The strategy as it was before is kept: "
            "File > Backups, {when}.",
            when=when,
        )
