"""Sets of revisions as several copies write them that meet now and then, without any file."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine

from strategidesk.desk.desk import tables_of
from strategidesk.history.graph import Graph, Node
from strategidesk.history.loading import load
from strategidesk.history.projection import project
from strategidesk.history.reading import Values, nodes_of
from strategidesk.history.recording import write
from strategidesk.history.revision import EXISTS, Revision, entity_of, make
from strategidesk.history.tables import ModelTables
from strategidesk.model.fields import Id
from strategidesk.model.interchange import dump, encode
from strategidesk.model.schema import STANDARD
from strategidesk.store.upgrades import missing
from tests.support.strategies import known_id

TABLES = tables_of(STANDARD)

CARD, A1, A2, H1, H2, V1 = (known_id(name) for name in ("kort", "a1", "a2", "h1", "h2", "v1"))
SECTIONS = tuple(known_id(f"s{number}") for number in range(4))
KINDS: dict[Id, str] = {
    CARD: "strategy",
    **dict.fromkeys(SECTIONS, "section"),
    A1: "area",
    A2: "area",
    H1: "hallmark",
    H2: "hallmark",
    V1: "activity",
}
TEXTS = ("", "Ett.", "Två.", "Tre.")
PLACES = (*"AB", *(f"{key} {parent}" for key in "AB" for parent in SECTIONS))
VALUES: dict[str, dict[str, tuple[Any, ...]]] = {
    "strategy": {"title": TEXTS, "numbering_depth": (None, 1, 2)},
    "section": {"body": TEXTS, "place": PLACES},
    "area": {"title": TEXTS, "prioritised": (True, False), "place": ("A", "B")},
    "hallmark": {"area": (None, A1, A2), "place": ("A", "B")},
    "activity": {"area": (None, A1, A2), "hallmarks": ([], [H1], [H2], sorted([H1, H2]))},
}


@dataclass
class Copy:
    """One member's copy: the revisions that it has."""

    author: str
    has: dict[bytes, Revision] = field(default_factory=dict)

    def add(self, id: Id, name: str, value: Any, parents: Iterable[bytes], at: int) -> None:
        made = make(entity_of(id), name, value, tuple(parents), self.author, at, "edit")
        self.has[made.id] = made

    def graph(self, id: Id) -> Graph:
        return graph_of(self.has.values(), id)


def graph_of(revisions: Iterable[Revision], id: Id) -> Graph:
    """The revisions of one thing."""
    own = [each for each in revisions if each.entity == entity_of(id)]
    values = {each.id: json.loads(each.value) for each in own}
    nodes = [Node(r.id, r.field, r.parents, r.at, r.kind, r.author) for r in own]
    return Graph(nodes, values.__getitem__)


@st.composite
def revision_sets(draw: st.DrawFn, most: int = 25) -> list[Revision]:
    """What three copies have together that wrote for themselves and met now and then."""
    copies = [Copy(name) for name in ("Alva", "Bo", "Cia")]
    for number, (id, kind) in enumerate(KINDS.items()):
        first = {"place": "A"} if kind != "strategy" else {}
        copies[0].add(id, EXISTS, {"kind": kind, "values": first}, (), number)
    for copy in copies[1:]:
        copy.has |= copies[0].has
    for moment in range(draw(st.integers(1, most))):
        copy, other = (draw(st.sampled_from(copies)) for _ in range(2))
        match draw(st.sampled_from(["edit", "edit", "edit", "edit", "meet", "delete", "revive"])):
            case "meet":
                copy.has |= other.has
            case "edit":
                _edit(draw, copy, 100 + draw(st.integers(0, 3)) + moment)
            case act:
                _end(draw, copy, act, 100 + moment)
    union = {id: made for copy in copies for id, made in copy.has.items()}
    return list(union.values())


def _edit(draw: st.DrawFn, copy: Copy, at: int) -> None:
    id = draw(st.sampled_from(list(KINDS)))
    name = draw(st.sampled_from(list(VALUES[KINDS[id]])))
    value = draw(st.sampled_from(VALUES[KINDS[id]][name]))
    copy.add(id, name, value, (head.id for head in copy.graph(id).heads(name)), at)


def _end(draw: st.DrawFn, copy: Copy, act: str, at: int) -> None:
    id = draw(st.sampled_from([id for id in KINDS if id != CARD]))
    graph = copy.graph(id)
    if act == "delete" and graph.alive():
        copy.add(id, EXISTS, None, graph.all_heads(), at)
    elif act == "revive" and not graph.alive():
        parents = [head.id for head in graph.heads(EXISTS)]
        copy.add(id, EXISTS, {"kind": KINDS[id]}, parents, at)


@contextmanager
def empty_set() -> Iterator[Connection]:
    """A database in memory with all tables and no revision."""
    engine = create_engine("sqlite://")
    try:
        with engine.begin() as connection:
            for _, statements in missing(0):
                for statement in statements:
                    connection.exec_driver_sql(statement)
            TABLES.metadata.create_all(connection)
            yield connection
    finally:
        engine.dispose()


def put_in(
    connection: Connection, revisions: Sequence[Revision], tables: ModelTables = TABLES
) -> None:
    """Insert and project, as a merge does."""
    if not revisions:
        return
    write(connection, revisions)
    values = Values(connection)
    nodes = nodes_of(connection, sorted({each.entity for each in revisions}))
    graphs = {entity: Graph(found, values.__getitem__) for entity, found in nodes.items()}
    project(connection, tables, graphs, values)


def tables_in(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every model table."""
    return {
        table.name: sorted(
            map(tuple, connection.exec_driver_sql(f'SELECT * FROM "{table.name}"')), key=repr
        )
        for table in TABLES.metadata.sorted_tables
    }


def dump_of(connection: Connection) -> bytes:
    return encode(dump(load(connection, TABLES)))
