"""A received workbook as its cells stand, whatever kind of file it came in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from strategidesk.excel.references import Area


class Raw(NamedTuple):
    """One cell that is not empty; the parts are those of `returned.Cell`."""

    text: str
    day: str = ""
    figure: str = ""
    formula: str = ""
    fault: str = ""
    cleaned: bool = False
    uncomputed: bool = False  # a formula whose value was not saved


Place = tuple[int, int]  # row and column, counted from 1


@dataclass
class Grid:
    """One worksheet."""

    name: str
    cells: dict[Place, Raw] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    protected: bool = False

    @cached_property
    def rows(self) -> dict[int, dict[int, Raw]]:
        """The cells by row and column, from top to bottom."""
        found: dict[int, dict[int, Raw]] = {}
        for (row, column), raw in self.cells.items():
            found.setdefault(row, {})[column] = raw
        return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Cells:
    """All of a workbook. `names` are the cells that names of ours stand for, with their sheet;
    `printed` what is printed of each sheet, where that is set."""

    grids: tuple[Grid, ...]
    names: Mapping[str, tuple[str, Area]]
    printed: Mapping[str, Area]
    properties: Mapping[str, object]
