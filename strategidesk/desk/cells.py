"""Cells as tab-separated text, as spreadsheets put it on the clipboard and take it from there."""

import csv
import io
import re

# a cell with a tab or a break in it stands in quotes, which are doubled inside; a quote that opens
# a cell and is not closed at its end is a quote that somebody wrote
_CELL = re.compile(r'(?:"((?:[^"]|"")*+)"(?=[\t\n]|\Z)|([^\t\n]*))(\t|\n|\Z)')


def separated(rows: list[list[str]]) -> str:
    """The cells as lines with tabs, quoted where a cell has a break, a tab or a quote."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue()


def cells_of(text: str) -> list[list[str]]:
    """The rows of cells in what a spreadsheet copied; an empty line is a row of empty cells."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = []
    row: list[str] = []
    at = 0
    while at < len(plain) or row:
        found = _CELL.match(plain, at)
        assert found is not None
        quoted, bare, end = found.groups()
        row.append(bare if quoted is None else quoted.replace('""', '"'))
        if end != "\t":
            rows.append(row)
            row = []
        at = found.end()
    width = max(map(len, rows), default=0)
    return [one if one != [""] else [""] * width for one in rows]
