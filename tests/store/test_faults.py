"""Disks that fill up, go read-only, fail or vanish, at every step of what people do with a file."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.faulty import OPERATIONS, TROUBLES, Run
from tests.support.parts import need

ROOT = Path(__file__).parents[2]
FEWER = ("full from here on", "read-only from here on", "failing once", "vanished")
LONG = (
    "first save",
    "load",
    "copy",
    "backup",
    "restore",
    "export",
    "export a workbook",
    "fill a workbook",
)  # many steps, most of them alike


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that makes the disk fail."""
    compiler = need("gcc")
    if sys.platform != "linux":
        pytest.skip("calls of the system are replaced as Linux does it")
    library = tmp_path_factory.mktemp("faults") / "faults.so"
    source = ROOT / "tests" / "support" / "faults.c"
    subprocess.run(
        [compiler, "-O1", "-Wall", "-Werror", "-shared", "-fPIC", "-o", library, source, "-ldl"],
        check=True,
    )
    return library


@pytest.fixture
def quick() -> Iterator[Path]:
    """A folder in memory, where there is one: hundreds of runs do not wait for a disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as name:
        yield Path(name)


def runs(library: Path, folder: Path, operation: str) -> list[Run]:
    """All runs of an operation, in a process of its own."""
    troubles = FEWER if operation in LONG else tuple(TROUBLES)
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.faulty", folder, operation, *troubles],
        cwd=ROOT,
        env={**os.environ, "LD_PRELOAD": str(library)},
        check=True,
        capture_output=True,
    )
    assert done.stderr == b""
    return [Run(**json.loads(line)) for line in done.stdout.splitlines()]


def wrong(run: Run) -> str:
    """What a person would complain about after the run."""
    if run.crash:
        return run.crash
    if run.step == 0 and (run.error or run.hits or run.left):
        return "it does not even work on a good disk"
    if run.error and not run.same:
        return "it was refused, and yet something has changed"
    if run.error and ("\n" in run.error or not run.error.endswith(".")):
        return "more than a sentence"
    if not run.kept:
        return "the text is lost"
    left = [name for name in run.left if not name.endswith(".lock") or run.trouble != "vanished"]
    if left and not run.unremoved:
        return f"left behind: {left}"
    if not run.error and run.same and run.operation != "open":
        return "nothing happened, and nobody was told"
    return ""


@pytest.mark.parametrize("operation", OPERATIONS)
def test_that_a_failing_disk_leaves_all_or_nothing_and_one_sentence(
    faults: Path, quick: Path, operation: str
) -> None:
    done = runs(faults, quick, operation)

    assert [(run, complaint) for run in done if (complaint := wrong(run))] == []
    refused = [run for run in done if run.error]
    assert len(refused) > 10
    assert {run.trouble for run in refused} == {run.trouble for run in done}
