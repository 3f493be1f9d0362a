"""Many edits of a generated strategy's file, written as its desk would but in large portions."""

from pathlib import Path

from strategidesk.desk.clock import Clock
from strategidesk.desk.desk import tables_of
from strategidesk.history.recording import Recorder
from strategidesk.model.schema import STANDARD
from strategidesk.model.strategy import Strategy
from strategidesk.store.file import StrategyFile
from tests.benchmarks.data import Maker

FIELDS = ("comment", "expected_result", "indicator", "resources")
_PORTION = 2_000


def edit(path: Path, strategy: Strategy, count: int, first: int = 0) -> int:
    """Give fields of the activities new lines, one revision each; returns the bytes of the lines.

    Every activity gets its first edit before any gets its second; begins with activity `first`.
    """
    make_up, clock, written = Maker(count), Clock(), 0
    with StrategyFile.open(path, tables_of(STANDARD), "Ekbacka") as file:
        for start in range(0, count, _PORTION):
            with file.writing() as connection:
                recorder = Recorder(connection, file.tables, "Ekbacka", clock)
                for number in range(start, min(start + _PORTION, count)):
                    again, place = divmod(first + number, len(strategy.activities))
                    line = make_up.line()
                    recorder.set(strategy.activities[place].id, FIELDS[again % 4], line)
                    written += len(line.encode())
                recorder.finish("change")
    return written
