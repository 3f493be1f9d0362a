"""The model tables, made from the revisions: the only place that writes them.

Incremental projection and full rebuild run the same code over a few or all things, so both give the
same tables.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table

from strategidesk.history.graph import Graph
from strategidesk.history.reading import Values, all_nodes
from strategidesk.history.revision import EXISTS, id_of
from strategidesk.history.tables import ModelTables
from strategidesk.history.view import view
from strategidesk.model.fields import Field, Kind, Mistake, from_json, to_json
from strategidesk.model.noun import Noun, fields_of

_CHUNK = 400  # things per round trip

DELETED_BUT_EDITED = "deleted_but_edited"


@dataclass
class Rows:
    """What the model tables say about some things."""

    alive: dict[type[Noun], list[tuple[Any, ...]]] = field(default_factory=dict)
    deleted: list[tuple[Any, ...]] = field(default_factory=list)
    review: list[tuple[str, str, str]] = field(default_factory=list)


def project(
    connection: Connection, tables: ModelTables, graphs: Mapping[bytes, Graph], values: Values
) -> None:
    """Bring the rows of these things up to date; `values` are those that the graphs look into."""
    ids = [(id_of(entity),) for entity in graphs]
    for table in (tables.deleted, tables.review):
        key = table.primary_key.columns[0].name
        connection.exec_driver_sql(f'DELETE FROM "{table.name}" WHERE "{key}" = ?', ids)
    rows = rows_of(tables, graphs, values)
    gone = [(row[0],) for row in rows.deleted]
    gone += [(id_of(entity),) for entity, graph in graphs.items() if len(graph.creations) > 1]
    if gone:  # and what two copies made under one id may have been another noun's before
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
    nodes = all_nodes(connection)
    entities = list(nodes)
    for start in range(0, len(entities), _CHUNK):
        values = Values(connection)
        graphs = {
            entity: Graph(nodes.pop(entity), values.__getitem__)
            for entity in entities[start : start + _CHUNK]
        }
        yield rows_of(tables, graphs, values), start + len(graphs), len(entities)


def rows_of(tables: ModelTables, graphs: Mapping[bytes, Graph], values: Values) -> Rows:
    """The rows of the things whose revisions are given."""
    shown = {
        head.id
        for graph in graphs.values()
        for name in graph.fields()
        for head in graph.heads(name)
    }
    for graph in graphs.values():
        shown |= graph.creations
    values.fetch(shown)
    rows = Rows()
    for entity, graph in graphs.items():
        _add_rows(tables, rows, entity, graph)
    return rows


def _add_rows(tables: ModelTables, rows: Rows, entity: bytes, graph: Graph) -> None:
    noun = noun_of(tables, graph)
    if noun is None:
        return
    id = id_of(entity)
    alive, values = graph.alive(), {}
    known = ("text", "place", noun.meta.title)  # of what is gone
    first, later = _first_values(graph), graph.fields()
    for name, declared in fields_of(noun).items():
        if not alive and name not in known:
            continue
        if first is not None and name not in later:  # nearly all
            given = name in first
            values[name] = column_value(declared, first[name]) if given else _empty(noun)[name]
            continue
        shown = view(graph, declared, graph.heads(name))
        values[name] = column_value(declared, shown.value)
        if shown.item and alive:
            rows.review.append((id, name, shown.item))
    ends = graph.standing(graph.heads(EXISTS))
    if alive:
        rows.alive.setdefault(noun, []).append((id, *values.values()))
        if any(graph.value_of(end.id) is None for end in ends) and not noun.meta.noted:
            rows.review.append((id, EXISTS, DELETED_BUT_EDITED))
        return
    title = values.get(noun.meta.title) or values.get("text") or ""
    last = ends[-1]
    rows.deleted.append(
        (id, noun.meta.entity, str(title), values.get("place", ""), last.author, last.at)
    )


def _first_values(graph: Graph) -> Mapping[str, Any] | None:
    """What a thing was made with; None where it was made on several copies."""
    if len(graph.creations) != 1:
        return None
    (creation,) = graph.creations
    value = graph.value_of(creation)
    return value.get("values", {}) if isinstance(value, dict) else {}


_empties: dict[type[Noun], dict[str, Any]] = {}


def _empty(noun: type[Noun]) -> dict[str, Any]:
    """What stands in the columns of a thing that was made without any values."""
    if noun not in _empties:
        _empties[noun] = {
            name: column_value(declared, to_json(declared.default))
            for name, declared in fields_of(noun).items()
        }
    return _empties[noun]


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
    to_column = TO_COLUMN.get(declared.kind)
    return to_column(python) if to_column else python


TO_COLUMN: dict[Kind, Callable[[Any], Any]] = {  # of the kinds whose column differs from the value
    Kind.REFERENCES: lambda ids: json.dumps(sorted(ids), separators=(",", ":")),
    Kind.NUMBER: lambda number: None if number is None else str(number),
    Kind.FLAG: int,
}


def _write(connection: Connection, tables: ModelTables, rows: Rows) -> None:
    for noun, found in rows.alive.items():
        insert(connection, tables.nouns[noun], found)
    insert(connection, tables.deleted, rows.deleted)
    insert(connection, tables.review, rows.review)


def insert(connection: Connection, table: Table, rows: list[Any]) -> None:
    """Write rows to a model table, in the place of those with the same key."""
    if not rows:
        return
    places = ",".join("?" * len(table.columns))
    key = ",".join(f'"{column.name}"' for column in table.primary_key)
    other = ",".join(
        f'"{column.name}"=excluded."{column.name}"'
        for column in table.columns
        if not column.primary_key
    )
    connection.exec_driver_sql(
        f'INSERT INTO "{table.name}" VALUES ({places}) ON CONFLICT ({key}) DO UPDATE SET {other}',
        rows,
    )
