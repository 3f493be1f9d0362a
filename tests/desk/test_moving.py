"""A move that moves nothing is no step."""

from pathlib import Path

import pytest

from strategidesk.desk import files
from strategidesk.desk.commands import Move
from strategidesk.desk.desk import Desk
from strategidesk.model.places import parent_of
from strategidesk.paths import resource


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "Ekbacka.strategi"
    files.load(resource("sample", "ekbacka.json"), made, "Alva")
    return made


def test_that_a_move_to_where_a_thing_stands_leaves_nothing_to_undo(path: Path) -> None:
    with Desk.open(path, "Alva") as desk:
        roots = [one.id for one in desk.strategy.sections if parent_of(one.place) is None]
        for id, after in ((roots[0], None), (roots[2], roots[1])):
            assert not desk.run(Move(id, None, after))
        assert not desk.run(Move(roots[-1], None))
        assert desk.undo_label is None


def test_that_a_move_to_another_place_is_one(path: Path) -> None:
    with Desk.open(path, "Alva") as desk:
        first, second = desk.strategy.areas[:2]
        assert desk.run(Move(first.id, None, second.id))
        assert desk.strategy.areas[:2] == (second, desk.strategy.get(type(first), first.id))
        desk.undo()
        assert desk.strategy.areas[0].id == first.id


def test_that_who_is_told_of_a_change_can_ask_what_is_undone_next(path: Path) -> None:
    with Desk.open(path, "Alva") as desk:
        heard: list[tuple[str | None, str | None]] = []
        desk.listeners.append(lambda _changes: heard.append((desk.undo_label, desk.redo_label)))
        first, second = desk.strategy.areas[:2]
        desk.run(Move(first.id, None, second.id))
        desk.undo()
        desk.redo()
        assert heard == [("move", None), (None, "move"), ("move", None)]
