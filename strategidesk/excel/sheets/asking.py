"""What Excel says and offers in the open cells: lists of words, and a sentence beside each."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from strategidesk.excel.sheets.answer_rows import AnswerRow
from strategidesk.excel.sheets.layout import FIRST_ROW, NAME, Column, Layout, Open
from strategidesk.excel.words import word
from strategidesk.model.fields import Kind

_FIRST_DAY = 36526  # 2000-01-01; a year alone is a smaller number, and is asked about


def list_name(key: str) -> str:
    """The defined name of the words that a column takes."""
    return NAME.format(key=f"list_{key}")


def ask(
    sheet: Worksheet, layout: Layout, columns: Sequence[Column], rows: Sequence[AnswerRow]
) -> None:
    """Puts lists and sentences on the open cells of an answer sheet."""
    last = FIRST_ROW + len(rows) - 2
    first_own = next((at for at, row in enumerate(rows) if row.own), len(rows))
    for place, column in enumerate(columns):
        if column.open is Open.NEVER:
            continue
        first = FIRST_ROW - 1 + (first_own if column.open is Open.OWN else 0)
        if first <= last:
            sheet.data_validation(first, place, last, place, _rule(layout, column))


def _rule(layout: Layout, column: Column) -> dict[str, object]:
    said: dict[str, object] = {
        "input_title": column.heading,
        "input_message": word(f"sheets.{layout.kind}.asks.{column.key}"),
    }
    if layout.choices(column):
        return {
            **said,
            "validate": "list",
            "source": f"={list_name(column.key)}",
            "error_title": word("choose_title"),
            "error_message": word("choose"),
        }
    field = layout.takes(column)
    if field and field.kind is Kind.DATE:
        return {
            **said,
            "validate": "date",
            "criteria": ">=",
            "value": _FIRST_DAY,
            "error_type": "warning",
            "error_title": word("sheets.date_title"),
            "error_message": word("sheets.date"),
        }
    return {**said, "validate": "any"}
