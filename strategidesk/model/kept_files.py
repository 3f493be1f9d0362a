"""Files that lie in a strategy: their bytes by hash, as pictures, and in a field what they are."""

import hashlib
from typing import NamedTuple

from strategidesk.model.strategy import Strategy


class KeptFile(NamedTuple):
    """A file of the strategy: what it is called, and what is in it."""

    name: str
    data: bytes


def hash_of(data: bytes) -> str:
    """What the bytes are kept under: their sha256 in hex."""
    return hashlib.sha256(data).hexdigest()


def value_of(name: str, data: bytes) -> str:
    """What a field says of a file."""
    return f"{hash_of(data)} {' '.join(name.split())}"


def id_in(value: str) -> str:
    """The hash that a field names; empty where it names none."""
    return value.partition(" ")[0]


def name_in(value: str) -> str:
    """What the file that a field names is called; empty where it names none."""
    return value.partition(" ")[2]


def file_in(strategy: Strategy, value: str) -> KeptFile | None:
    """The file that a field names; None where it names none, or its bytes are missing."""
    data = strategy.pictures.get(id_in(value))
    return KeptFile(name_in(value), data) if value and data is not None else None
