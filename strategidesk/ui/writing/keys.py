"""The keys that mean something else in lists, tables and footnotes than in plain paragraphs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from strategidesk.ui.writing import acts, notes, tables
from strategidesk.ui.writing.formats import LINE_BREAK

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def pressed(edit: QTextEdit, event: QKeyEvent) -> bool:
    """Do what a key means where the cursor is; False where it means what it always does."""
    if edit.isReadOnly():
        return False
    key, plain = event.key(), event.modifiers() in _PLAIN
    shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return _enter(edit, plain, shift)
    if key == Qt.Key.Key_Backspace and plain:
        return _backspace(edit)
    if key == Qt.Key.Key_Delete and plain:
        return _delete(edit)
    return False


def tab(edit: QTextEdit, by: int) -> bool:
    """What Tab (1) and Shift+Tab (-1) mean here; False where they leave the text."""
    if edit.isReadOnly():
        return False
    if edit.textCursor().currentTable() is not None:
        return tables.next_cell(edit) if by > 0 else tables.previous_cell(edit)
    return edit.textCursor().currentList() is not None and acts.change_level(edit, by)


def _enter(edit: QTextEdit, plain: bool, shift: bool) -> bool:
    cursor = edit.textCursor()
    if cursor.currentTable() is not None and (plain or shift):
        return tables.next_cell(edit)
    if notes.label_of(cursor.block()) and plain:
        return notes.go_back(edit)
    if shift:
        cursor.insertText(LINE_BREAK)
        edit.ensureCursorVisible()
        return True
    if plain and cursor.currentList() is not None and not cursor.block().text():
        return acts.change_level(edit, -1)
    return False


def _backspace(edit: QTextEdit) -> bool:
    cursor = edit.textCursor()
    if cursor.hasSelection() or not cursor.atBlockStart():
        return False
    if cursor.currentList() is not None:
        return acts.change_level(edit, -1)
    if not notes.label_of(cursor.block()):
        return False
    if not cursor.block().text():
        label = notes.label_of(cursor.block())
        notes.go_back(edit)
        mark = notes.mark_of(edit, label)
        if mark is not None:
            mark.removeSelectedText()  # its text goes with it
    return True


def _delete(edit: QTextEdit) -> bool:
    """A footnote is not drawn into the text before it."""
    cursor = edit.textCursor()
    if cursor.hasSelection() or not cursor.atBlockEnd():
        return False
    after = cursor.block().next()
    return bool(after.isValid() and notes.label_of(after)) and not _same(cursor, after.position())


def _same(cursor: QTextCursor, position: int) -> bool:
    here = notes.label_of(cursor.block())
    return bool(here) and here == notes.label_of(cursor.document().findBlock(position))
