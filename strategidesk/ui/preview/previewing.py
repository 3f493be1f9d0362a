"""Preview and print as a window's commands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from strategidesk.desk.exports import PDF, Wish
from strategidesk.model.fields import Id
from strategidesk.model.people import Paper
from strategidesk.ui.export_memory import Choice, every_choice
from strategidesk.ui.export_scope import Scope, scope_of_paper
from strategidesk.ui.papers.words import export_of
from strategidesk.ui.preview.dialog import Preview

if TYPE_CHECKING:
    from strategidesk.ui.window import Window


class Previewing(QObject):
    """Shows one preview at a time over a window."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.dialog: Preview | None = None

    def show_paper(self, id: str, print_next: bool = False) -> None:
        """Show the pages of a paper."""
        strategy = self._window.work.strategy
        paper = strategy.get(Paper, Id(id))
        if paper is not None:
            self.show(print_next, export_of(paper.kind), scope_of_paper(strategy, paper))

    def show(self, print_next: bool = False, what: str = "", scope: Scope | None = None) -> None:
        """Show the pages of a document (`what` by its export's name, and of what; else of the one
        that was exported last); `print_next`: and ask for the printer when they lie."""
        if not self._window.saving.commit():
            return
        exporting = self._window.exporting
        source = exporting.source()

        def wish_of(choice: Choice) -> Wish:
            of = scope if choice.export.what == what else None
            return exporting.memory.wanted(choice, of).wish(source.information)

        choices = [choice for choice in every_choice() if choice.format == PDF]
        dialog = self.dialog = Preview(self._window, source.strategy, choices, wish_of)
        last = exporting.memory.last()
        asked = next((choice for choice in choices if choice.export.what == what), None)
        if asked is not None:
            dialog.choose(asked.export, asked.form)
        elif last is not None:
            dialog.choose(last.choice.export, last.choice.form)
        dialog.export_wanted.connect(exporting.ask)
        dialog.finished.connect(lambda _code: self._closed(dialog))
        dialog.open()
        dialog.lay(print_next)

    def _closed(self, dialog: Preview) -> None:
        if self.dialog is dialog:
            self.dialog = None

    def stop(self) -> None:
        """The window closes."""
        if self.dialog is not None:
            self.dialog.pane.stop()
            self.dialog.close()
