"""Text being typed is kept where it can be: in the file, or else on this computer."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from strategidesk.desk.commands import SetFields
from strategidesk.desk.desk import Desk
from strategidesk.errors import UserError
from strategidesk.model.document import Section
from strategidesk.store import spare
from strategidesk.store.troubles import GONE, READ_ONLY, Unreachable
from tests.support.files import SECTION, content, make, vanish

TEXT = "Vi möts på torget, varje lördag."


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "computer"))
    folder = tmp_path / "gemensam"
    folder.mkdir()
    return make(folder / "Ekbacka.strategi")


@pytest.fixture
def desk(file: Path) -> Iterator[Desk]:
    with Desk.open(file, "Alva") as desk:
        yield desk


def drafts(desk: Desk) -> list[tuple[str, object]]:
    return [(draft.field, draft.value) for draft in desk.drafts.all()]


def test_that_the_newest_draft_of_a_field_is_kept(desk: Desk) -> None:
    seen = desk.seen(SECTION, "body")
    desk.keep_draft(SECTION, "body", "Vi", seen)
    desk.keep_draft(SECTION, "heading", "Mötet", desk.seen(SECTION, "heading"))
    desk.keep_draft(SECTION, "body", TEXT, seen)

    assert drafts(desk) == [("heading", "Mötet"), ("body", TEXT)]
    desk.drafts.drop(SECTION, "heading")
    assert drafts(desk) == [("body", TEXT)]
    assert desk.drafts.trouble is None


def test_that_a_draft_outlives_the_program_and_becomes_a_change(file: Path) -> None:
    with Desk.open(file, "Alva") as desk:
        desk.keep_draft(SECTION, "body", TEXT, desk.seen(SECTION, "body"))
    with Desk.open(file, "Alva") as desk:
        assert drafts(desk) == [("body", TEXT)]
        desk.settle_drafts()
        assert drafts(desk) == []
    assert TEXT.encode() in content(file)


def test_that_a_vanished_folder_loses_no_text(desk: Desk, file: Path) -> None:
    seen = {name: desk.seen(SECTION, name) for name in ("body", "heading")}
    desk.run(SetFields(SECTION, {"heading": "Före"}, seen))
    away = vanish(file)

    with pytest.raises(Unreachable) as caught:
        desk.run(SetFields(SECTION, {"body": TEXT}, seen))
    desk.keep_draft(SECTION, "body", TEXT, seen["body"])
    assert caught.value.template == GONE
    assert desk.drafts.trouble is not None
    desk.close()

    away.rename(file.parent)
    with Desk.open(file, "Alva") as again:
        assert "Före" in [section.heading for section in again.strategy.all(Section)]
        assert drafts(again) == [("body", TEXT)]
        again.settle_drafts()
        assert drafts(again) == []
    assert spare.texts(file) == []
    assert TEXT.encode() in content(file)


def test_that_a_folder_that_comes_back_is_written_to_again(desk: Desk, file: Path) -> None:
    seen = desk.seen(SECTION, "body")
    away = vanish(file)
    desk.keep_draft(SECTION, "body", "Vi möts", seen)
    away.rename(file.parent)

    desk.keep_draft(SECTION, "body", TEXT, seen)
    desk.run(SetFields(SECTION, {"heading": "Efter"}))

    assert desk.drafts.trouble is None
    assert spare.texts(file) == []
    assert drafts(desk) == [("body", TEXT)]


def test_that_a_newer_text_in_the_file_hides_an_older_one_on_this_computer(
    desk: Desk, file: Path
) -> None:
    seen = desk.seen(SECTION, "body")
    away = vanish(file)
    desk.keep_draft(SECTION, "body", "gammal", seen)
    kept = {path: path.read_bytes() for path in (file.parents[1] / "computer").rglob("*.json")}
    away.rename(file.parent)
    desk.keep_draft(SECTION, "body", TEXT, seen)
    for path, text in kept.items():
        path.write_bytes(text)

    assert drafts(desk) == [("body", TEXT)]
    desk.drafts.drop(SECTION, "body")
    assert drafts(desk) == []


def test_that_it_is_told_when_a_text_can_be_kept_nowhere(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = desk.seen(SECTION, "body")
    away = vanish(file)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        with pytest.raises(Unreachable):
            desk.keep_draft(SECTION, "body", TEXT, seen)
    away.rename(file.parent)


def test_that_who_only_reads_keeps_no_draft(file: Path) -> None:
    with Desk.open(file) as reader, pytest.raises(UserError) as caught:
        reader.keep_draft(SECTION, "body", TEXT, ())
    assert caught.value.template == READ_ONLY
    assert spare.texts(file) == []
