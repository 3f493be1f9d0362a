"""Declared once: two nouns of this test's own work everywhere without any other code."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

import pytest
from jsonschema import Draft202012Validator

from strategidesk.desk import files
from strategidesk.desk.applying import Apply
from strategidesk.desk.commands import Command, Create, Delete, Move, Restore, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.errors import UserError
from strategidesk.history.projection import rebuild
from strategidesk.model.fields import (
    Id,
    choice,
    date,
    flag,
    line,
    number,
    prose,
    reference,
    references,
    whole,
)
from strategidesk.model.interchange.schema import json_schema
from strategidesk.model.noun import Meta, Noun, Ordered, derived_id
from strategidesk.model.schema import STANDARD, Schema
from tests.support.desks import content, loaded, same, working


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking(Noun):
    """Without an order; who books the same place for the same day makes the same booking."""

    meta: ClassVar[Meta] = Meta(
        "booking",
        "bookings",
        "Booking",
        "Bookings",
        "day",
        derived=("venue", "day", "part", "shared", "seats", "activities"),
    )
    venue: Id | None = reference("Venue", to="venue", owned=True)
    day: str = date("Day")
    part: str = choice("Part of the day", {"morning": "Morning", "evening": "Evening"}, "evening")
    shared: bool = flag("Shared", True)
    seats: Decimal | None = number("Seats")
    activities: tuple[Id, ...] = references("Activities", to="activity")
    note: str = prose("Note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue(Ordered):
    meta: ClassVar[Meta] = Meta("venue", "venues", "Venue", "Venues", "name", tree=True)
    name: str = line("Name")
    class_: str = choice("Class", {"hall": "Hall", "room": "Room"}, "hall")
    floors: int | None = whole("Floors", 1)
    open_: bool = flag("Open")
    host: Id | None = reference("Host", to="member")
    about: Id | None = reference("Concerns", to="*")


OWN = Schema((*STANDARD.nouns, Booking, Venue))
DATA = {
    "format": "strategidesk",
    "version": 1,
    "strategy": {"title": "Lokaler i Ekbacka"},
    "members": [{"id": "m", "name": "Alva"}],
    "activities": [{"id": "v", "title": "Språkkafé"}],
    "bookings": [
        {"venue": "sal", "day": "2026-05-02", "seats": 12.5, "activities": ["v"]},
        {"id": "b2", "venue": "hus", "day": "2026-05-03", "part": "morning", "note": "Nyckel."},
    ],
    "venues": [
        {"id": "hus", "name": "Medborgarhuset", "floors": 3, "host": "m", "about": "v"},
        {"id": "sal", "name": "Stora salen", "parent": "hus", "class": "room", "open": True},
    ],
    "comments": [{"id": "c", "target": "b2", "text": "Bekräftad?"}],
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "data.json").write_text(json.dumps(DATA), encoding="utf-8")
    files.load(tmp_path / "data.json", tmp_path / "x.strategi", "Ida", OWN)
    return tmp_path / "x.strategi"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with working(path, schema=OWN) as desk:
        yield desk


def test_that_it_loads_and_dumps_without_loss(path: Path, tmp_path: Path) -> None:
    dumped = files.dump_file(path, OWN)
    document = json.loads(dumped)
    house, hall = document["venues"]
    assert (house["name"], house["floors"], house["class"]) == ("Medborgarhuset", 3, "hall")
    assert (hall["parent"], hall["class"], hall["open"]) == (house["id"], "room", True)
    assert sorted(booking["venue"] for booking in document["bookings"]) == sorted(
        [house["id"], hall["id"]]
    )
    (tmp_path / "again.json").write_bytes(dumped)
    files.load(tmp_path / "again.json", tmp_path / "y.strategi", "Ida", OWN)
    assert files.dump_file(tmp_path / "y.strategi", OWN) == dumped


def test_that_its_id_follows_from_its_values(desk: Desk) -> None:
    (hall,) = (venue.id for venue in desk.strategy.all(Venue) if venue.class_ == "room")
    (booking,) = (b for b in desk.strategy.all(Booking) if b.venue == hall)
    values = {
        "venue": hall,
        "day": "2026-05-02",
        "seats": 12.5,
        "activities": [*booking.activities],
    }
    assert booking.id == derived_id(Booking, values)
    count = len(desk.strategy.all(Booking))
    desk.run(Create("booking", {**values, "note": "En gång till."}))
    assert len(desk.strategy.all(Booking)) == count
    assert desk.strategy.get(Booking, booking.id).note == "En gång till."  # type: ignore[union-attr]


def test_that_it_stands_in_the_json_schema(path: Path) -> None:
    validator = Draft202012Validator(json_schema(OWN))
    document = json.loads(files.dump_file(path, OWN))
    validator.validate(document)
    document["venues"][0]["colour"] = "red"
    assert not validator.is_valid(document)


def test_that_mistakes_in_it_are_named(tmp_path: Path) -> None:
    venues: list[Any] = [{"id": "hus", "floors": "tre"}]
    (tmp_path / "data.json").write_text(
        json.dumps({**DATA, "venues": venues, "bookings": [], "comments": []}), encoding="utf-8"
    )
    with pytest.raises(UserError, match=r"venues\[0\]\.floors"):
        files.load(tmp_path / "data.json", tmp_path / "z.strategi", "Ida", OWN)


def test_that_it_is_edited_moved_deleted_undone_and_projected(desk: Desk) -> None:
    states = [content(desk.strategy)]
    house, hall = (venue.id for venue in desk.strategy.all(Venue))
    steps: list[Command] = [
        SetFields(hall, {"class": "hall", "open": False, "floors": None}),
        Move(hall, None, None),
        Create("venue", {"name": "Lilla salen", "host": desk.strategy.members[0].id}, house),
        Apply(
            (
                {"create": "venue", "id": "ny", "values": {"name": "Torget", "parent": house}},
                {"create": "booking", "values": {"venue": "ny", "day": "2026-06"}},
            )
        ),
        Delete((desk.strategy.members[0].id,)),
        Delete((house,)),
    ]
    for step in steps:
        assert desk.run(step)
        states.append(content(desk.strategy))
        assert [finding.template for finding in desk.verify()] == []
        assert same(desk.strategy, loaded(desk))
    assert {venue.id for venue in desk.strategy.all(Venue)} == {hall}
    assert all(booking.venue == hall for booking in desk.strategy.all(Booking))
    assert not desk.strategy.all(STANDARD.by_entity["comment"])
    for state in reversed(states[:-1]):
        desk.undo()
        assert content(desk.strategy) == state
    for state in states[1:]:
        desk.redo()
        assert content(desk.strategy) == state


def test_that_it_is_rebuilt(desk: Desk) -> None:
    desk.run(SetFields(desk.strategy.all(Venue)[0].id, {"name": "Folkets hus"}))
    before = desk.strategy
    with desk.file.writing() as connection:
        for table in desk.file.tables.metadata.sorted_tables:
            connection.exec_driver_sql(f'DELETE FROM "{table.name}"')
        rebuild(connection, desk.file.tables)
    assert same(loaded(desk), before)


def test_that_it_has_a_history_and_a_wastebasket(desk: Desk) -> None:
    house = desk.strategy.all(Venue)[0].id
    desk.run(SetFields(house, {"class": "room"}))
    told = [(entry.author, entry.before, entry.value) for entry in desk.history(house, "class")]
    assert told == [("Alva", "hall", "room"), ("Ida", None, "hall")]
    desk.run(Restore(list(desk.history(house, "class"))[-1].revision))
    assert desk.strategy.get(Venue, house).class_ == "hall"  # type: ignore[union-attr]
    desk.run(Delete((house,)))
    assert (house, "venue", "Medborgarhuset") in desk.wastebasket()


def test_that_a_program_without_it_keeps_it(path: Path) -> None:
    before = files.dump_file(path, OWN)
    with working(path) as desk:
        assert desk.strategy.card.title == "Lokaler i Ekbacka"
        desk.run(SetFields(desk.strategy.card.id, {"subject": "språk"}))
        assert [finding.template for finding in desk.verify()] == []
    after = json.loads(files.dump_file(path, OWN))
    assert after["strategy"].pop("subject") == "språk"
    expected = json.loads(before)
    del expected["strategy"]["subject"]
    assert after == expected
