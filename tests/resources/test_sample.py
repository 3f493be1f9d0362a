"""The sample strategy shows everything the program can hold, and holds together."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import pytest

from strategidesk.model.choices import ACTIVITY_STATUS, HANDLING, SECTION_CONTENT
from strategidesk.model.fields import Field, Kind, from_json
from strategidesk.model.interchange import dump, read
from strategidesk.model.noun import Noun, fields_of
from strategidesk.model.schema import STANDARD
from strategidesk.paths import resource

WORD = re.compile(r"[^\W\d_]+")


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


def test_that_the_strategy_is_as_long_as_a_real_one() -> None:
    assert sum(len(WORD.findall(text)) for text in printed()) >= 3500
    assert len(listed("definitions")) >= 10
    assert len(listed("indicators")) >= 6
    assert all(len(indicator["values"]) >= 3 for indicator in listed("indicators"))


def test_that_the_outline_has_every_kind_of_content_on_three_levels() -> None:
    sections = listed("sections")

    assert {section.get("content", "prose") for section in sections} == set(SECTION_CONTENT)
    assert {depth(section) for section in sections} == {1, 2, 3}
    assert sum("guidance" in section for section in sections) >= 15


def test_that_four_areas_have_introduction_picture_and_hallmarks_of_both_kinds() -> None:
    assert len(listed("areas")) == 4
    for area in listed("areas"):
        assert area["introduction"]
        assert area["target_picture"]
        assert any(hallmark.get("area") == area["id"] for hallmark in listed("hallmarks"))
    in_areas = [hallmark for hallmark in listed("hallmarks") if "area" in hallmark]
    assert {"title" in hallmark for hallmark in in_areas} == {True, False}
    assert any("area" not in hallmark for hallmark in listed("hallmarks"))


def test_that_the_plan_is_varied() -> None:
    activities = listed("activities")
    examples = [activity for activity in activities if activity.get("example")]
    real = [activity for activity in activities if not activity.get("example")]

    assert len(real) >= 34
    assert len(examples) == 4
    assert len(listed("units")) >= 9
    assert len({activity["unit"] for activity in real if "unit" in activity}) >= 9
    assert {activity.get("status", "not_started") for activity in real} == set(ACTIVITY_STATUS)
    assert {activity["priority"] for activity in real} == {"1", "2", "3"}
    assert {"proposed", "declined"} <= {activity.get("stage") for activity in real}
    assert any("when" in activity for activity in real)
    assert any("start" in activity and "end" in activity for activity in real)
    assert any("budget" in activity for activity in real)


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


def test_that_goals_form_chains_over_all_levels() -> None:
    goals = {goal["id"]: goal for goal in listed("goals")}
    levels = ["international", "eu", "national", "regional", "local"]

    for goal in goals.values():
        above = goals[goal["parent"]]["level"] if goal["parent"] else None
        at = levels.index(goal["level"])
        assert above == (levels[at - 1] if at else None)
    for kind in ("area", "hallmark", "activity"):
        assert any(kind in link for link in listed("links"))


def test_that_a_dialogue_and_a_referral_got_responses_with_every_handling() -> None:
    assert {each.get("kind", "remiss") for each in listed("consultations")} == {
        "dialogue",
        "remiss",
    }
    assert len(listed("responses")) >= 8
    assert {response["handling"] for response in listed("responses")} == set(HANDLING)


def test_that_the_case_runs_from_commission_to_adoption() -> None:
    kinds = [(each["kind"], each.get("about", "strategy")) for each in listed("decisions")]

    assert kinds == [
        ("commission", "strategy"),
        ("consultation", "strategy"),
        ("proposal", "strategy"),
        ("adoption", "strategy"),
        ("adoption", "activity_plan"),
    ]
    assert all(each["date"] and each["paragraph"] for each in listed("decisions"))
    assert {each.get("kind", "proposal") for each in listed("papers")} == {"proposal", "minutes"}


def test_that_comments_quote_what_stands_in_their_field() -> None:
    by_id = {thing.values["id"]: thing.values for thing in things() if "id" in thing.values}

    assert len(listed("comments")) == 3
    for comment in listed("comments"):
        assert comment["quote"] in by_id[comment["target"]][comment["field"]]


@pytest.mark.parametrize(
    ("construct", "pattern", "least"),
    [
        ("bold", r"\*\*[^*\n]+\*\*", 10),
        ("italic", r"(?<!\*)\*[^*\n]+\*(?!\*)", 4),
        ("bullet list", r"^- ", 10),
        ("nested bullet list", r"^- .*\n  - ", 3),
        ("numbered list", r"^1\. ", 5),
        ("list in a numbered list", r"^1\. .*\n   - ", 1),
        ("link", r"[^!]\[[^\]^]+\]\(https://", 5),
        ("footnote", r"^\[\^\d+\]: ", 6),
        ("table", r"^\|( --- \|)+$", 2),
        ("picture", r"^!\[[^\]]{20,}\]\(blob:[0-9a-f]{64}\)$", 1),
    ],
)
def test_that_every_construct_of_prose_is_used(construct: str, pattern: str, least: int) -> None:
    found = sum(len(re.findall(pattern, text, re.MULTILINE)) for text in texts())

    assert found >= least, construct


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
