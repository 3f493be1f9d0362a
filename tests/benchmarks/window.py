"""The first window: from the start of the process to the first paint of the start page."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measuring import Row, in_new_process, interleave

TIMES = 15
MOST = 1.5
FIRST: dict[str, object] = {}
LATER = {
    "author": "Alva",
    "recent": [{"path": f"/plats/Strategi {n}.strategi", "title": f"Strategi {n}"} for n in "123"],
}


def rows(folder: Path) -> Iterator[Row]:
    """Against a bare window of Qt with a label in it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)  # compiled before, as an installed program is
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for name, settings in (("first start", FIRST), ("start with recent files", LATER)):
        home = folder / name
        home.mkdir()
        (home / "window.json").write_text(json.dumps(settings), encoding="utf-8")
        os.environ["STRATEGIDESK_CONFIG"] = str(home)
        pair = interleave(
            lambda: in_new_process("tests.benchmarks.first_paint", "program"),
            lambda: in_new_process("tests.benchmarks.first_paint", "bare"),
            TIMES,
        )
        yield pair.row(f"First window, {name}", "bare window", MOST)
