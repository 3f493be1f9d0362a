"""Swedish is complete: every text that a person can meet stands in the catalogue."""

import string

import pytest

from strategidesk.language import catalogue
from tests.support.source_strings import literals, of_code, of_declarations

UNTRANSLATED = {"{what}", "{where}: {what}", "{place}"}  # nothing but places


@pytest.fixture(scope="module")
def swedish() -> dict[str, str]:
    return catalogue("sv")


def test_that_every_text_in_the_code_has_a_swedish_one(swedish: dict[str, str]) -> None:
    missing = {text: file for text, file in of_code().items() if text and text not in swedish}
    assert {t: f for t, f in missing.items() if t not in UNTRANSLATED} == {}


def test_that_every_declared_label_has_a_swedish_one(swedish: dict[str, str]) -> None:
    assert {label for label in of_declarations() if label not in swedish} == set()


def test_that_a_translation_names_the_places_of_its_source(swedish: dict[str, str]) -> None:
    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    assert [text for text in swedish if places(text) != places(swedish[text])] == []


def test_that_the_catalogue_holds_nothing_that_nobody_says(swedish: dict[str, str]) -> None:
    assert sorted(set(swedish) - literals()) == []
