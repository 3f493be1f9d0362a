"""Exports from the window: which, to where, how far they have come, and what came of them."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from strategidesk.desk.exporting import Exported, export
from strategidesk.desk.exports import EXPORTS
from strategidesk.desk.information import information
from strategidesk.desk.jobs import Job, Progress
from strategidesk.desk.versions import load, versions
from strategidesk.errors import UserError
from strategidesk.history.versions import Version
from strategidesk.language import mark, tr
from strategidesk.model.fields import Id
from strategidesk.model.people import Paper
from strategidesk.model.strategy import Strategy
from strategidesk.store.troubles import TAKEN, Unreachable
from strategidesk.ui.export_memory import Choice, ExportMemory, Wanted, every_choice
from strategidesk.ui.export_scope import Scope, scope_of_paper
from strategidesk.ui.frame.banner import OK, WARN, Act
from strategidesk.ui.papers.making import make, new_of
from strategidesk.ui.papers.words import export_of
from strategidesk.ui.running import Running
from strategidesk.word.cover import Information

if TYPE_CHECKING:
    from strategidesk.store.file import StrategyFile
    from strategidesk.ui.dialogs.export_panel import ExportPanel
    from strategidesk.ui.window import Window

_HELD = {  # English, by format: what is said where another program has the file open
    "docx": mark(
        "Word has the document open. Close it in Word and choose Try again, "
        "or save with another name."
    ),
    "pdf": mark(
        "Another program has the PDF file open. Close it there and choose Try again, "
        "or save with another name."
    ),
    "xlsx": mark(
        "Excel has the workbook open. Close it in Excel and choose Try again, "
        "or save with another name."
    ),
}


@dataclass(frozen=True)
class Source:
    """What is exported; `version` is its title where it is not the strategy as it is now."""

    strategy: Strategy
    information: Information
    version: str = ""


class Exporting(Running):
    """Runs one export at a time for a window."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._wanted: Wanted | None = None  # what is being exported, or was last
        self._of: Source | None = None  # and what from

    def choices(self) -> list[Choice]:
        """Every export in every format; forms where a format has several."""
        return every_choice()

    @property
    def memory(self) -> ExportMemory:
        """What was chosen before for this strategy."""
        work = self._window.work
        return ExportMemory(work.memory, self._window.path, work.strategy)

    def source(self) -> Source:
        """The strategy as it is now."""
        work, shown = self._window.work, self._window.version
        told_of = shown.information if shown else information(work.strategy, work.versions)
        return Source(work.strategy, told_of)

    def ask(self, choice: Choice, scope: Scope | None = None) -> None:
        """Open the panel on a choice; `scope`: of what, where it is not as last time."""
        if not self.may_begin() or not self._window.saving.commit():
            return
        from strategidesk.ui.dialogs.export_panel import ExportPanel

        strategy = self._window.work.strategy
        panel = ExportPanel(self._window, self.memory, choice, strategy, scope)
        panel.wanted.connect(self.begin)
        panel.place_wanted.connect(lambda id, field: self._go(panel, Id(id), field))
        panel.open()

    def _go(self, panel: "ExportPanel", id: Id, field: str) -> None:
        """To where a finding is mended; a paper that is not in the file yet is made for that."""
        window = self._window
        if not id:
            new = new_of(panel.choice.export.what, panel.scope.scope.about)
            id = make(window.work, new) or id if new else id
        self._go_if_there(id, field)

    def ask_version(self, version: Version) -> None:
        """Open the panel on a version's strategy, when that has been read."""
        if self.may_begin():
            self.begin_job(_reading(self._window.work.desk.file, version))

    def _ask_source(self, source: Source) -> None:
        from strategidesk.ui.dialogs.export_panel import ExportPanel

        work = self._window.work
        memory = ExportMemory(work.memory, self._window.path, source.strategy, source.version)
        panel = ExportPanel(self._window, memory, memory.usual(EXPORTS[0].what), source.strategy)
        panel.wanted.connect(lambda wanted: self.begin(wanted, source))
        panel.place_wanted.connect(lambda id, field: self._go_if_there(Id(id), field))
        panel.open()

    def _go_if_there(self, id: Id, field: str) -> None:
        """What a version has may be gone."""
        if id in self._window.work.strategy.by_id:
            self._window.go_to_field(id, field)

    def ask_named(self, name: str) -> None:
        """Open the panel on the export of a name, as it was made last."""
        self.ask(self.memory.usual(name))

    def ask_paper(self, id: str) -> None:
        """Open the panel on a paper."""
        strategy = self._window.work.strategy
        paper = strategy.get(Paper, Id(id))
        if paper is not None:
            scope = scope_of_paper(strategy, paper)
            self.ask(self.memory.usual(export_of(paper.kind)), scope)

    def repeat(self) -> None:
        """Export as last time, without asking; where there was none, ask for the strategy."""
        last = self.memory.last()
        if last is None:
            self.ask_named(EXPORTS[0].what)
        elif self._window.saving.commit():
            self.begin(last)

    def begin(self, wanted: Wanted, source: Source | None = None) -> None:
        """Write the document on a worker thread, from the strategy as it is now or from a
        version."""
        if not self.may_begin():
            return
        source = source or self.source()
        if not source.version:
            self.memory.keep(wanted)
        self._wanted, self._of = wanted, source
        choice = wanted.choice
        job = export(
            source.strategy,
            choice.export.what,
            wanted.path,
            choice.format,
            wanted.wish(source.information),
        )
        self.begin_job(job)

    def done(self, result: Exported | Source) -> None:
        if isinstance(result, Source):
            self._ask_source(result)
            return
        acts = (
            Act(tr("Open"), lambda: show_path(result.path)),
            Act(tr("Show in folder"), lambda: show_path(result.path.parent)),
        )
        sentence = tr(self._wanted.choice.export.done) if self._wanted else ""
        if result.notices:
            more = tr("{n} notes, the first: {note}", n=len(result.notices), note=result.notices[0])
            self._window.banner.tell(WARN, f"{sentence} {more}", *acts)
        else:
            self._window.banner.tell(OK, sentence, *acts)

    def refused(self, trouble: UserError) -> None:
        wanted = self._wanted
        if wanted is None or not isinstance(trouble, Unreachable):
            super().refused(trouble)
            return
        held = _HELD.get(wanted.choice.format) if trouble.template == TAKEN else None
        again = Act(tr("Try again"), lambda: self.begin(wanted, self._of))
        self._window.banner.tell(WARN, tr(held) if held else str(trouble), again)

    def cancelled(self) -> None:
        self._window.banner.tell("info", tr("The export was stopped. No file has changed."))


def _reading(file: "StrategyFile", version: Version) -> Job[Source]:
    yield Progress(0, 0, mark("Reading the versions"))
    strategy = load(file, version)
    return Source(strategy, information(strategy, versions(file), version), version.title)


def show_path(path: Path) -> None:
    """Open a document, or a folder, as the system does."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
