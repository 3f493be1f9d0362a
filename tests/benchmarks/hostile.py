"""What the guard costs: a hostile file until it is refused, and an honest sheet against its parse.

A hostile file's time and memory are counted over those of an empty run in a process of its own.
"""

import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from xml.parsers import expat

from strategidesk.errors import UserError
from strategidesk.guard.crew import Crew, Work
from strategidesk.guard.looking import look
from strategidesk.guard.wanted import ANSWERS
from tests.benchmarks.measuring import (
    Row,
    in_new_process,
    interleave,
    megabytes,
    peak_memory,
    seconds,
)
from tests.support.hostile.corpus import HOSTILE
from tests.support.hostile.honest import HONEST

SLOWEST, LARGEST = 2.0, 300e6  # seconds and bytes of one hostile file
SHEETS, MOST = 300, 5.0  # returned sheets, and how much of their bare parse the guard may take
_LONG = "a follow-up of 10,000 rows"


def rows(folder: Path) -> Iterator[Row]:
    """The dearest hostile file; a long sheet looked at; 300 short ones looked at apart."""
    costs = [(one.name, *_cost(one.put(folder), str(n))) for n, one in enumerate(HOSTILE)]
    floor = _cost(Path("-"), "-")
    slow = max(costs, key=lambda cost: cost[1])
    large = max(costs, key=lambda cost: cost[2])
    yield Row(
        f"hostile file: time ({slow[0]})",
        seconds(slow[1]),
        f"goal {seconds(SLOWEST)}",
        slow[1] / SLOWEST,
        1,
    )
    memory = large[2] - floor[1]
    yield Row(
        f"hostile file: memory ({large[0]})",
        megabytes(memory),
        f"goal {megabytes(LARGEST)}",
        memory / LARGEST,
        1,
    )
    long = folder / "svar.xlsx"
    long.write_bytes(HONEST[_LONG][0]())
    pair = interleave(lambda: look(long, ANSWERS), lambda: parse(long), 3)
    yield pair.row("guard: sheet of 10,000 x 25", "zip + expat", MOST)
    yield _apart(folder)


def _apart(folder: Path) -> Row:
    """The sheets of a round, each looked at and parsed apart, the processes started too."""
    from tests.benchmarks.excel import cells, plan, raw

    paths = [folder / f"{number}.xlsx" for number in range(SHEETS)]
    raw(cells(plan(200))[:1], paths[0])
    for path in paths[1:]:
        path.write_bytes(paths[0].read_bytes())

    def ours() -> None:
        with Crew() as crew:
            found = [one for one in crew.each(Work(parse, ANSWERS), paths) if one is not None]
        assert [one.trouble for one in found] == [None] * SHEETS

    pair = interleave(ours, lambda: [parse(path) for path in paths], 3)
    return pair.row(f"guard: {SHEETS} sheets of 200 rows apart", "zip + expat", MOST)


def parse(path: Path) -> int:
    """The bare reading: every part of XML, every element and text, nothing done with them."""
    found = 0

    def count(*_given: object) -> None:
        nonlocal found
        found += 1

    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            parser = expat.ParserCreate()
            parser.buffer_text = True
            parser.StartElementHandler = parser.EndElementHandler = count
            parser.CharacterDataHandler = count
            parser.Parse(archive.read(name), True)
    return found


def _cost(path: Path, number: str) -> tuple[float, float]:
    """Seconds on the processor and the most bytes of looking at one file."""
    taken, held = in_new_process("tests.benchmarks.hostile", path, number).split()
    return float(taken), float(held)


def _alone(path: Path, number: str) -> None:
    wanted = ANSWERS if number == "-" else HOSTILE[int(number)].wanted
    start = time.process_time()  # the load of others does not count
    if number != "-":
        with suppress(UserError):
            look(path, wanted)
    print(time.process_time() - start, peak_memory())


if __name__ == "__main__":
    _alone(Path(sys.argv[1]), sys.argv[2])
