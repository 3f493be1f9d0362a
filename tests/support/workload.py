"""A workgroup at work: members draft on own copies, exchange them in any order, and settle what
they meet.

`python -m tests.support.workload MEMBERS EDITS [ACTIVITIES]` does it on a generated strategy and
prints what came of it.
"""

import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from strategidesk.desk.commands import Command, Create, Delete, Move, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.files import copy, dump_file, make
from strategidesk.desk.jobs import finish
from strategidesk.desk.merging import merging
from strategidesk.desk.reviewing import TAKE, WRITE, Resolve, verbs
from strategidesk.errors import UserError
from strategidesk.history.items import Item
from strategidesk.model.fields import Kind
from strategidesk.model.noun import Noun, fields_of, json_values, shown_fields
from strategidesk.model.schema import STANDARD
from strategidesk.model.strategy import Strategy
from strategidesk.prose import sentences

ENTITIES = ("section", "area", "hallmark", "definition", "activity", "unit")


@dataclass(frozen=True)
class Outcome:
    """What a workload came to. The first two are one where all copies agree."""

    dumps: int  # different contents
    lists: int  # different review lists
    revisions: int
    lost: int  # revisions that some copy lacks at the end
    items: int  # that wait for a person
    strange: tuple[str, ...]  # sentences in the content that nobody wrote


def work(folder: Path, strategy: Strategy, members: int, edits: int, seed: int = 1) -> Outcome:
    """Let members edit and meet at random, and put all copies together in several orders."""
    chance = random.Random(seed)
    base = folder / "base.strategi"
    make(base, "Ekbacka", strategy)
    paths = [folder / f"{number}.strategi" for number in range(members)]
    for path in paths:
        copy(base, path)
    with ExitStack() as stack:
        desks = [
            stack.enter_context(Desk.open(path, f"Medlem {n}", backup_first=False))
            for n, path in enumerate(paths)
        ]
        for _ in range(edits):
            for desk in desks:
                _edit(desk, chance)
            if chance.random() < 0.2:
                one, other = chance.sample(desks, 2)
                merge(one, [other.path])
                _settle(one, chance)
        final = desks[: min(members, 4)]
        for desk in final:
            merge(desk, [path for path in chance.sample(paths, members) if path != desk.path])
        sets = [_revisions(desk) for desk in final]
        lists = [desk.review() for desk in final]
        everything = set.union(*(_revisions(desk) for desk in desks))
        written = {s.strip() for desk in final[:1] for s in _written(desk)}
    return Outcome(
        len({dump_file(desk.path) for desk in final}),
        len({tuple(item.id for item in items) for items in lists}),
        len(everything),
        sum(len(everything - found) for found in sets),
        len(lists[0]),
        tuple(sorted({s.strip() for s in _shown(final[0].strategy)} - written)),
    )


def merge(desk: Desk, paths: list[Path]) -> None:
    desk.accept(finish(merging(desk, paths, whole=True)))


def _edit(desk: Desk, chance: random.Random) -> None:
    verb = chance.choice([_write, _write, _write, _choose, _choose, _create, _move, _delete])
    command = verb(desk, chance)
    if command is not None:
        try:
            desk.run(command)
        except UserError:
            return  # contested, or moved under itself
        if chance.random() < 0.1:
            desk.undo()


def _any(desk: Desk, chance: random.Random, entities: tuple[str, ...] = ENTITIES) -> Noun | None:
    noun = STANDARD.by_entity[chance.choice(entities)]
    things = desk.strategy.all(noun)
    return chance.choice(things[:40]) if things else None  # few, so that members meet


def _write(desk: Desk, chance: random.Random) -> Command | None:
    thing = _any(desk, chance)
    prose = [f for f in shown_fields(type(thing)) if f.kind is Kind.PROSE] if thing else []
    if thing is None or not prose:
        return None
    field = chance.choice(prose)
    parts = sentences(str(json_values(thing)[field.name]))
    place = chance.randrange(len(parts) + 1)
    new = f"{desk.author} skrev {chance.randrange(10**9)}. "
    match chance.choice(["replace", "insert", "remove", "swap"]):
        case "replace" if place < len(parts):
            parts[place] = new
        case "remove" if place < len(parts):
            del parts[place]
        case "swap" if len(parts) > 3:
            parts = parts[len(parts) // 2 :] + parts[: len(parts) // 2]
        case _:
            parts.insert(place, new)
    return SetFields(thing.id, {field.name: "".join(parts)})


def _choose(desk: Desk, chance: random.Random) -> Command | None:
    thing = _any(desk, chance)
    if thing is None:
        return None
    field = chance.choice(shown_fields(type(thing)))
    value: Any
    match field.kind:
        case Kind.CHOICE:
            value = chance.choice(list(field.choices or ()))
        case Kind.LINE:
            value = f"{desk.author} {chance.randrange(10**6)}"
        case Kind.REFERENCE | Kind.REFERENCES:
            there = desk.strategy.all(STANDARD.by_entity.get(field.to, type(thing)))
            picked = [chance.choice(there).id] if there and field.to != "*" else []
            value = picked if field.kind is Kind.REFERENCES else next(iter(picked), None)
        case _:
            return None
    return SetFields(thing.id, {field.name: value})


def _create(_desk: Desk, chance: random.Random) -> Command:
    entity = chance.choice(ENTITIES)
    title = STANDARD.by_entity[entity].meta.title
    return Create(entity, {title: f"Ny {chance.randrange(30)}"})


def _move(desk: Desk, chance: random.Random) -> Command | None:
    thing, parent = (_any(desk, chance, ("section",)) for _ in range(2))
    return Move(thing.id, parent.id) if thing and parent else None


def _delete(desk: Desk, chance: random.Random) -> Command | None:
    thing = _any(desk, chance)
    return Delete((thing.id,)) if thing else None


def _settle(desk: Desk, chance: random.Random) -> None:
    """Somebody looks at some of what waits."""
    for item in chance.sample(items := desk.review(), min(len(items), 3)):
        verb = chance.choice(verbs(item))
        revision = chance.choice(item.options).revision if verb == TAKE else ""
        try:
            desk.run(Resolve(item, verb, revision, _own(item) if verb == WRITE else None))
        except UserError:
            continue  # another decision has changed it


def _own(item: Item) -> Any:
    return item.shown


def _revisions(desk: Desk) -> set[bytes]:
    with desk.file.reading() as connection:
        return {id for (id,) in connection.exec_driver_sql('SELECT "id" FROM "revision"')}


def _written(desk: Desk) -> Iterator[str]:
    """Every sentence that anybody has ever written."""
    for entry in desk.history():
        for value in (entry.value, *(entry.values or {}).values()):
            if isinstance(value, str):
                yield from sentences(value)


def _shown(strategy: Strategy) -> Iterator[str]:
    for noun in strategy.schema.nouns:
        prose = [name for name, field in fields_of(noun).items() if field.kind is Kind.PROSE]
        for thing in strategy.all(noun):
            values = json_values(thing)
            for name in prose:
                yield from sentences(str(values[name]))


def main(arguments: list[str], strategy_of: Callable[[int], Strategy]) -> None:
    """Members, edits of each and activities of the strategy; prints the outcome."""
    members, edits, activities = (*map(int, arguments), *(15, 200, 1000)[len(arguments) :])
    with tempfile.TemporaryDirectory() as folder:
        print(work(Path(folder), strategy_of(activities), members, edits))


if __name__ == "__main__":
    from tests.benchmarks.data import strategy as made_up

    main(sys.argv[1:], lambda activities: made_up(25_000, activities))
