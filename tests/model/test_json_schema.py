"""The shipped JSON Schema: made from the declarations, and true of what is dumped.

After a change of the declarations write it anew with
`STRATEGIDESK_GOLDEN=write pytest tests/model/test_json_schema.py`, and look at the difference.
"""

import json
import os
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from strategidesk.model.interchange import dump, encode
from strategidesk.model.interchange.schema import json_schema
from strategidesk.model.noun import Noun, fields_of
from strategidesk.model.schema import STANDARD
from strategidesk.model.strategy import Strategy
from strategidesk.paths import resource, resources
from tests.support.desks import rich
from tests.support.strategies import whole_strategies

ANEW = os.environ.get("STRATEGIDESK_GOLDEN") == "write"  # at import: tests run without it
SHIPPED = resource("schema", "strategi.schema.json")
DATA = sorted([*resources().glob("sample/*.json"), *resources().glob("templates/*.json")])


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(json_schema(STANDARD))


def sound(document: dict[str, Any]) -> bool:
    return validator().is_valid(document)


def dumped(strategy: Strategy) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(encode(dump(strategy)))
    return document


def test_that_the_shipped_schema_is_the_one_that_the_declarations_make() -> None:
    made = json.dumps(json_schema(STANDARD), ensure_ascii=False, indent=1) + "\n"
    if ANEW:
        SHIPPED.parent.mkdir(exist_ok=True)
        SHIPPED.write_text(made, encoding="utf-8")
    assert SHIPPED.read_text(encoding="utf-8") == made


def test_that_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema(STANDARD))


@settings(max_examples=15)
@given(whole_strategies())
def test_that_every_dump_is_valid(strategy: Strategy) -> None:
    validator().validate(dumped(strategy))


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_that_what_the_program_ships_is_valid(path: Any) -> None:
    validator().validate(json.loads(path.read_bytes()))


@pytest.mark.parametrize("noun", STANDARD.nouns, ids=lambda noun: noun.__name__)
def test_that_unknown_and_misspelt_fields_are_not(noun: type[Noun]) -> None:
    document = dumped(rich())
    assert sound(document)
    thing = found_in(document, noun)
    thing["colour"] = "red"
    assert not sound(document)
    del thing["colour"]
    assert sound(document)
    for name in fields_of(noun):
        if name in thing:
            assert not sound_with(document, thing, name, {})


def test_that_unknown_lists_and_a_newer_version_are_not() -> None:
    document = dumped(rich())
    assert not sound({**document, "dragons": []})
    assert not sound({**document, "version": 2})
    assert not sound({**document, "format": "other"})
    assert not sound({name: value for name, value in document.items() if name != "format"})


def test_that_words_of_a_newer_program_are_valid_and_sentences_are_not() -> None:
    document = dumped(rich())
    thing = document["activities"][0]
    assert sound_with(document, thing, "status", "paused_for_now")
    assert not sound_with(document, thing, "status", "Not so")


def found_in(document: dict[str, Any], noun: type[Noun]) -> dict[str, Any]:
    if noun.meta.inside:
        holder = STANDARD.by_entity[fields_of(noun)[noun.meta.inside].to]
        part: dict[str, Any] = found_in(document, holder)[noun.meta.plural][0]
        return part
    found = document[noun.meta.plural]
    thing: dict[str, Any] = found if noun.meta.single else found[0]
    return thing


def sound_with(document: dict[str, Any], thing: dict[str, Any], name: str, value: Any) -> bool:
    before = thing[name]
    thing[name] = value
    try:
        return sound(document)
    finally:
        thing[name] = before
