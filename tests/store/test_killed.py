"""A process that is killed while it writes damages nothing and loses no acknowledged save."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from strategidesk.desk.desk import Desk
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.store.sqlite import journal
from tests.support.files import found_in, make

ROOT = Path(__file__).parents[2]
ROUNDS = 200
MOST = 4  # saves that a writer lives

pytestmark = pytest.mark.skipif(os.name == "nt", reason="processes are forked and killed by signal")


Life = list[tuple[str, Id, int]]  # "wanted" or "saved", what, its number then (-1: deleted)


def killed_round(server: "subprocess.Popen[str]", path: Path, saves: int, late: float) -> Life:
    """One writer's life, as far as it could tell of it: so many saves and a part of the next."""
    asked, told = server.stdin, server.stdout
    assert asked is not None
    assert told is not None
    asked.write(f"{path}\n")
    asked.flush()
    writer = int(told.readline())
    assert told.readline() == "open\n"
    life, begun = [json.loads(told.readline())], time.monotonic()
    for _ in range(saves):
        life += [json.loads(told.readline()), json.loads(told.readline())]
    time.sleep(late * (time.monotonic() - begun) / max(saves, 1))
    os.kill(writer, signal.SIGKILL)
    return life + [json.loads(line) for line in iter(told.readline, "gone\n")]


def test_that_200_killed_writers_damage_no_file_and_lose_no_acknowledged_save(
    tmp_path: Path,
) -> None:
    chance = random.Random(7)
    path = make(tmp_path / "Ekbacka.strategi")
    shown: dict[Id, int] = {}
    saves = inside = 0
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.writer"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        for _ in range(ROUNDS):
            life = killed_round(server, path, chance.randrange(1, MOST), chance.random())
            saved = {id: number for what, id, number in life if what == "saved"}
            under_way = {id: number for what, id, number in life[-1:] if what == "wanted"}
            inside += journal(path).exists() and journal(path).stat().st_size > 0
            saves += len(saved)
            shown |= saved
            shown = _as_acknowledged(path, shown, shown | under_way)

    assert saves > ROUNDS
    assert inside > 10, "hardly any writer was killed inside a transaction"
    assert [left for left in tmp_path.iterdir() if not left.name.startswith(path.name)] == []


def _as_acknowledged(path: Path, *possible: dict[Id, int]) -> dict[Id, int]:
    """Which of the possible contents the whole file has: there is no third."""
    assert found_in(path) == []
    with Desk.open(path) as desk:
        now = {section.id: section.heading for section in desk.strategy.all(Section)}
    for shown in possible:
        if all((_number(now[id]) if id in now else -1) == shown[id] for id in shown):
            return shown
    raise AssertionError("an acknowledged save is lost")


def _number(heading: str) -> int:
    number, _, rest = heading.partition(" ")
    assert set(rest) <= {"å"}
    return int(number) if number.isdigit() else 0
