"""What the table does to the strategy."""

from collections.abc import Iterable, Sequence
from typing import Any

from strategidesk.desk.commands import SetFields, Together
from strategidesk.desk.written import empty_of
from strategidesk.language import tr
from strategidesk.model.fields import Field, Id, to_json
from strategidesk.model.noun import fields_of, value
from strategidesk.model.strategy import Strategy


def emptying(strategy: Strategy, ids: Iterable[Id], fields: Sequence[Field]) -> Together | None:
    """Give fields of things their first values; None where that changes nothing."""
    commands = []
    for id in ids:
        thing = strategy.by_id[id]
        values: dict[str, Any] = {
            field.name: empty_of(field) for field in fields if value(thing, field) != field.default
        }
        if values:
            commands.append(SetFields(id, values))
    return Together(tuple(commands), tr("empty cells")) if commands else None


def taken(strategy: Strategy, id: Id, name: str) -> Any:
    """The JSON value of a thing's field."""
    thing = strategy.by_id[id]
    return to_json(value(thing, fields_of(type(thing))[name]))
