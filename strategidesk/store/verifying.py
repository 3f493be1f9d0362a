"""A thorough check of a file: everything that can be compared with something else."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from strategidesk.history.projection import all_rows
from strategidesk.store.file import StrategyFile
from strategidesk.store.hashes import missing_parents, wrong_blobs, wrong_revisions
from strategidesk.store.troubles import Damaged

WRONG = "The content of change {place} is not what was written."
ALONE = "Change {place} builds on one that is missing."
WRONG_PICTURE = "Picture {place} is not what was inserted."


@dataclass(frozen=True)
class Finding:
    """Something that does not hold; `template` is an English source string."""

    template: str
    place: str


def verify(file: StrategyFile) -> Iterator[Finding]:
    """What is wrong with a file: pages, hashes, parents, model tables against a rebuild.

    The header has been checked when the file was opened.
    """
    try:
        with file.reading() as connection:
            yield from _database(connection)
            for template, ids in (
                (WRONG, wrong_revisions),
                (ALONE, missing_parents),
                (WRONG_PICTURE, wrong_blobs),
            ):
                for id in ids(connection):
                    yield Finding(template, id.hex())
            yield from _model_tables(connection, file)
    except Damaged as error:
        yield Finding("{place}", str(error))


def _database(connection: Connection) -> Iterator[Finding]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Finding("The database reports: {place}", line)


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
            place = f"{name} {row[0]}"
            yield Finding("The table row {place} differs from the history.", place)
