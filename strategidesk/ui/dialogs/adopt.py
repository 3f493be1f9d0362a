"""Adopting: what to look at first, the decision's facts, and how the cover will look."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from strategidesk.desk.accessibility import Finding
from strategidesk.desk.exporting import checking
from strategidesk.desk.exports import EXPORTS
from strategidesk.desk.information import information
from strategidesk.desk.remaining import tasks
from strategidesk.desk.versions import PLAN, STRATEGY, Adoption, adopted, caption, check
from strategidesk.errors import UserError
from strategidesk.history.versions import Version
from strategidesk.language import tr
from strategidesk.model.strategy import Strategy
from strategidesk.ui.cover import CoverPreview
from strategidesk.ui.dialogs.buttons import deciding
from strategidesk.ui.dialogs.findings import Findings
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.jobs import JobRunner
from strategidesk.ui.overview import task_words
from strategidesk.ui.parts import LEAST, bare, head_of, heading, label, sign_label
from strategidesk.ui.theme import faces

USUAL = (900, 640)  # logical pixels
_FORM = 340


class AdoptDialog(QDialog):
    """`wanted`: an Adoption, when the user has said to adopt; it is told what came of that.
    `place_wanted`: the id and the field of a finding that the user goes to instead."""

    wanted = Signal(object)
    place_wanted = Signal(str, str)

    def __init__(self, parent: QWidget, strategy: Strategy, found: Sequence[Version]) -> None:
        super().__init__(parent)
        self._strategy = strategy
        self._found = found
        self.setWindowTitle(tr("Adopt"))
        self.about: QComboBox = Combo()
        self.about.addItem(tr("The strategy"), STRATEGY)
        self.about.addItem(tr("The activity plan"), PLAN)
        self.body, self.date, self.paragraph = QLineEdit(), QLineEdit(), QLineEdit()
        self.date.setText(date.today().isoformat())
        self._suggest()
        self.note = label("", faces.small(), "warn", wrap=True)
        self.preview = CoverPreview()
        self.findings = Findings()
        self.findings.wanted.connect(self._go)
        self._lay_out()
        for field in (self.body, self.date, self.paragraph):
            field.textChanged.connect(lambda _text: self._follow())
        self.about.activated.connect(lambda _index: self._follow())
        self._follow()
        self._check()
        screen = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(USUAL[0], screen.width()), min(USUAL[1], screen.height()))
        self.setMinimumSize(LEAST.width() // 2, LEAST.height() // 2)
        self.body.setFocus()

    def _suggest(self) -> None:
        """The boards that have decided before."""
        known = [self._strategy.card.owner_political, *(d.body for d in self._strategy.decisions)]
        completer = QCompleter(list(dict.fromkeys(filter(None, known))), self)
        self.body.setCompleter(completer)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._form(), 1)
        paper = QScrollArea()
        paper.setMinimumWidth(240)
        ground = QWidget()
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.addWidget(heading(tr("This is how it will look"), faces.ui(bold=True), wrap=True))
        inner.addWidget(self.preview)
        inner.addStretch(1)
        bare(paper, ground)
        row.addWidget(paper, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addLayout(row, 1)
        layout.addWidget(self.note)
        buttons, self.adopt = deciding(self, tr("Adopt"))
        for one in buttons.findChildren(QPushButton):
            one.setAutoDefault(False)  # Enter in a field is not the decision
        layout.addWidget(buttons)

    def _form(self) -> QWidget:
        inner = QWidget()
        form = QVBoxLayout(inner)
        form.setContentsMargins(0, 0, 8, 0)
        form.setSpacing(4)
        form.addWidget(heading(tr("Before it is adopted"), faces.ui(bold=True), wrap=True))
        for words, sign in self._checks():
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(sign_label(sign, sign))
            line.addWidget(label(words, faces.ui(), wrap=True), 1)
            form.addLayout(line)
        form.addWidget(self.findings)
        form.addSpacing(8)
        rows = (
            (tr("What is adopted"), self.about),
            (tr("Decided by"), self.body),
            (tr("Date"), self.date),
            (tr("Paragraph"), self.paragraph),
        )
        for words, field in rows:
            form.addSpacing(4)
            form.addWidget(head_of(field, words))
            form.addWidget(field)
        self.date.setPlaceholderText("2026-03-09")
        form.addSpacing(8)
        once = tr(
            "Adopting cannot be undone with Ctrl+Z. A new version can be adopted at any time."
        )
        form.addWidget(label(once, faces.small(), "muted", wrap=True))
        form.addStretch(1)
        area = QScrollArea()
        area.setMinimumWidth(_FORM // 2)
        bare(area, inner)
        return area

    def _checks(self) -> list[tuple[str, str]]:
        """What is in order, and what is good to know; each with its sign, also its tone."""
        found = [(tr("Nothing remains to be reviewed."), "ok")]
        for task in tasks(self._strategy):
            title, more = task_words.words(self._strategy, task)
            done = task.done or not task.total
            if not done:
                found.append((tr("{title}. {more}", title=title, more=more), "warn"))
        return found

    def _check(self) -> None:
        """Look, on a worker thread, for what would shut readers of the document out."""
        self.findings.wait()
        export = next(one for one in EXPORTS if one.what == STRATEGY)
        self._checking = JobRunner(checking(export, self._strategy))
        self._checking.finished.connect(self._checked)
        self._checking.start()

    def _checked(self, found: tuple[Finding, ...]) -> None:
        self.findings.show_findings(self._strategy, found)

    def _go(self, id: str, field: str) -> None:
        self.reject()
        self.place_wanted.emit(id, field)

    def adoption(self) -> Adoption:
        """What stands there."""
        return Adoption(
            self.body.text(),
            self.date.text().strip(),
            self.paragraph.text(),
            self.about.currentData(),
        )

    def _follow(self) -> None:
        """Show what will be, and offer to do it where the facts suffice."""
        adoption = self.adoption()
        try:
            check(adoption)
        except UserError as lack:
            self.adopt.setEnabled(False)
            touched = adoption.body.strip() and adoption.date
            self.note.setText(str(lack) if touched else "")
        else:
            self.adopt.setEnabled(True)
            self.note.setText("")
        after, version = adopted(self._strategy, adoption)
        if adoption.about == STRATEGY:
            self.preview.show_strategy(after, information(after, (version, *self._found)))
        else:
            self.preview.show_plan(self._strategy, caption(adoption).title)

    def accept(self) -> None:
        """Have it adopted; the dialog waits for what comes of it."""
        self.setEnabled(False)
        self.wanted.emit(self.adoption())

    def refuse(self, trouble: UserError) -> None:
        """Say why it was not adopted; what stands here can be changed."""
        self.setEnabled(True)
        self.note.setText(str(trouble))

    def done_with(self) -> None:
        """It is adopted."""
        super().accept()
