"""10,000 activities: out of a file as model objects, and into a new file as revisions."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from strategidesk.desk.desk import tables_of
from strategidesk.desk.files import make
from strategidesk.history.loading import load
from strategidesk.model.noun import fields_of, json_values
from strategidesk.model.plan import Activity
from strategidesk.model.schema import STANDARD
from strategidesk.model.strategy import Strategy
from strategidesk.store.file import StrategyFile
from tests.benchmarks.data import strategy
from tests.benchmarks.measuring import Row, exponent, interleave, timed

SIZE = 10_000
MOST_TO_LOAD = 2.5
MOST_TO_BRING_IN = 8.0


def rows(folder: Path) -> Iterator[Row]:
    """Both ways, each against the same values as raw rows of sqlite3."""
    yield _out(folder)
    yield _in(folder)


def _out(folder: Path) -> Row:
    path = folder / "load.strategi"
    make(path, "Ekbacka", strategy(500, SIZE))
    raw = sqlite3.connect(path)
    with StrategyFile.open(path, tables_of(STANDARD)) as file, file.reading() as connection:
        pair = interleave(
            lambda: load(connection, file.tables),
            lambda: raw.execute('SELECT * FROM "activity"').fetchall(),
        )
    raw.close()
    times = {size: _times_to_load(folder, size) for size in (1_000, 3_000)}
    return pair.row(
        f"Load {SIZE} activities as model objects", "raw rows", MOST_TO_LOAD,
        exponent({**times, SIZE: pair.ours}),
    )  # fmt: skip


def _times_to_load(folder: Path, size: int) -> list[float]:
    path = folder / f"load {size}.strategi"
    make(path, "Ekbacka", strategy(500, size))
    with StrategyFile.open(path, tables_of(STANDARD)) as file, file.reading() as connection:
        return [timed(lambda: load(connection, file.tables)) for _ in range(5)]


def _in(folder: Path) -> Row:
    wanted = strategy(500, SIZE)
    values = [(a.id, *map(_plain, json_values(a).values())) for a in wanted.activities]
    pair = interleave(lambda: _made(folder, wanted), lambda: _raw(folder, values))
    times = {
        size: [timed(lambda: _made(folder, strategy(500, size))) for _ in range(5)]  # noqa: B023
        for size in (1_000, 3_000)
    }
    return pair.row(
        f"Bring {SIZE} activities in as revisions", "raw rows, one commit", MOST_TO_BRING_IN,
        exponent({**times, SIZE: pair.ours}),
    )  # fmt: skip


def _made(folder: Path, wanted: Strategy) -> None:
    path = folder / "in.strategi"
    path.unlink(missing_ok=True)
    make(path, "Ekbacka", wanted)


def _raw(folder: Path, values: list[tuple[object, ...]]) -> None:
    path = folder / "raw.sqlite"
    path.unlink(missing_ok=True)
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("BEGIN")
    names = ",".join(f'"{name}"' for name in fields_of(Activity))
    raw.execute(f"CREATE TABLE activity (id, {names})")
    places = ",".join("?" * len(values[0]))
    raw.executemany(f"INSERT INTO activity VALUES ({places})", values)
    raw.execute("COMMIT")
    raw.close()


def _plain(value: object) -> object:
    return ",".join(value) if isinstance(value, list) else value
