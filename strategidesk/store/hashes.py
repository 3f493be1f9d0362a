"""Whether what stands in a file is what its authors wrote."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection

from strategidesk.history.revision import identify, split
from strategidesk.history.sound import BLOBS, REVISIONS, VERSIONS, Kept, rows, typed
from strategidesk.store.troubles import DAMAGED, Damaged

PORTION = 1000  # revisions that are checked before others may write

_BEHIND = '"rowid" > ? ORDER BY "rowid" LIMIT ?'

Reading = Callable[[], AbstractContextManager[Connection]]


def wrong_revisions(connection: Connection, after: int = 0, most: int = -1) -> Iterator[bytes]:
    """The ids of revisions whose content is not what their id says.

    Of those behind a row number, at most so many where `most` is given.
    """
    return _wrong(connection, REVISIONS, after, most)


def missing_parents(connection: Connection) -> Iterator[bytes]:
    """The ids of revisions that name a parent which is not in the set."""
    found = [
        tuple(row) for row in connection.exec_driver_sql('SELECT "id","parents" FROM "revision"')
    ]
    known = {id for id, _ in found}
    for id, parents in found:
        if not known.issuperset(split(parents)):
            yield id


def wrong_versions(connection: Connection) -> Iterator[bytes]:
    """The ids of adopted and named versions whose content is not what their id says."""
    return _wrong(connection, VERSIONS)


def wrong_blobs(connection: Connection) -> Iterator[bytes]:
    """The ids of pictures and templates whose bytes are not what their id says."""
    return _wrong(connection, BLOBS)


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
    for sound, (hash, entity, field, value, seen, at) in typed(connection, "draft", columns):
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


def _wrong(connection: Connection, kept: Kept, after: int = 0, most: int = -1) -> Iterator[bytes]:
    for sound, row in rows(connection, kept, _BEHIND, (after, most)):
        if not sound:
            yield row[0]
