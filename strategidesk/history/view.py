"""What a field with several heads shows, and whether a person must look at it.

Several heads are a normal state (ARCHITECTURE.md, "Writing"). The recursion over criss-cross
histories follows git's recursive merge base.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from strategidesk.history.graph import Graph, Node
from strategidesk.history.revision import EXISTS, canonical
from strategidesk.model.fields import Field, Kind, to_json


@dataclass(frozen=True, slots=True)
class View:
    """A field's shown JSON value; `disputed` where heads differ and a person must choose."""

    value: Any
    disputed: bool = False


def value_at(graph: Graph, field: Field, node: Node) -> Any:
    """The JSON value that one revision gives a field; a creation gives what it does not name."""
    value = graph.value_of(node.id)
    if node.field != EXISTS:
        return value
    values = value.get("values", {}) if isinstance(value, dict) else {}
    return values.get(field.name, to_json(field.default))


def view(graph: Graph, field: Field, heads: Iterable[Node]) -> View:
    """The value that these heads show together."""
    ends = list(heads)
    if not ends:
        return View(to_json(field.default))
    if len(ends) == 1:
        return View(value_at(graph, field, ends[0]))
    ends.sort(key=lambda node: node.age)
    newest = value_at(graph, field, ends[-1])
    values = {canonical(v): v for v in (value_at(graph, field, end) for end in ends)}
    if len(values) == 1:
        return View(newest)
    common = common_ancestors(graph, field.name, ends)
    base = view(graph, field, common).value if common else None
    changed = [v for text, v in values.items() if not common or text != canonical(base)]
    if len(changed) == 1:
        return View(changed[0])
    if field.kind is Kind.PLACE:
        return View(newest)
    if field.kind is Kind.REFERENCES:
        return View(_united(base or [], changed))
    return View(newest, disputed=True)


def common_ancestors(graph: Graph, name: str, heads: list[Node]) -> list[Node]:
    """The newest revisions that all heads descend from: none of them descends from another."""
    shared = set.intersection(*(graph.ancestors(head.id, name) for head in heads))
    below = {p for id in shared for p in graph.by_id[id].parents}
    return [graph.by_id[id] for id in shared - below]


def _united(base: list[str], sides: list[list[str]]) -> list[str]:
    removed = {id for side in sides for id in base if id not in side}
    added = {id for side in sides for id in side if id not in base}
    return sorted((set(base) - removed) | added)
