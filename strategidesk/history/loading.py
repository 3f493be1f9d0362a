"""Model objects from the model tables: the whole strategy, or what a change touched of it."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache, partial
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection

from strategidesk.history.graph import Graph, Node
from strategidesk.history.reading import UNREADABLE, Unreadable, nodes_of
from strategidesk.history.revision import entity_of, id_of
from strategidesk.history.tables import ModelTables
from strategidesk.history.trees import Age, settle
from strategidesk.model.fields import Field, Id, Kind
from strategidesk.model.noun import Noun, fields_of, is_ordered, things_of
from strategidesk.model.strategy import Strategy, in_order

PORTION = 200  # rows made things at once, while the processor still has their values at hand

Lives = Callable[[str, Id], bool]  # whether a thing of an entity ("*": of any) lives


def load(connection: Connection, tables: ModelTables) -> Strategy:
    """The whole strategy as it is read: references to what is gone are empty, trees are trees."""
    things = load_nouns(connection, tables, tables.schema.nouns)
    return Strategy(tables.schema, things, load_pictures(connection))


def load_nouns(
    connection: Connection, tables: ModelTables, nouns: Iterable[type[Noun]]
) -> dict[type[Noun], tuple[Noun, ...]]:
    """All living things of each of these nouns, in document order."""
    lives = _living(connection, tables)
    return {noun: _load(connection, tables, noun, lives) for noun in nouns}


def load_pictures(connection: Connection) -> dict[str, bytes]:
    """Pictures by the sha256 of their bytes, in hex."""
    rows = connection.exec_driver_sql('SELECT "id","data" FROM "blob" ORDER BY "id"')
    return {id.hex(): data for id, data in rows}


def _load(
    connection: Connection, tables: ModelTables, noun: type[Noun], lives: Lives
) -> tuple[Noun, ...]:
    table = tables.nouns[noun].name
    cursor = connection.exec_driver_sql(f'SELECT * FROM "{table}"').cursor
    portions = iter(partial(cursor.fetchmany, PORTION), [])
    things = [thing for rows in portions for thing in _things(noun, rows, lives)]
    if not is_ordered(noun):
        return tuple(sorted(things, key=attrgetter("id")))
    places = _places(connection, noun, table) if things and noun.meta.tree else {}
    return in_order((_moved(t, places) for t in things) if places else things, noun.meta.tree)


def load_things(
    connection: Connection,
    tables: ModelTables,
    noun: type[Noun],
    ids: Iterable[Id],
    lives: Lives,
) -> list[Noun]:
    """Those of these things that live, with their places as written."""
    query = f'SELECT * FROM "{tables.nouns[noun].name}" WHERE "id" = ?'
    rows = [row for id in ids for row in connection.exec_driver_sql(query, (id,)).cursor.fetchall()]
    return _things(noun, rows, lives)


def _living(connection: Connection, tables: ModelTables) -> Lives:
    @cache
    def ids(to: str) -> frozenset[Id]:
        return frozenset(
            id
            for noun, table in tables.nouns.items()
            if to in ("*", noun.meta.entity)
            for (id,) in connection.exec_driver_sql(f'SELECT "id" FROM "{table.name}"')
        )

    return lambda to, id: id in ids(to)


def _things(noun: type[Noun], rows: Sequence[Sequence[Any]], lives: Lives) -> list[Noun]:
    """Things from rows of a model table; columns are faster than rows, and values recur in them."""
    columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
    if not columns:
        return []
    try:
        for position, field in enumerate(fields_of(noun).values(), start=1):
            if not set(map(type, columns[position])) <= _STORED.get(field.kind, {str}):
                raise TypeError
            if field.kind in _DECODED:
                known = {raw: _decoded(field, raw, lives) for raw in set(columns[position])}
                columns[position] = map(known.__getitem__, columns[position])
        return things_of(noun, columns)
    except (ValueError, ArithmeticError, TypeError):
        raise Unreadable(UNREADABLE) from None


_STORED: dict[Kind, set[type]] = {  # of other kinds: text
    Kind.NUMBER: {str, type(None)},
    Kind.WHOLE: {int, type(None)},
    Kind.FLAG: {int},
    Kind.REFERENCE: {str, type(None)},
}
_DECODED = frozenset({Kind.NUMBER, Kind.FLAG, Kind.REFERENCE, Kind.REFERENCES})


def _decoded(field: Field, raw: Any, lives: Lives) -> Any:
    """The Python value of what stands in a column."""
    match field.kind:
        case Kind.NUMBER:
            return None if raw is None else Decimal(raw)
        case Kind.FLAG:
            return bool(raw)
        case Kind.REFERENCE:
            return raw if raw is not None and lives(field.to, raw) else None
        case _:
            return tuple(id for id in json.loads(raw) if lives(field.to, id))


def _moved(thing: Any, places: dict[Id, str]) -> Any:
    return replace(thing, place=places[thing.id]) if thing.id in places else thing


def _places(connection: Connection, noun: type[Noun], table: str) -> dict[Id, str]:
    """The places in a tree that are read otherwise than they are written."""
    alive = dict(map(tuple, connection.exec_driver_sql(f'SELECT "id","place" FROM "{table}"')))
    deleted = dict(
        map(
            tuple,
            connection.exec_driver_sql(
                'SELECT "id","place" FROM "deleted" WHERE "kind" = ?', (noun.meta.entity,)
            ),
        )
    )
    return settle(alive, deleted, lambda ids: last_moved(connection, ids))


def last_moved(connection: Connection, ids: Iterable[Id]) -> dict[Id, Age]:
    """When the places of these things were last written."""
    nodes = nodes_of(connection, [entity_of(id) for id in ids])
    return {
        id_of(entity): _last(Graph(found, lambda _id: None)).age for entity, found in nodes.items()
    }


def _last(graph: Graph) -> Node:
    """The revision that the place stands on."""
    return graph.standing(graph.heads("place"))[-1]
