"""The changes as a long list: counted without reading them, and read a stretch of time at once."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from strategidesk.history.revision import entity_of, id_of
from strategidesk.model.fields import Id

QUARTER = 900_000_000  # microseconds; every time zone is a number of them from UTC
FEW = 500  # bound values of a statement


@dataclass(frozen=True, slots=True)
class Trace:
    """One change without its value. `revision` is in hex, `at` in microseconds UTC."""

    revision: str
    id: Id
    field: str
    author: str
    at: int
    kind: str


@dataclass(frozen=True)
class Wanted:
    """Which changes: of one author, of these things, behind so many first rows of the file and
    within so many, from a moment on. None and 0 ask for all."""

    author: str | None = None
    ids: frozenset[Id] | None = None
    behind: int = 0
    since: int = 0
    within: int = 0


def size(connection: Connection) -> int:
    """How many changes the file holds. Those that come later, from whomever, stand behind them."""
    found = connection.exec_driver_sql('SELECT MAX("rowid") FROM "revision"').scalar()
    return int(found or 0)


def authors(connection: Connection, wanted: Wanted) -> list[str]:
    """Who made these changes."""
    where, values = _where(wanted)
    rows = connection.exec_driver_sql(f'SELECT DISTINCT "author" FROM "revision" {where}', values)
    return [author for (author,) in rows]


def tally(connection: Connection, wanted: Wanted) -> list[tuple[int, int]]:
    """How many of these changes were made in each quarter of an hour, newest first."""
    where, values = _where(wanted)
    rows = connection.exec_driver_sql(
        f'SELECT "at" / {QUARTER} AS "quarter", COUNT(*) FROM "revision" {where} '
        'GROUP BY "quarter" ORDER BY "quarter" DESC',
        values,
    )
    return [(quarter * QUARTER, count) for quarter, count in rows]


def traces(connection: Connection, wanted: Wanted, start: int, end: int) -> list[Trace]:
    """The changes from a moment on and before another, newest first."""
    where, values = _where(wanted, ('"at" >= ?', start), ('"at" < ?', end))
    rows = connection.exec_driver_sql(
        f'SELECT "id","entity","field","author","at","kind" FROM "revision" {where} '
        'ORDER BY "at" DESC, "id" DESC',
        values,
    )
    return [
        Trace(id.hex(), id_of(entity), field, author, at, kind)
        for id, entity, field, author, at, kind in rows
    ]


def _where(wanted: Wanted, *more: tuple[str, int]) -> tuple[str, tuple[Any, ...]]:
    tests: list[tuple[str, Any]] = list(more)
    if wanted.author is not None:
        tests.append(('"author" = ?', wanted.author))
    if wanted.since:
        tests.append(('"at" >= ?', wanted.since))
    if wanted.behind:
        tests.append(('"rowid" > ?', wanted.behind))
    if wanted.within:
        tests.append(('"rowid" <= ?', wanted.within))
    if not tests and wanted.ids is None:
        return "", ()
    words, values = [test for test, _ in tests], [value for _, value in tests]
    if wanted.ids is not None:
        entities = [entity_of(id) for id in wanted.ids]
        if len(entities) <= FEW:  # the index finds them
            words.append(f'"entity" IN ({",".join("?" * len(entities))})')
            values += entities
        else:
            words.append('HEX("entity") IN (SELECT "value" FROM json_each(?))')
            values.append(json.dumps([entity.hex().upper() for entity in entities]))
    return "WHERE " + " AND ".join(words), tuple(values)
