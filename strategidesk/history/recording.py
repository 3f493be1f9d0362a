"""Writing revisions: one recorder per transaction, the only way anything changes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from strategidesk.errors import UserError
from strategidesk.history.changes import ChangeSet
from strategidesk.history.graph import Graph, Node
from strategidesk.history.projection import noun_of, project
from strategidesk.history.reading import nodes_of, values_of
from strategidesk.history.revision import EXISTS, Revision, canonical, entity_of, make
from strategidesk.history.tables import ModelTables
from strategidesk.history.view import view
from strategidesk.language import tr
from strategidesk.model.fields import Field, Id, Kind, from_json, to_json
from strategidesk.model.noun import Noun, derived_id, fields_of, new_id

_INSERT = (
    'INSERT OR IGNORE INTO "revision"'
    ' ("id","entity","field","parents","author","at","kind","value") VALUES (?,?,?,?,?,?,?,?)'
)


class NeedsReview(UserError):
    """The field holds two people's wordings; it must be settled in its review."""


class Missing(UserError):
    """The thing that the command names is not there."""


@dataclass
class Recorder:
    """Collects a command's revisions and writes them together.

    Values are JSON values. A field that already shows the value gets no revision.
    """

    connection: Connection
    tables: ModelTables
    author: str
    clock: Callable[[], int]  # microseconds UTC, never the same twice
    kind: str = "edit"
    trusted: bool = False  # the values come whole from a reader that has checked them
    revisions: list[Revision] = field(default_factory=list)
    _graphs: dict[bytes, Graph] = field(default_factory=dict)
    _values: dict[bytes, Any] = field(default_factory=dict)
    _created: set[Id] = field(default_factory=set)
    _deleted: set[Id] = field(default_factory=set)
    _changed: dict[Id, set[str]] = field(default_factory=dict)
    _nouns: set[str] = field(default_factory=set)

    def create(self, noun: type[Noun], values: Mapping[str, Any], id: Id | None = None) -> Id:
        """A new thing. Raises Mistake for a value that its field does not take.

        Where the thing is there already, or lies deleted (links and answers have derived ids, and
        an id may be given), it is brought to life with these values.
        """
        known = fields_of(noun)
        given = {name: to_json(from_json(known[name], value)) for name, value in values.items()}
        for name, value in given.items():
            self._check_targets(known[name], value)
        if noun.meta.derived:
            id = derived_id(noun, given)
        fresh = id is None or self.trusted
        id = id or new_id()
        entity = entity_of(id)
        if not fresh and self.graph(entity).by_id:
            self.revive(id)
            for name, value in given.items():
                self.set(id, name, value)
            return id
        stored = {n: v for n, v in given.items() if v != to_json(known[n].default)}
        self._graphs[entity] = Graph([], self._value)
        self._add(entity, EXISTS, {"kind": noun.meta.entity, "values": stored}, ())
        self._created.add(id)
        self._nouns.add(noun.meta.entity)
        return id

    def set(
        self, id: Id, name: str, value: Any, seen: Sequence[bytes] | None = None
    ) -> Revision | None:
        """Give a field a value. `seen`: the heads that the author saw when the field was opened.

        Raises Missing for an unknown thing or field, Mistake for a value that the field does not
        take, NeedsReview where two wordings wait for a person.
        """
        entity, graph, noun = self._thing(id)
        declared = fields_of(noun).get(name)
        if declared is None:
            raise Missing('{noun} has no field "{field}".', noun=tr(noun.meta.entity), field=name)
        new = to_json(from_json(declared, value))
        self._check_targets(declared, new)
        heads = graph.heads(name)
        shown = view(graph, declared, heads)
        parents = tuple(head.id for head in heads)
        if seen is not None and set(seen) != set(parents):
            known = [graph.by_id[p] for p in seen if p in graph.by_id]
            if not known:
                raise Missing("Another copy is too different: it has not seen the same text.")
            shown, parents = view(graph, declared, known), tuple(node.id for node in known)
        if shown.disputed and self.kind != "review":
            raise NeedsReview(
                "Two people have changed the same text. Settle it under Review changes first."
            )
        if canonical(shown.value) == canonical(new) and self.kind != "review":
            return None
        self._changed.setdefault(id, set()).add(name)
        self._nouns.add(noun.meta.entity)
        return self._add(entity, name, new, parents)

    def delete(self, id: Id, seen: Sequence[bytes] | None = None) -> None:
        """Remove a thing. Its revisions stay; it can be brought back.

        `seen`: all heads of the thing that the author saw, where not today's.
        """
        entity, graph, noun = self._thing(id)
        self._nouns.add(noun.meta.entity)
        self._deleted.add(id)
        heads = [head for head in seen or () if head in graph.by_id]
        self._add(entity, EXISTS, None, heads or graph.all_heads())

    def revive(self, id: Id) -> None:
        """Bring a deleted thing back as it was; nothing where it lives."""
        entity, graph, noun = self._thing(id)
        if graph.alive():
            return
        self._nouns.add(noun.meta.entity)
        self._created.add(id)
        parents = tuple(head.id for head in graph.heads(EXISTS))
        self._add(entity, EXISTS, {"kind": noun.meta.entity}, parents)

    def alive(self, id: Id) -> bool:
        """Whether the thing lives now."""
        return self.graph(entity_of(id)).alive()

    def add_picture(self, id: str, data: bytes) -> None:
        """Keep a picture's bytes under their sha256 (hex)."""
        self.connection.exec_driver_sql(
            'INSERT OR IGNORE INTO "blob" ("id","data") VALUES (?,?)', (bytes.fromhex(id), data)
        )

    def graph(self, entity: bytes) -> Graph:
        """The thing's revisions, with those of this recorder."""
        if entity not in self._graphs:
            nodes = nodes_of(self.connection, [entity])[entity]
            self._graphs[entity] = Graph(nodes, self._value)
        return self._graphs[entity]

    def shown(self, id: Id, name: str) -> Any:
        """The JSON value that a field shows now."""
        _, graph, noun = self._thing(id)
        declared = fields_of(noun)[name]
        return view(graph, declared, graph.heads(name)).value

    def noun(self, id: Id) -> type[Noun]:
        """The noun of a thing. Raises Missing where there is none."""
        return self._thing(id)[2]

    def finish(self, label: str) -> ChangeSet:
        """Write everything and bring the model tables up to date, in the caller's transaction."""
        if self.revisions:
            self.connection.exec_driver_sql(_INSERT, [_row(r) for r in self.revisions])
            project(self.connection, self.tables, (r.entity for r in self.revisions))
        return ChangeSet(
            label,
            frozenset(self._created),
            frozenset(self._deleted - self._created),
            {id: frozenset(names) for id, names in self._changed.items()},
            frozenset(self._nouns),
        )

    def _thing(self, id: Id) -> tuple[bytes, Graph, type[Noun]]:
        try:
            entity = entity_of(id)
        except ValueError:
            raise Missing('There is nothing with the id "{id}".', id=id) from None
        graph = self.graph(entity)
        noun = noun_of(self.tables, graph)
        if noun is None:
            raise Missing('There is nothing with the id "{id}".', id=id)
        return entity, graph, noun

    def _check_targets(self, declared: Field, value: Any) -> None:
        """Refuse to point at what is not there."""
        targets = value if declared.kind is Kind.REFERENCES else [value] if value else []
        if declared.kind not in (Kind.REFERENCE, Kind.REFERENCES) or self.trusted:
            return
        for target in targets:
            try:
                _, graph, noun = self._thing(target)
                there = graph.alive() and declared.to in ("*", noun.meta.entity)
            except Missing:
                there = False
            if not there:
                entity = tr(declared.to if declared.to != "*" else "thing")
                raise Missing('no {entity} "{name}"', entity=entity, name=target)

    def _value(self, id: bytes) -> Any:
        if id not in self._values:
            self._values.update(values_of(self.connection, [id]))
        return self._values[id]

    def _add(self, entity: bytes, name: str, value: Any, parents: Iterable[bytes]) -> Revision:
        made = make(entity, name, value, tuple(parents), self.author, self.clock(), self.kind)
        self.revisions.append(made)
        self._values[made.id] = value
        graph = self.graph(entity)
        node = Node(made.id, name, made.parents, made.at, made.kind, made.author)
        self._graphs[entity] = Graph([*graph.by_id.values(), node], self._value)
        return made


def _row(revision: Revision) -> tuple[Any, ...]:
    return (
        revision.id,
        revision.entity,
        revision.field,
        b"".join(revision.parents),
        revision.author,
        revision.at,
        revision.kind,
        revision.value,
    )
