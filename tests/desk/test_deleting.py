"""What goes with a thing that is removed, and what stays without it."""

from collections.abc import Iterator, Sequence

import pytest
from sqlalchemy import Connection

from strategidesk.desk.commands import BringBack, Create, Delete
from strategidesk.desk.desk import Desk
from strategidesk.errors import UserError
from strategidesk.history import reading
from strategidesk.history.graph import Node
from strategidesk.model.plan import Activity
from tests.support.desks import fresh
from tests.support.strategies import known_id

U1, A1, H0, H1, V1, V2 = (known_id(name) for name in ("u1", "a1", "h0", "h1", "v1", "v2"))


@pytest.fixture
def desk() -> Iterator[Desk]:
    with fresh() as desk:
        yield desk


def activity(desk: Desk, name: str) -> Activity:
    found = desk.strategy.get(Activity, known_id(name))
    assert found
    return found


def test_that_the_file_is_not_asked_about_each_thing_of_many(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    real = reading.nodes_of

    def nodes_of(connection: Connection, entities: Sequence[bytes]) -> dict[bytes, list[Node]]:
        asked.append(len(entities))
        return real(connection, entities)

    for number in range(40):
        desk.run(Create("unit", {"name": f"Enhet {number}"}))
    made = tuple(unit.id for unit in desk.strategy.units[-40:])
    monkeypatch.setattr("strategidesk.history.recording.nodes_of", nodes_of)

    desk.run(Delete(made))
    assert asked == [40]
    desk.undo()
    assert asked == [40, 40]
    assert {unit.id for unit in desk.strategy.units} >= set(made)


def test_that_what_pointed_at_it_lets_go_for_good(desk: Desk) -> None:
    changes = desk.run(Delete((U1,)))
    assert activity(desk, "v1").unit is None
    assert changes.touches(V1, "unit")
    desk.run(BringBack((U1,)))
    assert activity(desk, "v1").unit is None
    told = next(iter(desk.history(V1, "unit")))
    assert (told.author, told.before, told.value) == ("Alva", U1, None)


def test_that_sets_let_go_of_the_one_and_keep_the_others(desk: Desk) -> None:
    desk.run(Delete((H1,)))
    assert activity(desk, "v1").hallmarks == (H0,)
    assert activity(desk, "v2").hallmarks == ()
    desk.run(BringBack((H1,)))
    assert activity(desk, "v1").hallmarks == (H0,)


def test_that_an_area_takes_its_hallmarks_and_links_and_leaves_its_activities(desk: Desk) -> None:
    desk.run(Delete((A1,)))
    assert H1 not in desk.strategy.by_id
    assert desk.strategy.links == ()
    assert {V1, V2} <= set(desk.strategy.by_id)
    assert activity(desk, "v1").area is None


def test_that_an_activity_takes_its_answers_along(desk: Desk) -> None:
    changes = desk.run(Delete((V1,)))
    gone = {kind for id, kind, _ in desk.wastebasket() if id in changes.deleted}
    assert gone == {"activity", "follow_up", "comment"}


def test_that_the_strategy_itself_stays(desk: Desk) -> None:
    with pytest.raises(UserError):
        desk.run(Delete((desk.strategy.card.id,)))
