"""Writing revisions: one recorder per transaction, the only way anything changes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from strategidesk.errors import UserError
from strategidesk.history.changes import ChangeSet
from strategidesk.history.graph import Graph, Node
from strategidesk.history.items import DISMISSED
from strategidesk.history.projection import noun_of, project
from strategidesk.history.reading import Values, nodes_of
from strategidesk.history.revision import (
    EXISTS,
    REVIEW,
    Revision,
    canonical,
    entity_of,
    id_of,
    make,
)
from strategidesk.history.tables import ModelTables
from strategidesk.history.view import view
from strategidesk.language import tr
from strategidesk.model.fields import Field, Id, Kind, Mistake, from_json, to_json
from strategidesk.model.noun import PLACE, Noun, derived_id, fields_of, new_id

_INSERT = (
    'INSERT OR IGNORE INTO "revision"'
    ' ("id","entity","field","parents","author","at","kind","value") VALUES (?,?,?,?,?,?,?,?)'
)


NEEDS_REVIEW = "Two people have changed the same text. Settle it under Review changes first."


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
    revisions: list[Revision] = field(default_factory=list)
    kept: dict[str, bytes] = field(default_factory=dict)  # pictures and files, by their sha256
    _graphs: dict[bytes, Graph] = field(default_factory=dict)
    _values: Values = field(init=False)
    _lived: dict[Id, bool] = field(default_factory=dict)  # before the first revision of each
    _changed: dict[Id, set[str]] = field(default_factory=dict)
    _nouns: set[str] = field(default_factory=set)
    _dismissed: bool = False

    def keep_bytes(self, id: str, data: bytes) -> None:
        """Keep a picture or a file under its sha256 (hex)."""
        add_picture(self.connection, id, data)
        self.kept[id] = data

    def __post_init__(self) -> None:
        self._values = Values(self.connection)

    def create(self, noun: type[Noun], values: Mapping[str, Any], id: Id | None = None) -> Id:
        """A new thing. Raises Mistake for a value that its field does not take, or a taken id.

        A thing that lies deleted (links and answers have derived ids, and an id may be given) is
        brought to life with these values; a link or answer that is there already takes them over.
        """
        known = fields_of(noun)
        given = {name: to_json(from_json(known[name], value)) for name, value in values.items()}
        for name, value in given.items():
            self._check_targets(known[name], value)
        if noun.meta.derived:
            id = self._free(noun, derived_id(noun, given))
        if id and self.graph(entity_of(id)).by_id:
            return self._create_again(noun, given, id)
        id = id or new_id()
        entity = entity_of(id)
        stored = {n: v for n, v in given.items() if v != to_json(known[n].default)}
        self._graphs[entity] = Graph([], self._values.__getitem__)
        self._add(entity, EXISTS, {"kind": noun.meta.entity, "values": stored}, ())
        self._nouns.add(noun.meta.entity)
        return id

    def _free(self, noun: type[Noun], id: Id) -> Id | None:
        """A derived id, unless the thing that once got it has other values now."""
        if not self.graph(entity_of(id)).by_id or not self.alive(id):
            return id
        now = {name: self.shown(id, name) for name in noun.meta.derived}
        return id if derived_id(noun, now) == id else None

    def _create_again(self, noun: type[Noun], given: dict[str, Any], id: Id) -> Id:
        alive = self.alive(id)
        if self.noun(id) is not noun or (alive and not noun.meta.derived):
            raise Mistake("the id is taken")
        if not alive:
            self.revive(id)
            defaults = {name: to_json(field.default) for name, field in fields_of(noun).items()}
            given = {**defaults, **given}
        for name, value in given.items():
            self.set(id, name, value)
        return id

    def set(
        self, id: Id, name: str, value: Any, seen: Sequence[bytes] | None = None
    ) -> Revision | None:
        """Give a field a value. `seen`: the heads that the author saw when the field was opened.

        Raises Missing for an unknown thing or field, Mistake for a value that the field does not
        take, NeedsReview where two wordings wait for a person.
        """
        _, graph, noun = self._thing(id)
        declared = fields_of(noun).get(name)
        if declared is None:
            raise Missing('{noun} has no field "{field}".', noun=tr(noun.meta.entity), field=name)
        new = to_json(from_json(declared, value))
        heads = _seen_heads(graph, name, seen)
        shown = view(graph, declared, heads)
        self._check_targets(declared, new, shown.value)
        if shown.item and declared.kind is Kind.PLACE:  # who puts it somewhere has decided where
            return self.put(id, name, new, [head.id for head in heads], REVIEW)
        if shown.item and self.kind != REVIEW:
            raise NeedsReview(NEEDS_REVIEW)
        if canonical(shown.value) == canonical(new) and self.kind != REVIEW:
            return None
        return self.put(id, name, new, [head.id for head in heads])

    def put(
        self, id: Id, name: str, value: Any, parents: Iterable[bytes], kind: str | None = None
    ) -> Revision:
        """Write a value as it is, over these revisions: for values that stood there before."""
        entity, _, noun = self._thing(id)
        self._changed.setdefault(id, set()).add(name)
        self._nouns.add(noun.meta.entity)
        return self._add(entity, name, value, parents, kind)

    def shift(self, id: Id, place: str) -> None:
        """Another order key at the same spot. What is contested about its place stays so."""
        graph = self._thing(id)[1]
        standing = graph.standing(graph.heads(PLACE))
        self.put(id, PLACE, place, [standing[-1].id])

    def exist(self, id: Id, lives: bool, parents: Iterable[bytes], kind: str) -> Revision:
        """Write that a thing lives, or that it does not, whatever others say."""
        value = {"kind": self.noun(id).meta.entity} if lives else None
        return self.put(id, EXISTS, value, parents, kind)

    def delete(self, id: Id, seen: Sequence[bytes] | None = None) -> None:
        """Remove a thing. Its revisions stay; it can be brought back.

        `seen`: all heads of the thing that the author saw, where not today's.
        """
        entity, graph, noun = self._thing(id)
        self._nouns.add(noun.meta.entity)
        heads = [head for head in seen or () if head in graph.by_id]
        self._add(entity, EXISTS, None, heads or graph.all_heads())

    def revive(self, id: Id) -> None:
        """Bring a deleted thing back as it was; nothing where nobody has deleted it.

        One that lives only by an edit that its deletion had not seen lives undisputed after it.
        """
        entity, graph, noun = self._thing(id)
        ends = graph.standing(graph.heads(EXISTS))
        if all(graph.value_of(end.id) is not None for end in ends):
            return
        parents = [head.id for head in graph.heads(EXISTS)]
        self._nouns.add(noun.meta.entity)
        self._add(entity, EXISTS, {"kind": noun.meta.entity}, parents)

    def settle(self, id: Id, name: str, value: Any) -> Revision:
        """Decide what a field holds, over all that stands there.

        Raises Missing for an unknown thing or field, Mistake for a value that it does not take.
        """
        _, graph, noun = self._thing(id)
        declared = fields_of(noun)[name]
        heads = [head.id for head in graph.heads(name)]
        return self.put(id, name, to_json(from_json(declared, value)), heads, REVIEW)

    def dismiss(self, item: str, kept: bool = True, kind: str = REVIEW) -> None:
        """Say that an item of the review list (its id in hex) may stay as it is, or not."""
        entity = bytes.fromhex(item)
        heads = [head.id for head in self.graph(entity).heads(DISMISSED)]
        self._add(entity, DISMISSED, kept, heads, kind)
        self._dismissed = True

    def alive(self, id: Id) -> bool:
        """Whether the thing lives now."""
        return self.graph(entity_of(id)).alive()

    def lived(self, id: Id) -> bool:
        """Whether the thing lived before the first revision of this recorder."""
        return self._lived.get(id, False)

    def graph(self, entity: bytes) -> Graph:
        """The thing's revisions, with those of this recorder."""
        if entity not in self._graphs:
            nodes = nodes_of(self.connection, [entity])[entity]
            self._graphs[entity] = Graph(nodes, self._values.__getitem__)
        return self._graphs[entity]

    def look_up(self, ids: Iterable[Id]) -> None:
        """Read at once what is known of many things, rather than of each when it is asked for."""
        wanted = [entity for id in ids if (entity := entity_of(id)) not in self._graphs]
        for entity, nodes in nodes_of(self.connection, wanted).items():
            self._graphs[entity] = Graph(nodes, self._values.__getitem__)
        found = [self._graphs[entity] for entity in wanted]
        self._values.fetch(
            id for graph in found for ids in (graph.creations, _ends(graph)) for id in ids
        )

    def shown(self, id: Id, name: str, seen: Sequence[bytes] | None = None) -> Any:
        """The JSON value that a field shows now, or showed to one who saw these heads."""
        _, graph, noun = self._thing(id)
        return view(graph, fields_of(noun)[name], _seen_heads(graph, name, seen)).value

    def contested(self, id: Id, name: str) -> bool:
        """Whether a person must settle what the field holds."""
        _, graph, noun = self._thing(id)
        return view(graph, fields_of(noun)[name], graph.heads(name)).item is not None

    def noun(self, id: Id) -> type[Noun]:
        """The noun of a thing. Raises Missing where there is none."""
        return self._thing(id)[2]

    def finish(self, label: str) -> ChangeSet:
        """Write everything and bring the model tables up to date, in the caller's transaction."""
        if self.revisions:
            write(self.connection, self.revisions)
            touched = {r.entity: self._graphs[r.entity] for r in self.revisions}
            project(self.connection, self.tables, touched, self._values)
        lives = {id: self.alive(id) for id in self._lived}
        return ChangeSet(
            label,
            frozenset(id for id, alive in lives.items() if alive and not self._lived[id]),
            frozenset(id for id, alive in lives.items() if not alive and self._lived[id]),
            {
                id: frozenset(names)
                for id, names in self._changed.items()
                if lives[id] and self._lived[id]
            },
            frozenset(self._nouns),
            self._dismissed,
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

    def _check_targets(self, declared: Field, value: Any, known: Any = None) -> None:
        """Refuse to point at what is not there, unless the field does so already."""
        if declared.kind not in (Kind.REFERENCE, Kind.REFERENCES):
            return
        for target in set(_ids(value)) - set(_ids(known)):
            try:
                _, graph, noun = self._thing(target)
                there = graph.alive() and declared.to in ("*", noun.meta.entity)
            except Missing:
                there = False
            if not there:
                entity = tr(declared.to if declared.to != "*" else "thing")
                raise Missing('no {entity} "{name}"', entity=entity, name=target)

    def _add(
        self,
        entity: bytes,
        name: str,
        value: Any,
        parents: Iterable[bytes],
        kind: str | None = None,
    ) -> Revision:
        kind = kind or self.kind
        made = make(entity, name, value, tuple(parents), self.author, self.clock(), kind)
        self.revisions.append(made)
        self._values[made.id] = value
        graph = self.graph(entity)
        self._lived.setdefault(id_of(entity), graph.alive())
        node = Node(made.id, name, made.parents, made.at, made.kind, made.author)
        self._graphs[entity] = Graph([*graph.by_id.values(), node], self._values.__getitem__)
        return made


def _seen_heads(graph: Graph, name: str, seen: Sequence[bytes] | None) -> tuple[Node, ...]:
    """The heads of a field, or those revisions that an author saw."""
    if seen is None:
        return graph.heads(name)
    known = tuple(graph.by_id[id] for id in seen if id in graph.by_id)
    if not known:
        raise Missing("Another copy is too different: it has not seen the same text.")
    return known


def _ends(graph: Graph) -> Iterable[bytes]:
    return (head.id for head in graph.heads(EXISTS))


def _ids(value: Any) -> Sequence[Id]:
    return [Id(value)] if isinstance(value, str) else value or ()


def write(connection: Connection, revisions: Iterable[Revision]) -> None:
    """Add revisions to the set; those that are in it stay."""
    connection.exec_driver_sql(_INSERT, [_row(revision) for revision in revisions])


def add_picture(connection: Connection, id: str, data: bytes) -> None:
    """Keep a picture's bytes under their sha256 (hex)."""
    connection.exec_driver_sql(
        'INSERT OR IGNORE INTO "blob" ("id","data") VALUES (?,?)', (bytes.fromhex(id), data)
    )


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
