"""Copies and backups: whole, dated, thinned out, never in the way of what is there."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategidesk.desk import backups as safe
from strategidesk.desk import files
from strategidesk.desk.commands import SetFields
from strategidesk.desk.desk import Desk
from strategidesk.errors import UserError
from strategidesk.store import backups
from strategidesk.store.atomic import EXISTS
from strategidesk.store.lock import FileIsOpen
from strategidesk.store.sqlite import journal
from strategidesk.store.troubles import Damaged
from tests.support.files import SECTION, content, damage, half_written, make

NOW = datetime(2026, 5, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRATEGIDESK_BACKUPS", str(tmp_path / "backups"))
    return make(tmp_path / "Ekbacka åäö.strategi")


def write(file: Path, *headings: str) -> None:
    with Desk.open(file, "Alva") as desk:
        for heading in headings:
            desk.run(SetFields(SECTION, {"heading": heading}))


def headings(file: Path) -> list[object]:
    with Desk.open(file) as desk:
        return [entry.value for entry in desk.history(SECTION, "heading")]


def keep_draft(file: Path, text: str) -> None:
    with Desk.open(file, "Alva") as desk:
        desk.keep_draft(SECTION, "heading", text, desk.seen(SECTION, "heading"))


def drafts(file: Path) -> list[object]:
    with Desk.open(file) as desk:
        return [draft.value for draft in desk.drafts.all()]


def test_that_a_copy_holds_the_whole_history_and_no_draft(file: Path, tmp_path: Path) -> None:
    write(file, "Ett", "Två")
    keep_draft(file, "En hemlig tanke")
    copy = tmp_path / "kopia.strategi"

    files.copy(file, copy)

    assert headings(copy) == headings(file) == ["Två", "Ett", "Inledning"]
    assert content(copy) == content(file)
    assert drafts(copy) == []
    assert b"En hemlig tanke" not in copy.read_bytes()


def test_that_a_copy_overwrites_nothing(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kopia.strategi"
    copy.write_bytes(b"mine")

    with pytest.raises(UserError) as caught:
        files.copy(file, copy)

    assert caught.value.template == EXISTS
    assert copy.read_bytes() == b"mine"


def test_that_a_copy_can_be_made_while_somebody_writes(file: Path, tmp_path: Path) -> None:
    with Desk.open(file, "Alva") as desk:
        desk.run(SetFields(SECTION, {"heading": "Ett"}))
        files.copy(file, tmp_path / "kopia.strategi")
        desk.run(SetFields(SECTION, {"heading": "Två"}))

    assert headings(tmp_path / "kopia.strategi") == ["Ett", "Inledning"]


def test_that_a_journal_left_by_another_file_does_not_reach_a_new_one(
    file: Path, tmp_path: Path
) -> None:
    left = half_written(make(tmp_path / "annan.strategi"))[1]
    write(file, "Ett", "Två")
    said = content(file)

    for name in ("kopia.strategi", "ny.strategi"):
        journal(tmp_path / name).write_bytes(left)
    files.copy(file, tmp_path / "kopia.strategi")
    files.make(tmp_path / "ny.strategi", "Alva", files.load_file(file))

    assert content(tmp_path / "kopia.strategi") == content(tmp_path / "ny.strategi") == said
    assert list(tmp_path.glob("*-journal")) == []


def test_that_a_session_leaves_a_backup_with_its_drafts(file: Path) -> None:
    keep_draft(file, "Halvskrivet")
    write(file, "Ett")

    first, last = reversed(backups.listed(file))

    assert headings(first.path) == ["Inledning"]
    assert headings(last.path) == ["Ett", "Inledning"]
    assert drafts(last.path) == ["Halvskrivet"]


def test_that_reading_makes_no_backup(file: Path) -> None:
    content(file)
    assert backups.listed(file) == []


def test_that_a_restored_file_says_what_it_said_and_the_other_is_kept(file: Path) -> None:
    before = content(file)
    backup = safe.make(file)
    write(file, "Fel text")
    after = content(file)

    aside = safe.restore(file, backup.stem)

    assert content(file) == before
    assert aside is not None
    assert content(aside) == after


def test_that_a_damaged_or_missing_file_can_be_restored(file: Path) -> None:
    before = content(file)
    safe.make(file)
    file.write_bytes(b"SQLite format 3\0" + os.urandom(300))

    safe.restore(file, "latest")
    assert content(file) == before

    file.unlink()
    assert safe.restore(file, "latest") is None
    assert content(file) == before


def test_that_a_journal_left_by_a_crash_does_not_reach_the_restored_file(
    file: Path, tmp_path: Path
) -> None:
    before = content(file)
    safe.make(file)
    left = half_written(make(tmp_path / "annan.strategi"))[1]
    journal(file).write_bytes(left)

    aside = backups.restore(file, backups.chosen(file, "latest"))

    assert not journal(file).exists()
    assert content(file) == before
    assert aside is not None
    assert journal(aside).read_bytes() == left


def test_that_a_file_in_use_is_not_restored_over(file: Path) -> None:
    safe.make(file)
    with Desk.open(file, "Bo Ek"), pytest.raises(FileIsOpen, match="Bo Ek"):
        safe.restore(file, "latest")


def test_that_an_unknown_backup_is_refused(file: Path) -> None:
    safe.make(file)
    with pytest.raises(UserError, match="2019"):
        safe.restore(file, "2019")


def test_that_a_file_with_a_wrong_text_is_not_backed_up_and_the_old_ones_stay(file: Path) -> None:
    good = safe.make(file)
    damage(file)

    with pytest.raises(Damaged):
        safe.make(file)
    with Desk.open(file, "Alva") as desk:
        desk.run(SetFields(SECTION, {"heading": "Ett"}))
    assert isinstance(desk.backup_trouble, Damaged)
    assert [one.path for one in backups.listed(file)] == [good]


def test_that_two_files_of_one_name_have_backups_of_their_own(file: Path, tmp_path: Path) -> None:
    (tmp_path / "annan").mkdir()
    other = make(tmp_path / "annan" / file.name)
    safe.make(file)

    assert backups.listed(other) == []
    assert backups.folder(other).name.startswith(file.stem)


def test_that_a_backup_dated_in_the_future_stops_no_other(file: Path) -> None:
    first = safe.make(file)
    later = datetime.now(UTC) + timedelta(days=400)
    first.rename(first.with_stem(later.strftime("%Y%m%dT%H%M%S%fZ")))

    write(file, "Ett")

    assert len(backups.listed(file)) == 3


def test_that_what_is_no_backup_is_neither_listed_nor_removed(file: Path) -> None:
    made = safe.make(file)
    note = made.with_name("läs mig.strategi")
    note.write_text("mine")

    backups.thin_out(file, datetime.now(UTC) + timedelta(days=900))

    assert [one.path for one in backups.listed(file)] == [made]
    assert note.exists()


moments = st.lists(
    st.integers(0, 600 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes)),
    max_size=80,
    unique=True,
)


def newest_of(moments: Iterable[datetime], key: str, age: timedelta) -> set[datetime]:
    groups: dict[str, datetime] = {}
    for moment in sorted(moments):
        if NOW - moment <= age:
            groups[moment.strftime(key)] = moment
    return set(groups.values())


@given(moments)
def test_that_the_last_ten_then_days_then_weeks_are_kept(there: list[datetime]) -> None:
    kept = backups.kept_of(there, NOW)

    last = set(sorted(there)[-10:])
    daily = newest_of(there, "%Y %j", timedelta(days=14))
    weekly = newest_of(there, "%G %V", timedelta(weeks=52))
    assert kept == last | daily | weekly
    assert len(kept) <= 10 + 15 + 54


@given(moments)
def test_that_thinning_out_day_by_day_keeps_what_thinning_out_at_last_does(
    there: list[datetime],
) -> None:
    waiting, kept = sorted(there), set[datetime]()
    for moment in waiting:
        kept = backups.kept_of(kept | {moment}, moment)

    assert backups.kept_of(kept, NOW) == backups.kept_of(there, NOW)
    assert backups.kept_of(kept, NOW) == backups.kept_of(backups.kept_of(kept, NOW), NOW)
