"""What can be done to the words and paragraphs that are selected."""

from collections.abc import Iterator

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextList,
)
from PySide6.QtWidgets import QTextEdit

from strategidesk.prose.runs import BOLD, ITALIC
from strategidesk.ui.writing.formats import DEEPEST, Look, Own, is_bullet, list_format


def has_look(edit: QTextEdit, look: int) -> bool:
    """Whether what is selected, or would be typed, is bold or italic."""
    format = edit.currentCharFormat()
    if look == BOLD:
        return format.fontWeight() >= QFont.Weight.DemiBold
    return format.fontItalic()


def toggle_look(edit: QTextEdit, look: int) -> None:
    """Bold or italic on or off."""
    format = QTextCharFormat()
    on = not has_look(edit, look)
    if look == BOLD:
        format.setFontWeight(QFont.Weight.Bold if on else QFont.Weight.Normal)
    if look == ITALIC:
        format.setFontItalic(on)
    edit.mergeCurrentCharFormat(format)


def clear_looks(edit: QTextEdit) -> None:
    """Plain words: no bold, no italic, no links; footnotes and pictures stay."""
    cursor = edit.textCursor()
    if not cursor.hasSelection():
        plain = QTextCharFormat()
        plain.setFontWeight(QFont.Weight.Normal)
        plain.setFontItalic(False)
        edit.mergeCurrentCharFormat(plain)
        return
    cursor.beginEditBlock()
    for block in _blocks(cursor):
        small = block.blockFormat().hasProperty(Own.NOTE_TEXT)
        for one in block.textFormats():
            start = max(block.position() + one.start, cursor.selectionStart())
            end = min(block.position() + one.start + one.length, cursor.selectionEnd())
            if start < end and not one.format.objectType():
                part = QTextCursor(block)
                part.setPosition(start)
                part.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                part.setCharFormat(Look(edit.font()).characters(small=small))
    cursor.endEditBlock()


def kind_here(edit: QTextEdit) -> str:
    """What the paragraph with the cursor is: `plain`, `bullets` or `numbers`."""
    owner = edit.textCursor().currentList()
    if owner is None:
        return "plain"
    return "bullets" if is_bullet(owner.format()) else "numbers"


def can_list(edit: QTextEdit) -> bool:
    """Whether paragraphs here can be a list: not in tables, not in footnotes."""
    cursor = edit.textCursor()
    note = cursor.blockFormat().hasProperty(Own.NOTE_TEXT)
    return cursor.currentTable() is None and not note


def set_kind(edit: QTextEdit, kind: str) -> None:
    """Make the selected paragraphs plain ones, bullets or numbers."""
    if not can_list(edit):
        return
    cursor = edit.textCursor()
    cursor.beginEditBlock()
    for block in list(_blocks(cursor)):
        if block.blockFormat().hasProperty(Own.NOTE_TEXT):
            continue
        if kind == "plain":
            leave_list(edit, block)
        else:
            _enter_list(edit, block, None if kind == "bullets" else 1)
    cursor.endEditBlock()


def toggle_kind(edit: QTextEdit, kind: str) -> None:
    """The list on or off."""
    set_kind(edit, "plain" if kind_here(edit) == kind else kind)


def leave_list(edit: QTextEdit, block: QTextBlock) -> None:
    """Make an item a paragraph."""
    owner = block.textList()
    if owner is not None:
        owner.remove(block)
        QTextCursor(block).setBlockFormat(Look(edit.font()).paragraph())


def _enter_list(edit: QTextEdit, block: QTextBlock, start: int | None) -> None:
    owner = block.textList()
    level = owner.format().indent() if owner is not None else 1
    if owner is not None and is_bullet(owner.format()) == (start is None):
        return
    QTextCursor(block).setBlockFormat(Look(edit.font()).item())
    _join(block, level, start)


def _join(block: QTextBlock, level: int, start: int | None) -> QTextList:
    """Put a block into the list that goes on before it, or into a new one."""
    before = block.previous()
    while before.isValid() and (owner := before.textList()) is not None:
        format = owner.format()
        if format.indent() == level and is_bullet(format) == (start is None):
            owner.add(block)
            return owner
        if format.indent() <= level:
            break
        before = before.previous()
    return QTextCursor(block).createList(list_format(level, start))


def change_level(edit: QTextEdit, by: int) -> bool:
    """Indent the selected items (1) or bring them out (-1); False where none can be."""
    cursor = edit.textCursor()
    changed = False
    cursor.beginEditBlock()
    for block in list(_blocks(cursor)):
        owner = block.textList()
        if owner is None:
            continue
        level = owner.format().indent() + by
        before = block.previous()
        if by > 0 and (level > DEEPEST or before.textList() is None):
            continue
        changed = True
        if level < 1:
            leave_list(edit, block)
        else:
            _to_level(block, owner, level)
            QTextCursor(block).mergeBlockFormat(_level_ground())
    cursor.endEditBlock()
    return changed


def _to_level(block: QTextBlock, owner: QTextList, level: int) -> None:
    start = None if is_bullet(owner.format()) else 1
    behind = _following(block, owner) if level < owner.format().indent() else []
    owner.remove(block)
    _join(block, level, start)
    new: QTextList | None = None
    for other in behind:  # those that stood beside it stand under it
        if new is None:
            new = QTextCursor(other).createList(list_format(level + 1, start))
        else:
            new.add(other)


def _level_ground() -> QTextBlockFormat:
    """Without the indent that a block keeps of the list it leaves."""
    made = QTextBlockFormat()
    made.setIndent(0)
    return made


def _following(block: QTextBlock, owner: QTextList) -> list[QTextBlock]:
    found = []
    after = block.next()
    while after.isValid() and (other := after.textList()) is not None:
        if other.objectIndex() != owner.objectIndex():
            break
        found.append(after)
        after = after.next()
    return found


def _blocks(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """The blocks that a selection touches, or the one that the cursor is in."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    end = cursor.selectionEnd()
    while block.isValid() and (block.position() <= end):
        if block.position() == end and cursor.hasSelection() and end > cursor.selectionStart():
            break
        yield block
        block = block.next()
