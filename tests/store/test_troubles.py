"""Real troubles with disks and folders, as a system makes them."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from strategidesk.desk import files
from strategidesk.desk.commands import SetFields
from strategidesk.desk.desk import Desk
from strategidesk.errors import UserError
from strategidesk.store import troubles
from strategidesk.store.atomic import EXISTS, replacing
from strategidesk.store.sqlite import journal
from tests.support.files import SECTION, content, folder_content, half_written, make

ROOT_USER = hasattr(os, "geteuid") and os.geteuid() == 0


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """A file system of its own in memory, for those who may mount one."""
    if not (ROOT_USER and sys.platform == "linux"):
        pytest.skip("only root mounts file systems")
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


def template(error: "pytest.ExceptionInfo[UserError]") -> str:
    return error.value.template


def test_that_a_really_full_disk_changes_nothing_and_says_so(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=900k") as disk:
        path = make(disk / "Ekbacka.strategi")
        before = content(path)
        with Desk.open(path, "Alva") as desk:
            with pytest.raises(OSError, match="No space"):
                fill(disk / "fill")
            with pytest.raises(UserError) as caught:
                desk.run(SetFields(SECTION, {"body": "å" * 20_000}))
            assert template(caught) == troubles.FULL
            with pytest.raises(UserError) as caught:
                files.copy(path, disk / "kopia.strategi")
            assert template(caught) == troubles.FULL
            (disk / "fill").unlink()
            assert content(path) == before
            desk.run(SetFields(SECTION, {"body": "å" * 20_000}))
        assert list(folder_content(disk)) == [path.name]
        assert content(path) != before


def test_that_a_read_only_disk_is_read_and_not_written(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=1m") as disk:
        path = make(disk / "Ekbacka.strategi")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        with pytest.raises(UserError) as caught:
            Desk.open(path, "Alva")
        assert template(caught) == troubles.READ_ONLY
        assert content(path)


@pytest.mark.skipif(os.name == "nt" or ROOT_USER, reason="permissions do not bind this user")
def test_that_a_read_only_folder_is_read_and_not_written(tmp_path: Path) -> None:
    folder = tmp_path / "låst"
    folder.mkdir()
    path = make(folder / "Ekbacka.strategi")
    folder.chmod(0o555)
    try:
        for trial in (
            lambda: Desk.open(path, "Alva"),
            lambda: files.copy(path, folder / "kopia.strategi"),
        ):
            with pytest.raises(UserError) as caught:
                trial()
            assert template(caught) == troubles.READ_ONLY
        assert content(path)
    finally:
        folder.chmod(0o755)


@pytest.mark.skipif(os.name == "nt" or ROOT_USER, reason="permissions do not bind this user")
def test_that_a_read_only_file_is_refused_to_who_wants_to_write(tmp_path: Path) -> None:
    path = make(tmp_path / "Ekbacka.strategi")
    path.chmod(0o444)

    with pytest.raises(UserError) as caught:
        Desk.open(path, "Alva")

    assert template(caught) == troubles.READ_ONLY
    assert list(folder_content(tmp_path)) == [path.name]
    assert content(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not rename a folder with open files")
def test_that_a_folder_that_vanishes_between_opening_and_saving_is_one_sentence(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "gemensam"
    folder.mkdir()
    path = make(folder / "Ekbacka.strategi")
    before = content(path)
    with Desk.open(path, "Alva") as desk:
        away = folder.rename(tmp_path / "borta")
        for trial in (
            lambda: desk.run(SetFields(SECTION, {"body": "Nytt"})),
            lambda: files.copy(path, tmp_path / "kopia.strategi"),
            lambda: files.write_bytes(folder / "data.json", [b"x"]),
        ):
            with pytest.raises(UserError) as caught:
                trial()
            assert "\n" not in str(caught.value)
        assert not folder.exists()
        away.rename(folder)
        assert content(path) == before
        desk.run(SetFields(SECTION, {"body": "Nytt"}))
    assert content(path) != before


def test_that_a_transaction_cut_short_is_taken_back_by_whoever_opens_next(tmp_path: Path) -> None:
    path = make(tmp_path / "Ekbacka.strategi")
    before = content(path)
    cut = tmp_path / "cut.strategi"
    whole = path.read_bytes()
    for file, half in zip((cut, journal(cut)), half_written(path), strict=True):
        file.write_bytes(half)
    assert cut.read_bytes()[: len(whole)] != whole

    assert content(cut) == before
    assert not journal(cut).exists()


def test_that_a_target_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "ut.txt"
    with suppress(KeyboardInterrupt), replacing(target) as work:
        work.write_text("half")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []

    with replacing(target) as work:
        work.write_text("whole")
    with pytest.raises(UserError) as caught, replacing(target, overwrite=False):
        pass
    assert template(caught) == EXISTS
    assert target.read_text() == "whole"
    assert list(tmp_path.iterdir()) == [target]


def test_that_content_is_on_the_disk_before_its_name_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def noted(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object) -> object:
            done.append(name)
            return real(*given)

        return call

    for name in ("fsync", "replace", "link"):
        monkeypatch.setattr(os, name, noted(name, getattr(os, name)))
    for overwrite, naming in ((True, "replace"), (False, "link")):
        done.clear()
        with replacing(tmp_path / naming, overwrite) as work:
            work.write_text("whole")
        assert done.index("fsync") < done.index(naming)


def test_that_a_name_taken_while_writing_is_not_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "ut.txt"
    writing = replacing(target, overwrite=False)
    writing.__enter__().write_text("mine")
    target.write_text("theirs")
    with pytest.raises(UserError) as caught:
        writing.__exit__(None, None, None)
    assert template(caught) == EXISTS
    assert folder_content(tmp_path) == {"ut.txt": b"theirs"}


def test_that_a_folder_is_not_taken_for_a_file(tmp_path: Path) -> None:
    (tmp_path / "mapp").mkdir()
    with pytest.raises(UserError) as caught:
        files.write_bytes(tmp_path / "mapp", [b"x"])
    assert template(caught) == troubles.IS_FOLDER
    assert folder_content(tmp_path) == {}
