"""What is exchanged only grows, and who reads cannot write: SQLite itself sees to it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from strategidesk.errors import UserError
from strategidesk.store.file import StrategyFile
from tests.support.files import content, make, opened

TABLES = ("revision", "version", "blob")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return make(tmp_path / "Ekbacka.strategi")


@pytest.fixture
def plain(file: Path) -> Iterator[sqlite3.Connection]:
    """The file as any other program opens it, with a row in every table."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("INSERT INTO version VALUES (x'01','t','k','d','a',1,x'02')")
        yield connection


@pytest.mark.parametrize("table", TABLES)
def test_that_nothing_is_changed_or_removed(plain: sqlite3.Connection, table: str) -> None:
    before = plain.execute(f"SELECT * FROM {table}").fetchall()
    assert before
    for statement in (
        f"UPDATE {table} SET id = x'00'",
        f"UPDATE OR REPLACE {table} SET id = id",
        f"UPDATE OR IGNORE {table} SET id = randomblob(16)",
        f"DELETE FROM {table}",
        f"DELETE FROM {table} WHERE id = (SELECT min(id) FROM {table})",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="the set only grows"):
            plain.execute(statement)
    assert plain.execute(f"SELECT * FROM {table}").fetchall() == before


@pytest.mark.parametrize("table", TABLES)
def test_that_a_second_row_of_the_same_id_changes_nothing(
    plain: sqlite3.Connection, table: str
) -> None:
    before = plain.execute(f"SELECT * FROM {table}").fetchall()
    last = [row[1] for row in plain.execute(f"PRAGMA table_info({table})")][-1]
    others = ", ".join("x'ff'" for _ in before[0][1:])
    row = f"INTO {table} SELECT id, {others} FROM {table}"
    for statement in (
        f"INSERT {row}",
        f"INSERT OR IGNORE {row}",
        f"INSERT OR REPLACE {row}",
        f"REPLACE {row}",
        f"INSERT {row} WHERE true ON CONFLICT (id) DO UPDATE SET {last} = x'ff'",
        f"INSERT {row} WHERE true ON CONFLICT DO NOTHING",
    ):
        plain.execute(statement)
    assert plain.execute(f"SELECT * FROM {table}").fetchall() == before


@pytest.mark.parametrize("person", [None, "Alva"])
@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO blob VALUES (x'00', x'00')",
        "INSERT INTO draft VALUES (x'00', 'f', x'', 1, x'', 'v')",
        "UPDATE section SET heading = ''",
        "DELETE FROM meta",
        "CREATE TABLE mine (id)",
        "DROP TABLE section",
        "PRAGMA user_version = 7",
        "PRAGMA application_id = 7",
    ],
)
def test_that_a_reading_connection_cannot_write(
    file: Path, statement: str, person: str | None
) -> None:
    before = file.read_bytes()
    with (
        opened(file, person) as strategy,
        pytest.raises((UserError, DBAPIError)),
        strategy.reading() as connection,
    ):
        connection.exec_driver_sql(statement)
    assert file.read_bytes() == before


def test_that_a_file_opened_to_read_gives_no_writing_connection(file: Path) -> None:
    with opened(file) as strategy, pytest.raises(UserError), strategy.writing():
        pass
    content(file)


def test_that_who_reads_sees_one_state_while_others_write(file: Path) -> None:
    with opened(file) as reader, opened(file, "Alva") as writer, reader.reading() as connection:
        count = "SELECT count(*) FROM blob"
        before = connection.exec_driver_sql(count).scalar()
        with pytest.raises(UserError):
            _insert(writer)
        assert connection.exec_driver_sql(count).scalar() == before


def _insert(file: StrategyFile) -> None:
    with file.writing() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 0")
        connection.exec_driver_sql("INSERT INTO blob VALUES (x'00', x'00')")
