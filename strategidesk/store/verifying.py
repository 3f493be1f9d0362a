"""A thorough check of a file: everything that can be compared with something else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from strategidesk.history.projection import all_rows
from strategidesk.history.reading import Unreadable
from strategidesk.store import hashes
from strategidesk.store.file import StrategyFile
from strategidesk.store.shape import broken_rules
from strategidesk.store.troubles import Damaged


@dataclass(frozen=True)
class Finding:
    """Something that does not hold; `template` is an English source string."""

    template: str
    place: str


_CHANGED = "The content of change {place} is not what was written."
_PARENTLESS = "Change {place} builds on one that is missing."
_VERSION = "Version {place} is not what was saved."
_PICTURE = "Picture {place} is not what was inserted."
_DRAFT = "The text being typed in {place} is not what was typed."
_ROW = "The table row {place} differs from the history."
_RULE = "The rule {place} of the database is not as it was made."
_DATABASE = "The database reports: {place}"


def verify(file: StrategyFile) -> Iterator[Finding]:
    """What is wrong with a file: pages, rules, hashes, parents, model tables against a rebuild.

    The header has been checked when the file was opened.
    """
    try:
        with file.reading() as connection:
            yield from _database(connection)
            sound = True
            for finding in _history(connection):
                sound = False
                yield finding
            if sound:  # else there is nothing to compare with
                yield from _model_tables(connection, file)
            yield from _wrong(connection, _DRAFT, hashes.wrong_drafts)
    except (Damaged, Unreadable) as error:
        yield Finding("{place}", str(error))


def _database(connection: Connection) -> Iterator[Finding]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Finding(_DATABASE, line)
    for name in broken_rules(connection):
        yield Finding(_RULE, name)


def _history(connection: Connection) -> Iterator[Finding]:
    sound = True
    for finding in _wrong(connection, _CHANGED, hashes.wrong_revisions):
        sound = False
        yield finding
    if sound:
        yield from _wrong(connection, _PARENTLESS, hashes.missing_parents)
    yield from _wrong(connection, _VERSION, hashes.wrong_versions)
    yield from _wrong(connection, _PICTURE, hashes.wrong_blobs)


def _wrong(
    connection: Connection, template: str, found: Callable[[Connection], Iterator[bytes]]
) -> Iterator[Finding]:
    for id in found(connection):
        yield Finding(template, id.hex())


def _model_tables(connection: Connection, file: StrategyFile) -> Iterator[Finding]:
    tables = file.tables
    expected: dict[str, set[tuple[object, ...]]] = {
        table.name: set() for table in tables.metadata.sorted_tables
    }
    for rows, _, _ in all_rows(connection, tables):
        for noun, found in rows.alive.items():
            expected[tables.nouns[noun].name].update(found)
        expected[tables.deleted.name].update(rows.deleted)
        expected[tables.review.name].update(rows.review)
    for name, wanted in expected.items():
        there = {tuple(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')}
        for row in sorted(wanted ^ there, key=repr):
            yield Finding(_ROW, f"{name} {row[0]}")
