"""Exports from the window: which, to where, how far they have come, and what came of them."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from strategidesk.desk.exporting import COMPACT, EXPORTS, Export, Exported, beside, export
from strategidesk.desk.jobs import Progress
from strategidesk.errors import UserError
from strategidesk.language import mark, tr
from strategidesk.ui import asking
from strategidesk.ui.frame.banner import OK, WARN, Act
from strategidesk.ui.jobs import JobRunner

if TYPE_CHECKING:
    from strategidesk.ui.window import Window

_LABELS = {
    ("docx", ""): mark("{what} (Word)"),
    ("docx", COMPACT): mark("{what}, short (Word)"),
    ("xlsx", ""): mark("{what} (Excel)"),
}


@dataclass(frozen=True)
class Choice:
    """One entry of the export menu."""

    export: Export
    format: str
    form: str | None

    @property
    def label(self) -> str:
        """What the menu says."""
        form = self.form if (self.format, self.form) in _LABELS else ""
        template = _LABELS.get((self.format, form or ""), mark("{what}"))
        return tr(template, what=tr(self.export.label))


class Exporting(QObject):
    """Runs one export at a time for a window."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.runner: JobRunner | None = None
        window.status.cancelled.connect(self.cancel)

    def choices(self) -> list[Choice]:
        """Every export in every format; forms where a format has several."""
        found = []
        for one in EXPORTS:
            for format in one.formats:
                forms: tuple[str | None, ...] = one.forms if format == "docx" else ()
                found += [Choice(one, format, form) for form in forms or (None,)]
        return found

    def ask(self, choice: Choice) -> None:
        """Ask where to, and begin."""
        window = self._window
        if not window.page.commit():
            return
        suggested = beside(window.path, choice.export, choice.format)
        folders = window.shell.settings.folders
        if "export" not in folders:
            folders["export"] = str(window.path.parent)
        title = tr("Export: {what}", what=choice.label)
        path = asking.new_file(
            window, window.shell.settings, "export", title, suggested.name, suggested.suffix
        )
        if path is not None:
            self.start(choice, path)

    def ask_named(self, name: str) -> None:
        """Ask for the export of a name, in its first format."""
        self.ask(next(choice for choice in self.choices() if choice.export.what == name))

    def start(self, choice: Choice, path: Path) -> None:
        """Write the document on a worker thread, from the strategy as it is now."""
        if self.runner is not None:
            self._window.banner.tell(WARN, tr("Another export is going on. Wait until it is done."))
            return
        job = export(
            self._window.work.strategy, choice.export.what, path, choice.format, choice.form
        )
        self.runner = JobRunner(job, self)
        self.runner.progressed.connect(self._progressed)
        self.runner.finished.connect(self._finished)
        self.runner.failed.connect(self._failed)
        self.runner.cancelled.connect(self._cancelled)
        self.runner.broken.connect(self._end)
        self.runner.start()

    def cancel(self) -> None:
        """Stop what is going on."""
        if self.runner is not None:
            self.runner.cancel()

    def stop(self) -> None:
        """Stop and wait; the window closes."""
        if self.runner is not None:
            self.runner.cancel()
            self.runner.wait()

    def _progressed(self, progress: Progress) -> None:
        if self.runner is not None:
            self._window.status.work(tr(progress.text), progress.done, progress.total)

    def _end(self) -> None:
        self._window.status.work_ended()
        if self.runner is not None:
            self.runner.deleteLater()
            self.runner = None

    def _finished(self, done: Exported) -> None:
        self._end()
        acts = (
            Act(tr("Open"), lambda: _show(done.path)),
            Act(tr("Show in folder"), lambda: _show(done.path.parent)),
        )
        sentence = tr("{name} is exported.", name=done.path.name)
        if done.notices:
            more = tr("{n} notes, the first: {note}", n=len(done.notices), note=done.notices[0])
            self._window.banner.tell(WARN, f"{sentence} {more}", *acts)
        else:
            self._window.banner.tell(OK, sentence, *acts)

    def _failed(self, trouble: UserError) -> None:
        self._end()
        self._window.banner.tell(WARN, str(trouble))

    def _cancelled(self) -> None:
        self._end()
        self._window.banner.tell("info", tr("The export was stopped. No file has changed."))


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
