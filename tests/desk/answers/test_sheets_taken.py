"""Returned workbooks all the way: read, judged, taken in, and what then waits for a person."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from strategidesk.desk.answers.judging import judge
from strategidesk.desk.answers.outcomes import Judgment, Verdict
from strategidesk.desk.answers.received import Received
from strategidesk.desk.answers.taking import taking
from strategidesk.desk.desk import Desk
from strategidesk.desk.files import make
from strategidesk.excel.sheets.reading import read
from strategidesk.excel.sheets.returned import from_json
from strategidesk.model.follow_up import FollowUp, OpenAnswer, of_line
from strategidesk.model.strategy import Strategy
from tests.support import rounds
from tests.support.desks import working
from tests.support.returned.case import ACTIVITIES, Case, typed


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "ekbacka.strategi"
    make(path, "Alva", rounds.asking(activities=ACTIVITIES))
    with working(path) as desk:
        yield desk


def judged(one: Strategy, folder: Path, **cells: object) -> Judgment:
    """What becomes of a sheet of the strategy's round in which these cells are filled."""
    kind = rounds.the_round(one).kind
    path = Case(name="svar", kind=kind, change=typed(**cells)).put(folder / "svar.xlsx")
    received = Received(path, from_json(read(str(path))))
    return judge(one, [received], rounds.TODAY)


def take(desk: Desk, folder: Path, **cells: object) -> None:
    """Takes such a sheet in."""
    command = taking(judged(desk.strategy, folder, **cells), "Alva")
    assert command is not None
    desk.run(command)


def waiting(desk: Desk) -> list[str]:
    return [of_line(one.typed) for one in desk.strategy.all(OpenAnswer)]


def test_that_a_question_about_an_activity_of_the_units_own_waits(
    desk: Desk, tmp_path: Path
) -> None:
    take(desk, tmp_path, B10="Bokbuss", C10="Ett okänt kännetecken")

    assert waiting(desk) == ["Ett okänt kännetecken"]
    assert "Bokbuss" in {one.title for one in desk.strategy.activities}


def test_that_a_question_about_a_row_without_a_title_waits(desk: Desk, tmp_path: Path) -> None:
    take(desk, tmp_path, C10="Ett okänt kännetecken")

    assert waiting(desk) == ["Ett okänt kännetecken"]


def test_that_an_answer_without_a_word_of_what_it_is_about_is_kept(
    desk: Desk, tmp_path: Path
) -> None:
    take(desk, tmp_path, I10="Det gick bra.")

    (answer,) = desk.strategy.all(FollowUp)
    (own,) = [one for one in desk.strategy.activities if one.id == answer.activity]
    assert (answer.result, own.title, own.stage) == ("Det gick bra.", "", "proposed")


@pytest.mark.parametrize(
    ("kind", "cells", "told"),
    [
        ("follow_up", {"B10": "Bokbuss", "F10": "Antal turer"}, "Antal turer"),
        ("proposals", {"D9": "Bokbuss", "B9": "Ett annat kännetecken"}, "Ett annat kännetecken"),
    ],
)
def test_that_what_is_written_in_locked_columns_of_new_activities_is_told(
    tmp_path: Path, kind: str, cells: dict[str, str], told: str
) -> None:
    (sheet,) = judged(rounds.asking(kind, activities=ACTIVITIES), tmp_path, **cells).sheets

    (one,) = [one for one in sheet.outcomes if one.typed == told]
    assert (one.verdict, one.counted) == (Verdict.REFUSED, False)
    assert one.why
