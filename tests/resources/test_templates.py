"""The templates guide a workgroup from an empty outline."""

import json
import re
from typing import Any

import pytest

from strategidesk.desk.templates import templates
from strategidesk.model.choices import SECTION_CONTENT
from strategidesk.model.interchange import read
from strategidesk.paths import resource

NAMES = sorted(path.stem for path in resource("templates").glob("*.json"))


def template(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(
        resource("templates", f"{name}.json").read_text(encoding="utf-8")
    )
    return document


@pytest.mark.parametrize("name", NAMES)
def test_that_a_template_loads(name: str) -> None:
    strategy = read(template(name))

    assert strategy.card.title
    assert strategy.card.municipality == ""
    assert strategy.card.area_label
    assert strategy.card.hallmark_label


@pytest.mark.parametrize("name", NAMES)
def test_that_every_section_is_empty_and_says_what_to_write(name: str) -> None:
    for section in read(template(name)).sections:
        assert section.body == "", section.heading
        sentences = re.findall(r"[.!?:”](?= [A-ZÅÄÖ”]|$)", section.guidance)
        assert "Exempel" in section.guidance, section.heading
        assert 2 <= len(sentences) <= 5, section.heading


@pytest.mark.parametrize("name", NAMES)
def test_that_a_template_has_a_place_for_every_kind_of_content(name: str) -> None:
    assert {section.content for section in read(template(name)).sections} == set(SECTION_CONTENT)


@pytest.mark.parametrize("name", NAMES)
def test_that_activities_of_a_template_are_examples_only(name: str) -> None:
    activities = read(template(name)).activities

    assert 1 <= len(activities) <= 2
    assert all(activity.example for activity in activities)


def test_that_the_template_for_integration_suggests_definitions() -> None:
    definitions = read(template("integration")).definitions

    assert len(definitions) >= 6
    assert all(definition.text for definition in definitions)


@pytest.mark.parametrize("name", NAMES)
def test_that_the_file_is_written_as_the_repository_keeps_it(name: str) -> None:
    raw = resource("templates", f"{name}.json").read_bytes()

    assert raw.decode() == json.dumps(template(name), ensure_ascii=False, indent=1) + "\n"


def test_that_there_are_four_templates_and_each_is_told_in_one_line_of_its_own() -> None:
    told = {one.name: one.about for one in templates() if one.path.parent == resource("templates")}

    assert sorted(told) == ["biblioteksplan", "integration", "styrdokument", "tillganglighet"]
    assert len(set(told.values())) == len(told)
    assert all(about.endswith(".") and "\n" not in about for about in told.values())
