"""Answers taken in as one step: what they become, and what keeps them out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from strategidesk.desk.answers.bringing import Moved
from strategidesk.desk.answers.outcomes import Said
from strategidesk.desk.answers.taking import TakeAnswers, taking
from strategidesk.desk.answers.waiting import reasons
from strategidesk.desk.commands import Delete, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.files import make
from strategidesk.model.follow_up import FollowUp, OpenAnswer, Receipt, of_line
from strategidesk.model.noun import Noun
from strategidesk.model.plan import Activity
from tests.support import rounds
from tests.support.answers import READ_ON, answer_id, answered, asked, judgment, proposed, sheet
from tests.support.copies import merged
from tests.support.desks import content, loaded, same, working
from tests.support.strategies import known_id

ACTIVITIES = [
    {"id": "v1", "title": "Läslust", "unit": "u1"},
    {"id": "v2", "title": "Språkkafé", "unit": "u1", "status": "started"},
    {"id": "v3", "title": "Exempel", "unit": "u1", "example": True},
]
OLDER = [{"activity": "v2", "period": "2026-08", "status": "started", "result": "Igång."}]


def file(path: Path, **lists: Any) -> Path:
    """A strategy with a round and an answer of the summer before."""
    given = {"activities": ACTIVITIES, "follow_ups": OLDER, **lists}
    make(path, "Alva", rounds.asking(**given))
    return path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with working(file(tmp_path / "ekbacka.strategi")) as desk:
        yield desk


def take(desk: Desk, *sheets: Any, reader: str = "Alva", read_on: str = READ_ON) -> TakeAnswers:
    command = taking(judgment(*sheets, read_on=read_on), reader)
    assert command is not None
    desk.run(command)
    return command


def answer(desk: Desk, activity: str, period: str = "2026") -> FollowUp:
    found = desk.strategy.get(FollowUp, answer_id(activity, period))
    assert found is not None
    return found


def status(desk: Desk, activity: str) -> str:
    found = desk.strategy.get(Activity, known_id(activity))
    assert found is not None
    return found.status


def the(desk: Desk, noun: type[Noun]) -> Any:
    (found,) = desk.strategy.all(noun)
    return found


def test_that_a_row_becomes_an_answer_with_who_reported_it_and_when(desk: Desk) -> None:
    take(desk, sheet(*answered(None, "v1", status="done", result="**Många** kom.", actual="40")))

    found = answer(desk, "v1")
    assert (found.activity, found.period) == (known_id("v1"), "2026")
    assert (found.status, found.result, found.actual) == ("done", "**Många** kom.", "40")
    assert (found.reported_by, found.reported_on) == ("Chefen", READ_ON)
    assert status(desk, "v1") == "done"


def test_that_a_row_without_a_status_says_none_and_leaves_the_activitys(desk: Desk) -> None:
    take(desk, sheet(*answered(None, "v2", result="Fler än väntat.")))

    assert answer(desk, "v2").status == ""
    assert status(desk, "v2") == "started"


def test_that_only_what_says_something_else_is_written(desk: Desk) -> None:
    before = desk.strategy
    first = answered(before, "v2", "2026-08", status="started", result="Igång.")
    take(desk, sheet(*first))
    assert answer(desk, "v2", "2026-08") == before.get(FollowUp, answer_id("v2", "2026-08"))

    later = answered(desk.strategy, "v2", "2026-08", status="started", result="Nästan klart.")
    take(desk, sheet(*later, mark="m2", reported_by="Ny chef"))
    found = answer(desk, "v2", "2026-08")
    assert (found.result, found.reported_by) == ("Nästan klart.", "Ny chef")
    changed = {e.field for e in desk.history(found.id) if e.kind == "import" and e.before}
    assert changed == {"result"}


def test_that_the_answer_of_the_latest_period_sets_the_activitys_status(desk: Desk) -> None:
    take(desk, sheet(*answered(None, "v2", "2026-04", status="delayed")))
    assert status(desk, "v2") == "started", "the summer has been answered since"

    take(desk, sheet(*answered(None, "v2", "2026", status="done"), mark="m2"))
    assert status(desk, "v2") == "done"

    take(
        desk,
        sheet(*answered(None, "v2", "2027-04", status="delayed"), mark="m3"),
        sheet(*answered(None, "v2", "2027", result="Ingen lägesbild."), mark="m4"),
    )
    assert status(desk, "v2") == "done", "the latest answer says no status"


def test_that_an_example_gets_no_status(desk: Desk) -> None:
    take(desk, sheet(*answered(None, "v3", status="done")))
    assert status(desk, "v3") == "not_started"


def test_that_rows_of_the_units_own_become_proposals_of_the_unit(desk: Desk) -> None:
    take(desk, sheet(*proposed("rad 1", title="Sagosång", when="Varje torsdag")))

    found = desk.strategy.activities[-1]
    assert (found.title, found.when, found.stage) == ("Sagosång", "Varje torsdag", "proposed")
    assert found.unit == known_id("u1")


def test_that_a_sheet_leaves_a_receipt_and_what_has_none_to_give_leaves_nothing(desk: Desk) -> None:
    take(desk, sheet(*answered(None, "v1", status="done")))
    found = the(desk, Receipt)
    assert (found.file, found.reported_by, found.read_by, found.received_on) == (
        "Biblioteket.xlsx", "Chefen", "Alva", READ_ON,
    )  # fmt: skip

    refused = sheet(*answered(None, "v1", status="done"), trouble=OSError(), mark="m2")
    empty = sheet(mark="m3")
    known = sheet(*answered(None, "v1", result="Nytt."), mark="m1", already=Said("x"))
    assert taking(judgment(refused, empty, known), "Alva") is None
    assert taking(judgment(), "Alva") is None


def test_that_a_sheet_taken_in_once_changes_nothing_again_even_after_the_group_has_edited(
    desk: Desk,
) -> None:
    same_sheet = sheet(*answered(None, "v1", status="done", result="Många kom."))
    take(desk, same_sheet)
    desk.run(SetFields(answer_id("v1", "2026"), {"result": "Fyrtio kom."}))
    before = content(desk.strategy)

    assert not desk.run(TakeAnswers(judgment(same_sheet), "Alva"))
    assert content(desk.strategy) == before


def test_that_taking_is_one_step_that_undo_takes_back_whole(desk: Desk) -> None:
    before = content(desk.strategy)
    command = take(
        desk,
        sheet(
            *answered(None, "v1", status="done", result="Bra."),
            *answered(desk.strategy, "v2", "2026-08", status="delayed"),
            *proposed("rad 1", title="Sagosång"),
            asked("v2", "new_end", "31/6"),
        ),
    )
    after = content(desk.strategy)
    assert command.label == desk.undo_label
    assert "4" in command.label

    desk.undo()
    assert content(desk.strategy) == before
    assert same(loaded(desk), desk.strategy)
    desk.redo()
    assert content(desk.strategy) == after
    desk.undo()
    take(desk, *command.judgment.sheets)
    assert content(desk.strategy) == after, "what was taken back is taken in again"


def gone_activity(desk: Desk) -> None:
    desk.run(Delete((known_id("v2"),)))


def gone_answer(desk: Desk) -> None:
    desk.run(Delete((answer_id("v2", "2026-08"),)))


def other_words(desk: Desk) -> None:
    desk.run(SetFields(answer_id("v2", "2026-08"), {"result": "Gruppen skrev."}))


def gone_round(desk: Desk) -> None:
    desk.run(Delete((known_id("r1"),)))


@pytest.mark.parametrize("meanwhile", [gone_activity, gone_answer, other_words, gone_round])
def test_that_nothing_is_taken_where_the_strategy_has_moved_on_since(
    desk: Desk, meanwhile: Any
) -> None:
    judged = sheet(
        *answered(None, "v1", status="done"),
        *answered(desk.strategy, "v2", "2026-08", result="Klart."),
    )
    meanwhile(desk)
    before = desk.strategy

    with pytest.raises(Moved):
        take(desk, judged)

    assert desk.strategy is before
    assert same(loaded(desk), before)


def test_that_what_stands_there_by_now_is_no_hindrance(desk: Desk) -> None:
    judged = sheet(*answered(desk.strategy, "v2", "2026-08", result="Klart.", actual="3"))
    desk.run(SetFields(answer_id("v2", "2026-08"), {"result": "Klart."}))

    take(desk, judged)

    assert answer(desk, "v2", "2026-08").actual == "3"


def test_that_what_is_asked_waits_with_all_that_was_typed_and_its_cell(desk: Desk) -> None:
    typed = 'Slutet av\n"juni"'
    take(desk, sheet(asked("v1", "new_end", typed, "2027-06-30", "2027-06")))

    found = the(desk, OpenAnswer)
    assert of_line(found.typed) == typed
    assert found.cell == "Biblioteket.xlsx, Uppföljning J7"
    assert (found.handling, found.proposed) == ("waits", '["2027-06-30","2027-06"]')
    assert (found.activity, found.field) == (known_id("v1"), "new_end")
    assert reasons(found) == (f"“{typed}” is no day.",)
    assert desk.strategy.get(FollowUp, answer_id("v1", "2026")) is None


def test_that_what_is_only_missing_is_told_in_the_report_and_waits_for_nobody(desk: Desk) -> None:
    missing = asked("v1", "comment", "", counted=False)
    take(desk, sheet(*answered(None, "v1", status="delayed"), missing))
    assert not desk.strategy.all(OpenAnswer)


def test_that_what_is_asked_of_a_new_activity_waits_beside_it_and_alone_where_it_is_not_made(
    desk: Desk,
) -> None:
    new = proposed("own 1", title="Bokcafé")
    question = asked("v1", "new_end", "snart", "2027")
    beside = replace(question, activity=new[0].target.id if new[0].target else None)
    alone = replace(question, typed="senare", activity=known_id("finns inte"))
    take(desk, sheet(beside, alone, *new))

    found = {one.typed: one.activity for one in desk.strategy.all(OpenAnswer)}
    assert found == {"snart": beside.activity, "senare": None}


def test_that_of_two_cells_that_say_different_things_the_second_waits(desk: Desk) -> None:
    take(
        desk,
        sheet(*answered(None, "v1", actual="3")),
        sheet(*answered(None, "v1", actual="4"), mark="m2"),
    )
    assert answer(desk, "v1").actual == "3"
    assert (the(desk, OpenAnswer).typed, the(desk, OpenAnswer).proposed) == ("4", '["4"]')


def test_that_a_field_with_two_wordings_waits_and_the_rest_is_taken(
    desk: Desk, tmp_path: Path
) -> None:
    copy = tmp_path / "kopia.strategi"
    copy.write_bytes(desk.path.read_bytes())
    id = answer_id("v2", "2026-08")
    desk.run(SetFields(id, {"actual": "1"}))
    with working(copy, "Bo") as other:
        other.run(SetFields(id, {"actual": "2"}))
    merged(desk, copy)

    take(desk, sheet(*answered(desk.strategy, "v2", "2026-08", actual="3", trend="positive")))

    assert answer(desk, "v2", "2026-08").trend == "positive"
    assert the(desk, OpenAnswer).typed == "3"
