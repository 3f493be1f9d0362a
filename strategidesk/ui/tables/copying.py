"""Cells on the clipboard: as spreadsheets take them and as a table for documents."""

from html import escape

from PySide6.QtCore import QMimeData

from strategidesk.desk.cells import separated

_TEXT = "mso-number-format:'\\@'"  # Excel keeps the cell as text, whatever it begins with


def mime(headings: list[str], rows: list[list[str]]) -> QMimeData:
    """Tab-separated text, and a table with headings."""
    data = QMimeData()
    data.setText(separated(rows))
    data.setHtml(table(headings, rows))
    return data


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
