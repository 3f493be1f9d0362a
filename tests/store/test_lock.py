"""Who has a file open: told to others, respected, and taken over where it is no longer true."""

import json
import os
import platform
import signal
import subprocess
import sys
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

import psutil
import pytest

from strategidesk.desk.commands import SetFields
from strategidesk.desk.desk import Desk
from strategidesk.store.lock import FileIsOpen, Holder, Lock, holder, lock_path
from tests.support.files import SECTION, content, make

ROOT = Path(__file__).parents[2]
ROUNDS = 60  # of two processes that want the same file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return make(tmp_path / "Ekbacka.strategi")


def someone(**values: object) -> Holder:
    """A living holder: the process that started this one."""
    parent = psutil.Process().parent()
    assert parent is not None
    holder = Holder(
        "Bo Ek",
        platform.node(),
        datetime.now(UTC).isoformat(timespec="seconds"),
        parent.pid,
        parent.create_time(),
    )
    return replace(holder, **values)  # type: ignore[arg-type]


def put(file: Path, found: Holder, **more: object) -> str:
    text = json.dumps(asdict(found) | more)
    lock_path(file).write_text(text, encoding="utf-8")
    return text


def test_that_the_lock_says_who_where_and_since_when(file: Path) -> None:
    with Desk.open(file, "Åsa Öberg"):
        found = holder(file)

        assert found is not None
        assert (found.person, found.computer) == ("Åsa Öberg", platform.node())
        assert datetime.fromisoformat(found.since) <= datetime.now(UTC)
        assert found.pid == os.getpid()
    assert holder(file) is None
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_that_a_second_writer_is_told_who_has_it_and_may_read(file: Path) -> None:
    with Desk.open(file, "Åsa Öberg") as first:
        with pytest.raises(FileIsOpen, match="Åsa Öberg") as caught:
            Desk.open(file, "Bo Ek")
        assert platform.node() in str(caught.value)
        with Desk.open(file) as reader:
            assert not reader.file.writable
        first.run(SetFields(SECTION, {"heading": "Början"}))
    content(file)


def test_that_the_lock_of_a_killed_process_is_taken_over(file: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from strategidesk.desk.desk import Desk;"
        "desk = Desk.open(Path(sys.argv[1]), 'Bo Ek'); print('open', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, file], cwd=ROOT, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(FileIsOpen, match="Bo Ek"):
            Desk.open(file, "Alva")
        other.kill()
    assert lock_path(file).exists()
    assert holder(file) is None
    with Desk.open(file, "Alva"):
        found = holder(file)
        assert found is not None
        assert found.person == "Alva"


def test_that_a_process_number_used_again_is_not_the_holder(file: Path) -> None:
    put(file, someone(started=someone().started - 3600))

    assert holder(file) is None
    Desk.open(file, "Alva").close()


def test_that_a_lock_from_another_computer_is_respected_and_can_be_taken_over(file: Path) -> None:
    text = put(file, someone(computer="KOMMUN-4711", pid=1, started=0.0))

    with pytest.raises(FileIsOpen, match="KOMMUN-4711"):
        Desk.open(file, "Alva")
    assert lock_path(file).read_text(encoding="utf-8") == text
    with Desk.open(file, "Alva", take_over=True):
        assert "Alva" in lock_path(file).read_text(encoding="utf-8")
    assert not lock_path(file).exists()


def test_that_who_lost_the_lock_writes_no_more_and_leaves_the_new_one(file: Path) -> None:
    first = Desk.open(file, "Bo Ek")
    with Desk.open(file, "Alva", take_over=True) as second:
        with pytest.raises(FileIsOpen, match="Alva"):
            first.run(SetFields(SECTION, {"heading": "Mitt"}))
        first.close()
        assert "Alva" in lock_path(file).read_text(encoding="utf-8")
        second.run(SetFields(SECTION, {"heading": "Ditt"}))
    assert b"Ditt" in content(file)


def test_that_a_lock_removed_by_hand_is_put_back_at_the_next_save(file: Path) -> None:
    with Desk.open(file, "Alva") as desk:
        lock_path(file).unlink()
        desk.run(SetFields(SECTION, {"heading": "Början"}))
        assert holder(file) is not None
    assert not lock_path(file).exists()


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b'{"person": "Bo',
        b"\xff\xfe",
        b"null",
        b"[1]",
        b'"text"',
        b"{}",
        b'{"person": 1, "computer": null, "since": [], "pid": "x", "started": {}}',
        b'{"person": "B", "computer": "%s", "since": "", "pid": -5, "started": 0}'
        % platform.node().encode(),
    ],
)
def test_that_a_torn_lock_is_nobodys(file: Path, text: bytes) -> None:
    lock_path(file).write_bytes(text)

    assert holder(file) is None
    with Desk.open(file, "Alva"):
        assert holder(file) is not None
    assert not lock_path(file).exists()


def test_that_the_lock_of_a_newer_program_is_respected(file: Path) -> None:
    put(file, someone(), screen="the left one")

    with pytest.raises(FileIsOpen, match="Bo Ek"):
        Desk.open(file, "Alva")


def test_that_a_file_that_is_damaged_or_gone_can_be_locked_to_restore_it(file: Path) -> None:
    file.write_bytes(b"damaged")
    Lock(file, "Alva").release()
    file.unlink()
    Lock(file, "Alva").release()
    assert list(file.parent.iterdir()) == []


def test_that_a_lock_that_could_not_be_removed_does_not_shut_its_own_program_out(
    file: Path,
) -> None:
    with Desk.open(file, "Alva"):
        text = lock_path(file).read_text(encoding="utf-8")
    lock_path(file).write_text(text, encoding="utf-8")  # as after a share that came back

    assert holder(file) is None
    Desk.open(file, "Alva").close()
    assert not lock_path(file).exists()


RACER = """
import sys
from pathlib import Path
from strategidesk.store.lock import FileIsOpen, Lock
print("ready", flush=True)
for line in sys.stdin:
    lock = None
    try:
        lock = Lock(Path(line.rstrip("\\n")), sys.argv[1])
        print("won", flush=True)
    except FileIsOpen:
        print("lost", flush=True)
    sys.stdin.readline()
    if lock:
        lock.release()
    print("done", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="a dead process is made by a signal")
def test_that_of_two_processes_exactly_one_gets_a_free_or_orphaned_file(file: Path) -> None:
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", RACER, name],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        for name in ("Alva", "Bo")
    ]

    def told() -> list[str]:
        return [racer.stdout.readline().strip() for racer in racers if racer.stdout]

    def ask(line: str) -> list[str]:
        for racer in racers:
            assert racer.stdin is not None
            racer.stdin.write(line + "\n")
        return told()

    dead = someone(pid=gone(), started=1.0)
    try:
        assert told() == ["ready", "ready"]
        for number in range(ROUNDS):
            if number % 2:
                put(file, dead)
            assert sorted(ask(str(file))) == ["lost", "won"]
            assert ask("") == ["done", "done"]
            assert [path.name for path in file.parent.iterdir()] == [file.name]
    finally:
        for racer in racers:
            racer.communicate()


def gone() -> int:
    """The number of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    process.send_signal(signal.SIGKILL)
    process.wait()
    return process.pid
