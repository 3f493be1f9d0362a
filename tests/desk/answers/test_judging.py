"""What becomes of the cells of returned sheets."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from strategidesk.desk.answers.extras import NOT_FILLED
from strategidesk.desk.answers.judging import Received, judge
from strategidesk.desk.answers.outcomes import Judgment, Outcome, SheetReport, Verdict
from strategidesk.errors import UserError
from strategidesk.excel.sheets.reading import read
from strategidesk.excel.sheets.returned import Returned, from_json
from strategidesk.model.follow_up import FollowUp
from strategidesk.model.noun import derived_id
from strategidesk.model.strategy import Strategy
from tests.support import rounds
from tests.support.returned import made
from tests.support.returned.answered import ANSWERED
from tests.support.returned.beside import BESIDE
from tests.support.returned.case import ACTIVITIES, Becomes, Case, taken, typed
from tests.support.returned.moved import DISORDER, MOVED
from tests.support.returned.values import VALUES
from tests.support.returned.words import DAYS, FIGURES, WORDS
from tests.support.strategies import known_id

CASES = (*VALUES, *MOVED, DISORDER, *BESIDE, *ANSWERED)
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
    assert len({case.name for case in CASES}) == len(CASES) >= 120


@pytest.mark.parametrize(("column", "text", "becomes"), [*WORDS, *DAYS, *FIGURES])
def test_that_what_is_certain_is_read_and_the_rest_is_asked(
    column: str, text: str, becomes: Becomes
) -> None:
    one = rounds.asking(activities=ACTIVITIES)
    typed = {"H7": "Påbörjad", f"{column}7": text}

    sheet = the_sheet(judge(one, [made.received(made.sheet(one, typed))], DAY))

    outcome = by_place(sheet)[f"{column}7"]
    assert becomes.agrees(outcome)
    assert outcome.choices or outcome.verdict is Verdict.TAKEN or outcome.column == "new_end"
    assert outcome.corrected == bool(outcome.why) or outcome.verdict is Verdict.ASKED


def test_that_a_figure_that_excel_made_a_date_of_is_asked() -> None:
    one = rounds.asking(activities=ACTIVITIES)
    typed: made.Typed = {"H7": "Påbörjad", "K7": {"text": "2026-04-03", "day": "2026-04-03"}}

    sheet = the_sheet(judge(one, [made.received(made.sheet(one, typed))], DAY))

    outcome = by_place(sheet)["K7"]
    assert outcome.verdict is Verdict.ASKED
    assert "3/4" in [choice.value for choice in outcome.choices]


def test_that_an_answer_goes_to_the_activity_and_the_period(tmp_path: Path) -> None:
    case = Case(name="klar", change=typed(H7="Genomförd", I7="Allt *klart*."))

    status, text = the_sheet(judged(case, tmp_path)).outcomes[:2]

    assert (status.verdict, status.new, status.old) == (Verdict.TAKEN, "done", "")
    assert (text.new, text.title) == (r"Allt \*klart\*.", "1 Språkcafé")
    assert status.target
    assert text.target
    assert status.target.id == derived_id(FollowUp, {"activity": known_id("v1"), "period": "2026"})
    assert (status.target.field, text.target.field) == ("status", "result")
    assert status.target.made == {"activity": known_id("v1"), "period": "2026", "status": ""}


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


def test_that_a_file_that_could_not_be_read_keeps_its_trouble() -> None:
    trouble = UserError("There is no file {path}.", path="x")

    sheet = the_sheet(judge(rounds.asking(), [Received(PLACE, trouble=trouble)], DAY))

    assert (sheet.trouble, sheet.filled, sheet.outcomes) == (trouble, 0, ())
