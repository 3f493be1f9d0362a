"""Where a thing goes when it is moved, with keys or mouse: commands, without a widget."""

from strategidesk.desk.commands import Move
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.noun import is_ordered, place_of
from strategidesk.model.places import parent_of
from strategidesk.model.strategy import Strategy
from strategidesk.ui.things.dragging import Where
from strategidesk.ui.words import noun_label


def step(strategy: Strategy, id: Id, beside: list[Id], by: int, label: str) -> Move | None:
    """Past its neighbour in the list shown (`beside`, itself among them); None at the end.

    In a tree its neighbours are those under the same parent.
    """
    noun = type(strategy.by_id[id])
    parent = parent_of(place_of(strategy.by_id[id]))
    if noun.meta.tree:
        beside = [one for one in beside if parent_of(place_of(strategy.by_id[one])) == parent]
    at = beside.index(id) + by
    if not is_ordered(noun) or not 0 <= at < len(beside):
        return None
    neighbour = beside[at]
    after = neighbour if by > 0 else _before(strategy, neighbour, id)
    return Move(id, parent if noun.meta.tree else None, after, label)


def _before(strategy: Strategy, neighbour: Id, moved: Id) -> Id | None:
    """The sibling in front of a thing, the moved one left out; None where it is the first."""
    siblings = _siblings(strategy, neighbour)
    in_front = [id for id in siblings[: siblings.index(neighbour)] if id != moved]
    return in_front[-1] if in_front else None


def _siblings(strategy: Strategy, id: Id) -> list[Id]:
    thing = strategy.by_id[id]
    noun = type(thing)
    if not noun.meta.tree:
        return [other.id for other in strategy.all(noun)]
    parent = parent_of(place_of(thing))
    return [o.id for o in strategy.all(noun) if parent_of(place_of(o)) == parent]


def level(strategy: Strategy, id: Id, by: int, label: str) -> Move | None:
    """Under the heading before it (1), or behind the one it stands under (-1); None where not."""
    thing = strategy.by_id[id]
    if not type(thing).meta.tree:
        return None
    if by > 0:
        before = _before(strategy, id, id)
        return Move(id, before, label=label) if before else None
    parent = parent_of(place_of(thing))
    if parent is None:
        return None
    above = parent_of(place_of(strategy.by_id[parent]))
    return Move(id, above, parent, label)


def put(strategy: Strategy, id: str, target: str, where: int) -> Move | None:
    """Before or behind another thing of its noun, or in a tree under it; None where that is not
    possible, and where it stands there already."""
    thing, other = strategy.by_id.get(Id(id)), strategy.by_id.get(Id(target))
    if thing is None or other is None or thing is other or type(thing) is not type(other):
        return None
    noun = type(thing)
    label = tr("move {thing}", thing=noun_label(strategy, noun))
    if not is_ordered(noun) or (noun.meta.tree and _stands_under(strategy, other.id, thing.id)):
        return None
    if where == Where.UNDER:
        return Move(thing.id, other.id, label=label) if noun.meta.tree else None
    parent = parent_of(place_of(other)) if noun.meta.tree else None
    after = other.id if where == Where.BEHIND else _before(strategy, other.id, thing.id)
    beside = not noun.meta.tree or parent_of(place_of(thing)) == parent
    if beside and after == _before(strategy, thing.id, thing.id):
        return None
    return Move(thing.id, parent, after, label)


def _stands_under(strategy: Strategy, id: Id, above: Id) -> bool:
    """Whether a thing stands somewhere under another."""
    parent = parent_of(place_of(strategy.by_id[id]))
    while parent is not None and parent in strategy.by_id:
        if parent == above:
            return True
        parent = parent_of(place_of(strategy.by_id[parent]))
    return False
