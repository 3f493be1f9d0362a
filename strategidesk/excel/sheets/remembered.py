"""The texts that a workbook goes out with, remembered on its hidden sheet as short digests.

Whoever reads it again knows by them what a person has typed outside the answer cells, wherever
rows, columns and sheets have gone meanwhile.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from zlib import crc32

from strategidesk.excel.sheets import values
from strategidesk.excel.sheets.grid import Cells, Place, Raw
from strategidesk.excel.sheets.identity import PROPERTY

LABEL = PROPERTY.format(key="texts")
Sent = Counter[str] | None  # digests of what a workbook went out with; older ones do not say
_IN_A_CELL = 3_000  # digests; a cell holds 32,767 letters


def digest(text: str, formula: str = "") -> str:
    """What is remembered of a cell, in 32 bits: blanks do not count, and of a formula only its
    letters, since programs write references each in their way."""
    if formula:
        text = "".join(filter(str.isalpha, formula)).upper() or formula
    return f"{crc32(''.join(text.split()).encode()):08x}"


def of_text(text: str) -> str:
    """The digest of a text as it will be read again."""
    return digest(values.told(text)[0])


def of_row(text: str, id: str = "", key: str = "") -> str:
    """The digest of what stands in a row of answers, in the row of that id and the column of that
    key; or in any. It is no excuse for the same text elsewhere."""
    return f"{crc32(_letters(text), crc32(f'row{id}{key}'.encode())):08x}"


@lru_cache(4096)  # units, hallmarks and times recur in the rows
def _letters(text: str) -> bytes:
    return "".join(values.told(text)[0].split()).encode()


def of_cell(raw: Raw) -> str:
    return digest(raw.text, raw.formula)


def pairs(digests: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The rows of the hidden sheet that hold these: label and text."""
    found = sorted(digests)
    for first in range(0, len(found), _IN_A_CELL):
        yield LABEL, " ".join(found[first : first + _IN_A_CELL])


def recalled(cells: Cells) -> Sent:
    """How often each text was there; None where the workbook does not say."""
    found = [
        word
        for grid in cells.grids
        for (row, column), raw in grid.cells.items()
        if raw.text == LABEL and (right := grid.cells.get((row, column + 1)))
        for word in right.text.split()
    ]
    return Counter(found) if found else None


def unknown(
    places: Iterable[Place], cells: Mapping[Place, Raw], known: Counter[str], ours: Set[Place]
) -> list[Place]:
    """Those of a sheet's places whose text was not there, or not so often; `ours` are places whose
    text was."""
    left, found = known - Counter(of_cell(cells[place]) for place in cells.keys() & ours), []
    for place in places:
        one = of_cell(cells[place])
        if left[one] > 0:
            left[one] -= 1
        else:
            found.append(place)
    return found
