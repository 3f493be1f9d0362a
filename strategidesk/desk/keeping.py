"""What went together with a removed thing, brought back with it: its parts, and what pointed at it.

A removal is one step of one author (strategidesk.desk.editing.Editing.delete): parts are removed
with their owner, and references to them are let go.
"""

from strategidesk.desk.looking_back import AT_ONCE
from strategidesk.history.graph import Graph, Node
from strategidesk.history.recording import Recorder
from strategidesk.history.revision import EXISTS, id_of
from strategidesk.history.view import view
from strategidesk.model.fields import Field, Id, Kind
from strategidesk.model.noun import PLACE, fields_of
from strategidesk.model.places import parent_of


def bring_back(recorder: Recorder, id: Id, removals: list[Node]) -> None:
    """Bring back what was removed with a thing in these removals of it, and point at it anew where
    nobody has decided otherwise since. The thing itself lives already."""
    for removal in removals:
        written = _step(recorder, removal)
        back = _parts(recorder, id, written)
        for one in back - {id}:
            recorder.revive(one)
        for entity, revision in written:
            _point_again(recorder, id_of(entity), revision, back)


def _step(recorder: Recorder, removal: Node) -> list[tuple[bytes, bytes]]:
    """The things and revisions that the removal's author wrote at once with it."""
    rows = recorder.connection.exec_driver_sql(
        'SELECT "entity","id","at" FROM "revision" WHERE "author" = ? AND "at" <= ?'
        ' ORDER BY "at" DESC',
        (removal.author, removal.at),
    )
    found: list[tuple[bytes, bytes]] = []
    last = removal.at
    for entity, id, at in rows:
        if last - at > AT_ONCE:
            break
        found.append((entity, id))
        last = at
    return found


def _parts(recorder: Recorder, id: Id, written: list[tuple[bytes, bytes]]) -> set[Id]:
    """The thing and what was removed with it and belongs to it."""
    owners: dict[Id, set[str]] = {}
    for entity, revision in written:
        graph = recorder.graph(entity)
        node = graph.by_id[revision]
        if node.field == EXISTS and graph.value_of(revision) is None and not graph.alive():
            owners[id_of(entity)] = _owners(recorder, id_of(entity), graph)
    back = {id}
    while True:
        more = {one for one, above in owners.items() if one not in back and above & back}
        if not more:
            return back
        back |= more


def _owners(recorder: Recorder, id: Id, graph: Graph) -> set[str]:
    found: set[str] = set()
    for name, field in fields_of(recorder.noun(id)).items():
        if field.owned or name == PLACE:
            value = view(graph, field, graph.heads(name)).value
            found.add((parent_of(value) if name == PLACE else value) or "")
    return found - {""}


def _point_again(recorder: Recorder, id: Id, revision: bytes, back: set[Id]) -> None:
    """Give a reference that the step let go what it had, as far as that is back."""
    entity_graph = recorder.graph(bytes.fromhex(id.replace("-", "")))
    node = entity_graph.by_id[revision]
    if node.field == EXISTS or not entity_graph.alive():
        return
    field = fields_of(recorder.noun(id)).get(node.field)
    if field is None or field.kind not in (Kind.REFERENCE, Kind.REFERENCES):
        return
    if [head.id for head in entity_graph.heads(field.name)] != [revision]:
        return
    before = _before(entity_graph, field, node)
    now = set(_ids(entity_graph.value_of(revision)))
    again = (before - now) & back
    if again:
        value = sorted(now | again) if field.kind is Kind.REFERENCES else next(iter(again))
        recorder.put(id, field.name, value, [revision])


def _before(graph: Graph, field: Field, node: Node) -> set[str]:
    parents = [graph.by_id[parent] for parent in node.parents if parent in graph.by_id]
    return set(_ids(view(graph, field, parents).value))


def _ids(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
