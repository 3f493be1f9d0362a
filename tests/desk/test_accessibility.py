"""A draft's faults that readers of its document would meet, each with the place to mend it."""

import pytest

from strategidesk import language
from strategidesk.desk.accessibility import Finding, of_plan, of_strategy
from strategidesk.model.strategy import Strategy
from tests.support.strategies import known_id, strategy

GOOD = {"title": "Strategi för integration", "language": "sv"}


@pytest.fixture(autouse=True)
def _swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language._Active, "language", "sv")


def _with_text(body: str) -> Strategy:
    return strategy(strategy=GOOD, sections=[{"id": "s", "heading": "Syfte", "body": body}])


def _said(found: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(one.id, one.field, str(one)) for one in found]


LONG = " ".join(["Alla ska delta."] * 20)
SOUND = (
    "Ett stycke med **fet text** och [lagen om tillgänglighet](https://ekbacka.example/lag).\n\n"
    "- en punkt\n- en till\n\n"
    "| Vad | När |\n|---|---|\n| Möte | 2015 |\n\n"
    "![Två personer vid ett bord](blob:abc)\n\n"
    "– Vi vill delta, säger Amira."
)


def test_that_a_sound_text_has_no_findings() -> None:
    assert of_strategy(_with_text(SOUND)) == ()


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (
            "Se [https://ekbacka.example/lag](https://ekbacka.example/lag).",
            "En länk visar bara sin adress: https://ekbacka.example/lag Skriv vad den leder till.",
        ),
        ("Läs mer [här](https://ekbacka.example).", "”här” säger inte vart länken leder."),
        (
            "Text[^1] med not.\n\n[^1]: Finns **[här.](https://ekbacka.example)**",
            "”här.” säger inte vart länken leder.",
        ),
        (
            "- en\n  - två [Klicka  här](https://ekbacka.example)",
            "”Klicka här” säger inte vart länken leder.",
        ),
        ("![](blob:abc)", "En bild saknar text som säger vad den visar."),
        ("![IMG_1.JPG](blob:abc)", "Bildens text är bara ett filnamn: IMG_1.JPG"),
        ("| | |\n|---|---|\n| Möte | 2015 |", "Tabellen saknar rubriker i första raden."),
        ("| Vad | |\n|---|---|\n| Möte | 2015 |", "Kolumn 2 i tabellen saknar rubrik."),
        (
            "**Så gör vi**\n\nVi börjar.",
            "”Så gör vi” ser ut som en rubrik men är fet text. Gör den till ett avsnitt.",
        ),
        (
            f"**{LONG}**",
            "Ett helt stycke är fetstilt. Fetstil är för enstaka ord.",
        ),
        (f"*{LONG}*", "Ett helt stycke är kursivt. Kursiv är för enstaka ord."),
        (
            "• möten\n• resor",
            "Rader som börjar med ”•” blir ingen lista för läsaren. Gör en lista av dem.",
        ),
        (
            "– möten\n\n– resor",
            "Rader som börjar med ”–” blir ingen lista för läsaren. Gör en lista av dem.",
        ),
    ],
)
def test_that_a_fault_of_a_text_is_found_where_it_stands(body: str, sentence: str) -> None:
    assert _said(of_strategy(_with_text(body))) == [(known_id("s"), "body", sentence)]


def test_that_a_document_without_title_or_language_is_found() -> None:
    found = of_strategy(strategy(strategy={"id": "c", "title": " ", "language": ""}))

    assert [(one.id, one.field) for one in found] == [
        (known_id("c"), "title"),
        (known_id("c"), "language"),
    ]


def test_that_a_section_without_heading_or_text_is_found() -> None:
    sections = [
        {"id": "over", "heading": "Bakgrund"},  # its text stands in the sections under it
        {"id": "bare", "parent": "over", "body": "En text under Bakgrund."},
        {"id": "empty", "heading": "Syfte"},
        {"id": "goals", "heading": "Mål", "content": "areas"},
        {"id": "top", "heading": "Nuläge"},
        {"parent": "top", "heading": "Bostäder", "body": "Få bor trångt."},
    ]
    found = of_strategy(strategy(strategy=GOOD, sections=sections))

    assert _said(found) == [
        (known_id("bare"), "heading", "Avsnittet saknar rubrik."),
        (known_id("empty"), "body", "Det står ingen text under rubriken."),
        (known_id("goals"), "body", "Det står ingen text under rubriken."),
    ]


def test_that_a_heading_on_a_seventh_level_is_found() -> None:
    sections = [{"id": "1", "heading": "Nivå 1", "body": "text"}] + [
        {"id": str(n), "parent": str(n - 1), "heading": f"Nivå {n}", "body": "text"}
        for n in range(2, 8)
    ]
    found = of_strategy(strategy(strategy=GOOD, sections=sections))

    assert [(one.id, one.field) for one in found] == [(known_id("7"), "heading")]
    assert "nivå 7" in str(found[0])


def test_that_what_a_section_shows_is_looked_through_once() -> None:
    bad = "![](blob:abc)"
    shown = [{"heading": "Områden", "content": "areas"}, {"heading": "Igen", "content": "areas"}]
    found = of_strategy(
        strategy(
            strategy=GOOD,
            sections=shown,
            areas=[{"id": "a", "introduction": bad}],
            hallmarks=[{"id": "h", "area": "a", "text": bad}, {"id": "o", "text": bad}],
            definitions=[{"id": "d", "term": "", "text": bad}],  # stand nowhere in the document
        )
    )

    assert [(one.id, one.field) for one in found] == [
        (known_id("a"), "title"),
        (known_id("a"), "introduction"),
        (known_id("h"), "text"),
    ]


def test_that_guidance_and_the_plans_texts_are_no_part_of_the_strategys_document() -> None:
    bad = "![](blob:abc)"
    sections = [{"heading": "Plan", "content": "activities", "guidance": bad}]
    activities = [{"id": "x", "title": "Möte", "description": bad}]
    whole = strategy(strategy=GOOD, sections=sections, activities=activities)

    assert of_strategy(whole) == ()
    assert [(one.id, one.field) for one in of_plan(whole)] == [(known_id("x"), "description")]
