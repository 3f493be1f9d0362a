"""An open strategy file."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from strategidesk.history.projection import rebuild
from strategidesk.history.tables import ModelTables
from strategidesk.store import backups
from strategidesk.store import sqlite as database
from strategidesk.store.atomic import replacing
from strategidesk.store.header import APPLICATION_ID, read_header
from strategidesk.store.lock import Lock
from strategidesk.store.shape import whole
from strategidesk.store.troubles import (
    DAMAGED,
    READ_ONLY,
    Damaged,
    Unreachable,
    explained,
    require_short,
)
from strategidesk.store.upgrades import CURRENT, missing

PROJECTION = "projection"  # in `meta`: for which declarations the model tables were made


class StrategyFile:
    """One file, checked and opened; a context manager that closes it.

    Writing goes through one connection and a lock beside the file; reading through connections
    that cannot write.
    """

    def __init__(self, path: Path, tables: ModelTables, lock: Lock | None) -> None:
        self.path = path
        self.tables = tables
        self._lock = lock
        self._reader = database.reader(path)
        self._writer: Engine | None = database.writer(path) if lock else None
        self._turn = threading.RLock()  # the writing connection is one

    @property
    def writable(self) -> bool:
        """Whether this opening may write."""
        return self._writer is not None

    @classmethod
    def open(
        cls,
        path: Path,
        tables: ModelTables,
        person: str | None = None,
        take_over: bool = False,
    ) -> Self:
        """Open a file: to write as `person`, or to read where that is None.

        Raises UserError for a file that is foreign, newer, empty, truncated or damaged, FileIsOpen
        where somebody else writes. An older file is backed up and upgraded, model tables made for
        other declarations are rebuilt; a reader of such a file asks for a writer once.
        """
        require_short(path)
        header = read_header(path)
        if person is not None and not os.access(path, os.W_OK):
            raise Unreachable(READ_ONLY, path=path)
        lock = Lock(path, person, take_over) if person is not None else None
        try:
            file = cls(path, tables, lock)
            file._prepare(header.version)
        except BaseException:
            if lock:
                lock.release()
            raise
        return file

    @classmethod
    def create(cls, path: Path, tables: ModelTables, fill: Callable[[Connection], None]) -> None:
        """Make a new file; `fill` writes its first revisions. Nothing is left where it fails.

        Raises UserError where the path is taken.
        """
        require_short(path)
        with replacing(path, overwrite=False) as work:
            engine = database.maker(work)
            try:
                with engine.begin() as connection:
                    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                    for number, statements in missing(0):
                        _step(connection, number, statements)
                    tables.metadata.create_all(connection)
                    fill(connection)
                    _note_projection(connection, tables)
            finally:
                engine.dispose()
            _forget_journal(path)

    def _prepare(self, version: int) -> None:
        try:
            with self.reading() as connection:
                found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
                if found != "ok":
                    raise Damaged(DAMAGED, path=self.path)
            if version < CURRENT or not self._projected():
                self._bring_up_to_date(version)
            with self.reading() as connection:
                if not whole(connection, self.tables):
                    raise Damaged(DAMAGED, path=self.path)
        except sqlite3.Error as error:  # a table that is not there, a form that SQLite never made
            self._dispose()
            raise Damaged(DAMAGED, path=self.path) from error
        except BaseException:
            self._dispose()
            raise

    def _projected(self) -> bool:
        with self.reading() as connection:
            found = connection.exec_driver_sql(
                'SELECT "value" FROM "meta" WHERE "name" = ?', (PROJECTION,)
            ).scalar()
        return bool(found == self.tables.fingerprint)

    def _bring_up_to_date(self, version: int) -> None:
        if not self.writable:
            with StrategyFile.open(self.path, self.tables, person="StrategiDesk"):
                return
        if version < CURRENT:
            backups.keep(self, always=True)
        with self.writing() as connection:
            for number, statements in missing(version):
                _step(connection, number, statements)
            rebuild(connection, self.tables)
            _note_projection(connection, self.tables)

    def _require_writer(self) -> Engine:
        if self._writer is None:
            raise Unreachable(READ_ONLY, path=self.path)
        return self._writer

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the file and cannot change it."""
        try:
            with explained(self.path), self._reader.connect() as connection, connection.begin():
                yield connection
        except UnicodeDecodeError as error:  # not even what SQLite says of it is text
            raise Damaged(DAMAGED, path=self.path) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it is on the disk when the block ends, or none of it.

        Threads take turns.
        """
        with (
            self._turn,
            explained(self.path),
            self._require_writer().begin() as connection,
        ):
            if self._lock:
                self._lock.keep()
            yield connection

    def copy(self, target: Path, drafts: bool = False, overwrite: bool = False) -> None:
        """A whole, compact copy of the file; with the text being typed only where asked."""
        require_short(target)
        with replacing(target, overwrite) as work:
            try:
                with explained(target):
                    database.vacuum(self.path, work)
            except Damaged:
                raise Damaged(DAMAGED, path=self.path) from None
            _forget_journal(target)
            if not drafts:
                engine = database.writer(work)
                try:
                    with engine.begin() as connection:
                        connection.exec_driver_sql('DELETE FROM "draft"')
                finally:
                    engine.dispose()

    def close(self) -> None:
        """Let go of the file and give it free."""
        self._dispose()
        if self._lock:
            self._lock.release()
            self._lock = None

    def _dispose(self) -> None:
        self._reader.dispose()
        if self._writer is not None:
            self._writer.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _step(connection: Connection, number: int, statements: Iterable[str]) -> None:
    for statement in statements:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def _forget_journal(path: Path) -> None:
    """Remove what a crash has left of a file that stands here no more.

    SQLite would play it back into the new file.
    """
    with explained(path):
        database.journal(path).unlink(missing_ok=True)


def _note_projection(connection: Connection, tables: ModelTables) -> None:
    connection.exec_driver_sql(
        'INSERT OR REPLACE INTO "meta" ("name","value") VALUES (?,?)',
        (PROJECTION, tables.fingerprint),
    )
