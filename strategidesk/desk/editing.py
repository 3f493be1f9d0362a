"""Edits of a strategy in terms of things, siblings and trees, for the commands to use."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from strategidesk.desk.siblings import LAST, Refused, Siblings
from strategidesk.history.recording import Missing, Recorder
from strategidesk.history.revision import EXISTS, entity_of
from strategidesk.language import tr
from strategidesk.model import places
from strategidesk.model.fields import Id, Kind
from strategidesk.model.noun import Noun, fields_of, is_ordered, place_of, value
from strategidesk.model.strategy import Strategy

Seen = tuple[bytes, ...]
SeenBy = Callable[[Id, str], Seen | None]

UNDER_ITSELF = "A thing cannot stand under itself."


def today(_id: Id, _field: str) -> Seen | None:
    """Nothing older than what stands there today."""
    return None


class Editing:
    """One command's view of the strategy: what was there, and what the command has done so far."""

    def __init__(self, recorder: Recorder, strategy: Strategy) -> None:
        # the heads that the author saw of a field (all heads of a thing for `_exists`), where
        # those are not today's
        self.seen: SeenBy = today
        self.recorder = recorder
        self.strategy = strategy
        self._lists: dict[type[Noun], Siblings] = {}
        self._room: dict[type[Noun], deque[str]] = {}
        self._pointing: dict[Id, set[tuple[Id, str]]] | None = None
        self._gone: set[Id] = set()
        self._made: set[Id] = set()
        self._written: dict[tuple[Id, str], Seen] = {}

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
            room = self._room.get(noun) if parent is None and after == LAST else None
            given["place"] = room.popleft() if room else self._place(noun, parent, after)
        made = self.recorder.create(noun, given, id)
        self._gone.discard(made)
        self._made.add(made)
        if is_ordered(noun):
            self._siblings(noun).put(made, given["place"])
        for name, field in fields_of(noun).items():
            if field.kind in (Kind.REFERENCE, Kind.REFERENCES):
                self._note_pointing(made, name, given.get(name))
        return made

    def make_room(self, noun: type[Noun], count: int) -> None:
        """Many things are going to be made behind all others of the noun: their places, which grow
        with each that is put behind another, stay short."""
        first = places.key_of(self._place(noun, None, LAST))
        self._room[noun] = deque(first + key for key in places.spread(count))

    def set_field(self, id: Id, name: str, value: Any, seen: Sequence[bytes] | None = None) -> None:
        """Give a field a value."""
        field = fields_of(self.noun(id)).get(name)
        if field and field.kind is Kind.PLACE:
            raise Missing(
                '{noun} has no field "{field}".', noun=tr(self.noun(id).meta.entity), field=name
            )
        self._write(id, name, value, seen)
        if field and field.kind in (Kind.REFERENCE, Kind.REFERENCES):
            self._note_pointing(id, name, value)

    def move(self, id: Id, parent: Id | None, after: Id | None = LAST) -> None:
        """Put a thing behind a sibling, in trees under a parent; nothing where it stands there."""
        noun = self.noun(id)
        if not is_ordered(noun):
            raise Refused("{noun} has no order.", noun=tr(noun.meta.entity))
        self._require_parent(noun, parent)
        self._refuse_circle(noun, id, parent)
        siblings = self._siblings(noun)
        if after == id or (self.seen is today and siblings.stands(id, parent, after)):
            return
        siblings.take(id)
        place = self._place(noun, parent, after)
        siblings.put(id, place)
        self._write(id, "place", place)

    def put(self, id: Id, place: str) -> None:
        """Put a thing where it once stood."""
        noun = self.noun(id)
        self._require_parent(noun, places.parent_of(place))
        self._refuse_circle(noun, id, places.parent_of(place))
        self._siblings(noun).put(id, place)
        self._write(id, "place", place)

    def delete(self, id: Id) -> None:
        """Remove a thing with all that belongs to it; what points at it no longer does.

        Of what belongs to it or points at it, only what the author saw.
        """
        if self.noun(id).meta.single:
            raise Refused("The strategy itself cannot be removed.")
        doomed = self._belonging(id)
        for here in doomed:
            for source, name in self._points_at(here):
                if source not in doomed and self._saw(source):
                    self.let_go(source, name, here)
        for here in reversed(doomed):
            noun = self.noun(here)
            if is_ordered(noun):
                self._siblings(noun).take(here)
            self._gone.add(here)
            self.recorder.delete(here, self._seen_all(here))

    def _belonging(self, id: Id) -> dict[Id, None]:
        """A thing and all that is part of it, parts behind what they belong to."""
        doomed: dict[Id, None] = {}
        waiting = [id]
        while waiting:
            here = waiting.pop()
            if here in doomed:
                continue
            doomed[here] = None
            noun = self.noun(here)
            if noun.meta.tree:
                waiting.extend(filter(self._saw, self._siblings(noun).children(here)))
            for source, name in self._points_at(here):
                if fields_of(self.noun(source))[name].owned and self._saw(source):
                    waiting.append(source)
        return doomed

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

    def _write(self, id: Id, name: str, value: Any, seen: Sequence[bytes] | None = None) -> None:
        made = self.recorder.set(id, name, value, self._seen(id, name) if seen is None else seen)
        if made:
            self._written[id, name] = (made.id,)

    def _seen(self, id: Id, name: str) -> Seen | None:
        """The heads that the author saw, or what this command has written over them."""
        return self._written.get((id, name)) or self.seen(id, name)

    def _seen_all(self, id: Id) -> Seen | None:
        seen = self.seen(id, EXISTS)
        if seen is None:
            return None
        made = (made.id for made in self.recorder.revisions if made.entity == entity_of(id))
        return (*seen, *made)

    def _saw(self, id: Id) -> bool:
        """Whether the author knew the thing."""
        return self.seen is today or id in self._made or bool(self.seen(id, EXISTS))

    def let_go(self, source: Id, name: str, target: Id) -> None:
        """Take a thing out of a reference that points at it."""
        shown = _ids(self.recorder.shown(source, name, self._seen(source, name)))
        if target not in shown or self.recorder.contested(source, name):
            return  # what is contested waits for its review, where it will point at nothing
        field = fields_of(self.noun(source))[name]
        left = [id for id in shown if id != target]
        self.set_field(source, name, left if field.kind is Kind.REFERENCES else None)

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

    def _refuse_circle(self, noun: type[Noun], id: Id, parent: Id | None) -> None:
        above: Id | None = parent
        while above is not None:
            if above == id:
                raise Refused(UNDER_ITSELF)
            above = places.parent_of(self._siblings(noun).places.get(above, ""))

    def _siblings(self, noun: type[Noun]) -> Siblings:
        if noun not in self._lists:
            self._lists[noun] = Siblings(
                (thing.id, place_of(thing)) for thing in self.strategy.all(noun)
            )
        return self._lists[noun]

    def _place(self, noun: type[Noun], parent: Id | None, after: Id | None) -> str:
        siblings = self._siblings(noun)
        if after not in (None, LAST) and after not in siblings.places:
            raise Missing('no {entity} "{name}"', entity=tr(noun.meta.entity), name=after)
        return siblings.place(parent, after, lambda id, p: self._rekey(siblings, id, p))

    def _rekey(self, siblings: Siblings, id: Id, place: str) -> None:
        siblings.put(id, place)
        self.recorder.shift(id, place)


def _ids(value: Any) -> tuple[str, ...]:
    if not value:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
