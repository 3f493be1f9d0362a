"""Connections to a strategy file: one that writes, others that cannot."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from strategidesk.store.troubles import explained

WAIT = 5.0  # seconds for a virus scanner or a copy to let go of the file


def writer(path: Path) -> Engine:
    """The engine that writes: a rollback journal, on the disk before a commit returns."""
    engine = _engine(path, "rw", ["PRAGMA journal_mode = DELETE", "PRAGMA synchronous = FULL"])
    event.listen(engine, "begin", lambda connection: _run(connection, "BEGIN IMMEDIATE"))
    return engine


def maker(path: Path) -> Engine:
    """The engine that fills a new file, which nobody sees until it is whole."""
    engine = _engine(
        path,
        "rwc",
        ["PRAGMA page_size = 8192", "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF"],
    )
    event.listen(engine, "begin", lambda connection: _run(connection, "BEGIN IMMEDIATE"))
    return engine


def reader(path: Path) -> Engine:
    """The engine that reads; SQLite itself refuses any change through it."""
    engine = _engine(path, "rw", ["PRAGMA query_only = ON"], many=True)
    event.listen(engine, "begin", lambda connection: _run(connection, "BEGIN"))
    return engine


def looker(path: Path) -> Engine:
    """The engine that reads a file which nothing may change: not even a journal is played back."""
    engine = _engine(path, "ro", ["PRAGMA query_only = ON"])
    event.listen(engine, "begin", lambda connection: _run(connection, "BEGIN"))
    return engine


def unfinished(path: Path) -> bool:
    """Whether a crash has left the file halfway, so that it must be written before it is read."""
    if not journal(path).exists():
        return False
    with explained(path):
        connection = _connect(path, "ro")
        try:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_ROLLBACK:
                return True
            raise
        finally:
            connection.close()
    return False


def _engine(path: Path, mode: str, pragmas: list[str], many: bool = False) -> Engine:
    def connect() -> sqlite3.Connection:
        connection = _connect(path, mode)
        for pragma in pragmas:
            connection.execute(pragma)
        return connection

    pool: dict[str, Any] = {"poolclass": QueuePool} if many else {"poolclass": StaticPool}
    creator: Callable[[], Any] = connect
    return create_engine("sqlite://", creator=creator, **pool)


def journal(path: Path) -> Path:
    """Where SQLite keeps what it needs to take an unfinished transaction back."""
    return path.with_name(path.name + "-journal")


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """While nobody else writes to the file, in any process. Nothing is changed in it.

    Raises UserError where the file is damaged or must not be written.
    """
    with explained(path):
        connection = _connect(path, "rw")
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield
        finally:
            connection.close()


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    """What a query finds in a file, which is not changed. Raises UserError where it cannot be
    read."""
    with explained(path):
        connection = _connect(path, "ro")
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()


def vacuum(source: Path, target: Path) -> None:
    """Write a whole, compact copy of a database to a path where nothing lies."""
    connection = _connect(source, "rw")
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=WAIT,
        check_same_thread=False,
    )
    connection.execute("PRAGMA secure_delete = ON")  # no removed text stays in free pages
    return connection


def _run(connection: Any, statement: str) -> None:
    connection.exec_driver_sql(statement)
