"""Links in a text: what stands at the cursor, and giving or taking an address."""

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from strategidesk.prose.grammar import clean_url
from strategidesk.ui.writing.formats import Look, Own


def around(cursor: QTextCursor) -> QTextCursor | None:
    """The whole link that the cursor stands in, as a selection; None where there is none."""
    number = _number(cursor.charFormat())
    if not number:
        return None
    block = cursor.block()
    ranges = [one for one in block.textFormats() if _number(one.format) == number]
    if not ranges:
        return None
    found = QTextCursor(block)
    found.setPosition(block.position() + ranges[0].start)
    end = block.position() + ranges[-1].start + ranges[-1].length
    found.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return found


def url_here(cursor: QTextCursor) -> str:
    """The address of the link that the cursor stands in, or nothing."""
    format = cursor.charFormat()
    return format.anchorHref() if format.isAnchor() else ""


def words_here(cursor: QTextCursor) -> QTextCursor:
    """What a new link would be made of: the selection, the link here, or the word."""
    if cursor.hasSelection():
        return cursor
    found = around(cursor)
    if found is None:
        found = QTextCursor(cursor)
        found.select(QTextCursor.SelectionType.WordUnderCursor)
    return found


def give(edit: QTextEdit, url: str, words: str = "") -> None:
    """Make what is selected a link; without an address, take the link away.

    `words` are written where nothing is selected. An address that runs a program is refused as
    prose.grammar says, and is then no link.
    """
    cursor = words_here(edit.textCursor())
    address = clean_url(url)
    cursor.beginEditBlock()
    if not cursor.hasSelection() and address:
        start = cursor.position()
        cursor.insertText(words or address, Look(edit.font()).characters())
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
    _each(edit, cursor, address)
    cursor.endEditBlock()
    after = QTextCursor(cursor)
    after.setPosition(cursor.selectionEnd())
    edit.setTextCursor(after)


def _each(edit: QTextEdit, cursor: QTextCursor, url: str) -> None:
    """Change the format of each stretch in the selection, which keep their bold and italic."""
    look = Look(edit.font())
    number = highest(edit) + 1
    block = edit.document().findBlock(cursor.selectionStart())
    while block.isValid() and block.position() < cursor.selectionEnd():
        for one in block.textFormats():
            start = max(block.position() + one.start, cursor.selectionStart())
            end = min(block.position() + one.start + one.length, cursor.selectionEnd())
            if start >= end or one.format.objectType():
                continue
            part = QTextCursor(block)
            part.setPosition(start)
            part.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            plain = without(QTextCharFormat(one.format))
            part.setCharFormat(look.link(plain, url, number) if url else plain)
        block = block.next()


def without(format: QTextCharFormat) -> QTextCharFormat:
    """The format as it is outside a link."""
    format.setAnchor(False)
    for name in (
        QTextCharFormat.Property.AnchorHref,
        QTextCharFormat.Property.ForegroundBrush,
        QTextCharFormat.Property.TextUnderlineStyle,
        QTextCharFormat.Property.FontUnderline,
        QTextCharFormat.Property.IsAnchor,
    ):
        format.clearProperty(name.value)
    format.clearProperty(Own.LINK)
    return format


def highest(edit: QTextEdit) -> int:
    """The highest number that parts one link from the next."""
    found = 0
    block = edit.document().begin()
    while block.isValid():
        found = max([found, *(_number(one.format) for one in block.textFormats())])
        block = block.next()
    return found


def step_out(edit: QTextEdit) -> None:
    """At the end of a link, what is typed next is not a part of it."""
    cursor = edit.textCursor()
    here = edit.currentCharFormat()
    if cursor.hasSelection() or not here.isAnchor():
        return
    found = around(cursor)
    if found is None or cursor.position() == found.selectionEnd():
        edit.setCurrentCharFormat(without(QTextCharFormat(here)))


def _number(format: QTextCharFormat) -> int:
    return int(format.property(Own.LINK) or 0) if format.isAnchor() else 0
