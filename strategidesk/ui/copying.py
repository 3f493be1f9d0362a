"""Copies of the open file, with what is typed and not saved yet."""

from pathlib import Path

from strategidesk.desk import files
from strategidesk.desk.jobs import Progress
from strategidesk.language import tr
from strategidesk.ui import asking
from strategidesk.ui.frame.banner import OK
from strategidesk.ui.running import Running


class Copying(Running):
    """Makes copies for a window, one at a time, on a worker thread."""

    def ask(self) -> None:
        """Let the user choose a place, and make a copy there."""
        window = self._window
        if not self.may_begin():
            return
        window.saving.commit()
        name = tr("{name}, copy", name=window.path.stem) + asking.ENDING
        target = asking.new_file(
            window, window.shell.settings, "copy", tr("Save a copy"), name, asking.ENDING
        )
        if target is not None:
            self._begin(target)

    def _begin(self, target: Path) -> None:
        work = self._window.work
        self._window.saving.keep()
        texts = [held.draft for held in work.holding.texts]
        author = None if work.read_only else work.desk.author
        self.begin_job(files.copying(work.desk.path, target, author, texts))

    def stop(self) -> None:
        """Wait until the copy is whole; the window closes."""
        if self.runner is not None:
            self.runner.wait()

    def words(self, _progress: Progress) -> str:
        return tr("Saving a copy …")

    def done(self, result: Path) -> None:
        self._window.banner.tell(OK, tr("The copy lies in {path}.", path=result))
