"""Versions are kept as they were, and read back whole or not at all."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from sqlalchemy import Connection

from strategidesk.desk import backups
from strategidesk.desk.commands import SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.versions import load, name_version, versions
from strategidesk.history import versions as kept
from strategidesk.history.revision import identify_version
from strategidesk.history.versions import Caption, UnreadableVersion, Version, packed
from strategidesk.model.interchange import decode, dump, encode
from strategidesk.model.schema import STANDARD
from strategidesk.model.strategy import Strategy
from tests.support.desks import content, fresh, make, working
from tests.support.files import unlocked
from tests.support.sets import empty_set
from tests.support.strategies import PICTURE, PNG, strategy, whole_strategies


@settings(max_examples=30)
@given(whole_strategies())
def test_that_a_version_reads_back_as_the_strategy_that_was_kept(strategy: Strategy) -> None:
    with empty_set() as connection:
        made = kept.made(strategy, Caption("Före remiss"), "Alva", 7)
        kept.insert(connection, made)
        assert content(kept.load(connection, made.version, STANDARD)) == content(strategy)
        assert kept.listed(connection) == (made.version,)


def test_that_equal_strategies_pack_to_equal_bytes_with_their_pictures() -> None:
    one, other = (strategy(pictures={PICTURE: PNG}, strategy={"title": "Möten"}) for _ in range(2))
    assert packed(one) == packed(other)
    assert decode(gzip.decompress(packed(one)))["pictures"][0]["id"] == PICTURE


def test_that_a_version_stays_as_it_was_while_the_strategy_goes_on() -> None:
    with fresh() as desk:
        before = content(desk.strategy)
        name_version(desk, "Före remiss")
        (version,) = versions(desk.file)
        desk.run(SetFields(desk.strategy.card.id, {"title": "Något annat"}))
        assert content(load(desk.file, version)) == before
        assert load(desk.file, version).by_id.keys() == desk.strategy.by_id.keys()


def test_that_versions_are_in_copies_and_backups(tmp_path: Path) -> None:
    path = make(tmp_path / "x.strategi")
    with working(path) as desk:
        name_version(desk, "Före remiss")
        known = versions(desk.file)
        desk.file.copy(tmp_path / "kopia.strategi")
    backup = backups.make(path, tmp_path / "säker.strategi")
    for other in (tmp_path / "kopia.strategi", backup):
        with Desk.open(other) as desk:
            assert versions(desk.file) == known
            assert list(desk.verify()) == []


def test_that_versions_outlive_a_rebuild_for_other_declarations(tmp_path: Path) -> None:
    path = make(tmp_path / "x.strategi")
    with working(path) as desk:
        name_version(desk, "Före remiss")
        known = versions(desk.file)
    unlocked(path, "UPDATE meta SET value = 'of an older program' WHERE name = 'projection'")
    with Desk.open(path) as desk:
        assert versions(desk.file) == known
        assert content(load(desk.file, known[0])) == content(desk.strategy)


def test_that_a_damaged_version_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    path = make(tmp_path / "x.strategi")
    with working(path) as desk:
        name_version(desk, "Hel")
        name_version(desk, "Skadad")
    unlocked(path, "UPDATE version SET content = x'00' || content WHERE title = 'Skadad'")
    with Desk.open(path) as desk:
        damaged, whole = versions(desk.file)
        with pytest.raises(UnreadableVersion, match=r"Skadad.*(damaged|skadad)"):
            load(desk.file, damaged)
        assert content(load(desk.file, whole)) == content(desk.strategy)


@pytest.mark.parametrize("change", ["a field", "a noun", "the format"])
def test_that_what_a_newer_program_saved_is_refused_in_one_sentence_and_kept(change: str) -> None:
    document = dump(strategy(areas=[{"title": "Språk"}]))
    if change == "a field":
        document["areas"][0]["colour"] = "red"
    elif change == "a noun":
        document["dragons"] = [{"name": "Fafner"}]
    else:
        document["version"] = 2
    with empty_set() as connection:
        version = _put(connection, gzip.compress(encode(document)))
        with pytest.raises(UnreadableVersion) as refused:
            kept.load(connection, version, STANDARD)
        assert "newer version" in refused.value.template
        stored = connection.exec_driver_sql('SELECT "content" FROM "version"').scalar()
        assert decode(gzip.decompress(stored)) == document  # type: ignore[arg-type]


def test_that_content_that_is_no_strategy_is_refused() -> None:
    for odd in (b"", b"text", gzip.compress(b"text")[:-4], gzip.compress(b"\xff"), b"\x1f\x8b\x08"):
        with empty_set() as connection:
            version = _put(connection, odd)
            with pytest.raises(UnreadableVersion):
                kept.load(connection, version, STANDARD)


def _put(connection: Connection, packed_as: bytes) -> Version:
    """A version whose content is these bytes, by a program that meant them."""
    one = kept.made(strategy(), Caption("Sen"), "Bo", 1).version
    id = identify_version(b"Sen", b"named", b"", b"Bo", 1, packed_as)
    made = kept.Made(replace(one, id=id.hex()), packed_as)
    kept.insert(connection, made)
    return made.version
