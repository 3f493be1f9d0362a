"""What the returned workbooks of a round cost to read, apart and with all checks."""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from strategidesk.excel.sheets.layout import FIRST_ROW
from strategidesk.excel.sheets.reading import read
from strategidesk.excel.sheets.workbook import workbook
from strategidesk.guard.crew import Crew, Work
from strategidesk.guard.wanted import ANSWERS
from tests.benchmarks.hostile import parse
from tests.benchmarks.measuring import Row, in_new_process, interleave, megabytes, peak_memory
from tests.benchmarks.sheets import ROWS, asked

SHEETS, MOST = 300, 5.0
LARGEST = 300e6  # bytes over an empty process, for one sheet


def rows(folder: Path) -> Iterator[Row]:
    """300 answered sheets over the processes that there are; the memory of reading one."""
    paths = [folder / f"{number}.xlsx" for number in range(SHEETS)]
    data = answered()
    for path in paths:
        path.write_bytes(data)

    def ours() -> None:
        with Crew() as crew:
            found = [one for one in crew.each(Work(read, ANSWERS), paths) if one is not None]
        assert [one.trouble for one in found] == [None] * SHEETS

    pair = interleave(ours, lambda: [parse(path) for path in paths], 3)
    yield pair.row(f"reading: {SHEETS} answered sheets of {ROWS} rows", "zip + expat", MOST)
    empty, whole = (float(in_new_process(__name__, one)) for one in (Path("-"), paths[0]))
    memory = whole - empty
    yield Row(
        "reading: memory of one sheet",
        megabytes(memory),
        f"goal {megabytes(LARGEST)}",
        memory / LARGEST,
        1,
    )


def answered() -> bytes:
    """A unit's workbook with an answer for each activity."""
    book = load_workbook(BytesIO(workbook(asked(), asked().strategy.units[0].id)))
    sheet = book["Uppföljning"]
    names = book.defined_names
    for key, text in (("status", "Påbörjad"), ("result", "Pågår enligt plan i vår.")):
        letters = names[f"sd_{key}"].attr_text.partition("$")[2].partition("$")[0]
        for row in range(FIRST_ROW, FIRST_ROW + ROWS):
            sheet[f"{letters}{row}"] = text
    out = BytesIO()
    book.save(out)
    return out.getvalue()


if __name__ == "__main__":
    if sys.argv[1] != "-":
        read(sys.argv[1])
    print(peak_memory())
