"""What a newer program has written is kept, passed on and otherwise left alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from strategidesk.desk import files
from strategidesk.desk.commands import Delete, Restore, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.errors import UserError
from strategidesk.history.projection import rebuild
from strategidesk.history.revision import EXISTS
from tests.support.desks import (
    content,
    creation,
    fresh,
    insert,
    loaded,
    review,
    revision,
    same,
    working,
)
from tests.support.sets import TABLES, empty_set, put_in, tables_in
from tests.support.strategies import known_id

S1, V1 = known_id("s1"), known_id("v1")
DRAGON = known_id("dragon")


@pytest.fixture
def desk() -> Iterator[Desk]:
    with fresh() as desk:
        yield desk


def rows(desk: Desk) -> list[Any]:
    with desk.file.reading() as connection:
        return list(connection.exec_driver_sql('SELECT * FROM "revision" ORDER BY "id"'))


def test_that_an_unknown_kind_is_kept_and_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    before = desk.strategy
    insert(desk, creation(DRAGON, "dragon", {"name": "Fafner"}), revision(DRAGON, "name", "F."))
    assert same(desk.strategy, before)
    assert desk.wastebasket() == desk.wastebasket()
    assert [finding.template for finding in desk.verify()] == []
    assert list(desk.history(DRAGON)) == []
    with desk.file.writing() as connection:
        rebuild(connection, desk.file.tables)
    assert same(loaded(desk), before)
    files.copy(desk.path, tmp_path / "copy.strategi")
    with working(tmp_path / "copy.strategi") as other:
        assert rows(other) == rows(desk)
    with pytest.raises(UserError):
        desk.run(SetFields(DRAGON, {"name": "x"}))


def test_that_an_unknown_field_is_kept_with_what_it_belongs_to(desk: Desk) -> None:
    before = content(desk.strategy)
    colour = revision(S1, "colour", {"any": ["thing"]}, desk.seen(S1, "colour"))
    insert(desk, colour)
    assert content(desk.strategy) == before
    desk.run(SetFields(S1, {"heading": "Ny"}))
    desk.undo()
    assert content(desk.strategy) == before
    desk.run(Delete((S1,)))
    assert colour.id in last(desk).parents, "a removal names it, or it would not remove"
    assert S1 not in desk.strategy.by_id
    desk.undo()
    assert content(desk.strategy) == before
    assert desk.seen(S1, "colour") == (colour.id,)


def last(desk: Desk) -> Any:
    entry = next(e for e in desk.history(S1) if e.field == EXISTS)
    with desk.file.reading() as connection:
        parents = connection.exec_driver_sql(
            'SELECT "parents" FROM "revision" WHERE "id" = ?', (bytes.fromhex(entry.revision),)
        ).scalar_one()
    return type(
        "Row", (), {"parents": [parents[at : at + 16] for at in range(0, len(parents), 16)]}
    )


def test_that_an_unseen_edit_of_an_unknown_field_keeps_a_thing_too(desk: Desk) -> None:
    seen = desk.seen(S1, EXISTS)
    colour = revision(S1, "colour", "röd", desk.seen(S1, "colour"))
    insert(desk, colour, revision(S1, EXISTS, None, seen))
    assert S1 in desk.strategy.by_id
    assert review(desk) == {(S1, EXISTS, "deleted_but_edited")}


def test_that_a_creation_with_unknown_fields_and_words_is_read_and_restored(desk: Desk) -> None:
    new = known_id("newer activity")
    made = creation(
        new,
        "activity",
        {"title": "Ny", "colour": "röd", "status": "paused", "budget": {"sek": 5}, "place": "Z"},
    )
    insert(desk, made)
    thing: Any = desk.strategy.by_id[new]
    assert (thing.title, thing.status, thing.budget) == ("Ny", "paused", None)
    before = content(desk.strategy)
    desk.run(SetFields(new, {"title": "Nyare", "budget": 7}))
    desk.undo()
    assert content(desk.strategy) == before
    assert [finding.template for finding in desk.verify()] == []
    desk.run(SetFields(new, {"title": "Nyare"}))
    with pytest.raises(UserError):  # what this program cannot say it does not write
        desk.run(Restore(made.id.hex()))
    assert {entry.value for entry in desk.history(new, "title")} == {"Ny", "Nyare"}


def test_that_things_made_alike_as_different_kinds_read_alike_on_all_copies() -> None:
    id = known_id("twice")
    one, two = creation(id, "area", {"title": "a"}), creation(id, "unit", {"name": "u"})
    with empty_set() as first, empty_set() as second:
        put_in(first, [one])
        put_in(first, [two])
        put_in(second, [two])
        put_in(second, [one])
        assert tables_in(first) == tables_in(second)
        rebuild(second, TABLES)
        assert tables_in(first) == tables_in(second)
