"""A form for a noun, made from its declaration."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun, edited_fields
from strategidesk.ui.forms.fields import FieldRows
from strategidesk.ui.forms.grid import Grid
from strategidesk.ui.forms.more import More
from strategidesk.ui.parts import bare
from strategidesk.ui.work import Work


class Form(FieldRows, QScrollArea):
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
        fields = {field.name: field for field in edited_fields(noun)}
        first = {name: fields.pop(name) for name in usual or tuple(fields)}
        self._make_rows(work, noun, (*first.values(), *fields.values()), narrow)
        inner = QWidget()
        layout = self.inner = QVBoxLayout(inner)
        margin = 16 if narrow else 24
        layout.setContentsMargins(margin, 12, margin, 24)
        layout.setSpacing(12)
        layout.addWidget(Grid(self.rows[: len(first)], spread))
        self.more = More(self.rows[len(first) :]) if fields else None
        if self.more is not None:
            layout.addWidget(self.more)
        layout.addStretch(1)
        bare(self, inner)

    def add_below(self, part: QWidget) -> None:
        """Put something under the fields."""
        self.inner.insertWidget(self.inner.count() - 1, part)

    def show_thing(self, id: Id) -> None:
        if id != self.thing:
            super().show_thing(id)
            self._follow()
            self.verticalScrollBar().setValue(0)

    def refresh(self, changes: ChangeSet) -> None:
        super().refresh(changes)
        if self.thing is not None:
            self._follow()

    def focus_field(self, name: str) -> None:
        if self.more is not None and self.more.holds(name):
            self.more.open()
        super().focus_field(name)

    def _follow(self) -> None:
        if self.more is not None:
            self.more.follow()
