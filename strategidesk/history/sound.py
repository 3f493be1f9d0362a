"""The exchanged tables read row by row, each with whether it is what its authors wrote.

Texts are read as bytes together with their types, so that one that is no longer UTF-8, or no longer
a text, is found like any other.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from strategidesk.history.revision import identify, identify_version


@dataclass(frozen=True, eq=False)
class Kept:
    """A table whose rows are named by the hash of their content. `columns`: the id first, then
    what the hash is of, each with its type in SQLite; `hash` takes the latter, texts as bytes."""

    name: str
    columns: dict[str, str]
    hash: Callable[..., bytes]


REVISIONS = Kept(
    "revision",
    {
        "id": "blob",
        "entity": "blob",
        "field": "text",
        "value": "text",
        "parents": "blob",
        "author": "text",
        "at": "integer",
        "kind": "text",
    },
    identify,
)
VERSIONS = Kept(
    "version",
    {
        "id": "blob",
        "title": "text",
        "kind": "text",
        "decision": "text",
        "author": "text",
        "at": "integer",
        "content": "blob",
    },
    identify_version,
)
BLOBS = Kept("blob", {"id": "blob", "data": "blob"}, lambda data: hashlib.sha256(data).digest())
EXCHANGED = (REVISIONS, VERSIONS, BLOBS)


def rows(
    connection: Connection, kept: Kept, where: str = "TRUE", values: tuple[Any, ...] = ()
) -> Iterator[tuple[bool, tuple[Any, ...]]]:
    """Rows: whether each is what was written, and its columns, texts as bytes."""
    for sound, row in typed(connection, kept.name, kept.columns, where, values):
        yield sound and kept.hash(*row[1:]) == row[0], row


def typed(
    connection: Connection,
    table: str,
    columns: dict[str, str],
    where: str = "TRUE",
    values: tuple[Any, ...] = (),
) -> Iterator[tuple[bool, tuple[Any, ...]]]:
    """Rows of any table: whether all columns are of their types, and the columns, texts as
    bytes."""
    types = " AND ".join(f"typeof(\"{name}\") = '{type}'" for name, type in columns.items())
    selected = ",".join(
        f'"{name}"' if type == "integer" else f"CAST(ifnull(\"{name}\", '') AS BLOB)"
        for name, type in columns.items()
    )
    query = f'SELECT {types},{selected} FROM "{table}" WHERE {where}'
    for sound, *row in connection.exec_driver_sql(query, values):
        yield bool(sound), tuple(row)
