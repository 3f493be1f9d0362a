"""What becomes of the cells of returned sheets."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from strategidesk.desk.answers.extras import NOT_FILLED
from strategidesk.desk.answers.judging import Received, judge
from strategidesk.desk.answers.outcomes import Judgment, Outcome, SheetReport, Verdict
from strategidesk.desk.answers.settling import LeaveOut, Take, settled
from strategidesk.errors import UserError
from strategidesk.excel.sheets.reading import read
from strategidesk.excel.sheets.returned import Returned, from_json
from strategidesk.model.follow_up import FollowUp, Receipt
from strategidesk.model.noun import derived_id
from strategidesk.model.strategy import Strategy
from tests.support import rounds
from tests.support.returned.answered import ANSWERED
from tests.support.returned.case import ACTIVITIES, Case, taken, typed
from tests.support.returned.moved import DISORDER, MOVED
from tests.support.returned.values import VALUES
from tests.support.strategies import known_id

CASES = (*VALUES, *MOVED, DISORDER, *ANSWERED)
DAY = "2026-12-20"
PLACE = Path("svar.xlsx")


def returned(case: Case, folder: Path) -> Returned:
    return from_json(read(str(case.put(folder / "svar.xlsx"))))


def asking(case: Case, **more: Any) -> Strategy:
    return rounds.asking(case.kind, **{"activities": ACTIVITIES, **case.there, **more})


def judged(case: Case, folder: Path, **more: Any) -> Judgment:
    found = Received(PLACE, returned(case, folder))
    return judge(asking(case, **more), [found], DAY)


def the_sheet(judgment: Judgment) -> SheetReport:
    (sheet,) = judgment.sheets
    return sheet


def by_place(sheet: SheetReport) -> Mapping[str, Outcome]:
    return {one.at: one for one in sheet.outcomes}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_that_every_filled_cell_comes_to_what_it_should(case: Case, tmp_path: Path) -> None:
    sheet = the_sheet(judged(case, tmp_path))

    counted = {one.at: one for one in sheet.outcomes if one.counted}
    filled = {*case.cells, *(at for at, _ in case.stray)}
    assert set(counted) == filled
    assert len(filled) == sheet.filled == sum(sheet.counts.values())
    expected = {at: case.becomes.get(at, taken()) for at in filled}
    assert {at: counted[at] for at in filled if not expected[at].agrees(counted[at])} == {}
    if case.besides is not None:
        told = [one for one in sheet.outcomes if not one.counted]
        told = [one for one in told if {why.template for why in one.why} != {NOT_FILLED}]
        assert {one.at for one in told} == set(case.besides)
        assert all(case.besides[one.at].agrees(one) for one in told)


def test_that_the_corpus_of_answers_is_as_large_as_it_says() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 160


def test_that_an_answer_goes_to_the_activity_and_the_period(tmp_path: Path) -> None:
    case = Case(name="klar", change=typed(H7="Genomförd", I7="Allt *klart*."))

    status, text = the_sheet(judged(case, tmp_path)).outcomes[:2]

    assert (status.verdict, status.new, status.old) == (Verdict.TAKEN, "done", "")
    assert (text.new, text.title) == (r"Allt \*klart\*.", "1 Språkcafé")
    assert status.target
    assert text.target
    assert status.target.id == derived_id(FollowUp, {"activity": known_id("v1"), "period": "2026"})
    assert (status.target.field, text.target.field) == ("status", "result")
    assert status.target.made["activity"] == known_id("v1")


def test_that_the_text_beside_a_delay_is_its_comment(tmp_path: Path) -> None:
    case = Case(name="sen", change=typed(H7="Försenad", I7="Ingen personal."))

    text = by_place(the_sheet(judged(case, tmp_path)))["I7"]

    assert text.target is not None
    assert text.target.field == "comment"


def test_that_what_the_strategy_says_already_is_the_same(tmp_path: Path) -> None:
    case = Case(name="åter", change=typed(H7="Genomförd", I7="Klart."))
    there = [{"activity": "v1", "period": "2026", "status": "done", "result": "**Klart**."}]

    sheet = the_sheet(judged(case, tmp_path, follow_ups=there))

    assert sheet.counts[Verdict.SAME] == 2


def test_that_a_sheet_that_was_taken_in_is_known_again(tmp_path: Path) -> None:
    case = Case(name="igen", change=typed(H7="Genomförd"))
    mark = the_sheet(judged(case, tmp_path)).mark
    there = [{"round": "r1", "mark": mark, "received_on": "2026-12-01", "read_by": "Bo Ek"}]

    sheet = the_sheet(judged(case, tmp_path, receipts=there))

    assert sheet.already is not None
    assert str(sheet.already) == "Ett blad som säger samma sak togs in 2026-12-01 av Bo Ek."
    assert [one.verdict for one in sheet.outcomes] == [Verdict.SAME]
    assert derived_id(Receipt, {"round": known_id("r1"), "mark": mark})


def test_that_sheets_of_another_strategy_or_round_are_refused_whole(tmp_path: Path) -> None:
    case = Case(name="fel", change=typed(H7="Genomförd", Q7="Obs"))
    found = returned(case, tmp_path)
    assert found.identity
    other = replace(found, identity=replace(found.identity, strategy="en annan"))
    newer = replace(found, identity=replace(found.identity, form="99"))
    files = [Received(PLACE, one) for one in (other, newer)]

    for sheet in judge(asking(case), files, DAY).sheets:
        assert sheet.refused is not None
        assert sheet.counts[Verdict.REFUSED] == sheet.filled == 2

    (wrong,) = judge(asking(case), [Received(PLACE, found)], DAY, known_id("r9")).sheets
    assert "Uppföljning helår 2026" in str(wrong.refused)


def test_that_a_sheet_without_marks_is_known_by_its_head(tmp_path: Path) -> None:
    found = returned(Case(name="utan", change=typed(H7="Genomförd")), tmp_path)
    bare = replace(found, identity=None)
    strange = replace(bare, facts={**bare.facts, "unit": "Rymden"})
    files = [Received(PLACE, one) for one in (bare, strange)]

    known, unknown = judge(asking(VALUES[0]), files, DAY).sheets

    assert (known.unit, known.round) == (known_id("u1"), known_id("r1"))
    assert known.counts[Verdict.TAKEN] == 1
    assert unknown.refused is not None


def test_that_a_file_that_could_not_be_read_keeps_its_trouble() -> None:
    trouble = UserError("There is no file {path}.", path="x")

    sheet = the_sheet(judge(rounds.asking(), [Received(PLACE, trouble=trouble)], DAY))

    assert (sheet.trouble, sheet.filled, sheet.outcomes) == (trouble, 0, ())


def test_that_a_persons_decisions_settle_questions(tmp_path: Path) -> None:
    case = Case(name="x", change=typed(H7="x", H8="?", H9="Genomförd"))
    judgment = judged(case, tmp_path)
    name = the_sheet(judgment).outcomes[0].sheet

    after = settled(
        judgment, {(PLACE, name, "H7"): Take("started"), (PLACE, name, "H8"): LeaveOut()}
    )

    found = by_place(the_sheet(after))
    assert (found["H7"].verdict, found["H7"].new) == (Verdict.TAKEN, "started")
    assert found["H8"].verdict is Verdict.REFUSED
    assert found["H9"] == by_place(the_sheet(judgment))["H9"]
