"""Whether what stands in a file is what its authors wrote."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from strategidesk.history.revision import identify, split
from strategidesk.store.troubles import DAMAGED, Damaged

_REVISIONS = (
    'SELECT "id","entity",CAST("field" AS BLOB),CAST("value" AS BLOB),"parents",'
    'CAST("author" AS BLOB),"at",CAST("kind" AS BLOB) FROM "revision"'
)


def wrong_revisions(connection: Connection) -> Iterator[bytes]:
    """The ids of revisions whose content is not what their id says.

    Texts are read as bytes, so that one that is no longer UTF-8 is found like any other.
    """
    for id, entity, field, value, parents, author, at, kind in connection.exec_driver_sql(
        _REVISIONS
    ):
        if (
            not isinstance(at, int)
            or identify(entity, field, value, parents, author, at, kind) != id
        ):
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


def wrong_blobs(connection: Connection) -> Iterator[bytes]:
    """The ids of pictures and templates whose bytes are not what their id says."""
    for id, data in connection.exec_driver_sql('SELECT "id","data" FROM "blob"'):
        if hashlib.sha256(data).digest() != id:
            yield id


def check_hashes(connection: Connection, path: Path) -> None:
    """Raise Damaged where a revision or a picture is not what its author wrote."""
    for found in (wrong_revisions, wrong_blobs):
        if next(found(connection), None) is not None:
            raise Damaged(DAMAGED, path=path)
