"""What another set has that this one lacks, and putting it in: how copies come together.

A merge is a union of sets, so that the order in which copies meet does not matter and a second time
changes nothing. What the union means is for strategidesk.history.view to say.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from strategidesk.errors import UserError
from strategidesk.history.changes import ChangeSet
from strategidesk.history.graph import Graph
from strategidesk.history.projection import project, rebuild
from strategidesk.history.reading import Values, nodes_of
from strategidesk.history.revision import id_of, split
from strategidesk.history.sound import EXCHANGED, REVISIONS, VERSIONS, Kept, rows
from strategidesk.history.tables import ModelTables
from strategidesk.model.strategy import Strategy

CHUNK = 500  # bound values per statement; SQLite's oldest limit is 999
PORTION = 2000  # things projected at once

Row = tuple[Any, ...]


class Unwhole(UserError):
    """What another set holds is not what was written, or not all of it is there."""


@dataclass(frozen=True)
class News:
    """Rows of another set's tables that this one lacks, each checked, texts as bytes."""

    rows: Mapping[Kept, tuple[Row, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(self.rows.values())

    @property
    def revisions(self) -> tuple[Row, ...]:
        """In the order of strategidesk.history.sound.REVISIONS."""
        return self.rows.get(REVISIONS, ())

    @property
    def versions(self) -> int:
        """How many adopted or named versions there are."""
        return len(self.rows.get(VERSIONS, ()))

    @property
    def authors(self) -> dict[str, int]:
        """How many changes there are of each author, most first."""
        counts: dict[str, int] = {}
        for row in self.revisions:
            name = row[5].decode()
            counts[name] = counts.get(name, 0) + 1
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

    @property
    def entities(self) -> dict[bytes, frozenset[str]]:
        """Which fields of which things have changes."""
        found: dict[bytes, set[str]] = {}
        for row in self.revisions:
            found.setdefault(row[1], set()).add(row[2].decode())
        return {entity: frozenset(names) for entity, names in found.items()}

    def joined(self, other: "News") -> "News":
        """These and those of a third set, each row once."""
        both = {
            kept: {row[0]: row for news in (self, other) for row in news.rows.get(kept, ())}
            for kept in EXCHANGED
        }
        return News({kept: tuple(found.values()) for kept, found in both.items()})


def news(mine: Connection, theirs: Connection) -> News:
    """What the other set has that this one lacks.

    Raises Unwhole where one of these rows is not what its author wrote, or names a revision as seen
    that neither set has.
    """
    found: dict[Kept, tuple[Row, ...]] = {}
    for kept in EXCHANGED:
        known = _ids(mine, kept)
        lacking = sorted(_ids(theirs, kept) - known)
        found[kept] = tuple(_checked(theirs, kept, lacking))
        if kept is REVISIONS:
            known.update(lacking)
            for row in found[kept]:
                if not known.issuperset(split(row[4])):
                    raise Unwhole("Some of what others have built on is missing.")
    return News(found)


def _ids(connection: Connection, kept: Kept) -> set[bytes]:
    found = connection.exec_driver_sql(f'SELECT "id" FROM "{kept.name}"')
    return {id for (id,) in found.cursor.fetchall()}


def _checked(connection: Connection, kept: Kept, ids: list[bytes]) -> Iterator[Row]:
    for start in range(0, len(ids), CHUNK):
        chunk = tuple(ids[start : start + CHUNK])
        where = f'"id" IN ({",".join("?" * len(chunk))})'
        for sound, row in rows(connection, kept, where, chunk):
            if not sound:
                raise Unwhole("Some of it is not what was written.")
            yield row


def take(
    connection: Connection,
    tables: ModelTables,
    news: News,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> None:
    """Put the rows in and bring the model tables up to date, in the caller's transaction."""
    for kept, found in news.rows.items():
        _insert(connection, kept, found)
    touched = sorted(news.entities)
    all_things = connection.exec_driver_sql('SELECT COUNT(DISTINCT "entity") FROM "revision"')
    if len(touched) * 2 > int(all_things.scalar() or 0):
        rebuild(connection, tables, progress)
        return
    for start in range(0, len(touched), PORTION):
        _project(connection, tables, touched[start : start + PORTION])
        progress(min(start + PORTION, len(touched)), len(touched))


def _insert(connection: Connection, kept: Kept, found: Iterable[Row]) -> None:
    names = ",".join(f'"{name}"' for name in kept.columns)
    places = ",".join(
        "CAST(? AS TEXT)" if type == "text" else "?" for type in kept.columns.values()
    )
    values = list(found)
    if values:
        statement = f'INSERT OR IGNORE INTO "{kept.name}" ({names}) VALUES ({places})'
        connection.exec_driver_sql(statement, values)


def _project(connection: Connection, tables: ModelTables, entities: list[bytes]) -> None:
    values = Values(connection)
    nodes = nodes_of(connection, entities)
    graphs = {entity: Graph(found, values.__getitem__) for entity, found in nodes.items()}
    project(connection, tables, graphs, values)


def changes_of(news: News, before: Strategy, after: Strategy) -> ChangeSet:
    """What the news changed, for views: which things came, went, and may read otherwise."""
    fields = {id_of(entity): names for entity, names in news.entities.items()}
    alive, lived = after.by_id, before.by_id
    created = frozenset(id for id in fields if id in alive and id not in lived)
    deleted = frozenset(id for id in fields if id in lived and id not in alive)
    changed = {id: names for id, names in fields.items() if id in alive and id in lived}
    nouns = {(alive.get(id) or lived[id]).meta.entity for id in (*created, *deleted, *changed)}
    return ChangeSet(
        "merge copies",
        created,
        deleted,
        changed,
        frozenset(nouns),
        review=True,
        versions=bool(news.versions),
    )
