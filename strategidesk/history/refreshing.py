"""A strategy in memory brought up to date with a change, without reading the rest again."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from strategidesk.history.changes import ChangeSet
from strategidesk.history.loading import load_noun, load_things
from strategidesk.history.tables import ModelTables
from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun
from strategidesk.model.strategy import Strategy


def refresh(
    connection: Connection, tables: ModelTables, strategy: Strategy, changes: ChangeSet
) -> Strategy:
    """The strategy after the change. Nouns that the change does not concern are shared."""
    schema = tables.schema
    touched = {schema.by_entity[entity] for entity in changes.nouns if entity in schema.by_entity}
    whole = {noun for noun in touched if _reordered(strategy, noun, changes)}
    if changes.created or changes.deleted:  # what points at them reads otherwise now
        whole |= {
            source for noun in touched for source, _ in schema.pointing_at[noun.meta.entity]
        } - {noun for noun in schema.nouns if not strategy.all(noun) and noun not in touched}
    things: dict[type[Noun], tuple[Noun, ...]] = {
        noun: load_noun(connection, tables, noun) for noun in whole
    }
    for noun in touched - whole:
        ids = [id for id in changes.changed if strategy.get(noun, id)]
        things[noun] = _spliced(strategy.all(noun), load_things(connection, tables, noun, ids))
    return strategy.replace(things)


def _reordered(strategy: Strategy, noun: type[Noun], changes: ChangeSet) -> bool:
    """Whether the noun's list has other things in it, or in another order."""
    return (
        bool(changes.created)
        or any(strategy.get(noun, id) for id in changes.deleted)
        or any("place" in names and strategy.get(noun, id) for id, names in changes.changed.items())
    )


def _spliced(things: Iterable[Noun], new: dict[Id, Any]) -> tuple[Noun, ...]:
    return tuple(
        _keeping_place(thing, new[thing.id]) if thing.id in new else thing for thing in things
    )


def _keeping_place(old: Any, new: Any) -> Any:
    """In trees, a place may be read otherwise than it is written; it has not changed here."""
    if getattr(old, "place", None) == getattr(new, "place", None):
        return new
    return replace(new, place=old.place)
