"""The foot of the page: what goes in, what is left, and the buttons."""

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout

from strategidesk.language import mark, tr
from strategidesk.ui.answers.state import Answers
from strategidesk.ui.flow import Flow
from strategidesk.ui.pages.saying import counted
from strategidesk.ui.parts import button, label, sign_label
from strategidesk.ui.theme import faces

_WORDS = 180  # logical pixels, the least for what the foot says


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
        self._narrow = False
        self._whole = self._short = ""
        self.words = label("", faces.small(bold=True), wrap=True)
        self.report = button(tr("Save the report …"), "plain", report, "export")
        self.stop = button(tr("Cancel"), "plain", stop)
        self.take = button("", "primary", take, "tick")
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(sign_label("info", "info"))
        words.addWidget(self.words, 1)
        self._buttons = Flow(self.report, self.stop, self.take)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._buttons)

    def fit(self, narrow: bool, width: int) -> None:
        """Say less where there is little room (`narrow`); the rest is in the tooltip. The buttons
        stand under the words where these have no room in a page of this width in pixels."""
        self._narrow = narrow
        under = width < self._buttons.sizeHint().width() + faces.grown(_WORDS)
        way = QBoxLayout.Direction.TopToBottom if under else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        self._say()

    def _say(self) -> None:
        self.words.setText(self._short if self._narrow else self._whole)
        self.words.setToolTip(self._whole if self._narrow else "")

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
        short = parts[1]
        if asked:
            waits = counted(asked, mark("1 question"), mark("{n} questions"))
            short = f"{short} {waits}."
        if refused:
            parts.append(
                counted(refused, mark("1 cell is not taken."), mark("{n} cells are not taken."))
            )
        self._whole, self._short = " ".join(parts), short
        self._say()
        self.take.setText(counted(taken, mark("Take in 1 answer"), mark("Take in {n} answers")))
        self.take.setEnabled(not read_only and bool(taken or asked))
        why = tr("The file is open for reading.") if read_only else ""
        self.take.setToolTip(why or ("" if self.take.isEnabled() else tr("Nothing is new here.")))
