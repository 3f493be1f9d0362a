"""Exports from the window: which, to where, how far they have come, and what came of them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from strategidesk.desk.exporting import EXPORTS, Exported, export
from strategidesk.errors import UserError
from strategidesk.language import mark, tr
from strategidesk.model.fields import Id
from strategidesk.store.troubles import TAKEN, Unreachable
from strategidesk.ui.export_memory import Choice, ExportMemory, Wanted, every_choice
from strategidesk.ui.frame.banner import OK, WARN, Act
from strategidesk.ui.running import Running

if TYPE_CHECKING:
    from strategidesk.ui.window import Window

_HELD = {  # English, by format: what is said where another program has the file open
    "docx": mark(
        "Word has the document open. Close it in Word and choose Try again, "
        "or save with another name."
    ),
    "xlsx": mark(
        "Excel has the workbook open. Close it in Excel and choose Try again, "
        "or save with another name."
    ),
}


class Exporting(Running):
    """Runs one export at a time for a window."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._wanted: Wanted | None = None  # what is being exported, or was last

    def choices(self) -> list[Choice]:
        """Every export in every format; forms where a format has several."""
        return every_choice()

    @property
    def memory(self) -> ExportMemory:
        """What was chosen before for this strategy."""
        return ExportMemory(self._window.work.memory, self._window.path)

    def ask(self, choice: Choice) -> None:
        """Open the panel on a choice."""
        if not self.may_begin() or not self._window.saving.commit():
            return
        from strategidesk.ui.dialogs.export_panel import ExportPanel

        panel = ExportPanel(self._window, self.memory, choice)
        panel.wanted.connect(self.begin)
        panel.place_wanted.connect(lambda id, field: self._window.go_to_field(Id(id), field))
        panel.open()

    def ask_named(self, name: str) -> None:
        """Open the panel on the export of a name, as it was made last."""
        self.ask(self.memory.usual(name))

    def repeat(self) -> None:
        """Export as last time, without asking; where there was none, ask for the strategy."""
        last = self.memory.last()
        if last is None:
            self.ask_named(EXPORTS[0].what)
        elif self._window.saving.commit():
            self.begin(last)

    def begin(self, wanted: Wanted) -> None:
        """Write the document on a worker thread, from the strategy as it is now."""
        if not self.may_begin():
            return
        self.memory.keep(wanted)
        self._wanted = wanted
        choice, strategy = wanted.choice, self._window.work.strategy
        job = export(
            strategy, choice.export.what, wanted.path, choice.format, choice.form, wanted.template
        )
        self.begin_job(job)

    def done(self, result: Exported) -> None:
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
        again = Act(tr("Try again"), lambda: self.begin(wanted))
        self._window.banner.tell(WARN, tr(held) if held else str(trouble), again)

    def cancelled(self) -> None:
        self._window.banner.tell("info", tr("The export was stopped. No file has changed."))


def show_path(path: Path) -> None:
    """Open a document, or a folder, as the system does."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
