"""Edits of a strategy in terms of things, siblings and trees, for the commands to use."""

from bisect import insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from strategidesk.errors import UserError
from strategidesk.history.recording import Missing, Recorder
from strategidesk.history.revision import EXISTS
from strategidesk.language import tr
from strategidesk.model import places
from strategidesk.model.fields import Id, Kind
from strategidesk.model.noun import Noun, fields_of, is_ordered, json_values, value
from strategidesk.model.strategy import Strategy

LAST = Id("last")  # as `after`: behind all siblings; None is before them

Seen = tuple[bytes, ...]
SeenBy = Callable[[Id, str], Seen | None]

UNDER_ITSELF = "A thing cannot stand under itself."


class Refused(UserError):
    """An edit that makes no sense, whoever asks for it."""


class Editing:
    """One command's view of the strategy: what was there, and what the command has done so far."""

    def __init__(self, recorder: Recorder, strategy: Strategy) -> None:
        # the heads that the author saw of a field (all heads of a thing for `_exists`), where
        # those are not today's
        self.seen: SeenBy = lambda _id, _field: None
        self.recorder = recorder
        self.strategy = strategy
        self._lists: dict[type[Noun], _Siblings] = {}
        self._pointing: dict[Id, set[tuple[Id, str]]] | None = None
        self._gone: set[Id] = set()

    def create(
        self,
        noun: type[Noun],
        values: Mapping[str, Any],
        parent: Id | None = None,
        after: Id | None = LAST,
        id: Id | None = None,
    ) -> Id:
        """A new thing behind a sibling."""
        given = dict(values)
        if noun.meta.single:
            raise Refused("A strategy has exactly one {noun}.", noun=tr(noun.meta.entity))
        if is_ordered(noun):
            self._require_parent(noun, parent)
            given["place"] = self._place(noun, parent, after)
        made = self.recorder.create(noun, given, id)
        self._gone.discard(made)
        if is_ordered(noun):
            self._siblings(noun).put(made, given["place"])
        for name, field in fields_of(noun).items():
            if field.kind in (Kind.REFERENCE, Kind.REFERENCES):
                self._note_pointing(made, name, given.get(name))
        return made

    def set_field(self, id: Id, name: str, value: Any, seen: Sequence[bytes] | None = None) -> None:
        """Give a field a value."""
        field = fields_of(self.noun(id)).get(name)
        if field and field.kind is Kind.PLACE:
            raise Missing(
                '{noun} has no field "{field}".', noun=tr(self.noun(id).meta.entity), field=name
            )
        self.recorder.set(id, name, value, self.seen(id, name) if seen is None else seen)
        if field and field.kind in (Kind.REFERENCE, Kind.REFERENCES):
            self._note_pointing(id, name, value)

    def move(self, id: Id, parent: Id | None, after: Id | None = LAST) -> None:
        """Put a thing behind a sibling, in trees under a parent."""
        noun = self.noun(id)
        if not is_ordered(noun):
            raise Refused("{noun} has no order.", noun=tr(noun.meta.entity))
        self._require_parent(noun, parent)
        siblings = self._siblings(noun)
        above: Id | None = parent
        while above is not None:
            if above == id:
                raise Refused(UNDER_ITSELF)
            above = places.parent_of(siblings.places.get(above, ""))
        if after == id:
            return
        siblings.take(id)
        place = self._place(noun, parent, after)
        siblings.put(id, place)
        self.recorder.set(id, "place", place, self.seen(id, "place"))

    def delete(self, id: Id) -> None:
        """Remove a thing with all that belongs to it; what points at it no longer does."""
        if self.noun(id).meta.single:
            raise Refused("The strategy itself cannot be removed.")
        doomed: dict[Id, None] = {}
        waiting = [id]
        while waiting:
            here = waiting.pop()
            if here in doomed:
                continue
            doomed[here] = None
            noun = self.noun(here)
            if noun.meta.tree:
                waiting.extend(self._siblings(noun).children(here))
            for source, name in self._points_at(here):
                if fields_of(self.noun(source))[name].owned:
                    waiting.append(source)
        for here in doomed:
            for source, name in self._points_at(here):
                if source not in doomed:
                    self._let_go(source, name, here)
        for here in reversed(doomed):
            noun = self.noun(here)
            if is_ordered(noun):
                self._siblings(noun).take(here)
            self._gone.add(here)
            self.recorder.delete(here, self.seen(here, EXISTS))

    def is_gone(self, id: Id) -> bool:
        """Whether this command has removed the thing."""
        return id in self._gone

    def noun(self, id: Id) -> type[Noun]:
        """The noun of a thing that lives, or that the author saw alive. Raises Missing."""
        thing = self.strategy.by_id.get(id)
        if thing is not None and id not in self._gone:
            return type(thing)
        noun = self.recorder.noun(id)
        if id in self._gone or not (self.recorder.alive(id) or self.seen(id, EXISTS)):
            raise Missing('There is nothing with the id "{id}".', id=id)
        return noun

    def _let_go(self, source: Id, name: str, target: Id) -> None:
        field = fields_of(self.noun(source))[name]
        if field.kind is Kind.REFERENCE:
            self.set_field(source, name, None)
            return
        left = [id for id in self.recorder.shown(source, name) if id != target]
        self.set_field(source, name, left)

    def _points_at(self, target: Id) -> set[tuple[Id, str]]:
        """Which fields of which things point at it now."""
        if self._pointing is None:
            self._pointing = {}
            for noun, field in self.strategy.schema.references():
                for thing in self.strategy.all(noun):
                    found = value(thing, field)
                    for id in found if isinstance(found, tuple) else (found,):
                        if id:
                            self._pointing.setdefault(id, set()).add((thing.id, field.name))
        return {
            (source, name)
            for source, name in self._pointing.get(target, set())
            if source not in self._gone and target in _ids(self.recorder.shown(source, name))
        }

    def _note_pointing(self, source: Id, name: str, targets: Any) -> None:
        if targets and self._pointing is None:
            self._points_at(source)
        for id in _ids(targets):
            assert self._pointing is not None
            self._pointing.setdefault(Id(id), set()).add((source, name))

    def _require_parent(self, noun: type[Noun], parent: Id | None) -> None:
        if parent is None:
            return
        if not noun.meta.tree or self.noun(parent) is not noun:
            raise Missing('no {entity} "{name}"', entity=tr(noun.meta.entity), name=parent)

    def _siblings(self, noun: type[Noun]) -> "_Siblings":
        if noun not in self._lists:
            self._lists[noun] = _Siblings(
                (thing.id, str(json_values(thing)["place"])) for thing in self.strategy.all(noun)
            )
        return self._lists[noun]

    def _place(self, noun: type[Noun], parent: Id | None, after: Id | None) -> str:
        siblings = self._siblings(noun)
        if after not in (None, LAST) and after not in siblings.places:
            raise Missing('no {entity} "{name}"', entity=tr(noun.meta.entity), name=after)
        return siblings.place(parent, after, lambda id, p: self._rekey(siblings, id, p))

    def _rekey(self, siblings: "_Siblings", id: Id, place: str) -> None:
        siblings.take(id)
        siblings.put(id, place)
        self.recorder.set(id, "place", place)


class _Siblings:
    """The places of a noun's things, and who stands behind whom under each parent."""

    def __init__(self, things: Iterable[tuple[Id, str]]) -> None:
        self.places: dict[Id, str] = {}
        self._rows: dict[Id | None, list[tuple[str, Id]]] = {}
        for id, place in things:
            self.places[id] = place
            row = self._rows.setdefault(places.parent_of(place), [])
            row.append((places.key_of(place), id))
        for row in self._rows.values():
            row.sort()

    def children(self, parent: Id) -> list[Id]:
        return [id for _, id in self._rows.get(parent, [])]

    def take(self, id: Id) -> None:
        place = self.places.pop(id)
        self._rows[places.parent_of(place)].remove((places.key_of(place), id))

    def put(self, id: Id, place: str) -> None:
        self.places[id] = place
        insort(self._rows.setdefault(places.parent_of(place), []), (places.key_of(place), id))

    def place(self, parent: Id | None, after: Id | None, rekey: Callable[[Id, str], None]) -> str:
        """A place between two siblings. Where they share a key, those behind get new ones first."""
        row = self._rows.get(parent, [])
        if after == LAST:
            at = len(row)
        elif after is None:
            at = 0
        else:
            own = self.places[after]
            if places.parent_of(own) != parent:
                raise Refused("The two do not stand under the same heading.")
            at = row.index((places.key_of(own), after)) + 1
        low = row[at - 1][0] if at else ""
        alike = [id for key, id in row[at:] if key == low]
        if alike:
            high = next((key for key, _ in row[at:] if key > low), "")
            for id in alike:
                low_key = places.between(low, high)
                rekey(id, places.make(low_key, parent))
                low = low_key
            return self.place(parent, after, rekey)
        return places.make(places.between(low, row[at][0] if at < len(row) else ""), parent)


def _ids(value: Any) -> tuple[str, ...]:
    if not value:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
