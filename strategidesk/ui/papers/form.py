"""The form of a paper: its facts on top, then its parts in the order of the paper."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from strategidesk.desk.commands import SetFields
from strategidesk.desk.papers import composed, strategys
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.fields import Id, from_json, takes
from strategidesk.model.noun import shown_fields
from strategidesk.model.papers import Part
from strategidesk.model.people import Paper
from strategidesk.ui.forms.fields import FieldRows
from strategidesk.ui.forms.grid import Grid
from strategidesk.ui.forms.more import More
from strategidesk.ui.forms.row import Row
from strategidesk.ui.papers.contents import facts_of, parts_of
from strategidesk.ui.papers.fact_row import FactRow
from strategidesk.ui.papers.part_row import PartRow
from strategidesk.ui.papers.words import kind_word
from strategidesk.ui.parts import bare, button, heading
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work
from strategidesk.ui.writing.edit import RichEdit

WIDEST = 720  # logical pixels
_OF_DECISION = ("about", "body")  # what a paper's decision says


class PaperForm(FieldRows, QScrollArea):
    """Papers of one kind. `typed`: something is being typed; `entered`: the text (a RichEdit) that
    is written in; `removed`: the paper is to be removed."""

    typed = Signal()
    entered = Signal(object)
    removed = Signal()

    def __init__(self, work: Work, kind: str) -> None:
        super().__init__()
        self.kind = kind
        self._work, self.noun, self.thing = work, Paper, None
        self.parts = tuple(PartRow(work, part) for part in parts_of(kind))
        told = {row.part.field for row in self.parts}
        fields = {one.name: one for one in shown_fields(Paper) if one.name not in told}
        self._facts = tuple(FactRow(work, fields.pop(name)) for name in facts_of(kind))
        rest = tuple(Row(work, Paper, field) for field in fields.values())
        self.more = More(rest)
        self.rows = (*self._facts, *self.parts, *rest)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.recompose)
        self._lay_out()
        for row in self.rows:
            row.editor.changed.connect(self.typed)
            row.editor.left.connect(self._later.start)
        for part in self.parts:
            part.fetched.connect(self._fetch)
            part.edit.focused.connect(lambda edit=part.edit: self.entered.emit(edit))

    def _lay_out(self) -> None:
        self.title = heading("", wrap=True)
        self.remove = button(tr("Remove"), "link", self.removed.emit, "wastebasket")
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        if not self._work.read_only:
            head.addWidget(self.remove)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(24, 12, 24, 24)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(Grid(self._facts))
        for row in self.parts:
            row.setMaximumWidth(faces.grown(WIDEST))
            layout.addWidget(row)
        layout.addWidget(self.more)
        layout.addStretch(1)
        bare(self, inner)

    # what is shown

    def show_thing(self, id: Id) -> None:
        other = id != self.thing
        paper = self._work.strategy.get(Paper, id)
        if other and paper is not None:
            self.commit()
            for row in self.parts:
                row.prepare(self._source(paper, row.part))
        super().show_thing(id)
        if other:
            self.verticalScrollBar().setValue(0)
            self.recompose()
        else:
            self._later.start()

    def refresh(self, changes: ChangeSet) -> None:
        super().refresh(changes)
        self._later.start()

    def _source(self, paper: Paper, part: Part) -> str:
        return strategys(self._work.strategy, paper, part.field)

    @property
    def paper(self) -> Paper | None:
        """The paper with what is being typed, as far as it can be taken."""
        paper = self._work.strategy.get(Paper, self.thing)
        if paper is None:
            return None
        typed: dict[str, Any] = {}
        for row in self.rows:
            if row.keeper.unsaved and takes(row.field, given := row.editor.value()):
                typed[row.field.attribute] = from_json(row.field, given)
        return replace(paper, **typed) if typed else paper

    def recompose(self) -> None:
        """Show what the strategy says now where nothing else has been written."""
        strategy, paper = self._work.strategy, self.paper
        if paper is None:
            return
        self._later.stop()
        whole = composed(strategy, paper)
        self.title.setText(kind_word(paper))
        for row in self.parts:
            row.call_it(row.part.headed(whole, strategy))
            row.follow(self._source(paper, row.part))
        for fact in self._facts:
            fact.follow(whole)
            if fact.field.name in _OF_DECISION:
                fact.setVisible(paper.decision is None)
        self.more.follow()
        self.typed.emit()

    # what is done

    def _fetch(self, field: str) -> None:
        if self.thing is None or not self.commit():
            return
        row = next(row for row in self.parts if row.field.name == field)
        step = tr("fetch {part} from the strategy", part=row.field_name())
        if self._work.run(SetFields(self.thing, {field: ""}, label=step)) is not None:
            self.recompose()
            row.editor.setFocus()

    def focus_field(self, name: str) -> None:
        if self.more.holds(name):
            self.more.open()
        super().focus_field(name)

    def focus_first(self) -> None:
        lacking = [row for row in self.parts if not str(row.editor.value()).strip()]
        first = next((row for row in lacking if not row.part.optional), self.rows[0])
        self.focus_field(first.field.name)

    def edits(self) -> list[RichEdit]:
        """The texts that can be written in."""
        return [row.edit for row in self.parts]
