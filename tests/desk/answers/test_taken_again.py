"""A sheet that was judged and taken in says nothing new when it comes again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from strategidesk.desk.answers.judging import judge
from strategidesk.desk.answers.outcomes import Outcome, SheetReport, Verdict
from strategidesk.desk.answers.taking import taking
from strategidesk.desk.desk import Desk
from strategidesk.desk.files import make
from strategidesk.excel.sheets.returned import Stray
from strategidesk.model.strategy import Strategy
from tests.support import rounds
from tests.support.desks import working
from tests.support.returned import made
from tests.support.returned.words import DAYS, FIGURES, WORDS

DAY = "2026-12-20"
TYPED = (*WORDS, *DAYS, *FIGURES)
ACTIVITIES: list[dict[str, Any]] = [
    {"id": f"v{n}", "title": f"Aktivitet {n}", "unit": "u1"} for n in range(len(TYPED) + 3)
]
NEXT, OWN = 7 + len(TYPED), 7 + len(ACTIVITIES)  # the first row left, the first of the unit's own


@pytest.fixture(params=["follow_up", "proposals"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    activities = ACTIVITIES if request.param == "follow_up" else []
    make(tmp_path / "e.strategi", "Alva", rounds.asking(request.param, activities=activities))
    with working(tmp_path / "e.strategi") as desk:
        yield desk


def everything(desk: Desk) -> tuple[made.Typed, tuple[Stray, ...]]:
    """All that managers type in all the ways that the corpus knows."""
    if rounds.the_round(desk.strategy).kind == "proposals":
        return {
            "C7": "*Fler* läser\n\n- och\nskriver", "D7": "Bokbuss", "F7": "Våren",
            "D9": "Läs\nklubb", "A13": "språk", "B13": "Läslust", "D13": "Fritt",
        }, (Stray(sheet="Förslag", at="K7", text="200 kr", heading="Kostar"),)  # fmt: skip
    typed = {f"{column}{row}": text for row, (column, text, _) in enumerate(TYPED, 7)}
    return {
        **typed,
        f"H{NEXT}": "försenat", f"I{NEXT}": "Ingen *tid*.\n1. eller pengar",
        f"B{OWN}": "Bokbuss", f"C{OWN}": "Läslust", f"I{OWN}": "På gång",
    }, (
        Stray(sheet="Uppföljning", at="P8", text="Ring", heading="Att göra"),
        Stray(sheet="Uppföljning", at=f"P{NEXT}", text="Ring", heading="Att göra"),
    )  # fmt: skip


def judged(desk: Desk, sent: Strategy, typed: made.Typed, stray: tuple[Stray, ...]) -> SheetReport:
    """What becomes of a sheet that went out with what was in the strategy then, and is taken in."""
    found = made.sheet(sent, typed, stray=stray)
    judgment = judge(desk.strategy, [made.received(found)], DAY)
    command = taking(judgment, "Alva")
    if command:
        desk.run(command)
    (sheet,) = judgment.sheets
    return sheet


def by_place(sheet: SheetReport) -> dict[str, Outcome]:
    return {one.at: one for one in sheet.outcomes if one.counted}


def test_that_what_was_taken_in_is_the_same_when_it_comes_again(desk: Desk) -> None:
    sent, (typed, stray) = desk.strategy, everything(desk)
    first = by_place(judged(desk, sent, typed, stray))
    assert {one.verdict for one in first.values()} >= {Verdict.TAKEN}

    again = judged(desk, sent, typed, stray)
    with_more = {**typed, "E7" if "C7" in typed else "I8": "Mer."}
    more = by_place(judged(desk, sent, with_more, stray))

    assert again.already is not None
    taken = {at for at, one in first.items() if one.verdict is Verdict.TAKEN}
    assert {at: more[at] for at in taken if more[at].verdict is not Verdict.SAME} == {}
    (new,) = more.keys() - first.keys()
    assert more[new].verdict is Verdict.TAKEN
