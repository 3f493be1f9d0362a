"""What a list shows under what, as keys: a register read out of a strategy."""

from collections.abc import Iterator

from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun, fields_of, place_of, value
from strategidesk.model.places import parent_of
from strategidesk.model.strategy import Strategy
from strategidesk.ui.pages.table import Register

ROOT = ""
LOOSE = "loose"  # the heading over things that point at nothing

Shape = dict[str, list[str]]  # key to the keys under it


def shape(strategy: Strategy, register: Register) -> Shape:
    """The tree of a register; keys are ids, but for ROOT and LOOSE."""
    made: Shape = {ROOT: []}
    main = strategy.schema.by_entity[register.main.entity]
    for thing in strategy.all(main):
        made.setdefault(_parent(main, thing) or ROOT, []).append(thing.id)
    under = register.under
    if under is None:
        return made
    noun = strategy.schema.by_entity[under.entity]
    field = fields_of(noun)[under.by]
    loose = []
    for thing in strategy.all(noun):
        target = value(thing, field)
        if target:
            made.setdefault(target, []).append(thing.id)
        else:
            loose.append(thing.id)
    if loose:
        made[ROOT].insert(0, LOOSE)
        made[LOOSE] = list(loose)
    return made


def _parent(noun: type[Noun], thing: Noun) -> Id | None:
    return parent_of(place_of(thing)) if noun.meta.tree else None


def walk(made: Shape, key: str = ROOT) -> Iterator[str]:
    """Every key under a key, depth-first."""
    for child in made.get(key, ()):
        yield child
        yield from walk(made, child)
