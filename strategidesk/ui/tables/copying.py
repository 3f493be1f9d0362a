"""Cells on the clipboard: as spreadsheets take them and as a table for documents."""

import csv
import io
from html import escape

from PySide6.QtCore import QMimeData

_TEXT = "mso-number-format:'\\@'"  # Excel keeps the cell as text, whatever it begins with


def mime(headings: list[str], rows: list[list[str]]) -> QMimeData:
    """Tab-separated text, and a table with headings."""
    data = QMimeData()
    data.setText(separated(rows))
    data.setHtml(table(headings, rows))
    return data


def separated(rows: list[list[str]]) -> str:
    """The cells as lines with tabs, quoted where a cell has a break or a tab."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue()


def table(headings: list[str], rows: list[list[str]]) -> str:
    """The cells as an HTML table."""
    head = "".join(f"<th>{escape(text)}</th>" for text in headings)
    body = "".join(
        "<tr>" + "".join(f'<td style="{_TEXT}">{_cell(text)}</td>' for text in row) + "</tr>"
        for row in rows
    )
    return (
        '<html><head><meta charset="utf-8"></head><body><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></body></html>"
    )


def _cell(text: str) -> str:
    return escape(text).replace("\n", '<br style="mso-data-placement:same-cell">')


def cells_of(text: str) -> list[list[str]]:
    """The rows of cells in what a spreadsheet copied."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return list(csv.reader(io.StringIO(plain, newline=""), delimiter="\t"))
