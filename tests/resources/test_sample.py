"""The sample strategy holds together."""

import base64
import hashlib
import json
import re

import pytest

from strategidesk.model.fields import Kind, from_json
from strategidesk.model.interchange import dump, read
from strategidesk.model.noun import fields_of
from strategidesk.model.schema import STANDARD
from strategidesk.paths import resource
from strategidesk.prose import parse, write
from tests.support.sample import filled, listed, sample, texts, things


def test_that_the_sample_loads_and_keeps_its_ids() -> None:
    strategy = read(sample())

    again = dump(strategy)

    for key in ("sections", "areas", "activities", "units", "papers", "comments"):
        assert [thing["id"] for thing in again[key]] == [thing["id"] for thing in listed(key)]
    assert dump(read(again)) == again


def test_that_every_value_is_one_that_its_field_takes() -> None:
    for thing in things():
        known = {*fields_of(thing.noun), "id"} | ({"parent"} if thing.noun.meta.tree else set())
        inner = {noun.meta.plural for noun in STANDARD.nouns if noun.meta.inside}
        assert set(thing.values) <= known | inner, thing.where
    for thing, field, value in filled():
        from_json(field, value)
        if field.choices:
            assert value in field.choices, f"{thing.where}.{field.name}"


def test_that_every_reference_leads_to_a_thing_of_the_right_noun() -> None:
    entities = {
        thing.values["id"]: thing.noun.meta.entity for thing in things() if "id" in thing.values
    }
    for thing, field, value in filled():
        targets = [value] if field.kind is Kind.REFERENCE else value
        if field.kind in (Kind.REFERENCE, Kind.REFERENCES):
            for target in targets:
                assert field.to in ("*", entities[target]), f"{thing.where}.{field.name}"
    for thing in things():
        if parent := thing.values.get("parent"):
            assert entities[parent] == thing.noun.meta.entity, thing.where


def test_that_no_two_things_share_an_id() -> None:
    ids = [thing.values["id"] for thing in things() if "id" in thing.values]

    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", each) for each in ids)


@pytest.mark.parametrize("status", ["delayed", "cancelled"])
def test_that_delays_and_cancellations_are_explained(status: str) -> None:
    found = [each for each in listed("activities") if each.get("status") == status]

    assert found
    assert all(activity["comment"] for activity in found)


def test_that_answers_of_the_round_agree_with_the_plan() -> None:
    status = {each["id"]: each.get("status", "not_started") for each in listed("activities")}
    answers = listed("follow_ups")

    assert len(answers) >= 12
    assert {answer["period"] for answer in answers} <= {each["period"] for each in listed("rounds")}
    for answer in answers:
        assert answer["status"] == status[answer["activity"]]
        if answer["status"] in ("delayed", "cancelled"):
            assert answer["comment"]


def test_that_comments_quote_what_stands_in_their_field() -> None:
    by_id = {thing.values["id"]: thing.values for thing in things() if "id" in thing.values}

    assert len(listed("comments")) == 3
    for comment in listed("comments"):
        assert comment["quote"] in by_id[comment["target"]][comment["field"]]


def test_that_every_footnote_has_a_mark_and_every_mark_a_footnote() -> None:
    for text in texts():
        notes = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
        marks = re.findall(r"(?<!^)\[\^(\d+)\]", text, re.MULTILINE)
        assert notes == marks == [str(number + 1) for number in range(len(notes))]


def test_that_pictures_are_known_by_the_hash_of_their_bytes() -> None:
    pictures = {each["id"]: base64.b64decode(each["data"]) for each in listed("pictures")}
    used = re.findall(r"\(blob:([0-9a-f]+)\)", "\n".join(texts()))

    assert set(used) == set(pictures)
    for name, data in pictures.items():
        assert hashlib.sha256(data).hexdigest() == name
        assert data.startswith(b"\x89PNG")
        assert len(data) < 20_000


def test_that_addresses_lead_nowhere_real() -> None:
    everything = json.dumps(sample(), ensure_ascii=False)

    addresses = re.findall(r"[\w.+-]+@[\w.-]+", everything)

    assert addresses
    assert all(address.endswith("@ekbacka.example") for address in addresses)


def test_that_the_file_is_written_as_the_repository_keeps_it() -> None:
    raw = resource("sample", "ekbacka.json").read_bytes()

    assert raw.decode() == json.dumps(sample(), ensure_ascii=False, indent=1) + "\n"


def test_that_every_prose_is_written_the_way_the_program_writes_it() -> None:
    for text in texts():
        assert write(parse(text)) == text
