"""Sections, their levels and every content kind."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from strategidesk.model.choices import SECTION_CONTENT
from tests.support import documents
from tests.support.every_kind import THINGS
from tests.support.strategies import strategy
from tests.support.validate import assert_valid

Write = Callable[..., Path]


def document(content: str, **card: Any) -> Any:
    sections = [{"heading": "Avsnitt", "content": content, "body": "Brödtext."}]
    return strategy(
        strategy={"title": "S", "vision": "Alla är med.", **card}, sections=sections, **THINGS
    )


def test_that_hallmarks_activities_and_target_picture_stand_under_their_labels(
    write: Write,
) -> None:
    out = write(
        document(
            "areas",
            hallmark_label="Insats",
            hallmark_label_plural="Insatser",
            activity_label="Exempel",
            list_activities_in_areas=True,
        )
    )
    assert documents.headings(out) == [
        (1, "Avsnitt"),
        (2, "Språk"),
        (3, "Målbild"),
        (3, "Insatser"),
        (3, "Exempel"),
        (2, "Boende"),
        (3, "Insatser"),
        (4, "Hemma"),
        (2, "Arbete"),
    ]
    bullets = [block.text for block in documents.blocks(out) if block.style == "ListBullet"]
    assert bullets == ["Alla kan läsa.", "Läsa högt", "Exempelvis sång"]


def test_that_a_label_chosen_only_in_the_singular_is_used_for_all(write: Write) -> None:
    headings = documents.headings(write(document("areas", hallmark_label="Insatsområden")))
    assert (3, "Insatsområden") in headings


def test_that_prioritised_areas_are_counted_in_a_numbered_document(write: Write) -> None:
    out = write(document("areas", heading_numbering="decimal", area_label="Strategiområde"))
    titles = [text for level, text in documents.headings(out) if level == 2]
    assert titles == ["Strategiområde 1 - Språk", "Boende", "Strategiområde 2 - Arbete"]


@pytest.mark.parametrize(
    ("numbering", "expected"),
    [
        (
            "decimal",
            [(1, "Avsnitt"), (0, "Brödtext."), (2, "Nyanländ"), (0, "Den som just kommit.")],
        ),
        ("none", [(1, "Avsnitt"), (0, "Brödtext."), (0, "Nyanländ: Den som just kommit.")]),
    ],
)
def test_that_terms_are_headings_in_a_numbered_document_only(
    write: Write, numbering: str, expected: list[tuple[int, str]]
) -> None:
    blocks = documents.blocks(write(document("definitions", heading_numbering=numbering)))
    found = [(block.level, block.text) for block in blocks]
    start = found.index((1, "Avsnitt"))
    assert found[start:] == [*expected, (0, "Källa: Bladet")]


def test_that_the_compact_plan_leaves_out_examples_and_what_was_declined(write: Write) -> None:
    assert documents.tables(write(document("activities")))[1] == [
        ["VAD", "NÄR", "VEM"],
        ["Läsa högt", "Årligen", "Biblioteket"],
        ["Föreslagen", "2026 – 2027", "Rektor"],
    ]


def test_that_the_full_plan_shows_what_is_accepted_and_no_empty_column(write: Write) -> None:
    table = documents.tables(write(document("activities"), plan="full"))[1]
    assert table == [
        ["Nr", "Område", "Aktivitet", "Ansvarig", "Tidplan", "Status"],
        ["1", "Språk", "Läsa högt", "Biblioteket", "Årligen", "Ej påbörjad"],
    ]


def test_that_the_chain_of_goals_is_one_row_from_the_widest_goal_to_the_hallmarks(
    write: Write,
) -> None:
    assert documents.tables(write(document("alignment")))[1] == [
        ["EU-ramen", "Regional", "Områden", "Kännetecken"],
        ["Kunskap", "Läsning", "Språk", "Alla kan läsa."],
    ]


def test_that_indicators_have_a_column_per_period_and_swedish_figures(write: Write) -> None:
    assert documents.tables(write(document("indicators")))[1] == [
        ["Indikator", "2024", "2025", "Mäts i", "Källa", "Anmärkning"],
        ["Lån", "1\u00a0234,5", "2", "böcker", "Kolada N00001", "2024: uppskattat"],
    ]


def test_that_workgroup_vision_and_overall_hallmarks_are_printed(write: Write) -> None:
    assert documents.blocks(write(document("workgroup")))[-1].text == "Bokhållaren, sekreterare"
    assert documents.blocks(write(document("vision")))[-1].text == "Alla är med."
    last = documents.blocks(write(document("hallmarks")))[-1]
    assert (last.style, last.text) == ("ListBullet", "Alla kan delta.")


def test_that_decisions_and_responses_are_tables(write: Write) -> None:
    assert documents.tables(write(document("decisions")))[1][1] == [
        "2025-01-02",
        "Uppdrag",
        "Kommunstyrelsen",
        "§\u00a03",
        "Skriv.",
    ]
    out = write(document("consultation"))
    assert documents.headings(out)[-1] == (2, "Remiss våren")
    assert documents.tables(out)[1] == [
        ["Remissinstans", "Ställningstagande", "Synpunkt", "Avser", "Hantering"],
        ["Skolan", "Tillstyrker", "Bra.", "Språk", "Noterad"],
    ]


@pytest.mark.parametrize("content", [*SECTION_CONTENT, "newer_kind"])
def test_that_every_content_kind_makes_a_valid_document(write: Write, content: str) -> None:
    out = write(document(content))
    assert_valid(out)
    assert (1, "Avsnitt") in documents.headings(out)


def test_that_what_stands_below_a_section_without_heading_moves_up(write: Write) -> None:
    sections = [
        {"id": "a", "heading": "", "body": "Ingress."},
        {"id": "b", "heading": "Under", "parent": "a"},
        {"id": "c", "heading": "Djupare", "parent": "b"},
    ]
    assert documents.headings(write(strategy(sections=sections))) == [(1, "Under"), (2, "Djupare")]


def test_that_headings_deeper_than_nine_levels_stay_at_nine(write: Write) -> None:
    sections = [
        {"id": f"s{n}", "heading": f"Nivå {n}", **({"parent": f"s{n - 1}"} if n > 1 else {})}
        for n in range(1, 13)
    ]
    out = write(strategy(sections=sections))
    assert [level for level, _ in documents.headings(out)] == [*range(1, 10), 9, 9, 9]
    assert_valid(out)
