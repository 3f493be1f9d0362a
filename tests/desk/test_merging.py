"""Received copies put together with a file: what comes of each, and that none is written."""

import os
import shutil
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from strategidesk.desk import files
from strategidesk.desk.commands import SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.jobs import finish
from strategidesk.desk.merging import (
    DAMAGED_COPY,
    EMPTY_COPY,
    ITSELF,
    Copy,
    Merged,
    OtherStrategy,
    merging,
)
from strategidesk.errors import UserError
from strategidesk.model.fields import Id
from strategidesk.store import backups, header
from strategidesk.store.sqlite import journal
from strategidesk.store.upgrades import CURRENT
from tests.support import stored
from tests.support.copies import copy_of, untouched, write_in
from tests.support.copies import merged as merge
from tests.support.desks import working
from tests.support.files import (
    ACTIVITY,
    AREA,
    damage,
    folder_content,
    found_in,
    half_written,
    make,
    unlocked,
)
from tests.support.strategies import known_id

SYFTE = known_id("syfte")
NEW_TITLE = SetFields(AREA, {"title": "Språk på torget"})
NEW_STATUS = SetFields(ACTIVITY, {"status": "started"})


@pytest.fixture(autouse=True)
def _backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRATEGIDESK_BACKUPS", str(tmp_path / "backups"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "Ekbacka.strategi")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Where the copies lie that have come by mail."""
    folder = tmp_path / "Inkomna kopior åäö"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with Desk.open(path, "Alva") as desk:
        yield desk


def value(desk: Desk, id: Id, field: str) -> object:
    """What stands in a field."""
    return getattr(desk.strategy.by_id[id], field)


def only(merged: Merged) -> Copy:
    (copy,) = merged.copies
    return copy


def refusal(desk: Desk, copy: Path) -> UserError:
    """Why a copy is left out; nothing comes of it, in the file or in the copy's folder."""
    before = files.dump_file(desk.path)
    with untouched(copy.parent):
        merged = merge(desk, copy)
    assert files.dump_file(desk.path) == before
    assert not merged.changes
    trouble = only(merged).trouble
    assert isinstance(trouble, UserError)
    assert "\n" not in str(trouble)
    return trouble


def test_that_what_others_wrote_is_put_in_and_their_files_stay_as_they_are(
    desk: Desk, inbox: Path
) -> None:
    bo = copy_of(desk.path, inbox / "bo.strategi", "Bo", NEW_TITLE, NEW_STATUS)
    cia = copy_of(desk.path, inbox / "cia.strategi", "Cia", SetFields(SYFTE, {"heading": "Mål"}))

    with untouched(inbox):
        merged = merge(desk, bo, cia)

    assert merged.authors == {"Bo": 2, "Cia": 1}
    assert [copy.authors for copy in merged.copies] == [{"Bo": 2}, {"Cia": 1}]
    assert value(desk, AREA, "title") == "Språk på torget"
    assert value(desk, SYFTE, "heading") == "Mål"
    assert merged.waiting == 0
    assert found_in(desk.path) == []


def test_that_both_wordings_wait_for_a_person_and_one_of_them_is_shown_whole(
    desk: Desk, inbox: Path
) -> None:
    bo = copy_of(desk.path, inbox / "bo.strategi", "Bo", SetFields(SYFTE, {"body": "Vi ska."}))
    desk.run(SetFields(SYFTE, {"body": "Vi bör."}))

    merged = merge(desk, bo)

    assert merged.waiting == len(desk.review()) == 1
    assert value(desk, SYFTE, "body") in ("Vi ska.", "Vi bör.")


def test_that_the_listeners_are_told_what_a_merge_changed(desk: Desk, inbox: Path) -> None:
    told: list[object] = []
    bo = copy_of(desk.path, inbox / "bo.strategi", "Bo", NEW_TITLE)
    desk.listeners.append(told.append)

    merged = merge(desk, bo)

    assert told == [merged.changes]
    assert set(merged.changes.changed) == {AREA}


def test_that_what_was_written_during_a_merge_is_kept(desk: Desk, inbox: Path) -> None:
    bo = copy_of(desk.path, inbox / "bo.strategi", "Bo", NEW_TITLE)
    job = merging(desk, [bo])
    next(job)
    desk.run(NEW_STATUS)

    desk.accept(finish(job))

    assert value(desk, AREA, "title") == "Språk på torget"
    assert value(desk, ACTIVITY, "status") == "started"


def test_that_a_copy_with_nothing_new_changes_nothing(desk: Desk, inbox: Path) -> None:
    same = copy_of(desk.path, inbox / "same.strategi", "Bo")

    merged = merge(desk, same)

    assert (only(merged).count, only(merged).alike, only(merged).trouble) == (0, True, None)
    assert not merged.changes


def test_that_the_same_copy_brings_nothing_the_second_time(desk: Desk, inbox: Path) -> None:
    bo = copy_of(desk.path, inbox / "bo.strategi", "Bo", NEW_TITLE)
    again = Path(shutil.copy(bo, inbox / "bo (1).strategi"))

    first = merge(desk, bo, again)
    second = merge(desk, bo)

    assert [copy.count for copy in first.copies] == [1, 0]
    assert first.count == 1
    assert second.count == 0
    assert only(second).alike


def test_that_an_old_copy_brings_nothing_and_is_said_to_be_older(desk: Desk, inbox: Path) -> None:
    old = copy_of(desk.path, inbox / "old.strategi", "Bo")
    desk.run(NEW_TITLE)

    merged = merge(desk, old)

    assert (only(merged).count, only(merged).alike) == (0, False)
    assert value(desk, AREA, "title") == "Språk på torget"


def test_that_a_renamed_copy_is_known_by_what_is_in_it(desk: Desk, inbox: Path) -> None:
    bo = copy_of(desk.path, inbox / "bo.strategi", "Bo", NEW_TITLE)
    renamed = bo.rename(inbox / "Mitt förslag (slutversion) 2.strategi")

    assert merge(desk, renamed).count == 1


def test_that_a_copy_of_another_strategy_is_left_out_and_named(desk: Desk, inbox: Path) -> None:
    other = inbox / "bibliotek.strategi"
    files.new(other, "Bo", title="Biblioteksplan 2012–2014")

    trouble = refusal(desk, other)

    assert isinstance(trouble, OtherStrategy)
    assert "”Biblioteksplan 2012–2014”" in str(trouble)


def test_that_the_open_file_itself_is_left_out(desk: Desk) -> None:
    merged = merge(desk, desk.path)

    trouble = only(merged).trouble
    assert trouble is not None
    assert trouble.template == ITSELF


def test_that_a_file_of_another_kind_is_left_out(desk: Desk, inbox: Path) -> None:
    letter = inbox / "brev.strategi"
    letter.write_text("Kära kollega,\n" * 50)

    assert refusal(desk, letter).template == header.FOREIGN


def test_that_an_empty_file_and_one_that_is_gone_are_left_out(desk: Desk, inbox: Path) -> None:
    empty = inbox / "tom.strategi"
    empty.touch()

    assert refusal(desk, empty).template == EMPTY_COPY
    assert refusal(desk, inbox / "borta.strategi").template == header.MISSING


def test_that_a_copy_of_a_newer_program_is_left_out(desk: Desk, inbox: Path) -> None:
    newer = copy_of(desk.path, inbox / "newer.strategi", "Bo", NEW_TITLE)
    with newer.open("rb+") as file:
        file.seek(60)
        file.write(struct.pack(">I", CURRENT + 1))

    assert refusal(desk, newer).template == header.NEWER


@pytest.mark.parametrize("length", [50, 5000, -4096])
def test_that_a_truncated_copy_is_left_out(desk: Desk, inbox: Path, length: int) -> None:
    cut = copy_of(desk.path, inbox / "cut.strategi", "Bo", NEW_TITLE)
    cut.write_bytes(cut.read_bytes()[:length])

    assert refusal(desk, cut).template == DAMAGED_COPY


def test_that_a_copy_with_another_word_in_a_change_is_left_out(desk: Desk, inbox: Path) -> None:
    bad = copy_of(desk.path, inbox / "bad.strategi", "Bo", SetFields(SYFTE, {"body": "Inledning"}))
    damage(bad)

    assert refusal(desk, bad).template == DAMAGED_COPY


def test_that_a_flipped_bit_in_a_change_is_found(path: Path, inbox: Path) -> None:
    word = b"Alldeles egna ord"
    command = SetFields(SYFTE, {"body": word.decode()})
    bad, mine = copy_of(path, inbox / "bad.strategi", "Bo", command), path.with_name("mine")
    whole = bad.read_bytes()
    places = [at for at in range(len(whole)) if whole[at : at + len(word)] == word]
    assert len(places) == 2  # the change, and the model table, which nobody takes
    refused = 0
    for at in places:
        for bit in range(0, 8 * len(word), 17):
            flipped = bytearray(whole)
            flipped[at + bit // 8] ^= 1 << bit % 8
            bad.write_bytes(flipped)
            shutil.copy(path, mine)
            with working(mine) as desk:
                merged = merge(desk, bad)
                refused += bool(merged.refused)
                assert merged.refused or value(desk, SYFTE, "body") == word.decode()
    assert refused == 8


def test_that_a_partial_copy_without_what_its_changes_build_on_is_left_out(
    desk: Desk, inbox: Path
) -> None:
    later = SetFields(AREA, {"title": "Språk överallt"})
    part = copy_of(desk.path, inbox / "part.strategi", "Bo", NEW_TITLE, later)
    unlocked(part, "DELETE FROM revision WHERE value = '\"Språk på torget\"'")

    assert refusal(desk, part).template == DAMAGED_COPY


def test_that_a_copy_that_a_crash_left_halfway_is_merged_as_it_was_before(
    desk: Desk, inbox: Path
) -> None:
    copy_of(desk.path, inbox / "halv.strategi", "Bo", NEW_TITLE)
    halves = half_written(inbox / "halv.strategi")
    for file, half in zip(
        (inbox / "halv.strategi", journal(inbox / "halv.strategi")), halves, strict=True
    ):
        file.write_bytes(half)

    with untouched(inbox):
        merged = merge(desk, inbox / "halv.strategi")

    assert merged.authors == {"Bo": 1}
    assert "Halvt" not in files.dump_file(desk.path).decode()


def test_that_a_copy_that_is_open_elsewhere_is_merged_as_far_as_it_is_saved(
    desk: Desk, inbox: Path
) -> None:
    path = copy_of(desk.path, inbox / "bo.strategi", "Bo")
    with Desk.open(path, "Bo Påhittad") as theirs:
        theirs.run(NEW_TITLE)
        seen = theirs.seen(SYFTE, "body")
        theirs.keep_draft(SYFTE, "body", "Halvskrivet", seen)
        with untouched(inbox):
            merged = merge(desk, path)

    assert only(merged).open_at == "Bo Påhittad"
    assert merged.count == 1
    assert "Halvskrivet" not in files.dump_file(desk.path).decode()


def test_that_a_copy_on_a_folder_for_reading_only_is_merged(desk: Desk, inbox: Path) -> None:
    path = copy_of(desk.path, inbox / "bo.strategi", "Bo", NEW_TITLE)
    path.chmod(0o444)
    inbox.chmod(0o555)
    try:
        with untouched(inbox):
            merged = merge(desk, path)
    finally:
        inbox.chmod(0o755)

    assert merged.count == 1


def test_that_a_copy_in_an_older_format_is_merged_and_not_brought_up_to_date(
    tmp_path: Path, inbox: Path
) -> None:
    oldest = min(stored.FOLDER.glob("*.strategi"), key=lambda one: int(one.stem))
    old = Path(shutil.copy(oldest, inbox / "old.strategi"))
    mine = Path(shutil.copy(oldest, tmp_path / "mine.strategi"))
    with Desk.open(mine, "Alva") as desk, untouched(inbox):
        assert only(merge(desk, old)).trouble is None


def test_that_one_bad_copy_keeps_no_good_one_out(desk: Desk, inbox: Path) -> None:
    good = copy_of(desk.path, inbox / "good.strategi", "Bo", NEW_TITLE)
    bad = inbox / "bad.strategi"
    bad.touch()
    last = copy_of(desk.path, inbox / "last.strategi", "Cia", NEW_STATUS)

    with untouched(inbox):
        merged = merge(desk, good, bad, last)

    assert merged.authors == {"Bo": 1, "Cia": 1}
    assert [copy.path for copy in merged.refused] == [bad]


def test_that_nothing_is_taken_where_all_is_wanted_and_one_copy_is_bad(
    desk: Desk, inbox: Path
) -> None:
    good = copy_of(desk.path, inbox / "good.strategi", "Bo", NEW_TITLE)
    bad = inbox / "bad.strategi"
    bad.touch()
    before = files.dump_file(desk.path)

    with pytest.raises(UserError):
        finish(merging(desk, [good, bad], whole=True))

    assert files.dump_file(desk.path) == before


def test_that_a_merge_that_is_stopped_has_changed_nothing(desk: Desk, inbox: Path) -> None:
    copies = [
        copy_of(desk.path, inbox / f"{name}.strategi", name, NEW_TITLE) for name in ("Bo", "Cia")
    ]
    before = folder_content(desk.path.parent)
    job = merging(desk, copies)
    for _ in range(3):
        next(job)

    job.close()

    assert folder_content(desk.path.parent) == before


def test_that_the_file_is_backed_up_as_it_stood_before_a_merge(path: Path, inbox: Path) -> None:
    with Desk.open(path, "Alva", backup_first=False) as desk:  # as the window opens it
        desk.keep_as_opened()
        desk.run(NEW_STATUS)
        before = files.dump_file(path)
        merge(desk, copy_of(path, inbox / "bo.strategi", "Bo", NEW_TITLE))
        newest = backups.listed(path)[0]

    assert files.dump_file(newest.path) == before


def test_that_a_backup_that_cannot_be_made_is_told_and_stops_no_merge(
    desk: Desk, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "no folder").touch()
    monkeypatch.setenv("STRATEGIDESK_BACKUPS", str(tmp_path / "no folder"))

    merged = merge(desk, copy_of(desk.path, inbox / "bo.strategi", "Bo", NEW_TITLE))

    assert merged.count == 1
    assert desk.backup_trouble is not None
    monkeypatch.undo()


def test_that_a_merge_is_not_undone_but_ones_own_steps_are(desk: Desk, inbox: Path) -> None:
    desk.run(NEW_STATUS)
    bo = copy_of(desk.path, inbox / "bo.strategi", "Bo", NEW_TITLE)
    merge(desk, bo)

    desk.undo()

    assert value(desk, ACTIVITY, "status") == "not_started"
    assert value(desk, AREA, "title") == "Språk på torget"
    assert desk.undo_label is None


def test_that_copies_merged_both_ways_hold_the_same(desk: Desk, inbox: Path) -> None:
    bo = copy_of(desk.path, inbox / "bo.strategi", "Bo", SetFields(SYFTE, {"body": "Vi ska."}))
    desk.run(SetFields(SYFTE, {"body": "Vi bör."}))
    write_in(bo, "Bo", NEW_TITLE)
    merge(desk, bo)
    mine = desk.path.with_name("mine.strategi")
    files.copy(desk.path, mine)

    with Desk.open(bo, "Bo") as theirs:
        merge(theirs, mine)

    assert files.dump_file(bo) == files.dump_file(desk.path)


def test_that_a_copy_keeps_its_time_stamps(desk: Desk, inbox: Path) -> None:
    bo = copy_of(desk.path, inbox / "bo.strategi", "Bo", NEW_TITLE)
    before = os.stat(bo).st_mtime_ns

    merge(desk, bo)

    assert os.stat(bo).st_mtime_ns == before
    with closing(sqlite3.connect(bo)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
