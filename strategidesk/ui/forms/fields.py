"""The fields of one thing, wherever they stand: in a form, or among other things on a page."""

from collections.abc import Iterable

from PySide6.QtCore import Qt

from strategidesk.history.changes import ChangeSet
from strategidesk.model.fields import Field, Id
from strategidesk.model.noun import Noun
from strategidesk.ui.editors.choosing import editor_of
from strategidesk.ui.forms.row import Row
from strategidesk.ui.work import Work


class FieldRows:
    """Shows one thing of a noun in its rows. Mixed into the widget that holds them."""

    _work: Work
    noun: type[Noun]
    thing: Id | None
    rows: tuple[Row, ...]

    def _make_rows(
        self, work: Work, noun: type[Noun], fields: Iterable[Field], narrow: bool = False
    ) -> None:
        """`narrow`: lines wrap."""
        self._work = work
        self.noun = noun
        self.thing = None
        self.rows = tuple(Row(work, noun, field, editor_of(field, narrow)) for field in fields)

    def show_thing(self, id: Id) -> None:
        """Show a thing; what was typed in the one before is saved first, or kept as a draft."""
        if id == self.thing:
            return
        self.leave()
        self.thing = id
        drafts = {draft.field: draft for draft in self._work.drafts() if draft.id == id}
        for row in self.rows:
            row.show_thing(id, drafts.get(row.field.name))

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
