"""The sample strategy as it stands in its file, for the tests about it."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from strategidesk.model.fields import Field, Kind
from strategidesk.model.noun import Noun, fields_of
from strategidesk.model.schema import STANDARD
from strategidesk.paths import resource


class Thing(NamedTuple):
    noun: type[Noun]
    values: dict[str, Any]
    where: str


@cache
def sample() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(
        resource("sample", "ekbacka.json").read_text(encoding="utf-8")
    )
    return document


def listed(name: str) -> list[dict[str, Any]]:
    things: list[dict[str, Any]] = sample()[name]
    return things


def things() -> Iterator[Thing]:
    for noun in STANDARD.nouns:
        if noun.meta.single:
            yield Thing(noun, sample()[noun.meta.entity], noun.meta.entity)
        elif noun.meta.inside:
            holder = fields_of(noun)[noun.meta.inside].to
            for index, outer in enumerate(listed(STANDARD.by_entity[holder].meta.plural)):
                for at, values in enumerate(outer.get(noun.meta.plural, [])):
                    yield Thing(noun, values, f"{holder}[{index}].{noun.meta.plural}[{at}]")
        else:
            for index, values in enumerate(listed(noun.meta.plural)):
                yield Thing(noun, values, f"{noun.meta.plural}[{index}]")


def filled() -> Iterator[tuple[Thing, Field, Any]]:
    """Every field that has a value, of every thing."""
    for thing in things():
        for name, value in thing.values.items():
            if field := fields_of(thing.noun).get(name):
                yield thing, field, value


def texts() -> list[str]:
    return [value for _, field, value in filled() if field.kind is Kind.PROSE]


def printed() -> list[str]:
    """The prose that stands in the strategy itself; guidance, papers and answers left out."""
    parts = {
        "sections": ("body",),
        "areas": ("introduction", "target_picture", "justification"),
        "hallmarks": ("text",),
        "definitions": ("text",),
    }
    return [sample()["strategy"]["vision"]] + [
        thing.get(name, "")
        for key, names in parts.items()
        for thing in listed(key)
        for name in names
    ]


def depth(section: dict[str, Any]) -> int:
    by_id = {each["id"]: each for each in listed("sections")}
    parent = section["parent"]
    return 1 + (depth(by_id[parent]) if parent else 0)
