"""An open strategy file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from strategidesk.history.projection import rebuild
from strategidesk.history.tables import ModelTables
from strategidesk.store import backups, sqlite
from strategidesk.store.atomic import replacing
from strategidesk.store.header import APPLICATION_ID, read_header
from strategidesk.store.lock import Lock
from strategidesk.store.troubles import DAMAGED, READ_ONLY, Damaged, Unreachable, explained
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
        self._reader = sqlite.reader(path)
        self._writer: Engine | None = sqlite.writer(path) if lock else None

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
        header = read_header(path)
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
        with replacing(path, overwrite=False) as work:
            engine = sqlite.maker(work)
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

    def _prepare(self, version: int) -> None:
        try:
            with self.reading() as connection:
                found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
                if found != "ok":
                    raise Damaged(DAMAGED, path=self.path)
            if version < CURRENT:
                self._upgrade(version)
            if not self._projected():
                self._rebuild()
        except BaseException:
            self._dispose()
            raise

    def _projected(self) -> bool:
        with self.reading() as connection:
            found = connection.exec_driver_sql(
                'SELECT "value" FROM "meta" WHERE "name" = ?', (PROJECTION,)
            ).scalar()
        return bool(found == self.tables.fingerprint)

    def _upgrade(self, version: int) -> None:
        self._require_writer()
        backups.keep(self, always=True)
        with self.writing() as connection:
            for number, statements in missing(version):
                _step(connection, number, statements)

    def _rebuild(self) -> None:
        if not self.writable:
            with StrategyFile.open(self.path, self.tables, person="StrategiDesk"):
                return
        with self.writing() as connection:
            rebuild(connection, self.tables)
            _note_projection(connection, self.tables)

    def _require_writer(self) -> Engine:
        if self._writer is None:
            raise Unreachable(READ_ONLY, path=self.path)
        return self._writer

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the file and cannot change it."""
        with explained(self.path), self._reader.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it is on the disk when the block ends, or none of it."""
        with explained(self.path), self._require_writer().begin() as connection:
            yield connection

    def copy(self, target: Path, drafts: bool = False, overwrite: bool = False) -> None:
        """A whole, compact copy of the file; with the text being typed only where asked."""
        with replacing(target, overwrite) as work:
            with explained(self.path):
                sqlite.vacuum(self.path, work)
            if not drafts:
                engine = sqlite.writer(work)
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


def _step(connection: Connection, number: int, statements: object) -> None:
    for statement in statements:  # type: ignore[attr-defined]
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def _note_projection(connection: Connection, tables: ModelTables) -> None:
    connection.exec_driver_sql(
        'INSERT OR REPLACE INTO "meta" ("name","value") VALUES (?,?)',
        (PROJECTION, tables.fingerprint),
    )
