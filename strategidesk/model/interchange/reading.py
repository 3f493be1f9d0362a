"""Interchange JSON into a strategy: every value checked, every mistake named with its place."""

import base64
import binascii
import hashlib
import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.model import places
from strategidesk.model.document import Card
from strategidesk.model.fields import Field, Id, Kind, Mistake, from_json, to_json
from strategidesk.model.interchange.form import (
    FORMAT,
    PICTURES,
    VERSION,
    inner,
    listed,
    nested,
)
from strategidesk.model.noun import Noun, derived_id, fields_of, is_ordered, is_uuid, new_id
from strategidesk.model.schema import STANDARD, Schema
from strategidesk.model.strategy import Strategy, in_order


def decode(text: bytes) -> dict[str, Any]:
    """The JSON document in the bytes. Raises UserError where they are none."""
    document = decode_json(text)
    if not isinstance(document, dict):
        raise UserError("The file is not a strategy in the interchange format.")
    return document


def decode_json(text: bytes) -> Any:
    """Any JSON value, its decimals exact. Raises UserError where the bytes are none."""
    try:
        return json.loads(text.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise UserError("The file is not UTF-8 text (byte {at}).", at=error.start) from None
    except json.JSONDecodeError as error:
        raise UserError(
            "The file is not JSON: line {line}, column {column}.",
            line=error.lineno,
            column=error.colno,
        ) from None
    except (RecursionError, ValueError, InvalidOperation):
        raise UserError("The file is not JSON that can be read.") from None


def read(document: dict[str, Any], schema: Schema = STANDARD) -> Strategy:
    """The strategy in an interchange document.

    UUIDs are kept, other ids get new ones; absent fields take their defaults. Raises UserError,
    with the place named, for anything unknown, of the wrong type or pointing nowhere.
    """
    if document.get("format") != FORMAT:
        raise UserError("The file is not a strategy in the interchange format.")
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        _refuse("version", tr("a whole number is expected"))
    if version > VERSION:
        raise UserError("The file is made with a newer version of StrategiDesk.")
    return _Reader(schema).strategy(document)


@dataclass(slots=True)
class _Item:
    """One thing as it stands in the document."""

    noun: type[Noun]
    where: str
    values: dict[str, Any]
    holder: "_Item | None" = None
    id: Id = field(default_factory=new_id)


class _Reader:
    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._by_name: dict[str, _Item] = {}

    def strategy(self, document: dict[str, Any]) -> Strategy:
        items = list(self._items(document))
        for item in items:
            self._name(item)
        for item in items:
            self._derive(item)
        things: dict[type[Noun], list[Noun]] = {noun: [] for noun in self._schema.nouns}
        keys = {
            noun: iter(places.spread(sum(item.noun is noun for item in items)))
            for noun in self._schema.nouns
        }
        ids: dict[Id, str] = {}
        for item in items:
            values = self._values(item)
            if is_ordered(item.noun):
                parent = self._parent(item) if item.noun.meta.tree else None
                values["place"] = places.make(next(keys[item.noun]), parent)
            if item.id in ids:
                _refuse(item.where, tr("the same as {other}", other=ids[item.id]))
            ids[item.id] = item.where
            attributes = {fields_of(item.noun)[name].attribute: values[name] for name in values}
            things[item.noun].append(item.noun(id=item.id, **attributes))
        self._refuse_circles(items)
        return Strategy(
            self._schema,
            {
                noun: in_order(found, noun.meta.tree) if is_ordered(noun) else tuple(found)  # type: ignore[type-var]
                for noun, found in things.items()
            },
            _pictures(document.get(PICTURES, [])),
        )

    def _items(self, document: dict[str, Any]) -> Iterator[_Item]:
        lists = {noun.meta.plural: noun for noun in (*listed(self._schema), *inner(self._schema))}
        for name in document:
            if name not in lists and name not in ("format", "version", Card.meta.entity, PICTURES):
                _refuse(name, tr("unknown field"))
        card = document.get(Card.meta.entity, {})
        yield _Item(Card, Card.meta.entity, _object(card, Card.meta.entity))
        for name, noun in lists.items():
            yield from self._listed(noun, document.get(name), name)

    def _listed(
        self, noun: type[Noun], values: Any, name: str, holder: _Item | None = None
    ) -> Iterator[_Item]:
        if values is None:
            return
        if not isinstance(values, list):
            _refuse(name, tr("a list is expected"))
        for index, value in enumerate(values):
            where = f"{name}[{index}]"
            item = _Item(noun, where, dict(_object(value, where)), holder)
            yield item
            for part in nested(self._schema, noun):
                parts = item.values.pop(part.meta.plural, None)
                yield from self._listed(part, parts, f"{where}.{part.meta.plural}", item)

    def _name(self, item: _Item) -> None:
        name = item.values.get("id")
        if name is None:
            return
        if not isinstance(name, str) or not name:
            _refuse(f"{item.where}.id", tr("an id is expected"))
        if name in self._by_name:
            other = self._by_name[name].where
            _refuse(f"{item.where}.id", tr("the same as {other}", other=f"{other}.id"))
        self._by_name[name] = item
        if is_uuid(name):
            item.id = Id(str(uuid.UUID(name)))

    def _derive(self, item: _Item) -> None:
        """The id that follows from the values, where the file gives none that is kept."""
        if not item.noun.meta.derived or is_uuid(item.values.get("id", "")):
            return
        values = {name: to_json(value) for name, value in self._values(item).items()}
        item.id = derived_id(item.noun, values)
        self._by_name.setdefault(item.id, item)  # what points at a link names it so

    def _values(self, item: _Item) -> dict[str, Any]:
        """The Python values of an item by field name."""
        fields = fields_of(item.noun)
        values: dict[str, Any] = {}
        for name, raw in item.values.items():
            if name == "id" or (name == "parent" and item.noun.meta.tree):
                continue
            found = fields.get(name)
            if found is None or found.kind is Kind.PLACE or name == item.noun.meta.inside:
                _refuse(f"{item.where}.{name}", tr("unknown field"))
            values[name] = self._value(item, found, raw)
        if item.holder is not None:
            values[item.noun.meta.inside] = item.holder.id
        return values

    def _value(self, item: _Item, field: Field, raw: Any) -> Any:
        where = f"{item.where}.{field.name}"
        try:
            value = from_json(field, raw)
        except Mistake as mistake:
            _refuse(where, tr(str(mistake)))
        if field.kind is Kind.REFERENCE and value is not None:
            return self._target(field, value, where)
        if field.kind is Kind.REFERENCES:
            targets = (
                self._target(field, name, f"{where}[{index}]") for index, name in enumerate(raw)
            )
            return tuple(sorted(set(targets)))
        return value

    def _target(self, field: Field, name: str, where: str) -> Id:
        target = self._by_name.get(name)
        if target is None or field.to not in ("*", target.noun.meta.entity):
            entity = "thing" if field.to == "*" else field.to
            _refuse(where, tr('no {entity} "{name}"', entity=tr(entity), name=name))
        return target.id

    def _parent(self, item: _Item) -> Id | None:
        name = item.values.get("parent")
        if name is None:
            return None
        where = f"{item.where}.parent"
        if not isinstance(name, str):
            _refuse(where, tr("an id is expected"))
        return self._target(Field(Kind.REFERENCE, to=item.noun.meta.entity), name, where)

    def _refuse_circles(self, items: list[_Item]) -> None:
        parents = {
            item.id: (item, self._parent(item))
            for item in items
            if item.noun.meta.tree and item.values.get("parent")
        }
        settled: set[Id] = set()
        for start in parents:
            path: list[Id] = []
            here: Id | None = start
            while here in parents and here not in settled:
                if here in path:
                    _refuse(f"{parents[here][0].where}.parent", tr("it stands under itself"))
                path.append(here)
                here = parents[here][1]
            settled.update(path)


def _pictures(values: Any) -> dict[str, bytes]:
    if not isinstance(values, list):
        _refuse(PICTURES, tr("a list is expected"))
    pictures: dict[str, bytes] = {}
    for index, value in enumerate(values):
        where = f"{PICTURES}[{index}]"
        picture = _object(value, where)
        for name in picture:
            if name not in ("id", "data"):
                _refuse(f"{where}.{name}", tr("unknown field"))
        try:
            data = base64.b64decode(picture.get("data", ""), validate=True)
        except (binascii.Error, TypeError, ValueError):
            _refuse(f"{where}.data", tr("base64 is expected"))
        id = hashlib.sha256(data).hexdigest()
        if picture.get("id") != id:
            _refuse(f"{where}.id", tr("it is not the sha256 of the data"))
        pictures[id] = data
    return pictures


def _object(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        _refuse(where, tr("an object is expected"))
    return value


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _refuse(where: str, what: str) -> NoReturn:
    raise UserError("{where}: {what}", where=where, what=what)
