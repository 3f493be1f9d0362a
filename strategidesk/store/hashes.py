"""Whether what stands in a file is what its authors wrote.

Texts are read as bytes together with their types, so that one that is no longer UTF-8, or no longer
a text, is found like any other.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from strategidesk.history.revision import identify, identify_version, split
from strategidesk.store.troubles import DAMAGED, Damaged

PORTION = 1000  # revisions that are checked before others may write

Reading = Callable[[], AbstractContextManager[Connection]]


def wrong_revisions(connection: Connection, after: int = 0, most: int = -1) -> Iterator[bytes]:
    """The ids of revisions whose content is not what their id says.

    Of those behind a row number, at most so many where `most` is given.
    """
    columns = {
        "id": "blob",
        "entity": "blob",
        "field": "text",
        "value": "text",
        "parents": "blob",
        "author": "text",
        "at": "integer",
        "kind": "text",
    }
    for sound, id, *row in _rows(connection, "revision", columns, after, most):
        if not sound or identify(*row) != id:
            yield id


def missing_parents(connection: Connection) -> Iterator[bytes]:
    """The ids of revisions that name a parent which is not in the set."""
    rows = [
        tuple(row) for row in connection.exec_driver_sql('SELECT "id","parents" FROM "revision"')
    ]
    known = {id for id, _ in rows}
    for id, parents in rows:
        if not known.issuperset(split(parents)):
            yield id


def wrong_versions(connection: Connection) -> Iterator[bytes]:
    """The ids of adopted and named versions whose content is not what their id says."""
    columns = {
        "id": "blob",
        "title": "text",
        "kind": "text",
        "decision": "text",
        "author": "text",
        "at": "integer",
        "content": "blob",
    }
    for sound, id, *row in _rows(connection, "version", columns):
        if not sound or identify_version(*row) != id:
            yield id


def wrong_blobs(connection: Connection) -> Iterator[bytes]:
    """The ids of pictures and templates whose bytes are not what their id says."""
    for sound, id, data in _rows(connection, "blob", {"id": "blob", "data": "blob"}):
        if not sound or hashlib.sha256(data).digest() != id:
            yield id


def wrong_drafts(connection: Connection) -> Iterator[bytes]:
    """The things in which a text being typed is not what was typed."""
    columns = {
        "hash": "blob",
        "entity": "blob",
        "field": "text",
        "value": "text",
        "seen": "blob",
        "at": "integer",
    }
    for sound, hash, entity, field, value, seen, at in _rows(connection, "draft", columns):
        if not sound or identify(entity, field, value, seen, b"", at, b"draft") != hash:
            yield entity


def check_hashes(connection: Connection, path: Path) -> None:
    """Raise Damaged where a revision, a version or a picture is not what its author wrote."""
    for found in (wrong_revisions, wrong_versions, wrong_blobs):
        if next(found(connection), None) is not None:
            raise Damaged(DAMAGED, path=path)


def check_portions(reading: Reading, path: Path) -> Iterator[None]:
    """The same in portions, each in a transaction of its own, so that others can write between."""
    after: int | None = 0
    while after is not None:
        with reading() as connection:
            if next(wrong_revisions(connection, after, PORTION), None) is not None:
                raise Damaged(DAMAGED, path=path)
            after = connection.exec_driver_sql(
                'SELECT max("rowid") FROM (SELECT "rowid" FROM "revision" WHERE "rowid" > ?'
                ' ORDER BY "rowid" LIMIT ?)',
                (after, PORTION),
            ).scalar()
        yield
    with reading() as connection:
        for found in (wrong_versions, wrong_blobs):
            if next(found(connection), None) is not None:
                raise Damaged(DAMAGED, path=path)


def _rows(
    connection: Connection, table: str, columns: dict[str, str], after: int = 0, most: int = -1
) -> Iterator[tuple[Any, ...]]:
    """Rows: whether all columns are of their types, then the columns, texts as bytes."""
    types = " AND ".join(f"typeof(\"{name}\") = '{type}'" for name, type in columns.items())
    values = ",".join(
        f'"{name}"' if type == "integer" else f"CAST(ifnull(\"{name}\", '') AS BLOB)"
        for name, type in columns.items()
    )
    where = 'WHERE "rowid" > ? ORDER BY "rowid" LIMIT ?'
    for row in connection.exec_driver_sql(
        f'SELECT {types},{values} FROM "{table}" {where}', (after, most)
    ):
        yield tuple(row)
