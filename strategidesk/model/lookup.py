"""Things by id, in lists of which one thing can be exchanged without going through the rest."""

from collections.abc import Iterable, Iterator, Mapping

from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun

Lists = Mapping[type[Noun], tuple[Noun, ...]]


class ById(Mapping[Id, Noun]):
    """Every thing of some lists by its id; what is known of their order outlives an exchange."""

    def __init__(
        self, lists: Lists, places: Mapping[Id, tuple[type[Noun], int]] | None = None
    ) -> None:
        self._lists = lists
        self._places = places or {
            thing.id: (noun, at)
            for noun, things in lists.items()
            for at, thing in enumerate(things)
        }

    def __getitem__(self, id: Id) -> Noun:
        noun, at = self._places[id]
        return self._lists[noun][at]

    def __iter__(self) -> Iterator[Id]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def exchange(self, things: Iterable[Noun]) -> tuple[Lists, "ById"]:
        """The lists with each of these in the place of the thing that has its id."""
        changed: dict[type[Noun], list[Noun]] = {}
        for thing in things:
            noun, at = self._places[thing.id]
            if noun not in changed:
                changed[noun] = list(self._lists[noun])
            changed[noun][at] = thing
        lists = {**self._lists, **{noun: tuple(found) for noun, found in changed.items()}}
        return lists, ById(lists, self._places)
