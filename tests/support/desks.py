"""Open strategies for tests of the truth: a rich one with a past, and what other authors write."""

import itertools
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from strategidesk.desk import files
from strategidesk.desk.commands import Create, Delete, Move, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.history.changes import ChangeSet
from strategidesk.history.loading import load
from strategidesk.history.recording import Recorder
from strategidesk.history.revision import EXISTS, Revision, entity_of
from strategidesk.history.revision import make as make_revision
from strategidesk.model.fields import Id
from strategidesk.model.interchange import dump, encode
from strategidesk.model.interchange.form import PICTURES
from strategidesk.model.strategy import Strategy
from strategidesk.store import backups
from tests.support.sets import put_in
from tests.support.strategies import PICTURE, PNG, known_id, strategy

_moments = itertools.count(4_000_000_000_000_000)  # later than any clock: newest wins the display


def rich() -> Strategy:
    """Some of every noun, with trees, links and answers that hang together."""
    return strategy(
        pictures={PICTURE: PNG},
        strategy={"id": "kort", "title": "Möten i Ekbacka", "vision": "Alla hälsar."},
        sections=[
            {"id": "s1", "heading": "Inledning", "body": "Därför.", "owner": "m1"},
            {"id": "s11", "heading": "Syfte", "parent": "s1"},
            {"id": "s111", "heading": "Avgränsning", "parent": "s11", "body": "Inte skolan."},
            {"id": "s2", "heading": "Områden", "content": "areas"},
        ],
        areas=[{"id": "a1", "title": "Språk"}, {"id": "a2", "title": "Arbete"}],
        hallmarks=[
            {"id": "h1", "area": "a1", "text": "Alla läser."},
            {"id": "h2", "area": "a2", "text": "Alla söker."},
            {"id": "h0", "text": "Överallt."},
        ],
        definitions=[{"id": "d1", "term": "möte"}],
        units=[{"id": "u1", "name": "Kultur"}, {"id": "u11", "name": "Bibliotek", "parent": "u1"}],
        members=[{"id": "m1", "name": "Alva", "unit": "u11"}],
        decisions=[{"id": "b1", "body": "Kommunstyrelsen", "date": "2026-03"}],
        activities=[
            {
                "id": "v1",
                "title": "Språkkafé",
                "area": "a1",
                "hallmarks": ["h1", "h0"],
                "unit": "u1",
                "budget": 1250.5,
            },
            {"id": "v2", "title": "Läsläger", "area": "a1", "hallmarks": ["h1"], "unit": "u11"},
            {"id": "v3", "title": "Praktik", "area": "a2", "example": True},
        ],
        indicators=[{"id": "i1", "name": "Besök", "target": 100}],
        values=[{"id": "y1", "indicator": "i1", "period": "2025", "value": 90}],
        goals=[
            {"id": "g1", "title": "Språk åt alla"},
            {"id": "g11", "title": "På biblioteket", "parent": "g1"},
        ],
        links=[{"area": "a1", "goal": "g1"}, {"hallmark": "h1", "goal": "g11"}],
        consultations=[{"id": "k1", "title": "Torgdagen"}],
        responses=[{"id": "r1", "consultation": "k1", "area": "a1", "text": "Mer bok."}],
        rounds=[{"id": "o1", "period": "2026"}],
        follow_ups=[{"activity": "v1", "period": "2026", "result": "Bra."}],
        receipts=[{"round": "o1", "mark": "1f", "unit": "u1", "file": "Kultur.xlsx"}],
        open_answers=[
            {"round": "o1", "row": "v1", "column": "new_end", "typed": "31/6", "handling": "left"}
        ],
        papers=[{"id": "p1", "decision": "b1"}],
        comments=[
            {"id": "c1", "target": "s11", "text": "Kortare?"},
            {"id": "c2", "target": "v1", "text": "Vem?"},
        ],
    )


def make(path: Path) -> Path:
    """A file that holds the rich strategy, with edits, a move and removals in its past."""
    shutil.copyfile(_made(), path)
    return path


@cache
def _made() -> Path:
    path = Path(tempfile.mkdtemp()) / "rich.strategi"
    files.make(path, "Ida", rich())
    with working(path, "Noor") as desk:
        desk.run(Create("area", {"title": "Fritid"}, id=known_id("gone area")))
        desk.run(Create("hallmark", {"title": "Lek", "area": known_id("gone area")}))
        desk.run(Create("section", {"heading": "Bort"}, known_id("s2"), id=known_id("gone")))
        desk.run(Create("section", {"heading": "Under"}, known_id("gone")))
        desk.run(SetFields(known_id("gone"), {"body": "Skrivet och borttaget."}))
        desk.run(SetFields(known_id("s1"), {"heading": "Början", "body": "Därför att."}))
        desk.run(Move(known_id("a2"), after=None))
        desk.run(Delete((known_id("gone area"), known_id("gone"))))
    return path


@contextmanager
def working(path: Path, author: str = "Alva", **wishes: Any) -> Iterator[Desk]:
    """The file open to write, without the backups that an opened file makes by itself."""
    with (
        patch.object(backups, "keep", return_value=None),
        Desk.open(path, author, **wishes) as desk,
    ):
        yield desk


@contextmanager
def fresh(**wishes: Any) -> Iterator[Desk]:
    """A copy of the rich strategy of its own, open to write."""
    with (
        tempfile.TemporaryDirectory() as folder,
        working(make(Path(folder) / "x.strategi"), **wishes) as desk,
    ):
        yield desk


def write_as(desk: Desk, author: str, act: Callable[[Recorder], object]) -> ChangeSet:
    """What another author's copy brings into this one: revisions that the desk did not write."""
    with desk.file.writing() as connection:
        recorder = Recorder(connection, desk.file.tables, author, lambda: next(_moments))
        act(recorder)
        changes = recorder.finish("merge")
        desk.strategy = load(connection, desk.file.tables)
    return changes


def insert(desk: Desk, *revisions: Revision) -> None:
    """Put revisions in as a merge does, whatever they say."""
    with desk.file.writing() as connection:
        put_in(connection, revisions, desk.file.tables)
        desk.strategy = load(connection, desk.file.tables)


def revision(
    id: Id,
    field: str,
    value: Any,
    parents: Iterable[bytes] = (),
    author: str = "Bo",
    at: int | None = None,
) -> Revision:
    """One revision, made without asking any program whether it may be."""
    moment = next(_moments) if at is None else at
    return make_revision(entity_of(id), field, value, tuple(parents), author, moment, "edit")


def creation(id: Id, kind: str, values: Mapping[str, Any], author: str = "Bo") -> Revision:
    """The first revision of a thing, by somebody who has seen no other."""
    return revision(id, EXISTS, {"kind": kind, "values": values}, (), author)


def review(desk: Desk) -> set[tuple[str, str, str]]:
    """What waits for a person: id, field, kind."""
    with desk.file.reading() as connection:
        rows = connection.exec_driver_sql('SELECT "entity","field","kind" FROM "review"').all()
    return {(id, field, kind) for id, field, kind in rows}


def loaded(desk: Desk) -> Strategy:
    """The strategy as the file has it."""
    with desk.file.reading() as connection:
        return load(connection, desk.file.tables)


def content(strategy: Strategy) -> bytes:
    """The whole content, as dumped."""
    return encode(dump(strategy))


def told(strategy: Strategy) -> str:
    """The content but for files that nothing names: what was kept once stays in the file."""
    document = dump(strategy)
    kept = document.pop(PICTURES)
    rest = json.dumps(document)
    return json.dumps({**document, PICTURES: [one for one in kept if one["id"] in rest]})


def same(one: Strategy, other: Strategy) -> bool:
    """Whether two strategies hold the same things in the same order, places included."""
    return one.pictures == other.pictures and all(
        one.all(noun) == other.all(noun) for noun in one.schema.nouns
    )
