"""What a workbook's sheets would make a library do: rows, far cells, merged ranges, lists."""

import re
from collections.abc import Callable
from functools import partial

from strategidesk.guard.allowances import COUNTED, Allowances
from strategidesk.guard.markup import attributes
from strategidesk.guard.sentences import Fault, too_many

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_SHORT = 6  # letters of a reference that cannot be far away: AB9999


def row_and_column(text: str) -> tuple[int, int]:
    """The numbers of a cell, from 1; (0, 0) where it is none."""
    found = _CELL.fullmatch(text)
    if found is None:
        return 0, 0
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column


class Workbook:
    """Gathers over all parts of one workbook."""

    def __init__(self, allowed: Allowances, notices: set[str]) -> None:
        self._allowed, self._notices = allowed, notices
        self.sheets: list[tuple[str, str]] = []  # name and relation
        self._counts = dict.fromkeys(COUNTED, 0)
        self.begin("")

    def begin(self, sheet: str) -> None:
        """The next part is this sheet, or none with an empty name."""
        self._sheet = sheet
        self._rows = self._row = self._last = self._claimed = self._merged = self._column = 0
        self._cell: list[str] = []

    def end(self) -> None:
        """The part has been read."""
        if self._claimed and not self._last <= self._claimed <= max(self._row, 1):
            self._notices.add("dimension")

    def actions(self) -> dict[tuple[str, str], Callable[[list[str]], None]]:
        """What is done at which element."""
        counting = {("sheet", name): partial(self._count, name) for name in COUNTED}
        return {
            **counting,
            ("sheet", "sheet"): self._named,
            ("sheet", "row"): self._next_row,
            ("sheet", "c"): self._next_cell,
            ("sheet", "v"): self._content,
            ("sheet", "is"): self._content,
            ("sheet", "f"): self._content,
            ("sheet", "mergeCell"): self._merge,
            ("sheet", "dimension"): self._claim,
            ("sheet", "ddeLink"): self._call,
            ("sheet", "oleLink"): self._call,
        }

    def _count(self, name: str, _pairs: list[str]) -> None:
        self._counts[name] += 1
        if self._counts[name] > COUNTED[name]:
            raise too_many(name, COUNTED[name])

    def _named(self, pairs: list[str]) -> None:
        of = attributes(pairs)
        self.sheets.append((of.get("name", ""), of.get("id", "")))
        if len(self.sheets) > self._allowed.sheets:
            raise too_many("sheet", self._allowed.sheets)

    def _next_row(self, pairs: list[str]) -> None:
        self._rows += 1
        if self._rows > self._allowed.rows:
            raise Fault("rows", sheet=self._sheet, most=self._allowed.rows)
        given = pairs[1] if pairs and pairs[0] == "r" else attributes(pairs).get("r")
        self._row, self._column = _number(given, self._row + 1), 0

    def _next_cell(self, pairs: list[str]) -> None:
        self._cell = pairs
        self._column += 1

    def _content(self, _pairs: list[str]) -> None:
        """The cell has something in it, so those who read must reckon with its place."""
        pairs, self._last = self._cell, self._row
        reference = pairs[1] if pairs and pairs[0] == "r" else attributes(pairs).get("r", "")
        near = 0 < len(reference) <= _SHORT and not reference[2:3].isalpha()
        if near and self._row <= self._allowed.last_row:
            return
        row, column = row_and_column(reference) if reference else (self._row, self._column)
        if max(row, self._row) > self._allowed.last_row or column > self._allowed.last_column:
            raise Fault("far", sheet=self._sheet, cell=reference or f"{letters(column)}{row}")

    def _merge(self, pairs: list[str]) -> None:
        self._count("mergeCell", pairs)
        first, _, last = attributes(pairs).get("ref", "").partition(":")
        (top, left), (bottom, right) = row_and_column(first), row_and_column(last or first)
        self._merged += (abs(bottom - top) + 1) * (abs(right - left) + 1)
        if self._merged > self._allowed.merged_cells:
            raise Fault("merged", sheet=self._sheet, most=self._allowed.merged_cells)

    def _claim(self, pairs: list[str]) -> None:
        reference = attributes(pairs).get("ref", "").rpartition(":")[2]
        row, column = row_and_column(reference)
        self._claimed = row
        if column > self._allowed.last_column:
            self._notices.add("dimension")

    def _call(self, pairs: list[str]) -> None:
        of = attributes(pairs)
        address = " ".join(filter(None, (of.get("ddeService"), of.get("ddeTopic"))))
        raise Fault("outside", address=address or of.get("progId", "OLE"))


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 9 else otherwise


def letters(column: int) -> str:
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text
