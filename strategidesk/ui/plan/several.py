"""One form for several activities: a field that is changed is changed in all of them."""

from typing import Any

from PySide6.QtWidgets import QComboBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from strategidesk.desk.commands import SetFields, Together
from strategidesk.errors import UserError
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.fields import Field, Id, Kind, to_json
from strategidesk.model.noun import shown_fields, value
from strategidesk.model.plan import Activity
from strategidesk.ui.editors.choosing import editor_of
from strategidesk.ui.editors.flag import FlagEditor
from strategidesk.ui.parts import bare, label
from strategidesk.ui.theme import faces
from strategidesk.ui.words import field_label
from strategidesk.ui.work import Work

APART = ("title", "description")  # fields that are never the same in several


class SharedRow(QWidget):
    """A field of several activities. Where they differ the editor is empty and its name says so."""

    def __init__(self, work: Work, field: Field) -> None:
        super().__init__()
        self.field = field
        self._work = work
        self._ids: list[Id] = []
        self._base: Any = None
        self._same = True  # all have one value
        self._name = field_label(work.strategy, Activity, field)
        self.editor = editor_of(field, wrapped=True)
        self.editor.set_read_only(work.read_only)
        self.label: QLabel = label("", faces.small(bold=True), "muted")
        self.label.setBuddy(self.editor.inner)
        self.wrong: QLabel = label("", tone="danger", wrap=True)
        self.wrong.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self.label, self.editor, self.wrong):
            layout.addWidget(part)
        self.editor.changed.connect(self._changed)
        self.editor.left.connect(self.commit)

    def show_things(self, ids: list[Id]) -> None:
        """Show the value that all have."""
        strategy = self._work.strategy
        self._ids = ids
        self.editor.set_strategy(strategy, None)
        things = [strategy.by_id[id] for id in ids]
        first = value(things[0], self.field)
        same = all(value(one, self.field) == first for one in things)
        self.editor.set_value(to_json(first) if same else _blank(self.field))
        if not same and isinstance(self.editor.inner, QComboBox):
            self.editor.inner.setCurrentIndex(-1)
        self.editor.unsaved = False
        self._base = self.editor.value()
        self._same = same
        self._say()

    def _say(self) -> None:
        name = self._name if self._same else tr("{field} (differs)", field=self._name)
        self.label.setText(name)
        self.editor.inner.setAccessibleName(name)
        if isinstance(self.editor, FlagEditor):
            self.editor.box.setText(self._name)
        self.wrong.hide()

    def _changed(self) -> None:
        self.editor.unsaved = True
        if self.editor.at_once:
            self.commit()

    def commit(self) -> bool:
        """Write what was changed to all; False where it is refused, and then it stays."""
        if not self.editor.unsaved:
            return True
        given = self.editor.value()
        if given == self._base and (self._same or not self.editor.at_once):
            self.editor.unsaved = False
            return True
        label = tr("change {field} in {n} activities", field=self._name, n=len(self._ids))
        ids = [id for id in self._ids if id in self._work.strategy.by_id]
        changes = tuple(SetFields(id, {self.field.name: given}) for id in ids)
        self.editor.unsaved = False
        try:
            taken = self._work.attempt(Together(changes, label)) is not None
        except UserError as trouble:
            taken = False
            sentence = str(trouble)
            self.wrong.setText(sentence[:1].upper() + sentence[1:])
            self.wrong.show()
        self.editor.unsaved = not taken
        return taken


def _blank(field: Field) -> Any:
    """What an editor shows where things differ."""
    blanks: dict[Kind, Any] = {Kind.FLAG: False, Kind.REFERENCES: []}
    if field.kind in (Kind.REFERENCE, Kind.NUMBER, Kind.WHOLE):
        return None
    return to_json(field.default) if field.kind is Kind.CHOICE else blanks.get(field.kind, "")


class SeveralForm(QScrollArea):
    """Every field that several activities can share."""

    def __init__(self, work: Work, margin: int, first: tuple[str, ...]) -> None:
        """`first`: the fields that stand before the others, in this order."""
        super().__init__()
        self._work = work
        self.ids: list[Id] = []
        fields = {field.name: field for field in shown_fields(Activity)}
        names = [name for name in (*first, *fields) if name not in APART]
        self.rows = tuple(SharedRow(work, fields[name]) for name in dict.fromkeys(names))
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(margin, 12, margin, 24)
        layout.setSpacing(12)
        for row in self.rows:
            layout.addWidget(row)
        layout.addStretch(1)
        bare(self, inner)

    def show_things(self, ids: list[Id]) -> None:
        """Show what these have in common; what was typed for others is saved first."""
        if ids != self.ids:
            self.commit()
        self.ids = ids
        for row in self.rows:
            row.show_things(ids)

    def refresh(self, changes: ChangeSet) -> None:
        """Show what has changed, but for what is being typed."""
        if changes.nouns and all(id in self._work.strategy.by_id for id in self.ids):
            for row in self.rows:
                if not row.editor.unsaved:
                    row.show_things(self.ids)

    def row(self, name: str) -> SharedRow:
        """The row of a field by its name."""
        return next(row for row in self.rows if row.field.name == name)

    def commit(self) -> bool:
        """Write what is being typed; False where it is refused."""
        done = [row.commit() for row in self.rows]
        return all(done)
