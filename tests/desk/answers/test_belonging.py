"""To which round and unit a returned sheet belongs, and what is refused whole."""

from dataclasses import replace
from typing import Any

import pytest

from strategidesk.desk.answers.judging import judge
from strategidesk.desk.answers.outcomes import SheetReport, Verdict
from strategidesk.excel.sheets.identity import Identity
from strategidesk.excel.sheets.returned import Returned, Stray
from tests.support import rounds
from tests.support.returned import made
from tests.support.returned.case import ACTIVITIES
from tests.support.strategies import known_id

ONE = rounds.asking(activities=ACTIVITIES)
DAY = "2026-12-20"


def filled() -> Returned:
    return made.sheet(ONE, {"H7": "Genomförd"}, stray=(Stray(sheet="Annat", at="A1", text="Obs"),))


def judged(found: Returned, **lists: Any) -> SheetReport:
    one = rounds.asking(activities=ACTIVITIES, **lists)
    (sheet,) = judge(one, [made.received(found)], DAY).sheets
    return sheet


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"strategy": "en annan"}, "annan strategi, ”Strategi för Ekbacka”"),
        ({"form": "99"}, "nyare version av programmet"),
        ({"round": "borta", "period": "2019"}, "Helår 2019, finns inte längre"),
    ],
)
def test_that_a_sheet_from_elsewhere_is_refused_whole(change: dict[str, str], says: str) -> None:
    found = filled()
    assert found.identity

    sheet = judged(replace(found, identity=replace(found.identity, **change)))

    assert says in str(sheet.refused)
    assert sheet.counts[Verdict.REFUSED] == sheet.filled == 2


def test_that_only_the_round_that_was_chosen_is_read() -> None:
    files = [made.received(filled())]

    (chosen,) = judge(ONE, files, DAY, known_id("r1")).sheets
    (wrong,) = judge(ONE, files, DAY, known_id("r9")).sheets

    assert chosen.refused is None
    assert "Uppföljning helår 2026" in str(wrong.refused)


def test_that_a_round_that_was_made_anew_takes_the_sheet() -> None:
    again = [{"id": "r2", "kind": "follow_up", "period": "2026"}]

    sheet = judged(filled(), rounds=again)

    assert (sheet.round, sheet.refused) == (known_id("r2"), None)
    assert "Helår 2026" in str(sheet.notices[0])


@pytest.mark.parametrize(
    ("facts", "unit"),
    [
        ({}, known_id("u1")),
        ({"unit": "biblioteket "}, known_id("u1")),
        ({"unit": "Utan enhet"}, None),
    ],
)
def test_that_a_sheet_without_marks_is_known_by_its_head(
    facts: dict[str, str], unit: str | None
) -> None:
    found = filled()

    sheet = judged(replace(found, identity=None, facts={**found.facts, **facts}))

    assert (sheet.unit, sheet.round, sheet.refused) == (unit, known_id("r1"), None)
    assert "tappat sin märkning" in str(sheet.notices[0])


@pytest.mark.parametrize("facts", [{"unit": "Rymden"}, {"period": "Helår 2019"}, {"unit": ""}])
def test_that_a_sheet_that_says_nothing_of_itself_is_refused(facts: dict[str, str]) -> None:
    found = filled()

    sheet = judged(replace(found, identity=None, facts={**found.facts, **facts}))

    assert sheet.refused is not None
    assert sheet.counts[Verdict.REFUSED] == 2


def test_that_the_answers_of_a_unit_that_was_removed_go_to_its_activities() -> None:
    units = [{"id": "u2", "name": "Skolan"}]
    homeless = [{**one, "unit": None} for one in ACTIVITIES]
    one = rounds.asking(activities=homeless, units=units)

    (sheet,) = judge(one, [made.received(filled())], DAY).sheets

    assert (sheet.unit, sheet.unit_name) == (None, "Biblioteket")
    assert sheet.counts[Verdict.TAKEN] == 1
    assert "Biblioteket finns inte längre" in str(sheet.notices[0])


def test_that_a_sheet_that_was_taken_in_is_known_again_wherever_its_rows_have_gone() -> None:
    found = made.sheet(ONE, {"H7": "Genomförd", "I8": "Snart."})
    mark = judged(found).mark
    there = [{"round": "r1", "mark": mark, "received_on": "2026-12-01", "read_by": "Bo Ek"}]
    since = [{"activity": "v1", "period": "2026", "status": "started"}]

    sheet = judged(
        replace(found, rows=found.rows[::-1], sheet="Blad1"), receipts=there, follow_ups=since
    )

    assert str(sheet.already) == "Ett blad som säger samma sak togs in 2026-12-01 av Bo Ek."
    assert sheet.counts[Verdict.SAME] == sheet.filled == 2
    assert [(one.old, one.new) for one in sheet.outcomes] == [("", ""), ("started", "started")]


def test_that_a_mark_tells_sheets_apart_that_say_different_things() -> None:
    found = filled()
    other = made.sheet(ONE, {"H7": "Genomförd"}, unit="u2")
    identity = found.identity
    assert isinstance(identity, Identity)
    marks = {
        judged(one).mark
        for one in (
            found,
            other,
            made.sheet(ONE, {"H7": "Påbörjad"}),
            made.sheet(ONE, {"H8": "Genomförd"}),
            replace(found, identity=replace(identity, unit=str(known_id("u2")))),
        )
    }

    assert len(marks) == 5


def test_that_rows_that_are_missing_are_told() -> None:
    found = made.sheet(ONE, {"H7": "Genomförd"})

    sheet = judged(replace(found, rows=tuple(row for row in found.rows if row.number != 8)))

    assert judged(found).notices == ()
    assert "ingen rad för 2 Läsecirkel." in str(sheet.notices[0])


def test_that_an_empty_sheet_says_so() -> None:
    sheet = judged(made.sheet(ONE))

    assert sheet.filled == 0
    assert [str(notice) for notice in sheet.notices] == [
        "Inget är ifyllt. Fråga enheten om det är rätt fil."
    ]


@pytest.mark.parametrize(
    ("handling", "verdict"),
    [("waits", Verdict.ASKED), ("taken", Verdict.SAME), ("left", Verdict.SAME)],
)
def test_that_a_question_that_was_answered_is_not_asked_again(
    handling: str, verdict: Verdict
) -> None:
    found = made.sheet(ONE, {"H7": "kanske", "H8": "Genomförd"})
    (question,) = [one for one in judged(found).outcomes if one.verdict is Verdict.ASKED]
    before = {
        "round": "r1",
        "row": question.row_key,
        "column": "status",
        "typed": "kanske",
        "handling": handling,
    }

    again = judged(found, open_answers=[before])

    assert [one.verdict for one in again.outcomes if one.at == "H7"] == [verdict]
    assert [one.verdict for one in again.outcomes if one.at == "H8"] == [Verdict.TAKEN]
