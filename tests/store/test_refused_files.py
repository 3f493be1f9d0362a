"""Files that must not be opened: one clear sentence, and not a byte of them is changed."""

import random
import sqlite3
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from strategidesk.desk.commands import SetFields
from strategidesk.desk.desk import Desk
from strategidesk.errors import UserError
from strategidesk.store import header, troubles
from strategidesk.store.upgrades import CURRENT
from tests.support.files import SECTION, content, folder_content, found_in, make

PERSON = [None, "Alva"]  # to read, to write


def refusal(path: Path, person: str | None) -> str:
    """The template of the sentence that refuses the file; nothing in its folder has changed."""
    before = folder_content(path.parent)
    with pytest.raises(UserError) as caught:
        Desk.open(path, person)
    assert folder_content(path.parent) == before
    sentence = str(caught.value)
    assert path.name in sentence
    assert "\n" not in sentence
    return caught.value.template


def outcome(path: Path, person: str | None) -> str | None:
    """As above, or None where the file opens."""
    before = folder_content(path.parent)
    try:
        Desk.open(path, person).close()
    except UserError as error:
        assert folder_content(path.parent) == before
        return error.template
    return None


def changed(path: Path, at: int, data: bytes) -> None:
    with path.open("rb+") as file:
        file.seek(at)
        file.write(data)


def another_database(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE revision (id BLOB)")
    connection.close()


FOREIGN: dict[str, Callable[[Path], object]] = {
    "text": lambda path: path.write_text("Kära kollega,\n" * 50),
    "a zip": lambda path: path.write_bytes(b"PK\3\4" + bytes(5000)),
    "zeros": lambda path: path.write_bytes(bytes(8192)),
    "another database": another_database,
    "another program's id": lambda path: changed(path, 68, b"ABCD"),
}


@pytest.mark.parametrize("person", PERSON)
@pytest.mark.parametrize("kind", FOREIGN)
def test_that_a_foreign_file_is_refused(tmp_path: Path, kind: str, person: str | None) -> None:
    path = make(tmp_path / "annat.strategi")
    FOREIGN[kind](path)

    assert refusal(path, person) == header.FOREIGN


@pytest.mark.parametrize("person", PERSON)
@pytest.mark.parametrize("version", [CURRENT + 1, CURRENT + 1000, 2**31 - 1])
def test_that_a_newer_file_is_refused_and_left_as_it_is(
    tmp_path: Path, version: int, person: str | None
) -> None:
    path = make(tmp_path / "nyare.strategi")
    changed(path, 60, struct.pack(">I", version))

    assert refusal(path, person) == header.NEWER


@pytest.mark.parametrize("person", PERSON)
def test_that_an_empty_file_is_refused(tmp_path: Path, person: str | None) -> None:
    path = tmp_path / "tom.strategi"
    path.touch()

    assert refusal(path, person) == header.EMPTY


@pytest.mark.parametrize("person", PERSON)
def test_that_a_folder_and_a_missing_file_are_refused(tmp_path: Path, person: str | None) -> None:
    folder = tmp_path / "mapp.strategi"
    folder.mkdir()

    assert refusal(folder, person) == header.FOLDER
    assert refusal(tmp_path / "borta.strategi", person) == header.MISSING
    assert refusal(tmp_path / "ingen" / "mapp.strategi", person) == header.MISSING


def test_that_a_truncated_file_is_refused_at_any_length(tmp_path: Path) -> None:
    path = make(tmp_path / "avbruten.strategi")
    whole = path.read_bytes()
    chance = random.Random(3)
    lengths = [1, 15, 16, 50, 99, 100, 101, 4095, 4096, 4097, len(whole) - 4096, len(whole) - 1]
    for length in lengths + [chance.randrange(1, len(whole)) for _ in range(40)]:
        path.write_bytes(whole[:length])
        refusal(path, chance.choice(PERSON))


def test_that_damaged_pages_are_refused_or_harmless(tmp_path: Path) -> None:
    path = make(tmp_path / "skadad.strategi")
    whole, said = path.read_bytes(), content(path)
    chance = random.Random(5)
    (size,) = struct.unpack_from(">H", whole, 16)
    pages = len(whole) // size
    refused = 0
    for page in [0, 1, 2] * 10 + [chance.randrange(pages) for _ in range(100)]:
        at = page * size + chance.choice([chance.randrange(12), chance.randrange(size)])
        at = max(at, 100)  # the header itself: below
        changed(path, at, chance.randbytes(chance.choice([1, 8, 200])))
        if outcome(path, chance.choice(PERSON)) is None:
            assert harmless_or_found(path, said)
        else:
            refused += 1
        path.write_bytes(whole)
    assert refused > 20


def harmless_or_found(path: Path, said: bytes) -> bool:
    with Desk.open(path) as desk:
        findings = list(desk.verify())
    return bool(findings) or content(path) == said


def test_that_a_changed_byte_in_the_header_is_refused_or_harmless(tmp_path: Path) -> None:
    path = make(tmp_path / "huvud.strategi")
    whole, said = path.read_bytes(), content(path)
    for at in range(100):
        for bit in (1, 0x80):
            changed(path, at, bytes([whole[at] ^ bit]))
            if outcome(path, PERSON[at % 2]) is None:
                assert harmless_or_found(path, said), at
            path.write_bytes(whole)


NAMES = [
    "åäö ÅÄÖ é.strategi",
    "100 % #1?&=+;,.strategi",
    "%41%00%2F.strategi",
    "'citat' \"dubbla\" {plats} %s.strategi",
    "file:x?mode=memory.strategi",
    "🙂.strategi",
    "-.strategi",
    "utan ändelse",
    "n" * 120 + ".strategi",
]


@pytest.mark.parametrize("name", NAMES)
def test_that_a_file_with_an_odd_name_in_an_odd_folder_works(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "mapp å %23#?"
    folder.mkdir()
    path = make(folder / name)
    with Desk.open(path, "Alva") as desk:
        desk.file.copy(folder / f"kopia {name}")

    assert content(path) == content(folder / f"kopia {name}")
    assert sorted(folder.iterdir()) == sorted([path, folder / f"kopia {name}"])


LONGEST_NAME = 247


@pytest.mark.parametrize("length", [235, 240, 245, 246, 247, 248, 250, 254, 255])
def test_that_a_very_long_name_works_or_is_refused(tmp_path: Path, length: int) -> None:
    path = make(tmp_path / "source").rename(tmp_path / ("n" * (length - 9) + ".strategi"))

    if length > LONGEST_NAME:
        assert refusal(path, "Alva") == troubles.LONG
        return
    with Desk.open(path, "Alva") as desk:
        desk.run(SetFields(SECTION, {"heading": "Kort"}))
    assert found_in(path) == []


def test_that_a_very_deep_folder_works_or_is_refused(tmp_path: Path) -> None:
    folder = tmp_path
    for depth in range(8):
        folder = folder / (f"{depth}" + "å" * 50)
        folder.mkdir()
        path = make(folder / "djup.strategi")
        sentence = outcome(path, "Alva")
        assert sentence in (None, troubles.LONG)
    assert sentence == troubles.LONG
