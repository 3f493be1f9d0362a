"""What becomes of texts that stand where no answer belongs."""

from collections import Counter

import pytest

from strategidesk.desk.answers.judging import judge
from strategidesk.desk.answers.outcomes import SheetReport, Verdict
from strategidesk.excel.references import cell
from strategidesk.excel.sheets.returned import Stray
from tests.support import rounds
from tests.support.returned import made
from tests.support.returned.case import ACTIVITIES

ONE = rounds.asking(activities=ACTIVITIES)
DAY = "2026-12-20"


def judged(*strays: Stray) -> SheetReport:
    (sheet,) = judge(ONE, [made.received(made.sheet(ONE, stray=strays))], DAY).sheets
    assert sum(sheet.counts.values()) == sheet.filled == len(strays)
    return sheet


def verdicts(*strays: Stray) -> Counter[Verdict]:
    return Counter(one.verdict for one in judged(*strays).outcomes if one.counted)


@pytest.mark.parametrize(
    ("name", "count", "verdict"),
    [
        ("Mina anteckningar", 5, Verdict.ASKED),
        ("Mina anteckningar", 6, Verdict.REFUSED),
        ("Uppföljning", 30, Verdict.ASKED),
        ("Uppföljning", 31, Verdict.REFUSED),
    ],
)
def test_that_few_texts_elsewhere_are_asked_about_and_many_are_left(
    name: str, count: int, verdict: Verdict
) -> None:
    strays = [Stray(sheet=name, at=f"B{100 + row}", text=f"Rad {row}") for row in range(count)]

    assert verdicts(*strays) == {verdict: count}


def test_that_a_row_with_very_much_beside_it_goes_into_no_comment() -> None:
    strays = [Stray(sheet="Uppföljning", at=cell(7, 20 + n), text=f"{n}") for n in range(3_000)]

    assert verdicts(*strays) == {Verdict.REFUSED: 3_000}


def test_that_all_columns_of_ones_own_stand_in_one_comment() -> None:
    headings = {"P": "Att göra", "Q": "Vem", "R": ""}
    strays = [
        Stray(sheet="Uppföljning", at=f"{one}6", text=text)
        for one, text in headings.items()
        if text
    ]
    strays += [
        Stray(sheet="Uppföljning", at=f"{one}7", text=f"{one.lower()}!", heading=text)
        for one, text in headings.items()
    ]

    sheet = judged(*strays)

    new = {one.new for one in sheet.outcomes if one.verdict is Verdict.TAKEN}
    assert new == {"Att göra: p!\n\nVem: q!\n\nr!"}
    assert {one.at for one in sheet.outcomes if one.verdict is Verdict.SAME and one.counted} == {
        "P6",
        "Q6",
    }
