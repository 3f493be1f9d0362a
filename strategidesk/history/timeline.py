"""Who wrote what, when: the revisions as people read them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from strategidesk.errors import UserError
from strategidesk.history.graph import Graph, Node
from strategidesk.history.projection import noun_of
from strategidesk.history.reading import Values, nodes_of
from strategidesk.history.revision import EXISTS, ID_SIZE, entity_of, id_of
from strategidesk.history.tables import ModelTables
from strategidesk.history.view import value_at, view
from strategidesk.model.fields import Id
from strategidesk.model.noun import fields_of

UNKNOWN = 'There is no change "{revision}" in the file. "strategidesk history" lists them.'


@dataclass(frozen=True, slots=True)
class Entry:
    """One change. `value` and `before` are JSON values; of `_exists` true where it lives."""

    revision: str  # hex
    id: Id
    entity: str
    field: str
    author: str
    at: int  # microseconds UTC
    kind: str
    value: Any
    before: Any
    values: dict[str, Any] | None = None  # a creation's first values


def ordered(connection: Connection, id: Id | None = None) -> list[tuple[bytes, bytes]]:
    """All changes, or those of one thing, newest first: the thing and the revision.

    Raises UserError for what is no id.
    """
    where, values = ("", ()) if id is None else ('WHERE "entity" = ?', (_entity(id),))
    rows = connection.exec_driver_sql(
        f'SELECT "entity","id" FROM "revision" {where} ORDER BY "at" DESC, "id" DESC', values
    )
    return [(entity, revision) for entity, revision in rows]


@dataclass(frozen=True, slots=True)
class Touch:
    """That somebody changed a thing."""

    id: Id
    author: str
    at: int  # microseconds UTC


_CAME_LAST = 5000  # changes to the file among which the newest are sought


def latest(connection: Connection, most: int) -> list[Touch]:
    """The newest changes of those that came to the file last, without their content: quick."""
    rows = connection.exec_driver_sql(
        'SELECT "entity","author","at" FROM "revision" '
        'WHERE rowid > (SELECT max(rowid) FROM "revision") - ? '
        'ORDER BY "at" DESC, "id" DESC LIMIT ?',
        (_CAME_LAST, most),
    )
    return [Touch(id_of(entity), author, at) for entity, author, at in rows]


def entries(
    connection: Connection,
    tables: ModelTables,
    order: Iterable[tuple[bytes, bytes]],
    field: str | None = None,
) -> Iterator[Entry]:
    """These changes, or those of them that concern a field.

    A thing's creation is part of the history of each of its fields.
    """
    graphs: dict[bytes, Graph] = {}
    for entity, revision in order:
        if entity not in graphs:
            graphs[entity] = _graph(connection, entity)
        node = graphs[entity].by_id[revision]
        if field is None or node.field == field or node.id in graphs[entity].creations:
            entry = _entry(tables, graphs[entity], entity, node, field)
            if entry is not None:
                yield entry


def find(connection: Connection, tables: ModelTables, revision: str) -> Entry:
    """One change by its id in hex. Raises UserError where there is none."""
    try:
        key = bytes.fromhex(revision)
    except ValueError:
        key = b""
    row = (
        connection.exec_driver_sql('SELECT "entity" FROM "revision" WHERE "id" = ?', (key,)).first()
        if len(key) == ID_SIZE
        else None
    )
    if row is None:
        raise UserError(UNKNOWN, revision=revision)
    graph = _graph(connection, row[0])
    entry = _entry(tables, graph, row[0], graph.by_id[key], None)
    if entry is None:
        raise UserError(UNKNOWN, revision=revision)
    return entry


def _entity(id: Id) -> bytes:
    try:
        return entity_of(id)
    except ValueError:
        raise UserError('There is nothing with the id "{id}".', id=id) from None


def _graph(connection: Connection, entity: bytes) -> Graph:
    return Graph(nodes_of(connection, [entity])[entity], Values(connection).__getitem__)


def _entry(
    tables: ModelTables, graph: Graph, entity: bytes, node: Node, field: str | None
) -> Entry | None:
    noun = noun_of(tables, graph)
    if noun is None or (node.field != EXISTS and node.field not in fields_of(noun)):
        return None
    if field not in (None, EXISTS) and field not in fields_of(noun):
        return None
    value = graph.value_of(node.id)
    values = None
    name = node.field
    if name == EXISTS and field in fields_of(noun):
        name, before = str(field), None
        shown = value_at(graph, fields_of(noun)[name], node)
    elif name == EXISTS:
        values = value.get("values") if isinstance(value, dict) else None
        shown, before = value is not None, bool(node.parents) and value is None
    else:
        parents = [graph.by_id[p] for p in node.parents if p in graph.by_id]
        shown, before = value, view(graph, fields_of(noun)[name], parents).value
    return Entry(
        node.id.hex(),
        id_of(entity),
        noun.meta.entity,
        name,
        node.author,
        node.at,
        node.kind,
        shown,
        before,
        values,
    )
