"""The rows of an answer sheet as ready XML: a hundred of them for each of sixty units.

Texts stand in their cells, not in the table of shared strings, which nothing would share.
"""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from strategidesk.excel.cells import MOST_CHARACTERS, Value, escaped, fitting, needs_quote
from strategidesk.excel.new_book import Look
from strategidesk.excel.sheets.answer_rows import AnswerRow
from strategidesk.excel.sheets.layout import Column, Open
from strategidesk.excel.sheets.looks import Looks, RoundBook
from strategidesk.excel.sheets.notes import Notes
from strategidesk.excel.words import word

Styles = tuple[int, int]  # of a plain text and of one that needs the quote prefix


class ReadyRows:
    """Makes the cells of rows; `letters` name the columns, in their order."""

    def __init__(
        self, book: RoundBook, columns: Sequence[Column], letters: Sequence[str], notes: Notes
    ) -> None:
        self._notes = notes
        self._note = book.looks.note[0]._get_xf_index()
        self._number = _styles(book.looks.number)
        self._columns = [
            (
                letter,
                column.key,
                _styles(_look(book.looks, column, False)),
                _styles(_look(book.looks, column, True)),
            )
            for letter, column in zip(letters, columns, strict=True)
        ]

    def cells(self, number: int, row: AnswerRow) -> Iterator[str]:
        """The cells of a row of the sheet, which counts from 1."""
        for letter, key, styles, own in self._columns:
            at = f"{letter}{number}"
            if key == "note":
                yield self._formula(at, row, number)
            elif key == "id":
                yield _text(at, row.id, styles[0])
            else:
                yield _cell(at, row.values.get(key), own if row.own else styles)

    def _formula(self, at: str, row: AnswerRow, number: int) -> str:
        formula, shown = escape(self._notes.formula(row, number)), self._notes.value(row)
        return f'<c r="{at}" s="{self._note}" t="str"><f>{formula}</f><v>{shown}</v></c>'


def _cell(at: str, value: Value | None, styles: Styles) -> str:
    if not value:
        return f'<c r="{at}" s="{styles[0]}"/>'
    if isinstance(value, int):
        return f'<c r="{at}" s="{styles[0]}"><v>{value}</v></c>'
    text = str(value)
    if len(text) > MOST_CHARACTERS // 2:
        text = fitting(text, word("continues"))
    return _text(at, text, styles[needs_quote(text)])


def _text(at: str, text: str, style: int) -> str:
    ready = escape(escaped(text))
    return f'<c r="{at}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{ready}</t></is></c>'


def _look(looks: Looks, column: Column, own: bool) -> Look:
    if column.open is Open.ALWAYS or (own and column.open is Open.OWN):
        return looks.asked_date if column.key == "new_end" else looks.asked
    return looks.number if column.key == "number" else looks.told


def _styles(look: Look) -> Styles:
    return look[0]._get_xf_index(), look[1]._get_xf_index()
