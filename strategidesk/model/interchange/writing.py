"""A strategy as interchange JSON."""

import base64
import json
from typing import Any

from strategidesk.model.document import Card
from strategidesk.model.fields import Id, to_json
from strategidesk.model.interchange.form import FORMAT, PICTURES, VERSION, inner, listed, nested
from strategidesk.model.noun import Noun, derived_id, fields_of, json_values, place_of
from strategidesk.model.places import key_of, parent_of
from strategidesk.model.schema import Schema
from strategidesk.model.strategy import Strategy


def dump(strategy: Strategy) -> dict[str, Any]:
    """The whole content. Equal strategies give equal documents, to the order of the keys."""
    schema = strategy.schema
    parts = {noun: _by_holder(strategy, noun) for noun in inner(schema)}
    document: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    document[Card.meta.entity] = _thing(schema, strategy.card, parts)
    for noun in listed(schema):
        document[noun.meta.plural] = [_thing(schema, t, parts) for t in _in_list(strategy, noun)]
    for noun, held in parts.items():
        if None in held:
            document[noun.meta.plural] = [_thing(schema, part, parts) for part in held[None]]
    document[PICTURES] = [
        {"id": id, "data": base64.b64encode(data).decode("ascii")}
        for id, data in sorted(strategy.pictures.items())
    ]
    return document


def _in_list(strategy: Strategy, noun: type[Noun]) -> list[Noun]:
    """A noun's things as they are listed: the outline as it is printed, all else by its keys.

    So a list comes back in the order in which it was loaded, parents before or after children.
    """
    things = list(strategy.all(noun))
    if noun.meta.tree and not noun.meta.outline:
        things.sort(key=lambda thing: (key_of(place_of(thing)), thing.id))
    return things


def encode(document: dict[str, Any]) -> bytes:
    """The document as UTF-8 text, one value a line, ending in a line feed."""
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _thing(
    schema: Schema, thing: Noun, parts: dict[type[Noun], dict[Id | None, list[Noun]]]
) -> dict[str, Any]:
    meta, found = thing.meta, json_values(thing)
    fields = fields_of(type(thing))
    named = not meta.bare or thing.id != derived_id(type(thing), found)
    values: dict[str, Any] = {"id": thing.id} if named else {}
    for name, value in found.items():
        if name == "place":
            if meta.tree:
                values["parent"] = parent_of(str(value))
        elif name != meta.inside and not (meta.bare and value == to_json(fields[name].default)):
            values[name] = value
    for noun in nested(schema, type(thing)):
        values[noun.meta.plural] = [
            _thing(schema, part, parts) for part in parts[noun].get(thing.id, [])
        ]
    return values


def _by_holder(strategy: Strategy, noun: type[Noun]) -> dict[Id | None, list[Noun]]:
    parts: dict[Id | None, list[Noun]] = {}
    for part in strategy.all(noun):
        parts.setdefault(json_values(part)[noun.meta.inside], []).append(part)  # type: ignore[arg-type]
    return parts
