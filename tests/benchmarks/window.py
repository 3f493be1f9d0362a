"""The first window: from the start of the process to the first paint of the start page."""

import os
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measuring import Row, in_new_process, interleave

TIMES = 15
MOST = 1.5


def rows(folder: Path) -> Iterator[Row]:
    """Against a bare window of Qt with a label in it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["STRATEGIDESK_CONFIG"] = str(folder)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)  # compiled before, as an installed program is
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    pair = interleave(
        lambda: in_new_process("tests.benchmarks.first_paint", "program"),
        lambda: in_new_process("tests.benchmarks.first_paint", "bare"),
        TIMES,
    )
    yield pair.row("First window, from the start of the process", "bare window", MOST)
