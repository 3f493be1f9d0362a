"""The things behind a table, with what cells, filters and sorting read of them kept per column."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCollator, QLocale, Qt

from strategidesk.history.changes import ChangeSet
from strategidesk.model.fields import Field, Id, Kind
from strategidesk.model.noun import Noun, value
from strategidesk.ui.tables.column import NUMBER, Column
from strategidesk.ui.tables.criterion import Criterion, value_test
from strategidesk.ui.work import Work

Quick = Callable[[Noun], bool]
_ORDERED = (Kind.NUMBER, Kind.WHOLE, Kind.DATE, Kind.CHOICE, Kind.FLAG)


class Rows:
    """Every thing of a noun in document order."""

    def __init__(self, work: Work, entity: str, columns: Iterable[Column]) -> None:
        self._work = work
        self._noun = work.strategy.schema.by_entity[entity]
        self._collator = QCollator(QLocale("sv_SE"))
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._texts: dict[str, dict[Id, str]] = {}
        self._lower: dict[str, list[str]] = {}
        self._ranks: dict[str, list[int]] = {}
        self.set_columns(columns)
        self._read()

    def set_columns(self, columns: Iterable[Column]) -> None:
        """Show these columns, whose texts may be others than before."""
        self.columns = {column.name: column for column in columns}
        for cache in (self._texts, self._lower, self._ranks):
            cache.clear()

    def _read(self) -> None:
        self.things: tuple[Noun, ...] = self._work.strategy.all(self._noun)
        self.ids = [thing.id for thing in self.things]
        self.at = {id: at for at, id in enumerate(self.ids)}

    def refresh(self, changes: ChangeSet) -> bool:
        """Follow a change; whether things came, went or moved."""
        before = self.ids
        self._read()
        for name, column in self.columns.items():
            if changes.nouns & _read_by(column, self._noun.meta.entity):
                self._texts.pop(name, None)
        for texts in self._texts.values():
            for id in changes.ids:
                texts.pop(id, None)
        moved = before != self.ids
        for name in list(self._lower):
            if moved or name not in self._texts:
                del self._lower[name]
            else:
                self._patch(name, changes)
        self._ranks.clear()
        return moved

    def _patch(self, name: str, changes: ChangeSet) -> None:
        for id in changes.ids:
            if (at := self.at.get(id)) is not None:
                self._lower[name][at] = self.text(self.columns[name], id).lower()

    def text(self, column: Column, id: Id) -> str:
        """What a cell says."""
        if column.name == NUMBER:
            return str(self.at[id] + 1)
        texts = self._texts.setdefault(column.name, {})
        text = texts.get(id)
        if text is None:
            text = texts[id] = column.text(self._work.strategy, self.things[self.at[id]])
        return text

    @property
    def contested(self) -> bool:
        """Whether anything waits for a person anywhere."""
        return bool(self._work.unsettled.contested)

    def contest(self, column: Column, id: Id) -> str:
        """What kind of item waits for a person in a cell; empty for none."""
        return self._work.contest(id, column.field.name) if column.field is not None else ""

    def instead(self, column: Column, id: Id) -> str:
        """What an empty cell says of its thing, where its column has something to say."""
        if column.instead is None:
            return ""
        return column.instead(self._work.strategy, self.things[self.at[id]])

    def lower(self, name: str) -> list[str]:
        """A column's texts in small letters, in document order."""
        found = self._lower.get(name)
        if found is None:
            column = self.columns[name]
            found = self._lower[name] = [self.text(column, id).lower() for id in self.ids]
        return found

    # which rows, and in which order

    def matching(self, criteria: Mapping[str, Criterion], quick: Quick | None) -> list[int]:
        """Where the things stand that satisfy all criteria."""
        found: Iterable[int] = range(len(self.ids))
        if quick is not None:
            found = [at for at in found if quick(self.things[at])]
        for name, criterion in criteria.items():
            if not criterion or name not in self.columns:
                continue
            column = self.columns[name]
            test = value_test(column, criterion)
            if test is not None:
                things = self.things
                found = [at for at in found if test(self._compared(column, things[at]))]
            else:
                found = self._containing(found, self.lower(name), criterion.text.strip().lower())
        return list(found)

    def _compared(self, column: Column, thing: Noun) -> Any:
        """What a criterion's test looks at."""
        if column.measures is not None:
            return column.measures(self._work.strategy, thing)
        assert column.field is not None
        return value(thing, column.field)

    def _containing(self, found: Iterable[int], texts: list[str], part: str) -> list[int]:
        if isinstance(found, range):
            return [at for at, text in enumerate(texts) if part in text]
        return [at for at in found if part in texts[at]]

    def ordered(self, found: list[int], sorting: tuple[tuple[str, bool], ...]) -> list[Id]:
        """The ids of these rows, sorted by columns (name, descending); empty cells come last."""
        for name, descending in reversed(sorting):
            ranks = self._rank(name)
            last = len(self.ids)
            if descending:
                found.sort(key=lambda at: -ranks[at] if ranks[at] < last else last)
            else:
                found.sort(key=ranks.__getitem__)
        if not sorting and len(found) == len(self.ids):
            return list(self.ids)
        return [self.ids[at] for at in found]

    def _rank(self, name: str) -> list[int]:
        found = self._ranks.get(name)
        if found is None:
            values, key = self._weights(self.columns[name])
            distinct = sorted(set(values) - {None}, key=key)
            ranks = {each: rank for rank, each in enumerate(distinct)}
            found = self._ranks[name] = [ranks.get(each, len(self.ids)) for each in values]
        return found

    def _weights(self, column: Column) -> tuple[list[Any], Callable[[Any], Any] | None]:
        """What sorts each thing in a column, None for an empty cell; and how that is sorted."""
        field = column.field
        if column.measures is None and field is not None and field.kind in _ORDERED:
            return [_weight(field, value(thing, field)) for thing in self.things], None
        texts = [self.text(column, id) for id in self.ids]
        if column.measures is None:
            return [text or None for text in texts], self._collator.sortKey
        found = [column.measures(self._work.strategy, thing) for thing in self.things]
        weights = [
            (0, each[0]) if each else (1, text) if text else None
            for each, text in zip(found, texts, strict=True)
        ]
        return weights, lambda one: (one[0], self._collator.sortKey(one[1]) if one[0] else one[1])


def _weight(field: Field, given: Any) -> Any:
    """What sorts a value; None for an empty one."""
    if field.kind is Kind.CHOICE:
        words = list(field.choices or {})
        return words.index(given) if given in words else (len(words) if given else None)
    if isinstance(given, Decimal | int):
        return given
    return given or None


def _read_by(column: Column, entity: str) -> set[str]:
    """The entities whose change may change the texts of things that did not change themselves."""
    if column.reads:
        return set(column.reads)
    if column.field is None:
        return {"strategy", "area", "hallmark", "unit", "indicator", "goal", "link"}
    return {column.field.to} - {"", entity}
