"""The sample strategy shows everything that the program can hold."""

import re

import pytest

from strategidesk.model.choices import ACTIVITY_STATUS, HANDLING, SECTION_CONTENT
from tests.support.sample import depth, listed, printed, texts

WORD = re.compile(r"[^\W\d_]+")


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
    assert {each.get("kind", "proposal") for each in listed("papers")} == {
        "proposal",
        "minutes",
        "consultation",
    }


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


def test_that_four_areas_have_introduction_picture_and_hallmarks_of_both_kinds() -> None:
    assert len(listed("areas")) == 4
    for area in listed("areas"):
        assert area["introduction"]
        assert area["target_picture"]
        assert any(hallmark.get("area") == area["id"] for hallmark in listed("hallmarks"))
    in_areas = [hallmark for hallmark in listed("hallmarks") if "area" in hallmark]
    assert {"title" in hallmark for hallmark in in_areas} == {True, False}
    assert any("area" not in hallmark for hallmark in listed("hallmarks"))
