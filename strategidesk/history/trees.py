"""Where things stand in a tree when copies have moved and deleted on their own.

A child of a deleted parent stands under its nearest living ancestor. In a circle made by two moves
the thing that was moved last stands at the root.
"""

from collections.abc import Callable, Iterable, Mapping

from strategidesk.model.fields import Id
from strategidesk.model.places import key_of, make, parent_of

Age = tuple[int, bytes]


def settle(
    alive: Mapping[Id, str],
    deleted: Mapping[Id, str],
    moved: Callable[[Iterable[Id]], Mapping[Id, Age]],
) -> dict[Id, str]:
    """The places that must be read otherwise than they are written, by id.

    `alive` and `deleted` give places as written; `moved` tells when things were last moved.
    """
    parents = _parents(alive, deleted)
    for circle in _circles(parents):
        ages = moved(circle)
        parents[max(circle, key=lambda id: ages[id])] = None
    return {
        id: make(key_of(place), parents[id])
        for id, place in alive.items()
        if parents[id] != parent_of(place)
    }


def circles(alive: Mapping[Id, str], deleted: Mapping[Id, str]) -> list[list[Id]]:
    """The things that stand under each other in a circle, as written."""
    return _circles(_parents(alive, deleted))


def _parents(alive: Mapping[Id, str], deleted: Mapping[Id, str]) -> dict[Id, Id | None]:
    return {id: _living(parent_of(place), alive, deleted) for id, place in alive.items()}


def _living(parent: Id | None, alive: Mapping[Id, str], deleted: Mapping[Id, str]) -> Id | None:
    passed: set[Id] = set()
    while parent is not None and parent not in alive:
        if parent in passed or parent not in deleted:
            return None
        passed.add(parent)
        parent = parent_of(deleted[parent])
    return parent


def _circles(parents: Mapping[Id, Id | None]) -> list[list[Id]]:
    circles: list[list[Id]] = []
    settled: set[Id] = set()
    for start in parents:
        path: list[Id] = []
        on_path: set[Id] = set()
        here: Id | None = start
        while here is not None and here not in settled and here not in on_path:
            path.append(here)
            on_path.add(here)
            here = parents[here]
        if here is not None and here in on_path:
            circles.append(path[path.index(here) :])
        settled.update(path)
    return circles
