"""The question of the cell that the user is on, with its answers."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from strategidesk.desk.answers.outcomes import Choice, Outcome
from strategidesk.language import tr
from strategidesk.model.fields import Field, Kind, Mistake, from_json, to_json
from strategidesk.ui.answers.words import field_of
from strategidesk.ui.editors.base import Editor
from strategidesk.ui.editors.choosing import editor_of
from strategidesk.ui.flow import Flow
from strategidesk.ui.parts import Elided, button, label, sign_label
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work

MOST = 6  # answers that get a button of their own
_TYPED, _WHY, _LABEL = 80, 150, 60  # letters of what may be long; the tooltip has the rest


class Strip(QFrame):
    """`taken` carries the JSON value that the user gives, `left_out` that it is not to be taken,
    `asked_again` that a decision is taken back."""

    taken = Signal(object)
    left_out = Signal()
    asked_again = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._field: Field | None = None
        self._choices: Sequence[Choice] = ()
        self.setProperty("part", "quote")
        self.title = Elided("", faces.ui(bold=True))
        self.sentence = label("", faces.ui(), "muted", wrap=True)
        self.buttons: list[QPushButton] = []
        self._row = QVBoxLayout()
        self.other = button(tr("Something else …"), "plain", self.open_editor)
        self.leave_out = button(tr("Do not take it"), "plain", self.left_out.emit)
        self.again = button(tr("Ask again"), "link", self.asked_again.emit, "undo")
        self.editor: Editor | None = None
        self.use = button(tr("Take this"), "primary", self._use)
        self.wrong = label("", tone="danger", wrap=True)
        self._writing = QWidget()
        self._writing_row = QHBoxLayout(self._writing)
        self._writing_row.setContentsMargins(0, 0, 0, 0)
        self._holder = QVBoxLayout()
        self._writing_row.addLayout(self._holder, 1)
        self._writing_row.addWidget(self.use)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.title, self.sentence):
            words.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(sign_label("asked", "warn", 18))
        head.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._writing)
        layout.addLayout(self._row)
        layout.addWidget(self.wrong)
        self._keep()
        self.hide()

    def ask(self, outcome: Outcome, decided: bool) -> None:
        """Ask of a cell; `decided`: the user has answered already, and may answer otherwise."""
        self._field = field_of(self._work.strategy, outcome)
        self._choices = outcome.choices[:MOST]
        where = " ".join(filter(None, (outcome.at, outcome.heading)))
        about = ", ".join(filter(None, (where, outcome.title)))
        typed = _short(outcome.typed, _TYPED)
        self.title.show_text(tr("{where}: ”{typed}”", where=about, typed=typed) if typed else about)
        why = " ".join(map(str, outcome.why))
        self.sentence.setText(_short(why, _WHY))
        self.sentence.setToolTip(why)
        self._close_editor()
        self._fill(decided)
        if not self._choices and self._field is not None and not decided:
            self.open_editor(focus=False)
        self.show()

    def _fill(self, decided: bool) -> None:
        while self._row.count():
            item = self._row.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                self._keep()
                old.hide()
                old.deleteLater()
        self.buttons = [
            button(_short(choice.label, _LABEL), "plain", partial(self.choose, number))
            for number, choice in enumerate(self._choices, 1)
        ]
        for number, (one, choice) in enumerate(zip(self.buttons, self._choices, strict=True), 1):
            long = choice.label if one.text() != choice.label else ""
            one.setToolTip("\n".join(filter(None, (long, _keys(number)))))
        self.leave_out.setToolTip(_keys(0))
        writes = self._field is not None
        if writes and not self._choices and not decided:  # the editor stands open
            self._keep()
            self._writing_row.addWidget(self.leave_out)
            self.leave_out.show()
        else:
            self._row.addWidget(Flow(*self.buttons, self.other, self.leave_out, self.again))
            self.again.setVisible(decided)
            self.other.setVisible(writes)
        read_only = self._work.read_only
        for one in (*self.buttons, self.other, self.leave_out, self.again, self.use):
            one.setEnabled(not read_only)

    def _keep(self) -> None:
        """Hold on to the buttons that all questions have: what has no parent is a window."""
        for kept in (self.other, self.leave_out, self.again):
            kept.setParent(self)

    def choose(self, number: int) -> None:
        """Take the answer of this number (1: the first), or leave the cell out (0)."""
        if self.isHidden() or self._work.read_only:
            return
        if number == 0:
            self.left_out.emit()
        elif number <= len(self._choices):
            self.taken.emit(self._choices[number - 1].value)

    def open_editor(self, focus: bool = True) -> None:
        """Let the user give any value of the field."""
        if self._field is None:
            return
        if self.editor is None:
            self.editor = editor_of(self._field, wrapped=True)
            self.editor.set_strategy(self._work.strategy, None)
            self.editor.call(tr("Your answer"))
            self.editor.set_read_only(self._work.read_only)
            if self._field.kind is Kind.PROSE:
                self.editor.setMaximumHeight(faces.grown(96))
            self._holder.addWidget(self.editor)
        self._writing.show()
        if focus:
            self.editor.setFocus()

    def _close_editor(self) -> None:
        self.wrong.hide()
        self._writing.hide()
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None

    def _use(self) -> None:
        assert self.editor is not None
        assert self._field is not None
        try:
            value: Any = to_json(from_json(self._field, self.editor.value()))
        except Mistake as mistake:
            self.wrong.setText(tr(str(mistake)))
            self.wrong.show()
            self.editor.setFocus()
            return
        if value in ("", None, []):
            self.wrong.setText(tr("Write what should stand there, or choose not to take it."))
            self.wrong.show()
            self.editor.setFocus()
            return
        self.taken.emit(value)

    def first(self) -> QWidget:
        """Where the keys go that answer."""
        if self.buttons:
            return self.buttons[0]
        return self.editor if self.editor is not None else self.leave_out


def _keys(number: int) -> str:
    """What is pressed for the answer of this number."""
    return f"Alt+{number}"


def _short(text: str, most: int) -> str:
    """A text in one line of at most so many letters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
