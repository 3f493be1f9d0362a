"""A whole strategy put into an empty set: one creation per thing."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection

from strategidesk.history.projection import TO_COLUMN, insert
from strategidesk.history.recording import add_picture, write
from strategidesk.history.revision import EXISTS, Revision, entity_of, make
from strategidesk.history.tables import ModelTables
from strategidesk.model.fields import to_json
from strategidesk.model.noun import Noun, fields_of, new_id
from strategidesk.model.strategy import Strategy

_PORTION = 1_000  # things in memory as rows


def fill(
    connection: Connection,
    tables: ModelTables,
    strategy: Strategy,
    author: str,
    clock: Callable[[], int],
) -> None:
    """Write every thing and picture of the strategy; a thing without an id gets a new one.

    The strategy must be whole: its values and references are not checked again. What a projection
    would find is written at once, which takes a sixth of its time.
    """
    for id, data in strategy.pictures.items():
        add_picture(connection, id, data)
    for noun in strategy.schema.nouns:
        things = strategy.all(noun)
        for start in range(0, len(things), _PORTION):
            revisions, rows = _creations(noun, things[start : start + _PORTION], author, clock)
            write(connection, revisions)
            insert(connection, tables.nouns[noun], rows)


def _creations(
    noun: type[Noun], things: Sequence[Noun], author: str, clock: Callable[[], int]
) -> tuple[list[Revision], list[tuple[Any, ...]]]:
    """The first revision of each thing, and its row in the model table."""
    fields = tuple(fields_of(noun).values())
    read = attrgetter("id", *(field.attribute for field in fields))
    names = [field.name for field in fields]
    defaults = [to_json(field.default) for field in fields]
    special = [(at, TO_COLUMN[f.kind]) for at, f in enumerate(fields) if f.kind in TO_COLUMN]
    revisions: list[Revision] = []
    rows: list[tuple[Any, ...]] = []
    for thing in things:
        id, *values = read(thing)
        id = id or new_id()
        columns = list(values)
        for at, to_column in special:
            columns[at] = to_column(values[at])
            values[at] = to_json(values[at])
        stored = {n: v for n, v, d in zip(names, values, defaults, strict=True) if v != d}
        value = {"kind": noun.meta.entity, "values": stored}
        revisions.append(make(entity_of(id), EXISTS, value, (), author, clock(), "import"))
        rows.append((id, *columns))
    return revisions, rows
