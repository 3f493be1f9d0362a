"""Who was asked in a consultation, who answered, and how."""

import unicodedata
from typing import Any

import pytest

from strategidesk.model.dialogue import Consultation
from strategidesk.model.referral import MIXED, asked, named, newest, tally
from strategidesk.model.strategy import Strategy
from tests.support.strategies import known_id, strategy


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Skolan, Biblioteket", ("Skolan", "Biblioteket")),
        ("Skolan;  Hyresgästerna i Norr, Öst ; ", ("Skolan", "Hyresgästerna i Norr, Öst")),
        ("Skolan, Vården och Polisen", ("Skolan", "Vården", "Polisen")),
        ("Skolan, Miljö och hälsa", ("Skolan", "Miljö och hälsa")),
        ("Skolan, Barn- och Ungdomsnämnden", ("Skolan", "Barn- och Ungdomsnämnden")),
        ("18 instanser, varav 9 svarade", ()),
        ("Alla nämnder", ()),
        ("", ()),
    ],
)
def test_that_a_line_of_names_is_told_from_one_that_counts(
    line: str, names: tuple[str, ...]
) -> None:
    assert named(line) == names


def _asked(**values: Any) -> Strategy:
    return strategy(
        consultations=[
            {"id": "old", "kind": "remiss", "from": "2024-01", "respondents": "Hamnen, Staden"},
            {"id": "new", "kind": "remiss", "from": "2025-01", "respondents": "Skolan, Norr"},
            {"id": "talk", "kind": "dialogue", "from": "2026-01", "respondents": "40 invånare"},
        ],
        **values,
    )


def _of(made: Strategy, name: str) -> Consultation:
    found = made.get(Consultation, known_id(name))
    assert found
    return found


def test_that_the_list_of_the_newest_referral_is_that_of_the_paper_that_went_out() -> None:
    made = _asked(papers=[{"kind": "consultation", "sent_to": "- Skolan\n- Föreningen Ett, två"}])
    assert newest(made) == _of(made, "new")
    assert asked(made, _of(made, "new")) == ("Skolan", "Föreningen Ett, två")
    assert asked(made, _of(made, "old")) == ("Hamnen", "Staden")


def test_that_one_who_answered_several_times_counts_once() -> None:
    said = [
        {"consultation": "new", "respondent": "Skolan", "position": "approves"},
        {"consultation": "new", "respondent": "skolan ", "position": ""},
        {"consultation": "new", "respondent": "Vården", "position": "approves"},
        {"consultation": "new", "respondent": "Vården", "position": "rejects"},
        {"consultation": "new", "respondent": "", "position": "approves"},
        {"consultation": "old", "respondent": "Hamnen", "position": "approves"},
    ]
    made = _asked(responses=said)
    found = tally(made, _of(made, "new"))
    assert found.positions == {"Skolan": "approves", "Vården": MIXED}
    assert (found.total, found.silent, found.uncalled) == (2, ("Norr",), ("Vården",))
    assert tally(made, _of(made, "talk")).total == 40


def test_that_names_are_the_same_however_their_letters_are_put_together() -> None:
    name = "Öst"
    made = strategy(
        consultations=[{"id": "c", "respondents": f"{name}, Väst"}],
        responses=[{"consultation": "c", "respondent": unicodedata.normalize("NFD", name)}],
    )
    assert tally(made, _of(made, "c")).silent == ("Väst",)
