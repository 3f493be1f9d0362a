"""The JSON Schema of the interchange format, made from the declarations.

It says what `load` takes and `dump` gives, as far as JSON Schema can (draft 2020-12,
https://json-schema.org/draft/2020-12/schema); that ids are unique and references point at
something is checked on reading only.
"""

from typing import Any

from strategidesk.model.fields import Field, Kind, to_json
from strategidesk.model.interchange.form import FORMAT, PICTURES, VERSION, inner, listed, nested
from strategidesk.model.noun import PLACE, Noun, fields_of
from strategidesk.model.schema import Schema

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID = {"type": "string", "minLength": 1}
_WORD = {"type": "string", "pattern": "^[a-z0-9][a-z0-9_]*$"}
_SHA256 = "^[0-9a-f]{64}$"
_TYPES: dict[Kind, dict[str, Any]] = {
    Kind.LINE: {"type": "string", "pattern": "^[^\\n\\r]*$"},
    Kind.PROSE: {"type": "string", "contentMediaType": "text/markdown"},
    Kind.DATE: {"type": "string", "pattern": "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"},
    Kind.FILE: {"type": "string", "pattern": "^([0-9a-f]{64} [^ /\\\\\\n][^/\\\\\\n]*)?$"},
    Kind.NUMBER: {"type": ["number", "null"]},
    Kind.WHOLE: {"type": ["integer", "null"]},
    Kind.FLAG: {"type": "boolean"},
    Kind.REFERENCE: {"type": ["string", "null"]},
    Kind.REFERENCES: {"type": "array", "items": _ID},
}


def json_schema(schema: Schema) -> dict[str, Any]:
    """The JSON Schema of a strategy with these nouns."""
    properties: dict[str, Any] = {
        "format": {"const": FORMAT},
        "version": {"type": "integer", "minimum": 1, "maximum": VERSION},
    }
    for noun in schema.nouns:
        if noun.meta.single:
            properties[noun.meta.plural] = _reference(noun)
    for noun in (*listed(schema), *inner(schema)):
        properties[noun.meta.plural] = _list(noun)
    properties[PICTURES] = {"type": "array", "items": _picture()}
    return {
        "$schema": _DIALECT,
        "title": "StrategiDesk",
        "description": "A strategy with all that belongs to it.",
        **_object(properties, ["format", "version"]),
        "$defs": {noun.meta.entity: _noun(schema, noun) for noun in schema.nouns},
    }


def _noun(schema: Schema, noun: type[Noun]) -> dict[str, Any]:
    properties: dict[str, Any] = {"id": _ID}
    for name, field in fields_of(noun).items():
        if name == PLACE:
            if noun.meta.tree:
                properties["parent"] = {**_TYPES[Kind.REFERENCE], "default": None}
        elif name != noun.meta.inside:
            properties[name] = _field(field)
    for part in nested(schema, noun):
        properties[part.meta.plural] = _list(part)
    return {"description": noun.meta.label, **_object(properties)}


def _field(field: Field) -> dict[str, Any]:
    return {"description": field.label, **_type(field), "default": to_json(field.default)}


def _type(field: Field) -> dict[str, Any]:
    if field.kind is Kind.CHOICE:  # a newer program may know more words
        return {"anyOf": [{"enum": [*(field.choices or ()), ""]}, _WORD]}
    return _TYPES[field.kind]


def _list(noun: type[Noun]) -> dict[str, Any]:
    return {
        "description": noun.meta.label_plural,
        "type": "array",
        "items": _reference(noun),
    }


def _reference(noun: type[Noun]) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{noun.meta.entity}"}


def _object(properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "object", "properties": properties}
    if required:
        found["required"] = required
    return {**found, "additionalProperties": False}


def _picture() -> dict[str, Any]:
    return _object(
        {
            "id": {"description": "sha256 of the data", "type": "string", "pattern": _SHA256},
            "data": {"type": "string", "contentEncoding": "base64"},
        },
        ["id", "data"],
    )
