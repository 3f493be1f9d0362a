"""Where terms are used, and which are defined twice."""

import pytest

from strategidesk.desk.usages import AROUND, twice, usages
from strategidesk.model.strategy import Strategy
from tests.support.strategies import strategy as made


def used(term: str, text: str) -> bool:
    found = made(definitions=[{"term": term}], sections=[{"heading": "Text", "body": text}])
    return bool(usages(found, found.definitions[0]))


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Invandrare", "Vi möter invandrarna där de är."),
        ("utrikes född", "Många utrikes födda söker sig hit."),
        ("Kommun", "KOMMUNENS arbete"),
        ("EU", "Stöd från EU, och mer."),
        ("Asylsökande", "de **asylsökandes** behov"),
        ("SFI (svenska för invandrare)", "Den som läser SFI."),
        ("jämlikhet", "Jämlikheten ökar."),
    ],
)
def test_that_a_term_is_found_in_its_forms(term: str, text: str) -> None:
    assert used(term, text)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("EU", "Europa och EUF"),
        ("Kommun", "kommunikation"),
        ("integration", "desintegration"),
        ("född", "nyfödd"),
        ("", "Vad som helst."),
        ("(oklart)", "oklart"),
    ],
)
def test_that_other_words_are_left(term: str, text: str) -> None:
    assert not used(term, text)


LONG = f"{'ord ' * 60}Varje **fadder** behövs.{' ord' * 60}"


def strategy() -> Strategy:
    return made(
        strategy={"title": "Plan", "vision": "Ingen fadder ska stå ensam."},
        sections=[
            {"heading": "Fadder", "body": f"{'ord ' * 60}Varje **fadder** behövs.{' ord' * 60}"}
        ],
        areas=[{"title": "Möten", "introduction": "Faddrar möts."}],
        definitions=[
            {"term": "Fadder", "text": "En fadder hjälper."},
            {"term": "fadder ", "text": "Någon som hjälper."},
            {"term": "Granne", "text": "Kan vara fadder."},
        ],
    )


def test_that_the_places_are_told_in_order_with_the_words_around() -> None:
    found = strategy()
    places = usages(found, found.definitions[0])

    assert [(found.by_id[one.id].meta.entity, one.field) for one in places] == [
        ("section", "heading"),
        ("section", "body"),
        ("definition", "text"),
        ("strategy", "vision"),
    ]
    body = places[1]
    assert body.found == "fadder"
    assert body.before.startswith("… ord ")
    assert body.before.endswith("Varje ")
    assert body.after.startswith(" behövs. ord")
    assert len(body.before) <= AROUND + 2


def test_that_a_term_defined_twice_is_told_whatever_its_letters() -> None:
    found = strategy()

    assert [[one.text for one in group] for group in twice(found)] == [
        ["En fadder hjälper.", "Någon som hjälper."]
    ]
    assert twice(made(definitions=[{"term": ""}, {"term": ""}])) == []
