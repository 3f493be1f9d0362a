"""Model objects from the model tables: the whole strategy, or what a change touched of it."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection

from strategidesk.history.graph import Graph
from strategidesk.history.reading import nodes_of
from strategidesk.history.revision import entity_of, id_of
from strategidesk.history.tables import ModelTables
from strategidesk.history.trees import Age, settle
from strategidesk.model.fields import Field, Id, Kind
from strategidesk.model.noun import Noun, fields_of, is_ordered
from strategidesk.model.strategy import Strategy, in_tree


def load(connection: Connection, tables: ModelTables) -> Strategy:
    """The whole strategy as it is read: references to what is gone are empty, trees are trees."""
    things = {noun: load_noun(connection, tables, noun) for noun in tables.schema.nouns}
    return Strategy(tables.schema, things, load_pictures(connection))


def load_pictures(connection: Connection) -> dict[str, bytes]:
    """Pictures by the sha256 of their bytes, in hex."""
    rows = connection.exec_driver_sql('SELECT "id","data" FROM "blob" ORDER BY "id"')
    return {id.hex(): data for id, data in rows}


def load_noun(connection: Connection, tables: ModelTables, noun: type[Noun]) -> tuple[Noun, ...]:
    """All living things of a noun in document order."""
    order = '"place","id"' if is_ordered(noun) else '"id"'
    table = tables.nouns[noun].name
    rows = connection.exec_driver_sql(f'SELECT * FROM "{table}" ORDER BY {order}')
    things = _things(noun, rows, _gone(connection, tables, noun))
    if not noun.meta.tree:
        return tuple(things)
    places = _places(connection, noun, table)
    return in_tree([_moved(t, places) for t in things])


def load_things(
    connection: Connection, tables: ModelTables, noun: type[Noun], ids: Iterable[Id]
) -> dict[Id, Noun]:
    """Those of these things that live, by id, with their places as written."""
    table = tables.nouns[noun].name
    found: dict[Id, Noun] = {}
    for id in ids:
        rows = connection.exec_driver_sql(f'SELECT * FROM "{table}" WHERE "id" = ?', (id,))
        gone = _gone(connection, tables, noun, id)
        found.update((thing.id, thing) for thing in _things(noun, rows, gone))
    return found


def _things(noun: type[Noun], rows: Any, gone: dict[str, set[str]]) -> list[Noun]:
    fields = fields_of(noun)
    names = ("id", *(field.attribute for field in fields.values()))
    decoders = [
        (position, decoder)
        for position, field in enumerate(fields.values(), start=1)
        if (decoder := _DECODERS.get(field.kind))
    ]
    things: list[Noun] = []
    for row in rows.cursor:
        values = list(row)
        for position, decode in decoders:
            values[position] = decode(values[position])
        named = dict(zip(names, values, strict=True))
        if row[0] in gone:
            _leave_out(named, fields.values(), gone[row[0]])
        things.append(noun(**named))
    return things


_DECODERS: dict[Kind, Callable[[Any], Any]] = {
    Kind.NUMBER: lambda text: None if text is None else Decimal(text),
    Kind.FLAG: bool,
    Kind.REFERENCES: lambda text: () if text == "[]" else tuple(json.loads(text)),
}


def _moved(thing: Any, places: dict[Id, str]) -> Any:
    return replace(thing, place=places[thing.id]) if thing.id in places else thing


def _gone(
    connection: Connection, tables: ModelTables, noun: type[Noun], id: Id | None = None
) -> dict[str, set[str]]:
    """Per thing (or for one only), the ids that it points at and that do not live."""
    table = tables.nouns[noun].name
    gone: dict[str, set[str]] = {}
    for field in fields_of(noun).values():
        if field.kind is Kind.REFERENCE:
            source, column = f'"{table}"', f'"{table}"."{field.name}"'
        elif field.kind is Kind.REFERENCES:
            source, column = f'"{table}", json_each("{table}"."{field.name}") AS one', "one.value"
        else:
            continue
        living = " UNION ALL ".join(
            f'SELECT "id" FROM "{other.name}"'
            for kind, other in tables.nouns.items()
            if field.to in ("*", kind.meta.entity)
        )
        rows = connection.exec_driver_sql(
            f'SELECT "{table}"."id", {column} FROM {source} '
            f"WHERE {column} IS NOT NULL AND {column} NOT IN ({living})"
            + (f' AND "{table}"."id" = ?' if id else ""),
            (id,) if id else (),
        )
        for thing, target in rows:
            gone.setdefault(thing, set()).add(target)
    return gone


def _leave_out(values: dict[str, Any], fields: Iterable[Field], gone: set[str]) -> None:
    for field in fields:
        value = values[field.attribute]
        if field.kind is Kind.REFERENCE and value in gone:
            values[field.attribute] = None
        elif field.kind is Kind.REFERENCES:
            values[field.attribute] = tuple(id for id in value if id not in gone)


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
        id_of(entity): Graph(found, lambda _id: None).heads("place")[-1].age
        for entity, found in nodes.items()
    }
