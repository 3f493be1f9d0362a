"""A form for a noun, made from its declaration."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun, shown_fields
from strategidesk.ui.forms.grid import Grid
from strategidesk.ui.forms.row import Row
from strategidesk.ui.work import Work


class Form(QScrollArea):
    """Every field of one thing. A noun declared anywhere gets its form from here."""

    def __init__(self, work: Work, noun: type[Noun], spread: bool = False) -> None:
        super().__init__()
        self._work = work
        self.noun = noun
        self.thing: Id | None = None
        self.rows = tuple(Row(work, noun, field) for field in shown_fields(noun))
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(24, 12, 24, 24)
        layout.addWidget(Grid(self.rows, spread))
        layout.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)

    def show_thing(self, id: Id) -> None:
        """Show a thing; what was typed in the one before is saved first, or kept as a draft."""
        if id == self.thing:
            return
        self.leave()
        self.thing = id
        drafts = {}
        if not self._work.read_only:
            kept = self._work.desk.drafts.all()
            drafts = {draft.field: draft for draft in kept if draft.id == id}
        for row in self.rows:
            row.show_thing(id, drafts.get(row.field.name))
        self.verticalScrollBar().setValue(0)

    def leave(self) -> None:
        """Let go of the thing; a value that is refused stays as a draft in the file."""
        self.commit()
        self.thing = None

    def refresh(self, changes: ChangeSet) -> None:
        """Show what has changed, and nothing else anew."""
        strategy = self._work.strategy
        if self.thing is None or self.thing not in strategy.by_id:
            self.thing = None
            return
        for row in self.rows:
            if "strategy" in changes.nouns:
                row.name()
            pointed = row.field.to and (row.field.to == "*" or row.field.to in changes.nouns)
            if pointed or (row.editor.of_owner and self.thing in changes.ids):
                row.refresh_targets(self.thing)
            if changes.touches(self.thing, row.field.name):
                row.keeper.refresh()

    def commit(self) -> bool:
        """Save what is being typed; False where a value is refused."""
        if self.thing is None or self.thing not in self._work.strategy.by_id:
            return True
        done = [row.keeper.commit() for row in self.rows]
        return all(done)

    def focus_first(self) -> None:
        """Put the cursor into the field that names the thing, else into the first."""
        self.focus_field(self.noun.meta.title)

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field, else into the first."""
        named = [row for row in self.rows if row.field.name == name]
        (named or self.rows)[0].editor.setFocus(Qt.FocusReason.TabFocusReason)

    def row(self, name: str) -> Row:
        """The row of a field by its name."""
        return next(row for row in self.rows if row.field.name == name)

    def put_below(self, widget: QWidget) -> None:
        """Put something of the page's own under the fields."""
        inner = self.widget()
        column = inner.layout() if inner is not None else None
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 1, widget)
