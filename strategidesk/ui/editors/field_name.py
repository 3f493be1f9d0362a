"""The editor of a comment's field: which of a thing's fields it concerns, by its label."""

from collections.abc import Iterator
from typing import Any

from strategidesk.language import tr
from strategidesk.model.fields import Field, Id
from strategidesk.model.noun import fields_of, shown_fields, value
from strategidesk.model.strategy import Strategy
from strategidesk.ui.editors.base import Editor
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.words import NONE, field_label


class FieldNameEditor(Editor):
    """One of the fields of the thing that the comment points at. A name that the thing does not
    have, as a newer program may write, is kept and shown."""

    at_once = True
    wide = False
    of_owner = True

    def __init__(self, field: Field) -> None:
        self.combo = Combo()
        super().__init__(self.combo)
        self._field = field
        self._filled: tuple[tuple[str, str], ...] = ()
        self.combo.activated.connect(lambda _index: self.changed.emit())

    def set_strategy(self, strategy: Strategy, owner: Id | None) -> None:
        rows = ((tr(NONE), ""), *self._fields(strategy, owner))
        if rows != self._filled:
            chosen = self.value()
            self._filled = rows
            self.set_value(chosen)

    def _fields(self, strategy: Strategy, owner: Id | None) -> Iterator[tuple[str, str]]:
        """Label and name of every field of the thing that the owner points at."""
        thing = strategy.by_id.get(owner) if owner else None
        pointed = value(thing, fields_of(type(thing))[self._field.of]) if thing else None
        target = strategy.by_id.get(pointed) if pointed else None
        if target is not None:
            noun = type(target)
            for field in shown_fields(noun):
                yield field_label(strategy, noun, field), field.name

    def value(self) -> Any:
        return self.combo.currentData() or ""

    def set_value(self, given: Any) -> None:
        self.combo.clear()
        for label, name in self._filled:
            self.combo.addItem(label, name)
        if self.combo.findData(given) < 0:
            self.combo.addItem(str(given), given)
        self.combo.setCurrentIndex(max(0, self.combo.findData(given)))
