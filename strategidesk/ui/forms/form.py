"""A form for a noun, made from its declaration."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun, shown_fields
from strategidesk.ui.editors.choosing import editor_of
from strategidesk.ui.forms.grid import Grid
from strategidesk.ui.forms.more import More
from strategidesk.ui.forms.row import Row
from strategidesk.ui.work import Work


class Form(QScrollArea):
    """Every field of one thing. A noun declared anywhere gets its form from here."""

    def __init__(
        self,
        work: Work,
        noun: type[Noun],
        spread: bool = False,
        usual: tuple[str, ...] = (),
        narrow: bool = False,
    ) -> None:
        """`spread`: lines stand side by side where there is room; `usual`: the fields that are
        always seen, in this order, the others under a button (none: all are);
        `narrow`: for a side panel, in which lines wrap."""
        super().__init__()
        self._work = work
        self.noun = noun
        self.thing: Id | None = None
        fields = {field.name: field for field in shown_fields(noun)}
        first = {name: fields.pop(name) for name in usual or tuple(fields)}
        always = tuple(Row(work, noun, field, editor_of(field, narrow)) for field in first.values())
        rare = tuple(Row(work, noun, field, editor_of(field, narrow)) for field in fields.values())
        self.rows = (*always, *rare)
        inner = QWidget()
        layout = self.inner = QVBoxLayout(inner)
        margin = 16 if narrow else 24
        layout.setContentsMargins(margin, 12, margin, 24)
        layout.setSpacing(12)
        layout.addWidget(Grid(always, spread))
        self.more = More(rare) if rare else None
        if self.more is not None:
            layout.addWidget(self.more)
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
        if self.more is not None:
            self.more.follow()
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
            if row.field.to and (row.field.to == "*" or row.field.to in changes.nouns):
                row.refresh_targets(self.thing)
            if changes.touches(self.thing, row.field.name):
                row.keeper.refresh()
        if self.more is not None:
            self.more.follow()

    def commit(self) -> bool:
        """Save what is being typed; False where a value is refused."""
        if self.thing is None or self.thing not in self._work.strategy.by_id:
            return True
        done = [row.keeper.commit() for row in self.rows]
        return all(done)

    def focus_first(self) -> None:
        """Put the cursor into the field that names the thing, else into the first."""
        naming = [row for row in self.rows if row.field.name == self.noun.meta.title]
        (naming or self.rows)[0].editor.setFocus(Qt.FocusReason.TabFocusReason)

    def row(self, name: str) -> Row:
        """The row of a field by its name."""
        return next(row for row in self.rows if row.field.name == name)
