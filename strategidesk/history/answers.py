"""The answers of which a person must say what they mean, as items of the review list."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from strategidesk.history.graph import Graph
from strategidesk.history.items import ANSWER, Item, Option, item_id
from strategidesk.history.reading import Values, nodes_of
from strategidesk.history.revision import entity_of, id_of
from strategidesk.history.tables import ModelTables
from strategidesk.history.view import view
from strategidesk.model.fields import Field, Id, to_json
from strategidesk.model.follow_up import HANDLING, WAITS, OpenAnswer, goes_to, json_of
from strategidesk.model.noun import fields_of

TYPED = "typed"


def waits(connection: Connection, tables: ModelTables) -> int:
    """How many answers wait: quick."""
    if OpenAnswer not in tables.nouns:
        return 0
    query = f'SELECT COUNT(*) FROM "{tables.nouns[OpenAnswer].name}" WHERE "{HANDLING}" = ?'
    return int(connection.exec_driver_sql(query, (WAITS,)).scalar() or 0)


def answers(connection: Connection, tables: ModelTables) -> list[Item]:
    """The answers that wait."""
    if not waits(connection, tables):
        return []
    names = ("id", "target", "field", "made", "proposed", "reported_by")
    query = (
        f'SELECT {",".join(names)} FROM "{tables.nouns[OpenAnswer].name}" WHERE "{HANDLING}" = ?'
    )
    rows = [
        dict(zip(names, row, strict=True)) for row in connection.exec_driver_sql(query, (WAITS,))
    ]
    ids = {id for row in rows for id in (row["id"], goes_to(row["target"])[1]) if id}
    values = Values(connection)
    nodes = nodes_of(connection, sorted(map(entity_of, ids)))
    graphs = {id_of(entity): Graph(found, values.__getitem__) for entity, found in nodes.items()}
    return [_item(tables, graphs, row) for row in rows]


def _item(tables: ModelTables, graphs: Mapping[Id, Graph], row: Mapping[str, str]) -> Item:
    id = Id(row["id"])
    entity, target = goes_to(row["target"])
    noun = tables.schema.by_entity.get(entity)
    declared = fields_of(noun).get(row["field"]) if noun and target else None
    if target is None or declared is None:
        entity, target, name, now, first = OpenAnswer.meta.entity, id, TYPED, None, None
    else:
        name = declared.name
        now = _now(graphs[target], declared, json_of(row["made"]))
        proposed = json_of(row["proposed"])
        first = proposed[0] if isinstance(proposed, list) and proposed else None
    graph = graphs[id]
    newest = graph.standing(graph.heads(TYPED))[-1]
    author = row["reported_by"] or newest.author
    return Item(
        item_id(ANSWER, id, HANDLING, [id]),
        ANSWER,
        target,
        entity,
        name,
        now,
        now,
        (Option(newest.id.hex(), author, newest.at, first, target, name),),
        others=(id,),
        heads=tuple(head.id for head in graph.heads(HANDLING)),
    )


def _now(graph: Graph, declared: Field, made: Any) -> Any:
    """What stands in the field, or would where nobody gave it anything else."""
    if graph.alive():
        return view(graph, declared, graph.heads(declared.name)).value
    begun = made if isinstance(made, dict) else {}
    return begun.get(declared.name, to_json(declared.default))
