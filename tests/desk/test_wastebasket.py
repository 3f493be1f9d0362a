"""What was deleted comes back with what belonged to it."""

from collections.abc import Iterator

import pytest

from strategidesk.desk.commands import BringBack, Delete
from strategidesk.desk.desk import Desk
from strategidesk.desk.wastebasket import Gone, _steps, gone, with_parts
from strategidesk.model.fields import Id
from tests.support.desks import fresh, write_as
from tests.support.strategies import known_id

A1, H1, S1, S11 = (known_id(name) for name in ("a1", "h1", "s1", "s11"))


@pytest.fixture
def desk() -> Iterator[Desk]:
    with fresh() as desk:
        yield desk


def _alive(desk: Desk) -> set[str]:
    return {thing.id for noun in desk.strategy.schema.nouns for thing in desk.strategy.all(noun)}


def test_that_deleted_things_tell_who_removed_them(desk: Desk) -> None:
    desk.run(Delete((A1,)))
    found = gone(desk.file)

    assert found[0].id == A1
    assert found[0].author == "Alva"
    assert found[0].at > 0


@pytest.mark.parametrize("id", [A1, S1])
def test_that_all_that_was_removed_with_a_thing_comes_back_with_it(desk: Desk, id: Id) -> None:
    before = _alive(desk)
    desk.run(Delete((id,)))
    assert len(before - _alive(desk)) > 1

    desk.run(BringBack(with_parts(desk.file, [id])))

    assert _alive(desk) == before


def test_that_a_part_that_another_removed_before_stays_removed(desk: Desk) -> None:
    write_as(desk, "Bo", lambda recorder: recorder.delete(H1))
    desk.run(Delete((A1,)))

    found = with_parts(desk.file, [A1])

    assert A1 in found
    assert H1 not in found


def test_that_steps_are_told_apart_by_person_and_time() -> None:
    def one(number: int, author: str, at: int) -> Gone:
        return Gone(Id(str(number)), "area", "", author, at)

    found = _steps(
        [
            one(1, "Bo", 9_000_000),
            one(2, "Bo", 8_999_000),
            one(3, "Ida", 8_998_000),
            one(4, "Ida", 1),
        ]
    )

    assert found == {"1": 0, "2": 0, "3": 1, "4": 2}
