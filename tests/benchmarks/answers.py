"""What a whole round costs when it comes back: 300 units' sheets read, judged and taken in."""

import re
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path

from strategidesk.desk.answers.outcomes import Judgment, Verdict
from strategidesk.desk.answers.reading import reading
from strategidesk.desk.answers.taking import taking
from strategidesk.desk.desk import Desk
from strategidesk.desk.files import make
from strategidesk.desk.jobs import finish
from strategidesk.excel.sheets.layout import FIRST_ROW
from strategidesk.excel.sheets.matter import Matter
from strategidesk.excel.sheets.reading import read
from strategidesk.excel.sheets.workbook import workbook
from strategidesk.guard.crew import Crew, Work
from strategidesk.guard.wanted import ANSWERS
from strategidesk.model.follow_up import Round
from strategidesk.model.people import Unit
from strategidesk.model.places import make as place
from strategidesk.model.places import spread
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy
from tests.benchmarks.data import Maker, strategy
from tests.benchmarks.measuring import (
    Pair,
    Row,
    in_new_process,
    interleave,
    megabytes,
    peak_memory,
    timed,
)

UNITS, ROWS = 300, 20
TIMES = 3
MOST = 1.2  # of the bare reading
LARGEST = 300e6  # bytes over an empty process
TODAY = "2028-01-10"
_SHEET = "xl/worksheets/sheet2.xml"
TYPED = {"status": "Påbörjad", "result": "Pågår enligt plan i vår.", "trend": "positiv"}


def rows(folder: Path) -> Iterator[Row]:
    """Against the same files read apart behind the guard, with nothing made of them."""
    whole = plan()
    sheets = folder / "sheets"
    sheets.mkdir()
    paths = [answered(whole, unit, sheets / f"{n}.xlsx") for n, unit in enumerate(whole.units)]
    file = folder / "round.strategi"
    make(file, "Ekbacka", whole)

    def bare() -> None:
        with Crew() as crew:
            found = [one for one in crew.each(Work(read, ANSWERS), paths) if one is not None]
        assert [one.trouble for one in found] == [None] * UNITS

    told = interleave(lambda: judged(whole, sheets), bare, TIMES)
    taken = _each_in_a_copy(file, sheets, bare)
    name = f"round: {UNITS} sheets of {ROWS} rows"
    yield told.row(f"{name} read and judged", "read only", MOST)
    yield taken.row(f"{name} read, judged and taken in", "read only", MOST)
    empty, used = (float(in_new_process(__name__, *each)) for each in ((), (file, sheets)))
    yield Row(
        "round: memory of the program",
        megabytes(used - empty),
        f"goal {megabytes(LARGEST)}",
        (used - empty) / LARGEST,
        1,
    )


def _each_in_a_copy(file: Path, sheets: Path, bare: Callable[[], None]) -> Pair:
    """The whole round, each time into a file that holds nothing of it, in turns with the peer."""
    pairs = []
    for number in range(TIMES):
        copy = file.with_name(f"{number}.strategi")
        shutil.copy(file, copy)
        with Desk.open(copy, "Ekbacka", backup_first=False) as desk:
            pairs.append((timed(partial(taken_in, desk, sheets)), timed(bare)))
    ours, peer = zip(*pairs, strict=True)
    return Pair(ours, peer)


def judged(whole: Strategy, sheets: Path) -> Judgment:
    """All sheets with what becomes of each cell, as the window shows it first."""
    judgment = finish(reading([sheets], whole, TODAY))
    assert judgment.counts[Verdict.TAKEN] == judgment.filled == UNITS * ROWS * len(TYPED)
    return judgment


def taken_in(desk: Desk, sheets: Path) -> None:
    """The whole round, as the command and the window do it."""
    command = taking(judged(desk.strategy, sheets), desk.author)
    assert command is not None
    desk.run(command)


def plan() -> Strategy:
    """A plan of many units with their activities, and the round that asks them."""
    maker = Maker(UNITS)
    units = tuple(
        Unit(id=maker.id(), place=place(key), name=f"{number} {maker.line()}")
        for number, key in enumerate(spread(UNITS))
    )
    whole = strategy(500, UNITS * ROWS)
    activities = tuple(
        replace(activity, unit=units[at % UNITS].id) for at, activity in enumerate(whole.activities)
    )
    round = Round(id=maker.id(), period="2027", last_reply_on="2028-01-15")
    return whole.replace({Unit: units, Activity: activities, Round: (round,)})


def answered(whole: Strategy, unit: Unit, out: Path) -> Path:
    """A unit's workbook with answers for each activity, typed into the part of its sheet."""
    (round,) = whole.all(Round)
    data = workbook(Matter(whole, round, TODAY), unit.id)
    with (
        zipfile.ZipFile(BytesIO(data)) as sent,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as back,
    ):
        names = sent.read("xl/workbook.xml").decode()
        for part in sent.namelist():
            content = sent.read(part)
            back.writestr(part, _typed(content, names) if part == _SHEET else content)
    return out


def _typed(part: bytes, names: str) -> bytes:
    """The answer sheet with what a manager types."""
    text = part.decode()
    for key, answer in TYPED.items():
        column = re.search(rf'name="sd_{key}"[^$]*\$([A-Z]+)\$', names)
        assert column is not None
        rows = "|".join(map(str, range(FIRST_ROW, FIRST_ROW + ROWS)))
        cell = rf'(<c r="{column[1]}(?:{rows})" s="\d+")/>'
        text, count = re.subn(cell, rf'\1 t="inlineStr"><is><t>{answer}</t></is></c>', text)
        assert count == ROWS
    return text.encode()


if __name__ == "__main__":
    if sys.argv[1:]:
        with Desk.open(Path(sys.argv[1]), "Ekbacka", backup_first=False) as opened:
            taken_in(opened, Path(sys.argv[2]))
    print(peak_memory())
