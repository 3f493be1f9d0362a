"""What every noun of the standard schema must declare."""

import re
from collections import Counter

import pytest

from strategidesk.model.fields import Kind, takes, to_json
from strategidesk.model.interchange.form import FORMAT, PICTURES
from strategidesk.model.noun import Noun, fields_of, from_values, is_ordered, json_values
from strategidesk.model.schema import STANDARD
from tests.support.strategies import known_id

every_noun = pytest.mark.parametrize("noun", STANDARD.nouns, ids=lambda noun: noun.__name__)


def test_that_names_of_nouns_are_unique() -> None:
    entities = Counter(noun.meta.entity for noun in STANDARD.nouns)
    plurals = Counter(noun.meta.plural for noun in STANDARD.nouns)
    assert entities.most_common(1)[0][1] == 1
    assert plurals.most_common(1)[0][1] == 1
    assert not {"format", "version", PICTURES, FORMAT} & set(plurals)
    assert not {"revision", "version", "blob", "draft", "meta", "deleted", "review"} & set(entities)


def test_that_there_is_one_card_and_everything_else_comes_in_lists() -> None:
    assert [noun.meta.entity for noun in STANDARD.nouns if noun.meta.single] == ["strategy"]


@every_noun
def test_that_a_noun_is_named_and_labelled(noun: type[Noun]) -> None:
    meta = noun.meta
    assert re.fullmatch("[a-z_]+", meta.entity)
    assert re.fullmatch("[a-z_]+", meta.plural)
    assert meta.label
    assert meta.label_plural
    assert meta.title in fields_of(noun)


@every_noun
def test_that_every_field_has_a_label_and_a_default_that_it_takes(noun: type[Noun]) -> None:
    for name, field in fields_of(noun).items():
        assert re.fullmatch("[a-z_]+", name)
        assert name not in {"id", "parent"}, "the interchange JSON means something else by it"
        assert field.name == name
        assert field.label or field.kind is Kind.PLACE
        assert takes(field, to_json(field.default))


@every_noun
def test_that_choices_hold_their_default_and_are_words(noun: type[Noun]) -> None:
    for field in fields_of(noun).values():
        if field.kind is Kind.CHOICE:
            assert field.choices
            assert field.default in {"", *field.choices}
            assert all(takes(field, word) for word in field.choices)
            assert all(field.choices.values())


@every_noun
def test_that_references_point_at_nouns_that_exist(noun: type[Noun]) -> None:
    for field in fields_of(noun).values():
        if field.kind in (Kind.REFERENCE, Kind.REFERENCES):
            assert field.to == "*" or field.to in STANDARD.by_entity
        else:
            assert not field.to
            assert not field.owned


@every_noun
def test_that_trees_and_parts_and_derived_ids_rest_on_fields_that_exist(noun: type[Noun]) -> None:
    fields = fields_of(noun)
    if noun.meta.tree:
        assert is_ordered(noun)
    if noun.meta.inside:
        assert fields[noun.meta.inside].kind is Kind.REFERENCE
        assert fields[noun.meta.inside].owned, "what is listed inside a thing goes with it"
    for name in noun.meta.derived:
        assert name in fields
        assert fields[name].owned or fields[name].kind is not Kind.REFERENCE


@every_noun
def test_that_an_empty_thing_has_the_declared_defaults(noun: type[Noun]) -> None:
    thing = from_values(noun, known_id("tom"), {})
    assert json_values(thing) == {
        name: to_json(field.default) for name, field in fields_of(noun).items()
    }
    assert from_values(noun, thing.id, json_values(thing)) == thing
