"""What the history can be narrowed to: a section, or everything on a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from strategidesk.language import tr
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.model.places import parent_of
from strategidesk.model.strategy import Strategy
from strategidesk.ui.pages.table import entities_of, places
from strategidesk.ui.words import caption

Gone = Sequence[tuple[Id, str, str]]  # what lies in the wastebasket: id, entity, title
_INDENT = "    "


@dataclass(frozen=True)
class Scope:
    """A choice: an id or a page's key, and what it is called."""

    key: str
    label: str


def scopes(strategy: Strategy) -> list[Scope]:
    """The pages that have things, with the sections under theirs."""
    found: list[Scope] = []
    for group in places(strategy.schema):
        for place in group:
            if place.registers or place.card:
                found.append(Scope(place.key, tr(place.label)))
            if place.key == "text":
                found += [
                    Scope(section.id, _INDENT * (depth + 1) + caption(strategy, section))
                    for depth, section in strategy.outline(Section)
                ]
    return found


def ids_of(strategy: Strategy, gone: Gone, key: str) -> frozenset[Id]:
    """The things of a scope, deleted ones too; of a section, those that stand under it."""
    entities = entities_of(strategy.schema, key)
    if entities:
        living = (t.id for e in entities for t in strategy.all(strategy.schema.by_entity[e]))
        return frozenset([*living, *(id for id, entity, _ in gone if entity in entities)])
    found = {Id(key)}
    for section in strategy.sections:  # depth first: parents come before what stands under them
        if parent_of(section.place) in found:
            found.add(section.id)
    return frozenset(found)
