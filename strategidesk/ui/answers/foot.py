"""The foot of the page: what goes in, what is left, and the buttons."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from strategidesk.language import mark, tr
from strategidesk.ui.answers.state import Answers
from strategidesk.ui.flow import Flow
from strategidesk.ui.pages.saying import counted
from strategidesk.ui.parts import button, label, sign_label
from strategidesk.ui.theme import faces


class Foot(QFrame):
    """Says the totals. `take` takes the answers in, `report` saves what is said of them, `stop`
    puts the files away."""

    def __init__(
        self,
        take: Callable[[], object],
        report: Callable[[], object],
        stop: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("part", "header")
        self.words = label("", faces.ui(bold=True), wrap=True)
        self.report = button(tr("Save the report …"), "plain", report, "export")
        self.stop = button(tr("Cancel"), "plain", stop)
        self.take = button("", "primary", take, "tick")
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(sign_label("info", "info"))
        words.addWidget(self.words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(8)
        layout.addLayout(words)
        layout.addWidget(Flow(self.report, self.stop, self.take))

    def show_totals(self, answers: Answers, read_only: bool) -> None:
        """Say how many answers go in, wait, and do not go in."""
        taken, asked, refused = answers.taken, answers.questions, answers.refused
        parts = [
            tr("Nothing is entered yet."),
            counted(taken, mark("1 answer can be taken in."), mark("{n} answers can be taken in.")),
        ]
        if asked:
            parts.append(
                counted(
                    asked,
                    mark("1 question is left; unanswered it waits under Review changes."),
                    mark("{n} questions are left; unanswered they wait under Review changes."),
                )
            )
        if refused:
            parts.append(
                counted(refused, mark("1 cell is not taken."), mark("{n} cells are not taken."))
            )
        self.words.setText(" ".join(parts))
        self.take.setText(counted(taken, mark("Take in 1 answer"), mark("Take in {n} answers")))
        self.take.setEnabled(not read_only and bool(taken or asked))
        why = tr("The file is open for reading.") if read_only else ""
        self.take.setToolTip(why or ("" if self.take.isEnabled() else tr("Nothing is new here.")))
