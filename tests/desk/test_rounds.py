"""Rounds in an open strategy: asked, changed, removed; what the group answers to proposals."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from strategidesk.desk.desk import Desk
from strategidesk.desk.files import make
from strategidesk.desk.rounds.commands import (
    NO_REASON,
    AcceptProposal,
    ChangeRound,
    DeclineProposal,
    NewRound,
    RemoveRound,
)
from strategidesk.errors import UserError
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import FollowUp, Round
from strategidesk.model.plan import Activity
from tests.support import rounds
from tests.support.strategies import known_id

PROPOSED = {"id": "v1", "title": "Sagosång", "unit": "u1", "stage": "proposed"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ekbacka.strategi"
    answers = [{"activity": "v1", "period": "2026", "status": "started"}]
    make(path, "Alva", rounds.asking(activities=[PROPOSED], follow_ups=answers))
    return path


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with Desk.open(path, "Alva") as desk:
        yield desk


def activity(desk: Desk) -> Activity:
    found = desk.strategy.get(Activity, known_id("v1"))
    assert found is not None
    return found


def test_that_rounds_of_both_kinds_and_several_years_stand_side_by_side(desk: Desk) -> None:
    unit = known_id("u2")

    desk.run(NewRound({"kind": "proposals", "period": "2026"}))
    desk.run(NewRound({"period": "2026-08", "last_reply_on": "2026-09-18", "units": [unit]}))

    found = [(one.kind, one.period, one.units) for one in desk.strategy.all(Round)]
    assert found == [
        ("follow_up", "2026", ()),
        ("proposals", "2026", ()),
        ("follow_up", "2026-08", (unit,)),
    ]


@pytest.mark.parametrize("values", [{}, {"period": ""}, {"period": "2026"}])
def test_that_a_round_has_a_period_of_its_own(desk: Desk, values: dict[str, str]) -> None:
    with pytest.raises(UserError):
        desk.run(NewRound(values))
    assert len(desk.strategy.all(Round)) == 1


def test_that_two_members_who_ask_the_same_make_one_round(path: Path, tmp_path: Path) -> None:
    made: list[Id] = []
    for name in ("a", "b"):
        copy = tmp_path / name
        copy.write_bytes(path.read_bytes())
        with Desk.open(copy, name) as desk:
            desk.run(NewRound({"period": "2027"}))
            made.append(desk.strategy.all(Round)[-1].id)
    assert made[0] == made[1]


def test_that_a_round_is_changed_but_not_into_another(desk: Desk) -> None:
    desk.run(NewRound({"period": "2027"}))
    round = desk.strategy.all(Round)[-1]

    desk.run(ChangeRound(round.id, {"last_reply_on": "2028-01-31", "period": "2027"}))
    with pytest.raises(UserError, match="2026"):
        desk.run(ChangeRound(round.id, {"period": "2026"}))

    changed = desk.strategy.all(Round)[-1]
    assert (changed.period, changed.last_reply_on) == ("2027", "2028-01-31")


def test_that_answers_stay_when_their_round_is_removed(desk: Desk) -> None:
    desk.run(RemoveRound(known_id("r1")))

    assert desk.strategy.all(Round) == ()
    assert len(desk.strategy.all(FollowUp)) == 1


def test_that_a_proposal_is_declined_only_with_a_reason_and_undone_in_one_step(desk: Desk) -> None:
    with pytest.raises(UserError) as raised:
        desk.run(DeclineProposal(known_id("v1"), "  "))
    assert raised.value.template == NO_REASON
    assert activity(desk).stage == "proposed"

    desk.run(DeclineProposal(known_id("v1"), " Ryms inte i år. "))
    assert (activity(desk).stage, activity(desk).decision_reason) == ("declined", "Ryms inte i år.")

    desk.undo()
    assert (activity(desk).stage, activity(desk).decision_reason) == ("proposed", "")


def test_that_a_proposal_is_accepted_as_it_is_or_as_the_group_changes_it(desk: Desk) -> None:
    desk.run(AcceptProposal(known_id("v1")))
    assert (activity(desk).stage, activity(desk).decision_reason) == ("accepted", "")

    desk.run(AcceptProposal(known_id("v1"), {"title": "Sång"}, "Kortare."))
    assert (activity(desk).title, activity(desk).decision_reason) == ("Sång", "Kortare.")
