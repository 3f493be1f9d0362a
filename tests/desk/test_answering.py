"""Answers of which a person must say what they mean: listed with all else that waits, settled."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from strategidesk.desk.answers.taking import taking
from strategidesk.desk.commands import Delete, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.files import make
from strategidesk.desk.reviewing import (
    DISMISS,
    KEEP,
    TAKE,
    WRITE,
    CannotBeSettledSo,
    Resolve,
    verbs,
)
from strategidesk.errors import UserError
from strategidesk.history.items import Item
from strategidesk.history.reviewing import count
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import FollowUp, OpenAnswer
from strategidesk.model.plan import Activity
from tests.support import rounds
from tests.support.answers import READ_ON, answer_id, answered, asked, judgment, sheet
from tests.support.copies import merged
from tests.support.desks import content, loaded, same, working
from tests.support.strategies import known_id

V1 = answer_id("v1", "2026")
ACTIVITIES = [{"id": name, "title": name, "unit": "u1"} for name in ("v1", "v2")]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    make(tmp_path / "en.strategi", "Alva", rounds.asking(activities=ACTIVITIES))
    with working(tmp_path / "en.strategi") as desk:
        yield desk


def waiting(desk: Desk, *outcomes: Any) -> Item:
    """The first that waits when these have been read in."""
    command = taking(judgment(sheet(*outcomes)), "Alva")
    assert command is not None
    desk.run(command)
    return desk.review()[0]


def settle(desk: Desk, item: Item, verb: str, value: Any = None) -> None:
    """Settle an item; undo brings it back, and redo settles it again."""
    before = content(desk.strategy)
    revision = item.options[0].revision if verb == TAKE else ""
    desk.run(Resolve(item, verb, revision, value))
    after = content(desk.strategy)
    assert item.id not in {one.id for one in desk.review()}
    desk.undo()
    assert item.id in {one.id for one in desk.review()}
    assert content(desk.strategy) == before
    desk.redo()
    assert content(desk.strategy) == after
    assert same(loaded(desk), desk.strategy)


def answer(desk: Desk, id: Id = V1) -> FollowUp:
    found = desk.strategy.get(FollowUp, id)
    assert found is not None
    return found


def handling(desk: Desk) -> str:
    (found,) = desk.strategy.all(OpenAnswer)
    return found.handling


def test_that_what_is_asked_is_listed_with_what_it_would_go_to(desk: Desk) -> None:
    item = waiting(desk, asked("v1", "new_end", "31/6", "2027-06-30"))

    assert (item.kind, item.noun, item.entity, item.field) == ("answer", "follow_up", V1, "new_end")
    assert (item.base, item.options[0].value) == ("", "2027-06-30")
    assert item.options[0].author == "Chefen"
    assert verbs(item) == (TAKE, WRITE, DISMISS)
    with desk.file.reading() as connection:
        assert count(connection, desk.file.tables) == len(desk.review()) == 1


def test_that_the_proposal_is_taken_and_makes_the_answer(desk: Desk) -> None:
    settle(desk, waiting(desk, asked("v1", "new_end", "31/6", "2027-06-30")), TAKE)

    found = answer(desk)
    assert (found.activity, found.period, found.status) == (known_id("v1"), "2026", "")
    assert (found.new_end, found.reported_by, found.reported_on) == (
        "2027-06-30", "Chefen", READ_ON,
    )  # fmt: skip
    assert handling(desk) == "taken"


def test_that_another_value_is_written_over_what_stands_there(desk: Desk) -> None:
    cells = (*answered(None, "v1", status="done", actual="30"), asked("v1", "new_end", "31/6"))
    item = waiting(desk, *cells)
    assert verbs(item) == (WRITE, DISMISS)

    settle(desk, item, WRITE, "2027-07")

    assert (answer(desk).actual, answer(desk).new_end) == ("30", "2027-07")


def test_that_a_status_that_was_asked_for_becomes_the_activitys(desk: Desk) -> None:
    settle(desk, waiting(desk, asked("v1", "status", "nästan", "started")), TAKE)

    activity = desk.strategy.get(Activity, known_id("v1"))
    assert activity is not None
    assert activity.status == answer(desk).status == "started"


def test_that_an_answer_is_left_out_and_what_was_typed_stays_in_the_file(desk: Desk) -> None:
    settle(desk, waiting(desk, asked("v1", "new_end", "31/6", "2027-06-30")), DISMISS)

    assert not desk.strategy.all(FollowUp)
    (found,) = desk.strategy.all(OpenAnswer)
    assert (found.typed, found.handling) == ("31/6", "left")


def test_that_what_goes_nowhere_can_only_be_left_out(desk: Desk) -> None:
    item = waiting(
        desk, replace(asked("v1", "", "Se bilaga."), activity=None, target=None, row_key="")
    )

    assert verbs(item) == (DISMISS,)
    for verb in (TAKE, WRITE, KEEP):
        with pytest.raises(CannotBeSettledSo):
            desk.run(Resolve(item, verb, item.options[0].revision, "x"))
    settle(desk, item, DISMISS)


def test_that_a_value_that_the_field_does_not_take_changes_nothing(desk: Desk) -> None:
    item = waiting(desk, asked("v1", "new_end", "31/6"))
    before = desk.strategy

    with pytest.raises(UserError):
        desk.run(Resolve(item, WRITE, value="31/6"))

    assert desk.strategy is before
    assert desk.review() == [item]


def test_that_an_answer_settled_on_one_copy_is_settled_on_the_other(
    desk: Desk, tmp_path: Path
) -> None:
    copy = tmp_path / "två.strategi"
    copy.write_bytes(desk.path.read_bytes())
    item = waiting(desk, asked("v1", "new_end", "31/6", "2027-06-30"))
    desk.run(Resolve(item, TAKE, item.options[0].revision))
    with working(copy, "Bo") as other:
        assert waiting(other, asked("v1", "new_end", "31/6", "2027-06-30")).id == item.id
        merged(other, desk.path)
        assert other.review() == []
        assert answer(other).new_end == "2027-06-30"
    merged(desk, copy)
    assert desk.review() == []


def test_that_the_item_shows_what_stands_there_now_and_goes_with_its_activity(desk: Desk) -> None:
    item = waiting(desk, *answered(None, "v1", actual="30"), asked("v1", "actual", "30-40", "30"))
    desk.run(SetFields(V1, {"actual": "35"}))
    assert (desk.review()[0].id, desk.review()[0].base) == (item.id, "35")

    desk.run(Delete((known_id("v1"),)))
    assert desk.review() == []
    desk.undo()
    assert len(desk.review()) == 1
