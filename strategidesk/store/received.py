"""Copies received from others: read, and never written."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from strategidesk.history.tables import ModelTables
from strategidesk.store import sqlite as database
from strategidesk.store.file import StrategyFile
from strategidesk.store.header import read_header
from strategidesk.store.shape import exchangeable
from strategidesk.store.troubles import DAMAGED, Damaged, explained, require_short
from strategidesk.store.upgrades import CURRENT


@contextmanager
def received(path: Path, tables: ModelTables) -> Iterator[Connection]:
    """A transaction that reads a received file, which keeps every byte that it has.

    An older file, and one that a crash has left halfway, is brought up to date in a copy that goes
    afterwards. Raises UserError for a file that is foreign, newer, empty, truncated or damaged.
    """
    require_short(path)
    header = read_header(path)
    if header.version < CURRENT or database.unfinished(path):
        with (
            tempfile.TemporaryDirectory(prefix="strategidesk-") as folder,
            StrategyFile.open(_aside(path, Path(folder)), tables, "StrategiDesk") as file,
            file.reading() as connection,
        ):
            yield connection
        return
    engine = database.looker(path)
    try:
        with explained(path), engine.connect() as connection, connection.begin():
            if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
                raise Damaged(DAMAGED, path=path)
            if not exchangeable(connection):
                raise Damaged(DAMAGED, path=path)
            yield connection
    except (UnicodeDecodeError, sqlite3.Error) as error:
        raise Damaged(DAMAGED, path=path) from error
    finally:
        engine.dispose()


def identity(connection: Connection) -> tuple[str, str]:
    """The id and the title of the strategy in a received file; empty where it holds none."""
    row = connection.exec_driver_sql('SELECT "id","title" FROM "strategy" LIMIT 1').first()
    return (str(row[0]), str(row[1])) if row else ("", "")


def _aside(path: Path, folder: Path) -> Path:
    """A copy, byte for byte, with the journal beside it."""
    target = folder / "received.strategi"
    with explained(path):
        shutil.copyfile(path, target)
        if database.journal(path).exists():
            shutil.copyfile(database.journal(path), database.journal(target))
    return target
