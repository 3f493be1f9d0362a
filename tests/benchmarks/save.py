"""One field saved by its desk: revision, model table, the strategy in memory."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from strategidesk.desk.commands import SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.files import make
from tests.benchmarks.data import Maker, strategy
from tests.benchmarks.measuring import Pair, Row, interleave, quantile, seconds

SIZE = 10_000
SAVES = 400
MOST = 2.5
MOST_OF_THE_SLOWEST = 4.0  # at the 99th percentile


def rows(folder: Path) -> Iterator[Row]:
    """Against one row that sqlite3 commits to a bare file in the same folder, FULL as ours."""
    wanted = strategy(500, SIZE)
    path = folder / "save.strategi"
    make(path, "Ekbacka", wanted)
    raw = _bare(folder / "raw.sqlite")
    make_up = Maker(SAVES)
    with Desk.open(path, "Ekbacka") as desk:

        def save() -> None:
            activity = make_up.random.choice(wanted.activities)
            desk.run(SetFields(activity.id, {"comment": make_up.line()}))

        pair = interleave(save, _commits(raw, make_up), SAVES, clean=False)
    raw.close()
    yield pair.row(f"Save one field among {SIZE} activities", "one raw FULL commit", MOST)
    yield _slowest(pair)


def _slowest(pair: Pair) -> Row:
    ours, peer = quantile(pair.ours, 0.99), quantile(pair.peer, 0.99)
    return Row(
        f"  the 99th percentile of {SAVES} saves", seconds(ours),
        f"that of the commits {seconds(peer)}", ours / peer, MOST_OF_THE_SLOWEST,
    )  # fmt: skip


def _bare(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA journal_mode = DELETE")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("CREATE TABLE saved (id INTEGER PRIMARY KEY, value TEXT)")
    return raw


def _commits(raw: sqlite3.Connection, make_up: Maker) -> Callable[[], object]:
    return lambda: raw.execute("INSERT INTO saved (value) VALUES (?)", (make_up.line(),))
