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
from strategidesk.history.items import Item
from strategidesk.history.loading import load
from strategidesk.history.projection import project
from strategidesk.history.reading import Values, nodes_of
from strategidesk.history.recording import write
from strategidesk.history.reviewing import review
from strategidesk.history.revision import EXISTS, Revision, entity_of, make
from strategidesk.history.tables import ModelTables
from strategidesk.history.view import value_at, view
from strategidesk.model.fields import Field, Id, Kind
from strategidesk.model.interchange import dump, encode
from strategidesk.model.noun import fields_of
from strategidesk.model.schema import STANDARD
from strategidesk.store.upgrades import missing
from tests.support.strategies import TEMPLATE, known_id

TABLES = tables_of(STANDARD)

SECTIONS = tuple(known_id(f"s{number}") for number in range(4))
KINDS: dict[Id, str] = {
    **{known_id(noun.meta.entity): noun.meta.entity for noun in STANDARD.nouns},
    **dict.fromkeys(SECTIONS, "section"),
    known_id("a2"): "area",
    known_id("h2"): "hallmark",
}
CARD = known_id("strategy")
SENTENCES = ("Ett. ", "Två. ", "Tre.", "\n\nFyra. Fem.", "\n\n- Sex")
_POOLS: dict[Kind, tuple[Any, ...]] = {
    Kind.LINE: ("", "Ett", "Två", "Tre"),
    Kind.PROSE: (
        "",
        "".join(SENTENCES),
        "".join(SENTENCES[::-1]),
        "".join(SENTENCES[1:]),
        "".join(SENTENCES[:-1]),
        "".join((SENTENCES[0], "Sju. ", *SENTENCES[2:])),
        "".join((*SENTENCES[:3], "\n\nFyra. Fem och mer.", SENTENCES[4])),
        "".join((*SENTENCES, "\n- Sju")),
    ),
    Kind.DATE: ("", "2026", "2027-03"),
    Kind.NUMBER: (None, 1, 2.5),
    Kind.WHOLE: (None, 1, 2),
    Kind.FLAG: (True, False),
    Kind.FILE: ("", TEMPLATE),
}


def values_of(kind: str, field: Field) -> tuple[Any, ...]:
    """Values that a field of a noun takes."""
    if field.kind is Kind.CHOICE:
        return tuple(field.choices or ())[:3]
    if field.kind in (Kind.REFERENCE, Kind.REFERENCES):
        ids = [id for id, entity in KINDS.items() if field.to in ("*", entity)][:3]
        if field.kind is Kind.REFERENCE:
            return (None, *ids)
        return tuple(sorted(ids[start:end]) for start in (0, 1) for end in (0, 1, 2, 3))
    if field.kind is Kind.PLACE:
        tree = STANDARD.by_entity[kind].meta.tree
        above = [id for id, entity in KINDS.items() if entity == kind] if tree else []
        return (*"ABC", *(f"{key} {parent}" for key in "AB" for parent in above))
    return _POOLS[field.kind]


VALUES: dict[str, dict[str, tuple[Any, ...]]] = {
    noun.meta.entity: {
        name: values_of(noun.meta.entity, field) for name, field in fields_of(noun).items()
    }
    for noun in STANDARD.nouns
}


@dataclass
class Copy:
    """One member's copy: the revisions that it has."""

    author: str
    skew: int = 0  # how wrong its clock goes
    has: dict[bytes, Revision] = field(default_factory=dict)

    def add(
        self,
        id: Id,
        name: str,
        value: Any,
        parents: Iterable[bytes],
        at: int,
        kind: str = "edit",
    ) -> Revision:
        moment = max(0, at + self.skew)
        made = make(entity_of(id), name, value, tuple(parents), self.author, moment, kind)
        self.has[made.id] = made
        return made

    def graph(self, id: Id) -> Graph:
        return graph_of(self.has.values(), id)


def graph_of(revisions: Iterable[Revision], id: Id) -> Graph:
    """The revisions of one thing."""
    own = [each for each in revisions if each.entity == entity_of(id)]
    values = {each.id: json.loads(each.value) for each in own}
    nodes = [Node(r.id, r.field, r.parents, r.at, r.kind, r.author) for r in own]
    return Graph(nodes, values.__getitem__)


Spot = tuple[Id, str]  # a field of a thing


@st.composite
def revision_sets(draw: st.DrawFn, most: int = 25) -> list[Revision]:
    """What four copies have together that wrote for themselves and met now and then."""
    copies = draw(copies_apart(most))
    union = {id: made for copy in copies for id, made in copy.has.items()}
    return list(union.values())


@st.composite
def copies_apart(draw: st.DrawFn, most: int = 25) -> list[Copy]:
    """Four members' copies after they have written for themselves and met now and then.

    All write in a few fields, so that they meet there; clocks may be wrong or stand still.
    """
    copies = [Copy(name, draw(st.sampled_from([0, 0, -40, 900]))) for name in "ABCD"]
    for number, (id, kind) in enumerate(KINDS.items()):
        first = {"place": "A"} if "place" in VALUES[kind] else {}
        copies[0].add(id, EXISTS, {"kind": kind, "values": first}, (), number)
    for copy in copies[1:]:
        copy.has |= copies[0].has
    spots = draw(st.lists(_spots, min_size=1, max_size=4))
    tick = draw(st.sampled_from([0, 1]))
    for moment in range(draw(st.integers(1, most))):
        copy, other = (draw(st.sampled_from(copies)) for _ in range(2))
        spot, at = draw(st.sampled_from(spots)), 100 + moment * tick
        act = draw(st.sampled_from(_ACTS))
        if act == "meet":
            copy.has |= other.has
        elif act in ("delete", "revive"):
            _end(copy, spot[0], act, at)
        else:
            _write(draw, copy, spot, act, at)
    return copies


_spots = st.sampled_from([(id, name) for id, kind in KINDS.items() for name in VALUES[kind]])
_ACTS = ("edit",) * 5 + ("meet",) * 3 + ("review", "undo", "undo", "restore", "delete", "revive")


def _write(draw: st.DrawFn, copy: Copy, spot: Spot, act: str, at: int) -> None:
    """As the desk does: an edit needs an uncontested field, a review all its heads, an undo an own
    head; a restore gives what once stood there."""
    id, name = spot
    kind = KINDS[id]
    declared = fields_of(STANDARD.by_entity[kind])[name]
    graph = copy.graph(id)
    heads = graph.heads(name)
    contested = view(graph, declared, heads).item is not None
    if act == "undo":
        mine = [head for head in heads if head.author == copy.author and head.parents]
        for head in mine[:1]:
            parents = [graph.by_id[parent] for parent in head.parents]
            copy.add(id, name, view(graph, declared, parents).value, (head.id,), at, "undo")
        return
    if contested != (act == "review") and declared.kind is not Kind.PLACE:
        return
    if act == "restore":
        older = draw(st.sampled_from(sorted(graph.ancestors(heads[0].id, name))))
        value = value_at(graph, declared, graph.by_id[older])
    else:
        value = draw(st.sampled_from(VALUES[kind][name]))
    written = "review" if contested else act
    copy.add(id, name, value, (head.id for head in heads), at, written)


def _end(copy: Copy, id: Id, act: str, at: int) -> None:
    graph = copy.graph(id)
    if act == "delete" and graph.alive() and id != CARD:
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


def review_of(connection: Connection) -> list[Item]:
    """What waits for a person."""
    return review(connection, TABLES)
