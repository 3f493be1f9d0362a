"""Damage is found: a flipped bit in any text, a change that is gone, a row that is not ours."""

import random
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from strategidesk.desk.commands import SetFields
from strategidesk.desk.desk import Desk
from strategidesk.errors import UserError
from strategidesk.history.revision import identify_version, make
from strategidesk.model.interchange import dump
from tests.support import files
from tests.support.files import AREA, SECTION, found_in, unlocked

TEXT_BITS = 800  # of the texts of every table
ANY_BITS = 500  # of everything in the pages


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a history, a version and a text being typed."""
    path = files.make(tmp_path / "Ekbacka.strategi")
    with Desk.open(path, "Åsa Öberg") as desk:
        for number in range(5):
            desk.run(SetFields(SECTION, {"body": f"Vi möts på torget, **gång {number}**."}))
            desk.run(SetFields(AREA, {"title": f"Språk och möten {number}"}))
        desk.keep_draft(SECTION, "body", "Vi möts vid ån.", desk.seen(SECTION, "body"))
    title, kind, decision, author, at = "Antagen", "adopted", "KF § 12", "Åsa Öberg", 17 * 10**14
    id = identify_version(
        title.encode(), kind.encode(), decision.encode(), author.encode(), at, b"content"
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(
            "INSERT INTO version VALUES (?,?,?,?,?,?,?)",
            (id, title, kind, decision, author, at, b"content"),
        )
    assert found_in(path) == []
    return path


def found(path: Path) -> bool:
    """Whether the damage is noticed: at opening or by a thorough check."""
    try:
        return bool(found_in(path))
    except UserError:
        return True


def texts_of(path: Path) -> Iterator[bytes]:
    """Every text and every blob of every table but the program's notes about the file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            if name != b"meta":
                for row in connection.execute(f"SELECT * FROM {name.decode()}").fetchall():
                    yield from (value for value in row if isinstance(value, bytes) and value)


def flipped(path: Path, whole: bytes, bit: int) -> None:
    at = bit // 8
    with path.open("rb+") as file:
        file.seek(at)
        file.write(bytes([whole[at] ^ (1 << bit % 8)]))


def test_that_a_flipped_bit_in_any_text_is_found(file: Path) -> None:
    whole = file.read_bytes()
    places = sorted(
        {
            at + offset
            for text in set(texts_of(file))
            for at in occurrences(whole, text)
            for offset in range(len(text))
        }
    )
    chance = random.Random(11)
    missed = []
    for at in chance.sample(places, min(TEXT_BITS, len(places))):
        bit = at * 8 + chance.randrange(8)
        flipped(file, whole, bit)
        if not found(file):
            missed.append(bit)
        file.write_bytes(whole)
    assert [(bit, whole[bit // 8 - 20 : bit // 8 + 20]) for bit in missed] == []


def occurrences(whole: bytes, text: bytes) -> Iterator[int]:
    """Where a text stands, but for the pages that declare the tables."""
    (size,) = struct.unpack_from(">H", whole, 16)
    at = whole.find(text) if len(text) > 3 else -1  # shorter ones stand everywhere by chance
    while at >= 0:
        page = at - at % size
        if b"CREATE T" not in whole[page : page + size]:
            yield at
        at = whole.find(text, at + 1)


def test_that_a_flipped_bit_anywhere_is_found_or_changes_nothing(file: Path) -> None:
    whole, said = file.read_bytes(), all_that_is_said(file)
    chance = random.Random(13)
    used = [at for at, byte in enumerate(whole) if byte and at >= 100]
    for at in chance.sample(used, ANY_BITS):
        bit = at * 8 + chance.randrange(8)
        flipped(file, whole, bit)
        assert found(file) or all_that_is_said(file) == said, bit
        file.write_bytes(whole)


def all_that_is_said(path: Path) -> tuple[object, ...]:
    with Desk.open(path) as desk:
        return dump(desk.strategy), list(desk.history()), desk.drafts.all()


def test_that_any_change_that_is_removed_is_missed(file: Path) -> None:
    whole = file.read_bytes()
    with closing(sqlite3.connect(file)) as connection:
        ids = [id.hex() for (id,) in connection.execute("SELECT id FROM revision")]
    for id in ids:
        unlocked(file, f"DELETE FROM revision WHERE id = x'{id}'")
        assert found(file), id
        file.write_bytes(whole)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET value = '\"En annan text.\"' WHERE field = 'body'",
        "UPDATE revision SET author = 'Någon annan'",
        "UPDATE revision SET at = at + 1",
        "UPDATE revision SET kind = 'import' WHERE kind = 'edit'",
        "UPDATE revision SET parents = x'' WHERE parents != x''",
        "UPDATE revision SET parents = x'00' || parents",
        "UPDATE revision SET field = 'heading' WHERE field = 'body'",
        "UPDATE revision SET entity = randomblob(16)",
        "UPDATE revision SET value = CAST(value AS BLOB)",
        "UPDATE revision SET value = 'no json' WHERE field = 'body'",
        "UPDATE version SET decision = 'KF § 13'",
        "UPDATE version SET content = CAST('annat' AS BLOB)",
        "UPDATE blob SET data = CAST(data AS TEXT)",
        "UPDATE blob SET id = randomblob(32)",
        "UPDATE draft SET value = '\"Vi möts vid sjön.\"'",
        "UPDATE draft SET field = 'guidance'",
        "UPDATE section SET body = 'Annat' WHERE body != ''",
        "UPDATE section SET heading = CAST(heading AS BLOB)",
        "UPDATE activity SET hallmarks = '[' WHERE hallmarks != '[]'",
        "UPDATE activity SET budget = 'tolv'",
        "DELETE FROM section",
        "INSERT INTO area (id, title) VALUES ('00000000-0000-0000-0000-000000000001', 'Falsk')",
        "INSERT INTO deleted VALUES ('x', 'area', 'Falsk', '', 'Ingen', 0)",
        "INSERT INTO review VALUES ('x', 'body', 'conflict')",
        "DROP TABLE activity",
        "ALTER TABLE area RENAME COLUMN title TO titel",
        "DROP TABLE meta",
        "DROP TABLE blob",
        "DROP INDEX revision_by_field",
    ],
)
def test_that_what_was_changed_behind_the_programs_back_is_found(
    file: Path, statement: str
) -> None:
    unlocked(file, statement, keep_rules=statement != "DROP TABLE blob")

    assert found(file)


def test_that_rules_taken_away_are_missed(file: Path) -> None:
    unlocked(file, keep_rules=False)

    assert any("revision_is_never_changed" in finding for finding in found_in(file))


def test_that_a_foreign_change_is_found(file: Path) -> None:
    entity = SECTION.replace("-", "")
    made = make(bytes.fromhex(entity), "heading", "Falsk", (b"f" * 16,), "Ingen", 1, "edit")
    unlocked(
        file,
        f"INSERT INTO revision VALUES (x'{made.id.hex()}', x'{entity}', 'heading',"
        f" x'{made.parents[0].hex()}', 'Ingen', 1, 'edit', '\"Falsk\"')",
    )

    assert any("missing" in finding for finding in found_in(file))


def test_that_every_change_whose_content_is_wrong_is_named(file: Path) -> None:
    unlocked(file, "UPDATE revision SET author = 'X' WHERE field = 'body'")

    with Desk.open(file) as desk:
        named = {finding.place for finding in desk.verify()}
        wrong = {entry.revision for entry in desk.history(SECTION, "body") if entry.author == "X"}
    assert len(wrong) == 5
    assert wrong <= named


def test_that_a_text_that_does_not_read_is_one_sentence(file: Path) -> None:
    unlocked(file, "UPDATE revision SET value = '{' WHERE field = 'body'")

    with Desk.open(file, "Alva") as desk:
        with pytest.raises(UserError):
            desk.run(SetFields(SECTION, {"body": "Nytt"}))
        with pytest.raises(UserError):
            list(desk.history())
