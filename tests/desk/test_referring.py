"""What a referral's papers lack, with the place where it is mended."""

import pytest

from strategidesk import language
from strategidesk.desk.exporting import checking
from strategidesk.desk.exports import Wish, chosen
from strategidesk.desk.jobs import finish
from strategidesk.desk.papers import chosen as paper_of
from strategidesk.desk.papers import composed, usual
from strategidesk.model.strategy import Strategy
from tests.support.strategies import known_id, strategy

CARD = {"id": "card", "title": "Strategi för möten", "municipality": "Ekbacka kommun"}
DAY = "Sista dag för svar saknas."
ADDRESS = "Adressen som svaren ska skickas till saknas."
NOBODY = "Ingen remiss är registrerad, så det framgår inte vilka som tillfrågas."


@pytest.fixture(autouse=True)
def _swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language._Active, "language", "sv")


def found(what: str, made: Strategy) -> list[tuple[str, str, str]]:
    export, _ = chosen(what)
    return [(one.id, one.field, str(one)) for one in finish(checking(export, made, Wish()))]


def test_that_a_version_without_a_referral_says_what_is_missing() -> None:
    card = known_id("card")
    assert found("consultation", strategy(strategy=CARD)) == [
        (card, "status", NOBODY),
        (card, "status", DAY),
        (card, "status", ADDRESS),
    ]


def test_that_what_is_missing_is_mended_in_the_referral_or_else_in_the_paper() -> None:
    referral = {"id": "c", "kind": "remiss", "to": "2026-05-04"}
    made = strategy(strategy=CARD, consultations=[referral])
    assert found("consultation", made) == [(known_id("c"), "to", ADDRESS)]
    paper = {"id": "p", "kind": "consultation"}
    made = strategy(strategy=CARD, consultations=[{**referral, "to": ""}], papers=[paper])
    assert found("consultation", made) == [
        (known_id("p"), "reply_by", DAY),
        (known_id("p"), "reply_to", ADDRESS),
    ]


def test_that_a_paper_takes_day_and_address_from_the_referral_and_the_department() -> None:
    made = strategy(
        strategy=CARD,
        consultations=[{"kind": "remiss", "to": "2026-05-04", "respondents": "Skolan, Vården"}],
        units=[{"name": "Kansliet", "email": "kansliet@ekbacka.example"}],
        papers=[{"kind": "consultation", "department": "Kansliet"}],
    )
    whole = composed(made, paper_of(made, "consultation", "strategy"), "2026-03-09")
    assert (whole.reply_by, whole.reply_to) == ("2026-05-04", "kansliet@ekbacka.example")
    assert whole.sent_to == "- Skolan\n- Vården"
    assert "Frågor om remissen besvaras av Kansliet." in whole.letter
    assert found("consultation", made) == []


def test_that_a_letter_promises_no_day_and_no_address_that_nobody_has_given() -> None:
    whole = composed(strategy(strategy=CARD), usual("consultation"), "2026-03-09")
    assert "Skicka svaret" not in whole.letter
    assert whole.heading == "Remiss av förslag till Strategi för möten"


def _summary(**response: str) -> list[tuple[str, str, str]]:
    made = strategy(
        strategy=CARD,
        consultations=[{"id": "c", "kind": "remiss", "title": "Remiss"}],
        responses=[{"id": "r", "consultation": "c", **response}],
    )
    return found("consultation-summary", made)


GOOD = {"respondent": "Socialnämnden", "handling": "accepted", "text": "Bra."}


def test_that_a_report_without_anything_to_tell_says_so() -> None:
    said = "Ingen dialog eller remiss är registrerad, så det finns inget att redovisa."
    made = strategy(strategy=CARD)
    assert found("consultation-summary", made) == [(known_id("card"), "status", said)]
    assert _summary(**GOOD) == []


@pytest.mark.parametrize(
    ("response", "field", "sentence"),
    [
        ({"respondent": ""}, "respondent", "Det framgår inte vem som har svarat."),
        ({"handling": ""}, "handling", "Det framgår inte hur synpunkten har hanterats."),
        (
            {"handling": "rejected"},
            "comment",
            "Synpunkten har inte lett till någon ändring, och skälet saknas.",
        ),
        ({"text": "![](blob:x)"}, "text", "En bild saknar text som säger vad den visar."),
    ],
)
def test_that_each_answer_says_who_what_and_why(
    response: dict[str, str], field: str, sentence: str
) -> None:
    assert _summary(**{**GOOD, **response}) == [(known_id("r"), field, sentence)]


@pytest.mark.parametrize(
    ("name", "reminded"),
    [
        ("Noor Granåsvik", True),
        ("Alva-Maj Ekbackasdotter", True),
        ("Privatperson i Centrum", True),
        ("Socialnämnden", False),
        ("Föreningen Språkbron", False),
        ("Ekbackahem AB", False),
        ("Lövåsby kommun", False),
        ("Hyresgästerna i Norrgärdet", False),
    ],
)
def test_that_names_of_private_persons_are_reminded_of(name: str, reminded: bool) -> None:
    said = _summary(**{**GOOD, "respondent": name})
    assert [one[1] for one in said] == ["respondent"] * reminded
