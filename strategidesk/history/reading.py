"""Revisions read from the database, in portions that stay within its limits."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from strategidesk.errors import UserError
from strategidesk.history.graph import Node
from strategidesk.history.revision import split

_COLUMNS = '"id","entity","field","parents","at","kind","author"'
_CHUNK = 500  # bound values per statement; SQLite's oldest limit is 999


UNREADABLE = "A text in the file is damaged. Restore the file from a backup."


class Unreadable(UserError):
    """What stands in the file is not what was written."""


def nodes_of(connection: Connection, entities: Sequence[bytes]) -> dict[bytes, list[Node]]:
    """The revisions of these things, without values, by thing."""
    nodes: dict[bytes, list[Node]] = {entity: [] for entity in entities}
    for start in range(0, len(entities), _CHUNK):
        chunk = tuple(entities[start : start + _CHUNK])
        places = ",".join("?" * len(chunk))
        _collect(
            connection.exec_driver_sql(
                f'SELECT {_COLUMNS} FROM "revision" WHERE "entity" IN ({places})', chunk
            ),
            nodes,
        )
    return nodes


def all_nodes(connection: Connection) -> dict[bytes, list[Node]]:
    """All revisions without values, by thing."""
    nodes: dict[bytes, list[Node]] = {}
    _collect(connection.exec_driver_sql(f'SELECT {_COLUMNS} FROM "revision"'), nodes)
    return nodes


def _collect(rows: Iterable[Any], nodes: dict[bytes, list[Node]]) -> None:
    for id, entity, field, parents, at, kind, author in rows:
        node = Node(id, field, split(parents) if parents else (), at, kind, author)
        nodes.setdefault(entity, []).append(node)


class Values(dict[bytes, Any]):
    """The decoded JSON values of revisions by id, read when they are first asked for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __missing__(self, id: bytes) -> Any:
        self.fetch([id])
        if id not in self:
            raise Unreadable(UNREADABLE)
        return self[id]

    def fetch(self, ids: Iterable[bytes]) -> None:
        """Read those of these that are not known yet, many at a time."""
        wanted = [id for id in ids if id not in self]
        for start in range(0, len(wanted), _CHUNK):
            chunk = tuple(wanted[start : start + _CHUNK])
            places = ",".join("?" * len(chunk))
            rows = self._connection.exec_driver_sql(
                f'SELECT "id","value" FROM "revision" WHERE "id" IN ({places})', chunk
            )
            self.update((id, decoded(value)) for id, value in rows)


def decoded(text: str) -> Any:
    """A stored JSON value. Raises Unreadable where it is none any more."""
    try:
        return json.loads(text)
    except ValueError:
        raise Unreadable(UNREADABLE) from None
