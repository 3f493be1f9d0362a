"""Two copies of the group that each read what came back, and then come together."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from strategidesk.desk.answers.judging import judge
from strategidesk.desk.answers.taking import taking
from strategidesk.desk.commands import Delete, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.files import make
from strategidesk.model.follow_up import FollowUp, OpenAnswer
from tests.support import rounds
from tests.support.answers import answer_id, answered, asked, judgment, proposed, sheet
from tests.support.copies import merged
from tests.support.desks import content, working
from tests.support.returned import made
from tests.support.returned.words import DAYS, FIGURES, WORDS
from tests.support.strategies import known_id

ID = answer_id("v1", "2026")


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    """One strategy on two computers."""
    path, copy = tmp_path / "en.strategi", tmp_path / "två.strategi"
    activities = [{"id": f"v{number}", "title": "Språk", "unit": "u1"} for number in range(1, 4)]
    older = [{"activity": "v2", "period": "2026", "status": "started", "result": "Igång."}]
    make(path, "Alva", rounds.asking(activities=activities, follow_ups=older))
    copy.write_bytes(path.read_bytes())
    with ExitStack() as open:
        yield open.enter_context(working(path, "Alva")), open.enter_context(working(copy, "Bo"))


def everything(desk: Desk, **more: Any) -> Any:
    """A sheet that says something of all kinds."""
    return sheet(
        *answered(desk.strategy, "v1", status="done", result="Många kom.", trend="positive"),
        *answered(desk.strategy, "v2", status="done", result="Nästan klart."),
        *proposed("rad 1", title="Sagosång", when="Torsdagar"),
        asked("v3", "new_end", "31/6", "2027-06-30"),
        **more,
    )


def take(desk: Desk, one: Any, reader: str = "Alva", read_on: str = "2027-01-20") -> None:
    command = taking(judgment(one, read_on=read_on), reader)
    assert command is not None
    desk.run(command)


def test_that_two_copies_that_read_one_sheet_are_one_without_doubles_or_questions(
    desks: tuple[Desk, Desk],
) -> None:
    one, two = desks
    take(one, everything(one), "Alva", "2027-01-20")
    take(two, everything(two, path=Path("Kopia av Biblioteket.xlsx")), "Bo", "2027-01-23")

    merged(one, two.path)
    merged(two, one.path)

    assert content(one.strategy) == content(two.strategy)
    assert {item.kind for item in one.review()} <= {"answer"}
    assert len(one.strategy.all(FollowUp)) == 2
    assert len(one.strategy.activities) == 4


def test_that_all_that_managers_type_is_one_when_two_copies_have_read_it(tmp_path: Path) -> None:
    cells = (*WORDS, *DAYS, *FIGURES)
    activities = [
        {"id": f"v{number}", "title": f"Aktivitet {number}", "unit": "u1"}
        for number in range(len(cells))
    ]
    sent = rounds.asking(activities=activities)
    typed = {f"{column}{row}": text for row, (column, text, _) in enumerate(cells, 7)}
    path, copy = tmp_path / "en.strategi", tmp_path / "två.strategi"
    make(path, "Alva", sent)
    copy.write_bytes(path.read_bytes())
    with working(path, "Alva") as one, working(copy, "Bo") as two:
        for desk, day in ((one, "2027-01-20"), (two, "2027-01-23")):
            received = made.received(made.sheet(sent, typed))
            command = taking(judge(desk.strategy, [received], day), desk.author)
            assert command is not None
            desk.run(command)

        merged(one, two.path)
        merged(two, one.path)

        assert content(one.strategy) == content(two.strategy)
        waiting = one.review()
        assert {item.kind for item in waiting} == {"answer"}
        assert len(waiting) == len(one.strategy.all(OpenAnswer))


def test_that_what_the_group_edits_after_reading_counts_over_the_same_sheet_read_elsewhere(
    desks: tuple[Desk, Desk],
) -> None:
    one, two = desks
    take(one, everything(one))
    one.run(SetFields(ID, {"result": "Fyrtio kom.", "status": "continuous"}))
    take(two, everything(two), "Bo", "2027-01-23")

    merged(one, two.path)

    found = one.strategy.get(FollowUp, ID)
    assert found is not None
    assert (found.result, found.status) == ("Fyrtio kom.", "continuous")
    assert {item.kind for item in one.review()} <= {"answer"}


def test_that_what_is_noted_of_sheets_is_no_question_where_another_has_removed_what_it_names(
    desks: tuple[Desk, Desk],
) -> None:
    one, two = desks
    take(one, everything(one))
    one.run(Delete((known_id("r1"), known_id("u1"))))
    take(two, everything(two), "Bo", "2027-01-23")

    merged(one, two.path)

    asked_of = {item.noun for item in one.review() if item.kind != "answer"}
    assert not asked_of & {"receipt", "open_answer"}


def test_that_different_answers_to_one_question_meet_in_review(desks: tuple[Desk, Desk]) -> None:
    one, two = desks
    take(one, sheet(*answered(None, "v1", status="done", actual="30"), reported_by="A"))
    take(two, sheet(*answered(None, "v1", status="done", actual="40"), mark="m2"), "Bo")

    merged(one, two.path)

    found = [(item.kind, item.entity, item.field) for item in one.review()]
    assert found == [("conflict", ID, "actual")]
