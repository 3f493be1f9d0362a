"""The revisions of one thing: what was first, what is newest, what descends from what."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from strategidesk.history.revision import EXISTS, REVIEW, UNDO


@dataclass(frozen=True, slots=True)
class Node:
    """A revision without its value."""

    id: bytes
    field: str
    parents: tuple[bytes, ...]
    at: int
    kind: str
    author: str

    @property
    def age(self) -> tuple[int, bytes]:
        """Sorts from old to new, alike on all copies."""
        return (self.at, self.id)


@dataclass
class Graph:
    """All revisions of one thing. `value_of` gives a revision's decoded JSON value by its id."""

    nodes: Iterable[Node]
    value_of: Callable[[bytes], object]
    by_id: dict[bytes, Node] = field(init=False)

    def __post_init__(self) -> None:
        self.by_id = {node.id: node for node in self.nodes}

    @cached_property
    def creations(self) -> frozenset[bytes]:
        """The first revisions of every field."""
        return frozenset(
            node.id for node in self.by_id.values() if node.field == EXISTS and not node.parents
        )

    @cached_property
    def _first(self) -> tuple[Node, ...]:
        return tuple(sorted((self.by_id[id] for id in self.creations), key=lambda n: n.age))

    @cached_property
    def _by_field(self) -> dict[str, list[Node]]:
        groups: dict[str, list[Node]] = {EXISTS: []}
        for node in self.by_id.values():
            groups.setdefault(node.field, []).append(node)
        return groups

    def fields(self) -> Collection[str]:
        """The fields that have revisions of their own, with `_exists`."""
        return self._by_field

    def heads(self, name: str) -> tuple[Node, ...]:
        """The revisions of a field that no other of the field names as parent, oldest first."""
        own = self._by_field.get(name, [])
        if name == EXISTS:
            candidates = own
        elif not own:
            return self._first
        else:
            candidates = [*own, *self._first]
        if len(candidates) == 1:
            return tuple(candidates)
        named = {parent for node in own for parent in node.parents}
        return tuple(sorted((n for n in candidates if n.id not in named), key=lambda n: n.age))

    def standing(self, heads: Iterable[Node]) -> list[Node]:
        """What these revisions stand for, oldest first: the undo of a review stands for all that
        the review had settled, which is open again."""
        found: dict[bytes, Node] = {}
        waiting = list(heads)
        if len(waiting) == 1 and waiting[0].kind != UNDO:  # nearly all
            return waiting
        while waiting:
            node = waiting.pop()
            undone = self.by_id.get(node.parents[0]) if len(node.parents) == 1 else None
            if node.kind == UNDO and undone and undone.kind == REVIEW and undone.parents:
                waiting += self._named_in(undone, node.field)
            else:
                found[node.id] = node
        return sorted(found.values(), key=lambda n: n.age)

    def _named_in(self, node: Node, name: str) -> list[Node]:
        """The parents of a revision within a field, without those that others descend from."""
        known = [self.by_id[parent] for parent in node.parents if parent in self.by_id]
        own = [one for one in known if one.field == name or one.id in self.creations]
        older = {id for one in own for id in self.ancestors(one.id, name) - {one.id}}
        return [one for one in own if one.id not in older]

    def all_heads(self) -> tuple[bytes, ...]:
        """The heads of all fields, as a deletion names them."""
        heads = {head.id for name in self.fields() for head in self.heads(name)}
        return tuple(sorted(heads | self.creations))

    def alive(self) -> bool:
        """Whether the thing exists.

        An edit that a deletion had not seen keeps the thing alive.
        """
        ends = self.standing(self.heads(EXISTS))
        if not ends:
            return False
        if any(self.value_of(end.id) is not None for end in ends):
            return True
        return self.edited_unseen(ends)

    def edited_unseen(self, deletions: Iterable[Node]) -> bool:
        """Whether some field has a head that none of the deletions had seen."""
        seen = {parent for deletion in deletions for parent in deletion.parents}
        return any(
            head.id not in seen
            for name in self.fields()
            if name != EXISTS
            for head in self.heads(name)
        )

    def descendants(self, start: bytes, name: str) -> set[bytes]:
        """The revisions of a field that descend from this one, without it."""
        children: dict[bytes, list[bytes]] = {}
        for node in self._by_field.get(name, []):
            for parent in node.parents:
                children.setdefault(parent, []).append(node.id)
        found: set[bytes] = set()
        waiting = [start]
        while waiting:
            new = [id for id in children.get(waiting.pop(), []) if id not in found]
            found.update(new)
            waiting.extend(new)
        return found

    def ancestors(self, start: bytes, name: str) -> set[bytes]:
        """A revision and all that it descends from, within one field."""
        found: set[bytes] = set()
        waiting = [start]
        while waiting:
            id = waiting.pop()
            node = self.by_id.get(id)
            if id in found or node is None:
                continue
            if node.field != name and id not in self.creations:
                continue
            found.add(id)
            waiting.extend(node.parents)
        return found
