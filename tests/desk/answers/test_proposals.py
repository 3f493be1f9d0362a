"""What becomes of proposals that units write, and of those that the group has dealt with."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from strategidesk.desk.answers.judging import judge
from strategidesk.desk.answers.outcomes import Outcome, SheetReport, Verdict
from strategidesk.excel.sheets.returned import Returned, Stray
from strategidesk.model.strategy import Strategy
from tests.support import rounds
from tests.support.returned import made
from tests.support.strategies import known_id

DAY = "2026-12-20"
BUS = {"id": "p1", "title": "Bokbuss", "unit": "u1", "stage": "proposed", "hallmarks": ["h1"],
       "area": "a1", "description": "Fler **läser**.", "when": "Våren"}  # fmt: skip
# the sheet: two rows for the overall hallmark, the proposal, two for the other hallmark (from 10),
# two for the area without hallmarks (from 12), five for what belongs nowhere (from 14)
WAITING, OF_HALLMARK = 9, 10


def asking(**bus: object) -> Strategy:
    return rounds.asking("proposals", activities=[{**BUS, **bus}])


def none_waits() -> Strategy:
    return rounds.asking("proposals", activities=[])


def sent(typed: made.Typed | None = None, **more: Any) -> Returned:
    return made.sheet(asking(), typed, **more)


def judged(found: Returned, one: Strategy | None = None) -> SheetReport:
    (sheet,) = judge(one or asking(), [made.received(found)], DAY).sheets
    assert sum(sheet.counts.values()) == sheet.filled
    return sheet


def by_place(sheet: SheetReport) -> Mapping[str, Outcome]:
    return {one.at: one for one in sheet.outcomes}


def test_that_a_proposal_begins_with_its_unit_and_its_place() -> None:
    found = by_place(judged(sent({"D10": "Läsklubb", "C10": "Läslust", "D12": "Fixarhjälp"})))

    club, goal, home = found["D10"], found["C10"], found["D12"]
    assert club.target is not None
    assert goal.target is not None
    assert home.target is not None
    assert (club.new, goal.new, club.proposal) == ("Läsklubb", "Läslust", True)
    assert club.target.id == goal.target.id != home.target.id
    assert club.target.made == {
        "unit": known_id("u1"),
        "stage": "proposed",
        "area": known_id("a1"),
        "hallmarks": [known_id("h1")],
    }
    assert home.target.made["area"] == known_id("a2")


def test_that_a_proposal_that_was_sent_is_the_same_until_the_unit_changes_it() -> None:
    assert judged(sent()).counts[Verdict.SAME] == 3

    found = by_place(judged(sent({f"D{WAITING}": "Bokbåt"})))

    assert (found["D9"].verdict, found["D9"].old, found["D9"].new) == (
        Verdict.TAKEN, "Bokbuss", "Bokbåt"
    )  # fmt: skip
    assert found["F9"].verdict is Verdict.SAME


def test_that_the_groups_change_to_a_waiting_proposal_stands() -> None:
    found = by_place(judged(sent(), asking(title="Bokbussen")))

    assert found["D9"].verdict is Verdict.SAME
    assert "har ändrats i planen sedan dess" in str(found["D9"].why[0])


def test_that_changes_to_a_proposal_that_was_decided_are_asked_about() -> None:
    typed = {f"D{WAITING}": "Bokbåt"}

    for stage, says in {"accepted": "godtagit", "declined": "avböjt"}.items():
        outcome = by_place(judged(sent(typed), asking(stage=stage)))["D9"]
        assert outcome.verdict is Verdict.ASKED
        assert says in str(outcome.why[-1])
        assert [one.value for one in outcome.choices] == ["Bokbåt"]


def test_that_a_proposal_that_was_removed_is_not_brought_back_unasked() -> None:
    found = by_place(judged(sent({"G9": "Tid"}), none_waits()))

    assert found["D9"].verdict is Verdict.REFUSED
    assert found["G9"].verdict is Verdict.ASKED


def test_that_a_row_that_the_unit_emptied_is_told() -> None:
    found = sent()
    rows = [replace(row, cells=()) if row.number == WAITING else row for row in found.rows]

    (told,) = judged(replace(found, rows=tuple(rows))).outcomes

    assert (told.at, told.verdict, told.counted) == ("D9", Verdict.SAME, False)


def test_that_a_proposal_without_a_name_is_asked_for_one() -> None:
    found = by_place(judged(sent({"C10": "Läsklubb på torsdagar"})))

    assert found["C10"].verdict is Verdict.TAKEN
    assert (found["D10"].verdict, found["D10"].counted) == (Verdict.ASKED, False)
    assert found["D10"].new == "Läsklubb på torsdagar"


def test_that_a_proposal_of_the_units_own_names_its_place() -> None:
    typed = {
        "A14": "språk",
        "B14": "Läslust",
        "D14": "Fritt",
        "A15": "Överallt",
        "D15": "Ett till",
        "B16": "Läsglädje",
        "D16": "Ett tredje",
    }
    found = by_place(judged(sent(typed)))

    assert (found["A14"].new, found["A14"].corrected) == (known_id("a1"), True)
    assert found["B14"].new == [known_id("h1")]
    assert found["A15"].verdict is Verdict.ASKED
    assert [one.label for one in found["A15"].choices] == ["Språk", "Boende", "Övergripande"]
    assert found["B16"].verdict is Verdict.ASKED
    assert {one.at for one in judged(sent(typed)).outcomes if one.verdict is Verdict.TAKEN} == {
        "A14", "B14", "D14", "D15", "D16"
    }  # fmt: skip


def test_that_a_copied_row_is_another_proposal() -> None:
    found = sent({"D10": "Läsklubb"})
    row = next(row for row in found.rows if row.number == OF_HALLMARK)
    cells = tuple(replace(cell, at="D40", text="Läsklubb två") for cell in row.cells)
    both = (*found.rows, replace(row, number=40, cells=cells))

    first, second = (by_place(judged(replace(found, rows=both)))[at] for at in ("D10", "D40"))

    assert (first.verdict, second.verdict) == (Verdict.TAKEN, Verdict.TAKEN)
    assert first.target is not None
    assert second.target is not None
    assert first.target.id != second.target.id
    assert second.target.made["hallmarks"] == [known_id("h1")]


def test_that_a_row_without_an_id_keeps_its_place_and_its_identity() -> None:
    found = sent({"D10": "Läsklubb"})
    rows = [replace(row, id="") if row.number == OF_HALLMARK else row for row in found.rows]
    lost = replace(found, rows=tuple(rows))

    first, again = (by_place(judged(lost))["D10"] for _ in range(2))

    assert first.target is not None
    assert first.target.made["hallmarks"] == [known_id("h1")]
    assert first == again


def test_that_a_column_of_ones_own_goes_into_the_comment() -> None:
    beside = (
        Stray(sheet="Förslag", at="K6", text="Kostar"),
        Stray(sheet="Förslag", at="K10", text="200\nkronor", heading="Kostar"),
    )
    found = by_place(judged(sent({"D10": "Läsklubb"}, stray=beside)))

    assert (found["K10"].verdict, found["K10"].new) == (Verdict.TAKEN, "Kostar: 200 kronor")
    assert found["K6"].verdict is Verdict.SAME


def test_that_what_a_unit_proposed_in_a_follow_up_is_followed_up_with_it() -> None:
    one = rounds.asking(activities=[{"id": "v1", "title": "Språkcafé", "unit": "u1"}])
    typed = {"B8": "Bokbuss", "C8": "Läslust", "H8": "Försenad", "I8": "Väntar på buss"}
    found = by_place(judged(made.sheet(one, typed), one))

    title, status, text = found["B8"], found["H8"], found["I8"]
    assert title.target is not None
    assert status.target is not None
    assert text.target is not None
    assert title.target.made["area"] == known_id("a1")
    assert status.target.made["activity"] == title.target.id
    assert text.target.field == "comment"
    assert all(one.proposal for one in (title, status, text))
