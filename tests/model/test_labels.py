"""The strategy's own words for several areas and hallmarks."""

import pytest

from strategidesk.model import labels
from tests.support.strategies import strategy


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("Integrationsområde", "Integrationsområden"),
        ("Insats", "Insatser"),
        ("Kännetecken", "Kännetecken"),
        ("Mål", "Mål"),
        ("EU-mål", "EU-mål"),
        ("Prioriterat område", "Prioriterade områden"),
        ("Prioriterad insats", "Prioriterade insatser"),
        ("Strategiskt område", "Strategiska områden"),
    ],
)
def test_that_a_word_chosen_in_the_singular_has_the_plural_that_its_last_part_has(
    one: str, many: str
) -> None:
    assert labels.areas(strategy(strategy={"area_label": one}).card) == many
    assert labels.hallmarks(strategy(strategy={"hallmark_label": one}).card) == many


def test_that_a_chosen_plural_is_never_made_over() -> None:
    words = {"area_label": "Fokusområde", "area_label_plural": "Våra fokusområden"}
    assert labels.areas(strategy(strategy=words).card) == "Våra fokusområden"


def test_that_a_word_inside_a_sentence_is_in_lower_case_but_for_abbreviations() -> None:
    assert [labels.inside(word) for word in ("Kännetecken", "EU-mål", "")] == [
        "kännetecken",
        "EU-mål",
        "",
    ]
