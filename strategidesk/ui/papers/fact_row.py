"""A fact of a paper in its form, as an ordinary field."""

from collections.abc import Iterator

from strategidesk.model.fields import Field, Id, Kind
from strategidesk.model.noun import fields_of
from strategidesk.model.people import Decision, Paper
from strategidesk.model.strategy import Strategy
from strategidesk.ui.editors.base import Editor
from strategidesk.ui.editors.choosing import editor_of
from strategidesk.ui.editors.lists import ReferenceEditor
from strategidesk.ui.editors.text import LineEditor
from strategidesk.ui.forms.row import Row
from strategidesk.ui.words import choice_label
from strategidesk.ui.work import Work
from strategidesk.word.fragments import decided, together

_WIDE = ("decision", "heading", "reply_to")  # they take the whole row


class DecisionEditor(ReferenceEditor):
    """One of the decisions, told from the others by who, when and what for."""

    def offered(self, strategy: Strategy, _owner: Id | None) -> Iterator[tuple[str, Id]]:
        kind = fields_of(Decision)["kind"]
        for one in strategy.decisions:
            yield together((decided(one), choice_label(kind, one.kind))), one.id


class FactRow(Row):
    """Where nothing is written, what the strategy says shows through."""

    def __init__(self, work: Work, field: Field) -> None:
        super().__init__(work, Paper, field, _editor(field))
        line = self.editor.line if isinstance(self.editor, LineEditor) else None
        if field.kind is Kind.LINE:
            self.editor.setProperty("speaks", "document")  # what shows through is its words
        self._line, self._hint = line, line.placeholderText() if line is not None else ""

    @property
    def wide(self) -> bool:
        return self.field.name in _WIDE

    def follow(self, whole: Paper) -> None:
        """Show what is composed; `whole`: the paper with all of that."""
        if self._line is not None:
            usual = str(getattr(whole, self.field.attribute))
            self._line.setPlaceholderText(usual or self._hint)


def _editor(field: Field) -> Editor:
    return DecisionEditor(field) if field.name == "decision" else editor_of(field)
