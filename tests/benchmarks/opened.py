"""A big strategy open and usable: from the start of the process to its first page painted."""

import os
from collections.abc import Iterator
from pathlib import Path

from strategidesk.desk import files
from tests.benchmarks.data import strategy
from tests.benchmarks.measuring import Row, in_new_process, interleave

WORDS, ACTIVITIES = 70_000, 10_000  # 200 pages
MOST = 5.0


def rows(folder: Path) -> Iterator[Row]:
    """Against a bare window of Qt with a label in it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["STRATEGIDESK_CONFIG"] = str(folder)
    path = folder / "big.strategi"
    files.make(path, "Alva", strategy(WORDS, ACTIVITIES))
    pair = interleave(
        lambda: in_new_process("tests.benchmarks.first_paint", "opened", path),
        lambda: in_new_process("tests.benchmarks.first_paint", "bare"),
    )
    yield pair.row(f"Open, {WORDS} words, {ACTIVITIES} activities", "bare window", MOST)
