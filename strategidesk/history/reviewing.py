"""The review list: what a person must look at, read from the model tables and the revisions."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from strategidesk.history.answers import answers, waits
from strategidesk.history.graph import Graph, Node
from strategidesk.history.items import DANGLING, DISMISSED, DUPLICATE, Item, Option, item_id
from strategidesk.history.loading import last_moved
from strategidesk.history.projection import DELETED_BUT_EDITED, noun_of
from strategidesk.history.reading import Values, nodes_of
from strategidesk.history.revision import EXISTS, canonical, entity_of, id_of
from strategidesk.history.tables import ModelTables
from strategidesk.history.trees import circles
from strategidesk.history.view import CONFLICT, value_at, view
from strategidesk.model.fields import Field, Id, Kind
from strategidesk.model.noun import PLACE, Noun, fields_of
from strategidesk.model.places import parent_of
from strategidesk.prose.merging import Region, merge

Question = tuple[str, type[Noun], Id, str, tuple[Id, ...]]  # kind, noun, thing, field, others


def review(connection: Connection, tables: ModelTables) -> list[Item]:
    """Everything that waits for a person, by noun, thing and field."""
    return _Reader(connection, tables).items()


def contested(connection: Connection) -> dict[tuple[Id, str], str]:
    """The fields in which a person must settle something, each with its kind of item: quick."""
    rows = connection.exec_driver_sql('SELECT "entity","field","kind" FROM "review"')
    return {(Id(id), field): kind for id, field, kind in rows}


def count(connection: Connection, tables: ModelTables) -> int:
    """How many things `review` lists; quick, as no texts are put together."""
    return _Reader(connection, tables).count()


def questions(connection: Connection, tables: ModelTables) -> list[Question]:
    """What concerns several things at once, dismissed or not: quick where there is nothing."""
    deleted = dict(map(tuple, connection.exec_driver_sql('SELECT "id","place" FROM "deleted"')))
    found: list[Question] = []
    for noun, table in tables.nouns.items():
        if noun.meta.noted:
            continue
        for field in fields_of(noun).values():
            if field.kind in (Kind.REFERENCE, Kind.REFERENCES) and deleted:
                for id, target in _dangling(connection, table.name, field):
                    found.append((DANGLING, noun, id, field.name, (target,)))
            elif field.alone:
                for ids in _alike(connection, table.name, field):
                    found.append((DUPLICATE, noun, ids[0], field.name, ids))
        if noun.meta.tree:
            found += _misplaced(connection, noun, table.name, deleted)
    return found


def _dangling(connection: Connection, table: str, field: Field) -> Iterable[tuple[Id, Id]]:
    if field.kind is Kind.REFERENCE:
        query = f'SELECT "id","{field.name}" FROM "{table}" WHERE "{field.name}" IN (%s)'
    else:
        query = (
            f'SELECT "{table}"."id",e."value" FROM "{table}", json_each("{field.name}") AS e '
            'WHERE e."value" IN (%s)'
        )
    rows = connection.exec_driver_sql(query % 'SELECT "id" FROM "deleted"')
    return [(Id(id), Id(target)) for id, target in rows]


def _alike(connection: Connection, table: str, field: Field) -> list[tuple[Id, ...]]:
    groups: dict[str, list[Id]] = {}
    for id, value in connection.exec_driver_sql(f'SELECT "id","{field.name}" FROM "{table}"'):
        groups.setdefault(" ".join(value.casefold().split()), []).append(Id(id))
    return [tuple(sorted(ids)) for value, ids in groups.items() if value and len(ids) > 1]


def _misplaced(
    connection: Connection, noun: type[Noun], table: str, deleted: Mapping[Id, str]
) -> list[Question]:
    alive = dict(map(tuple, connection.exec_driver_sql(f'SELECT "id","place" FROM "{table}"')))
    found: list[Question] = [
        (DANGLING, noun, id, PLACE, (parent,))
        for id, place in alive.items()
        if (parent := parent_of(place)) in deleted and parent is not None
    ]
    for circle in circles(alive, deleted):
        ages = last_moved(connection, circle)
        newest = max(circle, key=lambda id: ages[id])
        found.append((CONFLICT, noun, newest, PLACE, tuple(sorted(circle))))
    return found


class _Reader:
    def __init__(self, connection: Connection, tables: ModelTables) -> None:
        self._connection = connection
        self._tables = tables
        self._values = Values(connection)
        self._graphs: dict[Id, Graph] = {}

    def items(self) -> list[Item]:
        own = contested(self._connection).items()
        single = [(id, field, kind) for (id, field), kind in own]
        several = questions(self._connection, self._tables)
        self._fetch({id for id, _, _ in single} | {id for q in several for id in (q[2], *q[4])})
        found = [self._own(id, field, kind) for id, field, kind in single]
        shared = [self._shared(*question) for question in several]
        dismissed = self._dismissed([item.id for item in shared])
        found += [item for item in shared if item.id not in dismissed]
        found += answers(self._connection, self._tables)
        rank = {noun.meta.entity: at for at, noun in enumerate(self._tables.schema.nouns)}
        return sorted(found, key=lambda i: (rank[i.noun], i.entity, i.field, i.kind, i.id))

    def count(self) -> int:
        own = self._connection.exec_driver_sql('SELECT COUNT(*) FROM "review"').scalar() or 0
        several = questions(self._connection, self._tables)
        self._fetch({id for question in several for id in (question[2], *question[4])})
        ids = [self._shared(*question).id for question in several]
        dismissed = self._dismissed(ids)
        waiting = waits(self._connection, self._tables)
        return int(own) + sum(id not in dismissed for id in ids) + waiting

    def _fetch(self, ids: Iterable[Id]) -> None:
        entities = sorted(entity_of(id) for id in ids)
        for entity, nodes in nodes_of(self._connection, entities).items():
            self._graphs[id_of(entity)] = Graph(nodes, self._values.__getitem__)

    def _noun(self, id: Id) -> type[Noun]:
        noun = noun_of(self._tables, self._graphs[id])
        assert noun is not None  # the model tables hold known nouns only
        return noun

    def _own(self, id: Id, field: str, kind: str) -> Item:
        """What is contested within one thing."""
        graph, noun = self._graphs[id], self._noun(id)
        heads = graph.heads(field)
        standing = graph.standing(heads)
        key = item_id(kind, id, field, [head.id for head in standing])
        seen = tuple(head.id for head in heads)
        if kind == DELETED_BUT_EDITED:
            options = self._ends(id, graph, standing)
            return Item(key, kind, id, noun.meta.entity, field, options=options, heads=seen)
        declared = fields_of(noun)[field]
        shown = view(graph, declared, heads)
        options = self._values_of(id, declared, standing, None if shown.decided else shown.base)
        regions: tuple[Region, ...] = ()
        if declared.kind is Kind.PROSE:
            texts = [str(option.value) for option in options]
            regions = merge(str(shown.base or ""), texts, shown.decided).regions
        return Item(
            key,
            kind,
            id,
            noun.meta.entity,
            field,
            shown.base,
            shown.value,
            options,
            regions,
            heads=seen,
            decided=shown.decided,
        )

    def _values_of(
        self, id: Id, declared: Field, standing: list[Node], base: Any
    ) -> tuple[Option, ...]:
        """The distinct values, oldest first, but for the one that all began from."""
        graph = self._graphs[id]
        found: dict[str, Option] = {}
        for node in standing:
            value = value_at(graph, declared, node)
            if base is None or canonical(value) != canonical(base):
                found[canonical(value)] = _option(id, declared.name, node, value)
        return tuple(found.values())

    def _ends(self, id: Id, graph: Graph, standing: list[Node]) -> tuple[Option, ...]:
        """The removals, then what they had not seen."""
        gone = [end for end in standing if graph.value_of(end.id) is None]
        seen = {parent for end in gone for parent in end.parents}
        fields = fields_of(self._noun(id))
        options = [_option(id, EXISTS, end, None) for end in gone]
        for name in fields:
            for head in graph.heads(name):
                if head.id not in seen and head.field != EXISTS:
                    value = value_at(graph, fields[name], head)
                    options.append(_option(id, name, head, value))
        for end in standing:
            if end not in gone:
                options.append(_option(id, EXISTS, end, True))
        return tuple(options)

    def _shared(
        self, kind: str, noun: type[Noun], id: Id, field: str, others: tuple[Id, ...]
    ) -> Item:
        """What is contested between several things."""
        concerned = others if kind in (DUPLICATE, CONFLICT) else (id,)
        options = tuple(self._newest(one, field) for one in concerned)
        question = [option.revision for option in options] if kind == CONFLICT else [*others]
        if kind == DANGLING:
            options += tuple(self._newest(one, EXISTS) for one in others)
        return Item(
            item_id(kind, id, field, question),
            kind,
            id,
            noun.meta.entity,
            field,
            shown=options[0].value,
            options=tuple(sorted(options, key=lambda o: (o.at, o.revision))),
            others=others,
            heads=tuple(head.id for head in self._graphs[id].heads(field)),
        )

    def _newest(self, id: Id, field: str) -> Option:
        graph = self._graphs[id]
        newest = graph.standing(graph.heads(field))[-1]
        if field == EXISTS:
            return _option(id, field, newest, None)
        value = value_at(graph, fields_of(self._noun(id))[field], newest)
        return _option(id, field, newest, value)

    def _dismissed(self, ids: list[str]) -> set[str]:
        """Which of these items may stay as they are, by somebody's word."""
        found = nodes_of(self._connection, [bytes.fromhex(id) for id in ids])
        return {
            entity.hex()
            for entity, nodes in found.items()
            for graph in [Graph(nodes, self._values.__getitem__)]
            if any(self._values[head.id] is True for head in graph.heads(DISMISSED))
        }


def _option(id: Id, field: str, node: Node, value: Any) -> Option:
    return Option(node.id.hex(), node.author, node.at, value, id, field)
