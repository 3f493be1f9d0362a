"""The names that programs give the same style: English, Swedish, or only the id that Word made.

A Swedish Word saves a style as `Rubrik1` with the English name that all Words know; other programs
write the Swedish name instead. `resources/word/template.json` holds the names.
"""

import json
from collections.abc import Iterator
from functools import cache

from strategidesk.paths import resource

_MOST_LEVELS = 9


def keys_of(text: str) -> Iterator[str]:
    """What a name or an id is known by: its letters and digits, and those that Word's ids keep."""
    plain = "".join(letter for letter in text.casefold() if letter.isalnum())
    yield plain
    yield plain.encode("ascii", "ignore").decode()


@cache
def other_keys(name: str) -> frozenset[str]:
    """What a style with this English name may be known by instead."""
    names = [name, *_names().get(name.casefold(), ())]
    return frozenset(key for one in names for key in keys_of(one) if key)


@cache
def built_in(name: str) -> str:
    """How Word spells the name of a style of its own; empty for others."""
    known = name.casefold()
    if known not in _names():
        return ""
    spelled = known if known[:3] in ("hea", "toc", "foo") else known.title()
    return "TOC Heading" if known == "toc heading" else spelled


def swedish(name: str) -> str:
    """What a Swedish Word shows for an English name; empty for others."""
    others = _names().get(name.casefold(), ())
    return next((other for other in others if other.casefold() != name.casefold()), "")


@cache
def _names() -> dict[str, tuple[str, ...]]:
    data = json.loads(resource("word", "template.json").read_text(encoding="utf-8"))["styles"]
    found: dict[str, tuple[str, ...]] = {}
    for name, others in data.items():
        for level in map(str, range(1, _MOST_LEVELS + 1)) if "{n}" in name else [""]:
            given = (other.replace("{n}", level) for other in others)
            found[name.replace("{n}", level)] = tuple(given)
    return found
