"""What a field with several heads shows, and whether a person must look at it.

Several heads are a normal state (ARCHITECTURE.md, "Writing"). The recursion over criss-cross
histories follows git's recursive merge base. What is put together here is never stored: stored, it
would be a version of its own on each copy, and copies would never come to rest.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from strategidesk.history.graph import Graph, Node
from strategidesk.history.revision import EXISTS, canonical
from strategidesk.model.fields import Field, Kind, to_json
from strategidesk.prose.merging import merge

CONFLICT = "conflict"  # one person's whole value is shown, others wait beside it
MERGED = "merged"  # what several people wrote could be put together, and waits for a reader
_NOTHING: tuple[Any, ...] = (None, "", [])


@dataclass(frozen=True, slots=True)
class View:
    """A field's shown JSON value, and why a person must look at it: CONFLICT, MERGED or nothing.

    Where somebody must, `base` is the value that all began from (None where there is none), and
    `decided` tells that each of the values was chosen by somebody who had seen it contested.
    """

    value: Any
    item: str | None = None
    base: Any = None
    decided: bool = False


def value_at(graph: Graph, field: Field, node: Node) -> Any:
    """The JSON value that one revision gives a field; a creation gives what it does not name."""
    value = graph.value_of(node.id)
    if node.field != EXISTS:
        return value
    values = value.get("values", {}) if isinstance(value, dict) else {}
    return values.get(field.name, to_json(field.default))


def view(graph: Graph, field: Field, heads: Iterable[Node]) -> View:
    """The value that these heads show together."""
    ends = graph.standing(heads)
    if not ends:
        return View(to_json(field.default))
    newest = value_at(graph, field, ends[-1])
    if len(ends) == 1:
        return View(newest)
    values = {canonical(v): v for v in (value_at(graph, field, end) for end in ends)}
    if len(values) == 1:
        return View(newest)
    began = beginning(graph, field, ends)
    if began is None:  # made on several copies: who left it empty said nothing
        return _settled(field, None, [v for v in values.values() if v not in _NOTHING], newest)
    if began.item:  # what began contested has been decided on each side since
        return _settled(field, began.base, list(values.values()), newest, decided=True)
    start = canonical(began.value)
    changed = [value for text, value in values.items() if text != start]
    return _settled(field, began.value, changed, newest)


def beginning(graph: Graph, field: Field, ends: list[Node]) -> View | None:
    """What the newest revisions that all of these descend from show; None where there are none.

    Creations on several copies that gave the field one value are one beginning.
    """
    common = common_ancestors(graph, field.name, ends)
    if common:
        return view(graph, field, common)
    firsts = [
        {
            canonical(value): value
            for id in graph.ancestors(end.id, field.name) & graph.creations
            for value in [value_at(graph, field, graph.by_id[id])]
        }
        for end in ends
    ]
    shared = set.intersection(*map(set, firsts))
    return View(firsts[0][shared.pop()]) if len(shared) == 1 else None


def _settled(
    field: Field, base: Any, changed: list[Any], newest: Any, decided: bool = False
) -> View:
    """What the values come to that differ from the base, or that were decided on."""
    if len(changed) < 2:
        return View(changed[0] if changed else newest)
    if field.latest:
        return View(newest)
    if field.kind is Kind.REFERENCES:
        return View(_united(base or [], changed))
    if field.kind is Kind.PLACE and base is None:  # nobody has moved it
        return View(newest)
    if field.kind is Kind.PROSE and all(isinstance(value, str) for value in (base or "", *changed)):
        text = merge(base or "", changed, decided).text
        if text is not None:
            return View(text, MERGED, base, decided)
    return View(newest, CONFLICT, base, decided)


def common_ancestors(graph: Graph, name: str, heads: list[Node]) -> list[Node]:
    """The newest revisions that all heads descend from: none of them descends from another."""
    shared = set.intersection(*(graph.ancestors(head.id, name) for head in heads))
    below = {p for id in shared for p in graph.by_id[id].parents}
    return [graph.by_id[id] for id in shared - below]


def _united(base: list[str], sides: list[list[str]]) -> list[str]:
    removed = {id for side in sides for id in base if id not in side}
    added = {id for side in sides for id in side if id not in base}
    return sorted((set(base) - removed) | added)
