"""All model tables made anew from 10,000 creations and 22,000 edits."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from strategidesk.desk.desk import tables_of
from strategidesk.desk.files import make
from strategidesk.history.projection import rebuild
from strategidesk.model.schema import STANDARD
from strategidesk.store.file import StrategyFile
from tests.benchmarks.data import strategy
from tests.benchmarks.edits import edit
from tests.benchmarks.measuring import Pair, Row, exponent, interleave, seconds

SIZES = ((1_000, 2_200), (3_000, 6_600), (10_000, 22_000))  # creations, edits
MOST = 100e-6  # seconds per revision


def rows(folder: Path) -> Iterator[Row]:
    """Seconds per revision; the floor is a bare reading of the revisions."""
    pairs = {
        made + edited: _measured(folder / f"{made}.strategi", made, edited)
        for made, edited in SIZES
    }
    count, pair = max(pairs.items())
    each, floor = min(pair.ours) / count, min(pair.peer) / count
    yield Row(
        f"Rebuild of {count} revisions, each", seconds(each),
        f"limit {seconds(MOST)} (reading alone {seconds(floor)})", each / MOST, 1.0,
        exponent({size: each_pair.ours for size, each_pair in pairs.items()}),
    )  # fmt: skip


def _measured(path: Path, made: int, edited: int) -> Pair:
    wanted = strategy(500, made)
    make(path, "Ekbacka", wanted)
    edit(path, wanted, edited)
    raw = sqlite3.connect(path)
    with StrategyFile.open(path, tables_of(STANDARD), "Ekbacka") as file:

        def again() -> None:
            with file.writing() as connection:
                rebuild(connection, file.tables)

        pair = interleave(again, lambda: raw.execute("SELECT * FROM revision").fetchall(), 5)
    raw.close()
    return pair
