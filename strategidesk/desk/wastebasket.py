"""What was deleted, by whom and when, and what was deleted with it."""

from collections.abc import Iterable
from dataclasses import dataclass

from strategidesk.desk.looking_back import AT_ONCE
from strategidesk.history.graph import Graph
from strategidesk.history.projection import noun_of
from strategidesk.history.reading import Values, nodes_of
from strategidesk.history.revision import entity_of
from strategidesk.history.view import view
from strategidesk.model.fields import Id
from strategidesk.model.noun import PLACE, fields_of
from strategidesk.model.places import parent_of
from strategidesk.store.file import StrategyFile


@dataclass(frozen=True, slots=True)
class Gone:
    """A deleted thing. `title` is the value of the field that names it, `at` microseconds UTC."""

    id: Id
    entity: str
    title: str
    author: str
    at: int


def gone(file: StrategyFile) -> list[Gone]:
    """Everything deleted, last deleted first."""
    with file.reading() as connection:
        rows = connection.exec_driver_sql(
            'SELECT "id","kind","title","author","at" FROM "deleted" ORDER BY "at" DESC, "id"'
        ).all()
    return [Gone(Id(id), kind, title, author, at) for id, kind, title, author, at in rows]


def with_parts(file: StrategyFile, ids: Iterable[Id]) -> tuple[Id, ...]:
    """These deleted things, each before what belongs to it and was deleted in the same step."""
    steps = _steps(gone(file))
    owners = _owners(file, steps)
    found = dict.fromkeys(ids)
    grown = True
    while grown:
        more = [
            id
            for id, above in owners.items()
            if id not in found and any(o in found and steps.get(o) == steps[id] for o in above)
        ]
        found.update(dict.fromkeys(more))
        grown = bool(more)
    return tuple(found)


def _steps(things: list[Gone]) -> dict[Id, int]:
    """The number of the step in which each was deleted."""
    numbers: dict[Id, int] = {}
    number, before = 0, None
    for one in things:
        if before is not None and (one.author != before.author or before.at - one.at > AT_ONCE):
            number += 1
        numbers[one.id], before = number, one
    return numbers


def _owners(file: StrategyFile, ids: Iterable[Id]) -> dict[Id, list[Id]]:
    """What each of these deleted things belonged to."""
    entities = {entity_of(id): id for id in ids}
    owners: dict[Id, list[Id]] = {}
    with file.reading() as connection:
        values = Values(connection)
        for entity, nodes in nodes_of(connection, list(entities)).items():
            graph = Graph(nodes, values.__getitem__)
            noun = noun_of(file.tables, graph)
            if noun is None:
                continue
            above = owners[entities[entity]] = []
            for name, field in fields_of(noun).items():
                if not field.owned and name != PLACE:
                    continue
                value = view(graph, field, graph.heads(name)).value
                above.append(Id((parent_of(value) if name == PLACE else value) or ""))
    return owners
