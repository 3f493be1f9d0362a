"""What all nouns have in common: an id, their declaration and, for ordered ones, a place."""

import dataclasses
import hashlib
import re
import uuid
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import repeat
from typing import Any, ClassVar, TypeVar

from strategidesk.model.fields import Field, Id, Json, Kind, from_json, place, to_json

PLACE = "place"  # the field of ordered nouns


@dataclass(frozen=True, slots=True)
class Meta:
    """What a noun is called, and how it stands among the others."""

    entity: str  # in revisions, tables and `apply`: "activity"
    plural: str  # its list in the interchange JSON: "activities"
    label: str  # English source strings
    label_plural: str
    title: str  # the field that names a thing to people
    tree: bool = False  # its place has a parent of the same noun
    outline: bool = False  # a tree that is printed depth-first; JSON lists it so
    single: bool = False  # exactly one in a strategy
    inside: str = ""  # JSON: listed inside the thing that this reference field points at
    derived: tuple[str, ...] = ()  # the id is the hash of these fields
    noted: bool = False  # the program's own notes: not searched for, not compared, no question
    bare: bool = False  # JSON: without default values and without an id that follows from them


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """Base of all nouns. A subclass declares `meta` and its fields (strategidesk.model.fields)."""

    meta: ClassVar[Meta]
    id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered(Noun):
    """A noun whose things stand in an order that people choose."""

    place: str = place()


N = TypeVar("N", bound=Noun)


_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def is_uuid(text: str) -> bool:
    """Whether a text is a UUID as ids are written; others in a file stand for new ones."""
    return bool(_UUID.fullmatch(text))


def new_id() -> Id:
    """A new id, equal to no other."""
    return Id(str(uuid.uuid4()))


def derived_id(noun: type[Noun], values: Mapping[str, Any]) -> Id:
    """The id that follows from a thing's values, for nouns that have no identity of their own.

    `values` are JSON values by field name; what is absent takes its default. Two members who make
    the same link make one thing.
    """
    known = fields_of(noun)
    derived = (values.get(name, to_json(known[name].default)) for name in noun.meta.derived)
    parts = [noun.meta.entity, *(str(value or "") for value in derived)]
    digest = hashlib.sha256("\x1f".join(parts).encode()).digest()
    return Id(str(uuid.UUID(bytes=digest[:16])))


_declared: dict[type[Noun], dict[str, Field]] = {}


def fields_of(noun: type[Noun]) -> dict[str, Field]:
    """A noun's fields by name, in the order they are declared, without the id."""
    known = _declared.get(noun)
    if known is None:
        known = _declared[noun] = {
            (name := item.name.rstrip("_")): dataclasses.replace(
                item.metadata["field"], name=name, attribute=item.name
            )
            for item in dataclasses.fields(noun)
            if "field" in item.metadata
        }
    return known


def shown_fields(noun: type[Noun]) -> tuple[Field, ...]:
    """The fields that people see: all but the place."""
    return tuple(field for field in fields_of(noun).values() if field.kind is not Kind.PLACE)


def edited_fields(noun: type[Noun]) -> tuple[Field, ...]:
    """The fields that a form has: those that are shown, without files, which are chosen."""
    return tuple(field for field in shown_fields(noun) if field.kind is not Kind.FILE)


def is_ordered(noun: type[Noun]) -> bool:
    """Whether the noun's things stand in an order that people choose."""
    return PLACE in fields_of(noun)


def value(thing: Noun, field: Field) -> Any:
    """The Python value of one field."""
    return getattr(thing, field.attribute)


def json_values(thing: Noun) -> dict[str, Json]:
    """All of a thing's values as JSON values, by field name."""
    return {
        name: to_json(getattr(thing, field.attribute))
        for name, field in fields_of(type(thing)).items()
    }


def from_values(noun: type[Noun], id: Id, values: Mapping[str, Any]) -> Noun:
    """A thing from JSON values by field name; what is absent takes its default.

    Raises Mistake for a value that its field does not take.
    """
    return noun(
        id=id,
        **{
            field.attribute: from_json(field, values[name])
            for name, field in fields_of(noun).items()
            if name in values
        },
    )


def things_of(noun: type[N], columns: Iterable[Iterable[Any]]) -> list[N]:
    """Things from columns of Python values: the ids first, then every field as declared.

    Equal to what the constructor makes, in a third of its time: the slots are filled directly.
    """
    ids, *fields = columns
    ids = list(ids)
    things: list[N] = list(map(object.__new__, repeat(noun, len(ids))))
    _fill(noun, "id", things, ids)
    for field, values in zip(fields_of(noun).values(), fields, strict=True):
        _fill(noun, field.attribute, things, values)
    return things


def _fill(noun: type[N], attribute: str, things: list[N], values: Iterable[Any]) -> None:
    deque(map(getattr(noun, attribute).__set__, things, values), maxlen=0)


def place_of(thing: Noun) -> str:
    """Where a thing stands; empty for a noun without an order."""
    return thing.place if isinstance(thing, Ordered) else ""


def title(thing: Noun) -> str:
    """What people call the thing; empty where it has no name yet."""
    for name in (thing.meta.title, "text"):
        field = fields_of(type(thing)).get(name)
        if field and (found := value(thing, field)):
            return str(found)
    return ""
