"""One saved value of one field of one thing, named by the hash of its content."""

import hashlib
import json
import uuid
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from strategidesk.model.fields import Id

EXISTS = "_exists"  # creation {kind, values}, revival {kind}, deletion null
REVIEW, UNDO = "review", "undo"  # kinds that mean more to the engine than who wrote why
ID_SIZE = 16  # bytes of a revision's id and of an entity


@dataclass(frozen=True, slots=True)
class Revision:
    """A row of the table `revision`.

    `value` is canonical JSON; `parents` are the revisions that the author had seen; `at` is in
    microseconds UTC and serves people and display only.
    """

    id: bytes
    entity: bytes
    field: str
    value: str
    parents: tuple[bytes, ...]
    author: str
    at: int
    kind: str


def make(
    entity: bytes,
    field: str,
    value: Any,
    parents: tuple[bytes, ...],
    author: str,
    at: int,
    kind: str,
) -> Revision:
    """A new revision of a JSON value, with its id computed and its parents sorted."""
    text = canonical(value)
    seen = tuple(sorted(set(parents)))
    id = identify(
        entity, field.encode(), text.encode(), b"".join(seen), author.encode(), at, kind.encode()
    )
    return Revision(id, entity, field, text, seen, author, at, kind)


def identify(
    entity: bytes, field: bytes, value: bytes, parents: bytes, author: bytes, at: int, kind: bytes
) -> bytes:
    """The first 16 bytes of the sha256 over all columns.

    Each column but the two of fixed size is preceded by its length in four bytes, so that no two
    rows encode alike.
    """
    return _digest(entity, at, field, value, parents, author, kind)[:ID_SIZE]


def identify_version(
    title: bytes, kind: bytes, decision: bytes, author: bytes, at: int, content: bytes
) -> bytes:
    """The sha256 over all columns of an adopted or named version, encoded as a revision's."""
    return _digest(b"", at, title, kind, decision, author, content)


def _digest(start: bytes, at: int, *columns: bytes) -> bytes:
    digest = hashlib.sha256(start + at.to_bytes(8, "big", signed=True))
    for column in columns:
        digest.update(len(column).to_bytes(4, "big"))
        digest.update(column)
    return digest.digest()


_encoder = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: Any) -> str:
    """JSON without spaces, keys sorted, plain UTF-8: equal values give equal texts."""
    return _encoder.encode(value)


def split(parents: bytes) -> tuple[bytes, ...]:
    """The ids in the column `parents`."""
    return tuple(parents[at : at + ID_SIZE] for at in range(0, len(parents), ID_SIZE))


@lru_cache(100_000)  # a step asks again and again for the things that it concerns
def entity_of(id: Id) -> bytes:
    """The 16 bytes of a thing's id. Raises ValueError for a text that is no UUID."""
    return uuid.UUID(id).bytes


def id_of(entity: bytes) -> Id:
    """The id in its canonical form."""
    text = entity.hex()
    return Id(f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}")
