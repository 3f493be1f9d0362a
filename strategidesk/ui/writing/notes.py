"""Footnotes in the editor: a mark in the text, and its words in a block at the end."""

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from strategidesk.prose.footnotes import free_labels
from strategidesk.ui.writing.formats import OBJECT, Look, Own


def label_of(block: QTextBlock) -> str:
    """The label of the footnote that a block is the text of; empty for all other blocks."""
    return str(block.blockFormat().property(Own.NOTE_TEXT) or "")


def blocks(edit: QTextEdit) -> list[QTextBlock]:
    """The blocks with footnotes' texts, which stand last."""
    found = []
    block = edit.document().lastBlock()
    while block.isValid() and label_of(block):
        found.append(block)
        block = block.previous()
    return found[::-1]


def add(edit: QTextEdit) -> None:
    """Put a mark behind the cursor and go to its new, empty text."""
    cursor = edit.textCursor()
    if label_of(cursor.block()):
        return
    look = Look(edit.font())
    before = {label_of(block) for block in blocks(edit)}
    label = next(free_labels(before))
    cursor.setPosition(cursor.selectionEnd())
    cursor.beginEditBlock()
    cursor.insertText(OBJECT, look.mark(look.characters(), label))
    end = QTextCursor(edit.document())
    end.movePosition(QTextCursor.MoveOperation.End)
    end.insertBlock(look.note(label, not before), look.characters(small=True))
    cursor.endEditBlock()
    edit.setTextCursor(end)
    edit.setCurrentCharFormat(look.characters(small=True))


def go_back(edit: QTextEdit) -> bool:
    """From a footnote's text to behind its mark; False where the cursor is in none."""
    label = label_of(edit.textCursor().block())
    found = mark_of(edit, label) if label else None
    if found is None:
        return False
    found.setPosition(found.selectionEnd())
    edit.setTextCursor(found)
    return True


def go_to_text(edit: QTextEdit, label: str) -> bool:
    """From a mark to its text."""
    for block in blocks(edit):
        if label_of(block) == label:
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            edit.setTextCursor(cursor)
            return True
    return False


def mark_of(edit: QTextEdit, label: str) -> QTextCursor | None:
    """The first mark of a footnote, selected."""
    return next(iter(_marks(edit, {label})), None)


def _marks(edit: QTextEdit, labels: set[str]) -> list[QTextCursor]:
    found = []
    block = edit.document().begin()
    while block.isValid():
        if OBJECT in block.text():
            for one in block.textFormats():
                if one.format.property(Own.NOTE) in labels:
                    cursor = QTextCursor(block)
                    start = block.position() + one.start
                    cursor.setPosition(start)
                    cursor.setPosition(start + one.length, QTextCursor.MoveMode.KeepAnchor)
                    found.append(cursor)
        block = block.next()
    return found


def settle(edit: QTextEdit, before: set[str], marks: set[str]) -> bool:
    """Have marks and texts go together: who removes one has removed the other.

    `before` and `marks` are the labels of the marks before and after the edit. True where
    something was removed.
    """
    texts = {label_of(block) for block in blocks(edit)}
    orphans = marks - texts
    left = (before - marks) & texts
    if not orphans and not left:
        return False
    cursor = QTextCursor(edit.document())
    cursor.beginEditBlock()
    for mark in reversed(_marks(edit, orphans)):
        mark.removeSelectedText()
    for block in reversed(blocks(edit)):
        if label_of(block) in left:
            remove_block(block)
    cursor.endEditBlock()
    return True


def remove_block(block: QTextBlock) -> None:
    """Take a note's text away, with the line that it stood on."""
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.deletePreviousChar()
