"""Who stands behind whom, and the place that puts a thing between two others."""

from bisect import insort
from collections.abc import Callable, Iterable

from strategidesk.errors import UserError
from strategidesk.model import places
from strategidesk.model.fields import Id

LAST = Id("last")  # as `after`: behind all siblings; None is before them


class Refused(UserError):
    """An edit that makes no sense, whoever asks for it."""


class Siblings:
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

    def stands(self, id: Id, parent: Id | None, after: Id | None) -> bool:
        """Whether the thing is already there."""
        place = self.places.get(id)
        if place is None or places.parent_of(place) != parent:
            return False
        row = [one for _, one in self._rows[parent]]
        at = row.index(id)
        return at == len(row) - 1 if after == LAST else after == (row[at - 1] if at else None)

    def take(self, id: Id) -> None:
        place = self.places.pop(id, None)
        if place is not None:
            self._rows[places.parent_of(place)].remove((places.key_of(place), id))

    def put(self, id: Id, place: str) -> None:
        self.take(id)
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
