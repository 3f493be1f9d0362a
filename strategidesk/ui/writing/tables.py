"""Tables in a text: from cell to cell, and more or fewer rows and columns."""

from PySide6.QtGui import QTextCursor, QTextTable
from PySide6.QtWidgets import QTextEdit

from strategidesk.language import tr
from strategidesk.prose import Table, Text
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.writing.formats import Look

ROWS, COLUMNS = 2, 3


def new_table() -> Table:
    """What a new table holds: named columns and empty rows."""
    header = tuple((Text(tr("Column {n}", n=n)),) for n in range(1, COLUMNS + 1))
    return Table(header, tuple(((),) * COLUMNS for _row in range(ROWS)))


def next_cell(edit: QTextEdit) -> bool:
    """To the next cell, in a new row after the last; False where the cursor is in no table."""
    cursor = edit.textCursor()
    table = cursor.currentTable()
    if table is None:
        return False
    cell = table.cellAt(cursor)
    row, column = cell.row(), cell.column() + 1
    if column >= table.columns():
        row, column = row + 1, 0
    if row >= table.rows():
        table.appendRows(1)
        plain(edit, table, row)
    _go(edit, table, row, column)
    return True


def previous_cell(edit: QTextEdit) -> bool:
    """To the cell before; False where the cursor is in no table."""
    cursor = edit.textCursor()
    table = cursor.currentTable()
    if table is None:
        return False
    cell = table.cellAt(cursor)
    row, column = cell.row(), cell.column() - 1
    if column < 0:
        row, column = row - 1, table.columns() - 1
    if row >= 0:
        _go(edit, table, row, column)
    return True


def select_cell(edit: QTextEdit, cursor: QTextCursor) -> None:
    """Go to the cell that a cursor is in, its words selected."""
    table = cursor.currentTable()
    if table is not None:
        cell = table.cellAt(cursor)
        _go(edit, table, cell.row(), cell.column())


def _go(edit: QTextEdit, table: QTextTable, row: int, column: int) -> None:
    cursor = table.cellAt(row, column).firstCursorPosition()
    end = table.cellAt(row, column).lastCursorPosition().position()
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def plain(edit: QTextEdit, table: QTextTable, row: int) -> None:
    """Give a row the look of rows under the heading."""
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        format = cell.format()
        format.clearBackground()
        cell.setFormat(format)
        cell.firstCursorPosition().setBlockCharFormat(Look(edit.font()).characters())


def _head(table: QTextTable) -> None:
    """Give the first row the look of a heading."""
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        format = cell.format()
        format.setBackground(tokens().color("subtle"))
        cell.setFormat(format)


def add_row(edit: QTextEdit) -> None:
    """A row under the one that the cursor is in."""
    cursor = edit.textCursor()
    table = cursor.currentTable()
    if table is not None:
        row = table.cellAt(cursor).row() + 1
        table.insertRows(row, 1)
        plain(edit, table, row)
        _go(edit, table, row, 0)


def add_column(edit: QTextEdit) -> None:
    """A column to the right of the one that the cursor is in."""
    cursor = edit.textCursor()
    table = cursor.currentTable()
    if table is not None:
        column = table.cellAt(cursor).column() + 1
        table.insertColumns(column, 1)
        _head(table)
        _go(edit, table, 0, column)


def remove_row(edit: QTextEdit) -> None:
    """The row that the cursor is in; the last row takes the table with it."""
    cursor = edit.textCursor()
    table = cursor.currentTable()
    if table is not None:
        row = table.cellAt(cursor).row()
        left = table.rows() - 1
        table.removeRows(row, 1)
        if left and row == 0:
            _head(table)


def remove_column(edit: QTextEdit) -> None:
    """The column that the cursor is in; the last column takes the table with it."""
    cursor = edit.textCursor()
    table = cursor.currentTable()
    if table is not None:
        table.removeColumns(table.cellAt(cursor).column(), 1)


def remove_table(edit: QTextEdit) -> None:
    """The table that the cursor is in."""
    table = edit.textCursor().currentTable()
    if table is not None:
        table.removeRows(0, table.rows())
