"""The model tables, made from the revisions: the only place that writes them.

Incremental projection and full rebuild run the same code over a few or all things, so both give the
same tables.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table

from strategidesk.history.graph import Graph
from strategidesk.history.reading import all_nodes, nodes_of, values_of
from strategidesk.history.revision import EXISTS, id_of
from strategidesk.history.tables import ModelTables
from strategidesk.history.view import view
from strategidesk.model.fields import Field, Kind, Mistake, from_json, to_json
from strategidesk.model.noun import Noun, fields_of

_CHUNK = 400  # things per round trip

DISPUTED = "conflict"
DELETED_BUT_EDITED = "deleted_but_edited"


@dataclass
class Rows:
    """What the model tables say about some things."""

    alive: dict[type[Noun], list[tuple[Any, ...]]] = field(default_factory=dict)
    deleted: list[tuple[Any, ...]] = field(default_factory=list)
    review: list[tuple[str, str, str]] = field(default_factory=list)


def project(connection: Connection, tables: ModelTables, entities: Iterable[bytes]) -> None:
    """Bring the rows of these things up to date."""
    wanted = list(dict.fromkeys(entities))
    for start in range(0, len(wanted), _CHUNK):
        chunk = wanted[start : start + _CHUNK]
        ids = [(id_of(entity),) for entity in chunk]
        for table in (tables.deleted, tables.review):
            key = table.primary_key.columns[0].name
            connection.exec_driver_sql(f'DELETE FROM "{table.name}" WHERE "{key}" = ?', ids)
        rows = rows_of(connection, tables, nodes_of(connection, chunk))
        gone = [(row[0],) for row in rows.deleted]
        if gone:
            for table in tables.nouns.values():
                connection.exec_driver_sql(f'DELETE FROM "{table.name}" WHERE "id" = ?', gone)
        _write(connection, tables, rows)


def rebuild(
    connection: Connection,
    tables: ModelTables,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> None:
    """Make all model tables anew."""
    tables.metadata.drop_all(connection)
    tables.metadata.create_all(connection)
    for rows, done, total in all_rows(connection, tables):
        _write(connection, tables, rows)
        progress(done, total)


def all_rows(connection: Connection, tables: ModelTables) -> Iterator[tuple[Rows, int, int]]:
    """The rows of everything in portions, with how many things are done of how many."""
    graphs = all_nodes(connection)
    entities = list(graphs)
    for start in range(0, len(entities), _CHUNK):
        chunk = {entity: graphs.pop(entity) for entity in entities[start : start + _CHUNK]}
        yield rows_of(connection, tables, chunk), start + len(chunk), len(entities)


def rows_of(connection: Connection, tables: ModelTables, nodes: dict[bytes, list[Any]]) -> Rows:
    """The rows of the things whose revisions are given."""
    cache: dict[bytes, Any] = {}

    def value_of(id: bytes) -> Any:
        if id not in cache:
            cache.update(values_of(connection, [id]))
        return cache[id]

    graphs = {entity: Graph(found, value_of) for entity, found in nodes.items()}
    shown = {
        head.id
        for graph in graphs.values()
        for name in graph.fields()
        for head in graph.heads(name)
    }
    for graph in graphs.values():
        shown |= graph.creations
    cache.update(values_of(connection, shown))
    rows = Rows()
    for entity, graph in graphs.items():
        _add_rows(tables, rows, entity, graph)
    return rows


def _add_rows(tables: ModelTables, rows: Rows, entity: bytes, graph: Graph) -> None:
    noun = noun_of(tables, graph)
    if noun is None:
        return
    id = id_of(entity)
    values: dict[str, Any] = {}
    for name, declared in fields_of(noun).items():
        shown = view(graph, declared, graph.heads(name))
        values[name] = column_value(declared, shown.value)
        if shown.disputed:
            rows.review.append((id, name, DISPUTED))
    ends = graph.heads(EXISTS)
    if graph.alive():
        rows.alive.setdefault(noun, []).append((id, *values.values()))
        if all(graph.value_of(end.id) is None for end in ends):
            rows.review.append((id, EXISTS, DELETED_BUT_EDITED))
        return
    rows.review = [item for item in rows.review if item[0] != id]
    title = values.get(noun.meta.title) or values.get("text") or ""
    last = ends[-1]
    rows.deleted.append(
        (id, noun.meta.entity, str(title), values.get("place", ""), last.author, last.at)
    )


def noun_of(tables: ModelTables, graph: Graph) -> type[Noun] | None:
    """The noun that a thing was created as; None where this program does not know it."""
    for creation in sorted(graph.creations):
        value = graph.value_of(creation)
        if isinstance(value, dict) and value.get("kind") in tables.schema.by_entity:
            return tables.schema.by_entity[value["kind"]]
    return None


def column_value(declared: Field, value: Any) -> Any:
    """What stands in a model table's column for a JSON value.

    A value that the field does not take (from another program) shows as the default.
    """
    try:
        python = from_json(declared, value)
    except Mistake:
        python = declared.default
    match declared.kind:
        case Kind.REFERENCES:
            return json.dumps(to_json(python), separators=(",", ":"))
        case Kind.NUMBER:
            return None if python is None else str(python)
        case Kind.FLAG:
            return int(python)
        case _:
            return python


def _write(connection: Connection, tables: ModelTables, rows: Rows) -> None:
    for noun, found in rows.alive.items():
        _insert(connection, tables.nouns[noun], found)
    _insert(connection, tables.deleted, rows.deleted)
    _insert(connection, tables.review, rows.review)


def _insert(connection: Connection, table: Table, rows: list[Any]) -> None:
    if rows:
        places = ",".join("?" * len(table.columns))
        connection.exec_driver_sql(f'INSERT OR REPLACE INTO "{table.name}" VALUES ({places})', rows)
