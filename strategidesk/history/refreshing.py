"""A strategy in memory brought up to date with a change, without reading the rest again."""

from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import Connection

from strategidesk.history.changes import ChangeSet
from strategidesk.history.loading import load_nouns, load_things
from strategidesk.history.tables import ModelTables
from strategidesk.model.fields import Id
from strategidesk.model.noun import PLACE, Noun, fields_of, value
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
    things = load_nouns(connection, tables, whole)
    exchanged: list[Noun] = []
    for noun in touched - whole:
        ids = [id for id in changes.changed if strategy.get(noun, id)]
        new = load_things(connection, tables, noun, ids, partial(_lives, strategy))
        exchanged += (_keeping_place(strategy.by_id[thing.id], thing) for thing in new)
    if exchanged:
        strategy = strategy.exchange(exchanged)
    return strategy.replace(things) if things else strategy


def _lives(strategy: Strategy, to: str, id: Id) -> bool:
    thing = strategy.by_id.get(id)
    return thing is not None and to in ("*", thing.meta.entity)


def with_echoes(changes: ChangeSet, before: Strategy, after: Strategy) -> ChangeSet:
    """The change with what reads otherwise because of it, though nobody wrote it.

    A reference is empty while what it points at is gone, and so is a parent's place in a tree.
    """
    moved = any(PLACE in names for names in changes.changed.values())
    if not (changes.created or changes.deleted or moved):
        return changes
    changed, nouns = dict(changes.changed), set(changes.nouns)
    for noun in after.schema.nouns:
        if after.all(noun) is before.all(noun):
            continue
        were = {thing.id: thing for thing in before.all(noun)}
        for thing in after.all(noun):
            was = were.get(thing.id, thing)
            if was is not thing and was != thing:
                names = {
                    f.name for f in fields_of(noun).values() if value(was, f) != value(thing, f)
                }
                changed[thing.id] = changed.get(thing.id, frozenset()) | names
                nouns.add(noun.meta.entity)
    return replace(changes, changed=changed, nouns=frozenset(nouns))


def _reordered(strategy: Strategy, noun: type[Noun], changes: ChangeSet) -> bool:
    """Whether the noun's list has other things in it, or in another order."""
    return (
        bool(changes.created)
        or any(strategy.get(noun, id) for id in changes.deleted)
        or any("place" in names and strategy.get(noun, id) for id, names in changes.changed.items())
    )


def _keeping_place(old: Any, new: Any) -> Any:
    """In trees, a place may be read otherwise than it is written; it has not changed here."""
    if getattr(old, "place", None) == getattr(new, "place", None):
        return new
    return replace(new, place=old.place)
