"""A paper's faults that its readers would meet, each with the place where it is mended."""

import pytest

from strategidesk import language
from strategidesk.desk.exporting import checking
from strategidesk.desk.exports import COMPACT, Wish, chosen
from strategidesk.desk.jobs import finish
from strategidesk.model.strategy import Strategy
from tests.support.strategies import known_id, strategy

GOOD = {"id": "card", "title": "Strategi för integration", "language": "sv"}
BAD = "Läs [här](https://ekbacka.example)."
SAID = "”här” säger inte vart länken leder."


@pytest.fixture(autouse=True)
def _swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language._Active, "language", "sv")


def _found(what: str, made: Strategy, wish: Wish | None = None) -> list[tuple[str, str, str]]:
    """What is found; that a part is empty is told elsewhere."""
    found = finish(checking(chosen(what)[0], made, wish))
    return [(one.id, one.field, str(one)) for one in found if "är tom" not in str(one)]


@pytest.mark.parametrize(
    ("what", "field"),
    [
        ("proposal", "proposed_decision"),
        ("proposal", "assessment"),
        ("proposal", "sent_to"),
        ("minutes", "procedure"),
        ("minutes", "reservations"),
        ("consultation", "letter"),
    ],
)
def test_that_a_fault_in_a_part_is_mended_in_its_field(what: str, field: str) -> None:
    referral = {"id": "c", "kind": "remiss", "to": "2026-05-04"}
    paper = {"id": "p", "kind": what, field: BAD, "reply_to": "remiss@ekbacka.example"}
    made = strategy(strategy=GOOD, consultations=[referral], papers=[paper])

    assert _found(what, made) == [(known_id("p"), field, SAID)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("![](blob:abc)", "En bild saknar text som säger vad den visar."),
        ("| | |\n|---|---|\n| Kostnad | 2015 |", "Tabellen saknar rubriker i första raden."),
        (
            "**Bedömning**\n\nBra.",
            "”Bedömning” ser ut som en rubrik men är fet text. Gör den till ett avsnitt.",
        ),
        (
            "• möten\n• resor",
            "Rader som börjar med ”•” blir ingen lista för läsaren. Gör en lista av dem.",
        ),
    ],
)
def test_that_pictures_tables_and_looks_are_found_in_a_paper(text: str, sentence: str) -> None:
    paper = {"id": "p", "kind": "proposal", "assessment": text}

    found = _found("proposal", strategy(strategy=GOOD, papers=[paper]))

    assert found == [(known_id("p"), "assessment", sentence)]


def test_that_a_fault_of_a_composed_part_is_mended_where_its_text_is_written() -> None:
    decision = {"id": "d", "kind": "adoption", "body": "Kommunfullmäktige", "text": BAD}
    papers = [
        {"id": "p", "kind": "proposal", "decision": "d", "summary": BAD},
        {"id": "m", "kind": "minutes", "decision": "d"},
    ]
    made = strategy(strategy=GOOD, decisions=[decision], papers=papers)

    assert _found("minutes", made) == [
        (known_id("d"), "text", SAID),
        (known_id("p"), "summary", SAID),
    ]


def test_that_a_paper_without_language_is_found() -> None:
    found = _found("proposal", strategy(strategy={**GOOD, "language": ""}))

    assert [(id, field) for id, field, _ in found] == [(known_id("card"), "language")]


def test_that_a_plan_is_looked_through_as_far_as_it_is_printed() -> None:
    activities = [
        {
            "id": "x",
            "title": "Möte",
            "description": BAD,
            "unit": "u",
            "start": "2026",
            "end": "2026",
        },
        {"id": "y", "title": "", "start": "2027", "unit": "u"},
    ]
    made = strategy(strategy=GOOD, units=[{"id": "u", "name": "Skolan"}], activities=activities)
    text = (known_id("x"), "description", SAID)
    nameless = (known_id("y"), "title", "Aktiviteten saknar namn.")

    assert _found("activity-plan", made) == [text, nameless]
    assert _found("activity-plan", made, Wish(form=COMPACT)) == [nameless]
    assert text in _found("activity-plan", made, Wish(year=2026, unit=known_id("u")))
    assert text not in _found("activity-plan", made, Wish(year=2028))
