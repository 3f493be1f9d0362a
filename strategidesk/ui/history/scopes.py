"""What the history can be narrowed to: a section, or everything on a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from strategidesk.desk.wastebasket import Gone
from strategidesk.language import tr
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.model.places import parent_of
from strategidesk.model.strategy import Strategy
from strategidesk.ui.pages.table import entities_of, places
from strategidesk.ui.words import caption

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


def ids_of(strategy: Strategy, gone: Sequence[Gone], key: str) -> frozenset[Id]:
    """The things of a scope, deleted ones too; of a section, those that stand under it."""
    entities = entities_of(strategy.schema, key)
    if entities:
        living = (t.id for e in entities for t in strategy.all(strategy.schema.by_entity[e]))
        return frozenset([*living, *(one.id for one in gone if one.entity in entities)])
    found = {Id(key)}
    for section in strategy.sections:  # depth first: parents come before what stands under them
        if parent_of(section.place) in found:
            found.add(section.id)
    return frozenset(found)
