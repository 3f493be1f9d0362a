"""Copies put together: what is new is found, checked, taken and projected."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from strategidesk.desk.desk import Desk
from strategidesk.desk.files import copy, make
from strategidesk.desk.jobs import finish
from strategidesk.desk.merging import merging
from strategidesk.model.strategy import Strategy
from tests.benchmarks.data import strategy
from tests.benchmarks.edits import edit
from tests.benchmarks.measuring import Row, exponent, seconds, timed

SIZES = (2_000, 8_000, 32_000)  # revisions in the file, a third of them creations
LARGE = 200_000
NEW = 500
COPIES, EACH = 15, 200
TIMES = 5
MOST_NEW, MOST_NOTHING, MOST_COPIES, MOST_LARGE = 1.0, 0.5, 15.0, 2.5  # seconds


def rows(folder: Path) -> Iterator[Row]:
    """Whole merges, as people have them: the copies' check, the transaction and its commit, and
    the strategy in memory. The floor is a reading of the ids of both sides."""
    new: dict[int, list[float]] = {}
    nothing: dict[int, list[float]] = {}
    floor = 0.0
    for size in SIZES:
        base, wanted = _made(folder / f"{size}.strategi", size)
        other = _edited(base, wanted, "other", NEW)
        pairs = [_merged(base, [other]) for _ in range(TIMES)]
        new[size], nothing[size] = map(list, zip(*pairs, strict=True))
        floor = _floor(base, other)
    yield _row(f"Merge {NEW} new into {SIZES[-1]}", new, MOST_NEW, floor)
    yield _row(f"Merge of nothing new, {SIZES[-1]}", nothing, MOST_NOTHING, floor)
    base, wanted = _made(folder / "many.strategi", SIZES[-1])
    others = [_edited(base, wanted, f"copy {n}", EACH, n) for n in range(COPIES)]
    all_new, none = _merged(base, others)
    yield _single(f"Merge {COPIES} copies of {EACH} new each", all_new, MOST_COPIES)
    base, wanted = _made(folder / "large.strategi", LARGE)
    other = _edited(base, wanted, "other", NEW)
    all_new, none = _merged(base, [other])
    yield _single(f"Merge {NEW} new into {LARGE}", all_new, MOST_LARGE)
    yield _single(f"Merge of nothing new, {LARGE}", none, MOST_LARGE)


def _made(path: Path, size: int) -> tuple[Path, Strategy]:
    wanted = strategy(500, size // 3)
    make(path, "Ekbacka", wanted)
    edit(path, wanted, size - len(wanted.by_id))
    return path, wanted


def _edited(base: Path, wanted: Strategy, name: str, count: int, first: int = 0) -> Path:
    other = base.with_name(f"{base.stem} {name}.strategi")
    copy(base, other)
    edit(other, wanted, count, first * count)
    return other


def _merged(base: Path, others: Sequence[Path]) -> tuple[float, float]:
    """Seconds of the merge into a fresh copy, and of the same once more."""
    fresh = base.with_name("fresh.strategi")
    copy(base, fresh)
    with Desk.open(fresh, "Ekbacka", backup_first=False) as desk:

        def merge() -> None:
            desk.accept(finish(merging(desk, others)))

        times = timed(merge), timed(merge)
    fresh.unlink()
    return times


def _floor(base: Path, other: Path) -> float:
    def read() -> None:
        for path in (base, other):
            with Desk.open(path) as desk, desk.file.reading() as connection:
                connection.exec_driver_sql('SELECT "id" FROM "revision"').all()

    return min(timed(read) for _ in range(TIMES))


def _row(what: str, times: dict[int, list[float]], most: float, floor: float) -> Row:
    ours = sorted(times[max(times)])[TIMES // 2]
    limit = f"limit {seconds(most)} (opening and reading the ids {seconds(floor)})"
    return Row(what, seconds(ours), limit, ours / most, 1.0, exponent(times), 1.1)


def _single(what: str, taken: float, most: float) -> Row:
    return Row(what, seconds(taken), f"limit {seconds(most)}", taken / most, 1.0)
