"""What a table shows of each thing: one column per field, or one that is worked out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from strategidesk.model.fields import Field, Kind
from strategidesk.model.noun import Noun, fields_of, value
from strategidesk.model.schema import Schema
from strategidesk.model.strategy import Strategy
from strategidesk.ui.words import field_label, shown

NUMBER = "nr"  # the name of the column that counts the rows in document order
Text = Callable[[Strategy, Noun], str]
Measures = Callable[[Strategy, Noun], Sequence[Any]]
LISTS = (Kind.CHOICE, Kind.REFERENCE, Kind.REFERENCES, Kind.FLAG)
_SHARES = {Kind.PROSE: 24.0, Kind.LINE: 14.0, Kind.REFERENCE: 14.0, Kind.REFERENCES: 18.0}
_TITLE_SHARE = 32.0
_SHARE = 11.0


@dataclass(frozen=True)
class Column:
    """One column. `name`: a field's name, or one of its own where the text is worked out."""

    name: str
    label: str  # in the user's language
    text: Text
    width_share: float = _SHARE  # of the table's width, in parts beside the others'
    fixed: bool = False  # stays while scrolling sideways, cannot be hidden
    editable: bool = True
    field: Field | None = None  # what is edited; None: worked out
    missing: bool = False  # an empty cell says that something is missing
    empty: str = ""  # what an empty cell says quietly, in the user's language
    instead: Text | None = None  # what an empty cell says quietly of its thing
    measures: Measures | None = None  # the dates or numbers behind what the cell says
    reads: frozenset[str] = frozenset()  # entities that a text that is worked out comes from


def _text_of(field: Field, strategy: Strategy, thing: Noun) -> str:
    return shown(strategy, field, value(thing, field))


def columns_of(
    strategy: Strategy,
    entity: str,
    names: Iterable[str],
    missing: Iterable[str] = (),
    empty: Mapping[str, str] | None = None,
) -> tuple[Column, ...]:
    """A column per field, with the strategy's own words; the one that names the thing is fixed."""
    noun = strategy.schema.by_entity[entity]
    fields = fields_of(noun)
    wanting = set(missing)
    return tuple(
        Column(
            name,
            field_label(strategy, noun, fields[name]),
            partial(_text_of, fields[name]),
            _TITLE_SHARE if name == noun.meta.title else _SHARES.get(fields[name].kind, _SHARE),
            fixed=name == noun.meta.title,
            field=fields[name],
            missing=name in wanting,
            empty=(empty or {}).get(name, ""),
        )
        for name in names
    )


def all_names(schema: Schema, entity: str) -> tuple[str, ...]:
    """The names of all fields that people see, as declared."""
    fields = fields_of(schema.by_entity[entity]).values()
    return tuple(field.name for field in fields if field.kind is not Kind.PLACE)
