"""Cells as tab-separated text, as spreadsheets put it on the clipboard and take it from there."""

import csv
import io
import re

# a cell with a tab or a break in it stands in quotes, which are doubled inside; a quote that opens
# a cell and is not closed at its end is a quote that somebody wrote
_CELL = re.compile(r'(?:"([^"]*(?:""[^"]*)*)"(?=[\t\n]|\Z)|([^\t\n]*))(\t|\n|\Z)')


def separated(rows: list[list[str]]) -> str:
    """The cells as lines with tabs, quoted where a cell has a break, a tab or a quote."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue()


def cells_of(text: str) -> list[list[str]]:
    """The rows of cells in what a spreadsheet copied; an empty line is a row of empty cells."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = []
    at = 0
    while at < len(plain):
        line = _line(plain, at)
        if '"' in line:
            row, at = _quoted(plain, at)
        else:
            row, at = line.split("\t"), at + len(line) + 1
        rows.append(row)
    width = max(map(len, rows), default=0)
    return [one if one != [""] else [""] * width for one in rows]


def _line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[at:] if end < 0 else text[at:end]


def _quoted(text: str, at: int) -> tuple[list[str], int]:
    """The cells of a row in which there are quotes, and where the next row begins."""
    row: list[str] = []
    while True:
        found = _CELL.match(text, at)
        assert found is not None
        quoted, bare, end = found.groups()
        row.append(bare if quoted is None else quoted.replace('""', '"'))
        at = found.end()
        if end != "\t":
            return row, at
