"""Which activity a row of a returned sheet is about."""

from dataclasses import replace
from typing import Any

import pytest

from strategidesk.desk.answers.judging import judge
from strategidesk.desk.answers.outcomes import Outcome, Verdict
from strategidesk.excel.sheets.returned import Cell
from strategidesk.model.fields import Id
from tests.support import rounds
from tests.support.returned import made
from tests.support.strategies import known_id

DAY = "2026-12-20"
ACTIVITIES: list[dict[str, Any]] = [
    {"id": "v1", "title": "Språkcafé", "unit": "u1", "hallmarks": ["h1"]},
    {"id": "v2", "title": "Språkcafé", "unit": "u1", "responsible": "Rektor"},
    {"id": "v3", "title": "Sagostund", "unit": "u1"},
    {"id": "v4", "title": "Sagostund", "unit": "u2"},
    {"id": "v5", "title": "Sommarbok", "unit": "u2"},
    {"id": "v6", "title": "Läxhjälp", "unit": "u1"},
    {"id": "v7", "title": "Läxhjälp", "unit": "u1"},
]
ONE = rounds.asking(activities=ACTIVITIES)


def judged(id: str, **locked: str) -> Outcome:
    """What becomes of a status in a row with that id and those texts."""
    found = made.sheet(ONE)
    row = replace(
        found.rows[0],
        id=id,
        locked=locked,
        cells=(Cell(at="H7", column="status", text="Genomförd"),),
    )
    (sheet,) = judge(ONE, [made.received(replace(found, rows=(row,)))], DAY).sheets
    (outcome,) = [one for one in sheet.outcomes if one.counted]
    return outcome


@pytest.mark.parametrize(
    ("locked", "id"),
    [
        ({"activity": "sagostund "}, "v3"),
        ({"activity": "Sommarbok"}, "v5"),
        ({"activity": "Språkcafé", "number": "2"}, "v2"),
        ({"activity": "Språkcafé", "number": "7", "responsible": "Rektor"}, "v2"),
        ({"activity": "Språkcafé", "hallmarks": "Läslust"}, "v1"),
    ],
)
def test_that_a_row_without_an_id_is_known_by_what_stands_in_it(
    locked: dict[str, str], id: str
) -> None:
    outcome = judged("", **locked)

    assert (outcome.activity, outcome.verdict) == (known_id(id), Verdict.TAKEN)
    assert "tappat sin märkning" in str(outcome.why[0])


def test_that_a_row_that_may_be_about_several_activities_is_asked_about() -> None:
    outcome = judged("", activity="Läxhjälp", number="9")

    assert (outcome.activity, outcome.target, outcome.verdict) == (None, None, Verdict.ASKED)


def test_that_a_row_that_is_nearly_an_activitys_is_asked_about() -> None:
    outcome = judged("", activity="Sagostunden")

    assert (outcome.activity, outcome.verdict) == (known_id("v3"), Verdict.ASKED)
    assert [one.value for one in outcome.choices] == ["done"]
    assert "”3 Sagostund”" in str(outcome.why[0])


def test_that_a_row_whose_activity_is_gone_keeps_what_it_says() -> None:
    outcome = judged(str(known_id("borta")), activity="Rymdresa")

    assert (outcome.title, outcome.typed, outcome.verdict) == (
        "Rymdresa", "Genomförd", Verdict.ASKED
    )  # fmt: skip
    assert outcome.activity is None


def test_that_the_id_of_a_row_counts_more_than_its_text() -> None:
    outcome = judged(str(known_id("v3")), activity="Språkcafé")

    assert (outcome.activity, outcome.verdict) == (Id(known_id("v3")), Verdict.TAKEN)


def test_that_only_other_words_are_told_of_what_the_sheet_does_not_ask() -> None:
    found = made.sheet(ONE, {"H7": "Genomförd"})

    def told(title: str, *changed: str) -> list[str]:
        locked = {**found.rows[0].locked, "activity": title}
        row = replace(found.rows[0], locked=locked, changed=changed)
        (sheet,) = judge(ONE, [made.received(replace(found, rows=(row,)))], DAY).sheets
        return [str(one.why[0]) for one in sheet.outcomes if one.verdict is Verdict.REFUSED]

    assert told(" språk\u00a0café\n") == []
    assert "eller i planen efter att" in told("Läscafé")[0]
    assert "har ändrats i bladet. I planen står ”Språkcafé”" in told("Läscafé", "activity")[0]


def test_that_what_is_missing_in_a_column_that_is_not_there_is_told_all_the_same() -> None:
    found = made.sheet(ONE, {"H7": "Försenad"}, columns={"status": "C", "activity": "B"})

    (sheet,) = judge(ONE, [made.received(found)], DAY).sheets

    assert [one.at for one in sheet.questions] == ["Kommentar/Resultat 7"]
