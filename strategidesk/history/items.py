"""What waits for a person, as it stands in the set: the same items, with the same ids, on every
copy that holds the same."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from strategidesk.model.fields import Id
from strategidesk.prose.merging import Region

DANGLING = "dangling"  # points at, or stands under, what has been removed
DUPLICATE = "duplicate_term"
ANSWER = "answer"  # something in a sheet that came back, of which somebody must say what it means
DISMISSED = "_dismissed"  # the field, on the item's own id, that says that it may stay as it is


@dataclass(frozen=True, slots=True)
class Option:
    """One of the values that wait: whose it is, and since when (`at` in microseconds UTC).

    `revision` is in hex; `value` is a JSON value, None of a removal. `id` is the thing it belongs
    to.
    """

    revision: str
    author: str
    at: int
    value: Any
    id: Id
    field: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that waits for a person.

    `kind` is CONFLICT or MERGED (strategidesk.history.view), DELETED_BUT_EDITED, DANGLING,
    DUPLICATE or ANSWER; of a place, CONFLICT may also be a circle of moves, whose members are
    `others`. `others` of DUPLICATE are the things with the same value, of DANGLING what was
    removed, of ANSWER the OpenAnswer; its `entity` and `field` are what it would go to, whether
    that is there or not, and the OpenAnswer's own `typed` where it would go nowhere.
    `base` is what all began from, `shown` what the strategy shows now; `regions` are the stretches
    of prose to settle, their texts in the order of `options`. `heads` are the revisions that who
    settles the item has seen. `decided` tells that each value was chosen by somebody who had seen
    the field contested.
    """

    id: str  # hex
    kind: str
    entity: Id
    noun: str
    field: str
    base: Any = None
    shown: Any = None
    options: tuple[Option, ...] = ()
    regions: tuple[Region, ...] = ()
    others: tuple[Id, ...] = ()
    heads: tuple[bytes, ...] = ()
    decided: bool = False


def item_id(kind: str, entity: Id, field: str, question: Iterable[str | bytes]) -> str:
    """Names an item by what is in question: the first 16 bytes of a sha256, in hex.

    The order of `question` does not matter.
    """
    parts = sorted(part.hex() if isinstance(part, bytes) else part for part in question)
    text = "\x1f".join([kind, entity, field, *parts])
    return hashlib.sha256(text.encode()).digest()[:16].hex()
