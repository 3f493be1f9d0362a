"""The words of documents."""

import pytest

from strategidesk import language
from strategidesk.model.document import Card
from strategidesk.model.noun import fields_of
from strategidesk.model.wording import Wording, wording

KIND = fields_of(Card)["kind"]


def test_that_documents_are_swedish_whatever_the_user_speaks() -> None:
    spoken = language.active()
    language.use("en")
    try:
        assert wording().choice(KIND, "guideline") == "Riktlinjer"
        assert wording().label(KIND) == wording().translations[KIND.label]
    finally:
        language.use(spoken)


def test_that_a_newer_programs_choice_stands_as_it_is() -> None:
    assert wording().choice(KIND, "charter") == "charter"
    assert wording().choice(KIND, "") == ""


def test_that_places_are_filled_in_and_groups_are_reached() -> None:
    words = Wording({"a": {"b": "{n} stycken"}}, {})
    assert words.text("a.b", n=3) == "3 stycken"
    assert words.choice(KIND, "plan") == "Plan"
    with pytest.raises(KeyError):
        words.text("a.c")
