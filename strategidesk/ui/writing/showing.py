"""Puts a text into a document."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextList,
    QTextTable,
)

from strategidesk.prose import (
    Emphasis,
    FootnoteMark,
    Inlines,
    LineBreak,
    Link,
    List,
    Paragraph,
    Picture,
    Prose,
    Strong,
    Table,
    Text,
)
from strategidesk.prose.runs import BOLD, ITALIC
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.writing.formats import (
    LINE_BREAK,
    OBJECT,
    ODD,
    Look,
    Own,
    list_format,
    table_format,
)

Pictures = Callable[[str], QImage | None]
WIDEST = 560  # logical pixels of a picture


class Shower:
    """Writes trees at a cursor. One object per document, as it numbers the links."""

    def __init__(self, document: QTextDocument, look: Look, pictures: Pictures) -> None:
        self._document = document
        self._pictures = pictures
        self.look = look
        self._links = 0
        self._fresh = True  # the block that the cursor is in is still to be used

    def show(self, prose: Prose) -> None:
        """Replace the whole document; nothing of it can be undone."""
        document = self._document
        document.setUndoRedoEnabled(False)
        document.clear()
        document.setIndentWidth(26)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        self._fresh = True
        cursor.setBlockFormat(self.look.paragraph())
        self._write(cursor, prose)
        cursor.endEditBlock()
        document.setUndoRedoEnabled(True)
        document.setModified(False)

    def insert(self, cursor: QTextCursor, prose: Prose) -> None:
        """Put a text where the cursor is; its first paragraph goes on in the block there."""
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        blocks = list(prose.blocks)
        if blocks and isinstance(first := blocks[0], Paragraph):
            self._inlines(cursor, first.inlines, self.look.characters())
            del blocks[0]
        self._fresh = not cursor.block().text() and cursor.currentList() is None
        self._write(cursor, Prose(tuple(blocks)))
        end = QTextCursor(self._document)
        end.movePosition(QTextCursor.MoveOperation.End)
        self._write(end, Prose((), prose.notes))
        cursor.endEditBlock()

    def insert_inlines(self, cursor: QTextCursor, inlines: Inlines) -> None:
        """Put words where the cursor is."""
        self._inlines(cursor, inlines, self.look.characters())

    def insert_table(self, cursor: QTextCursor, table: Table) -> QTextTable:
        """Put a table behind the block that the cursor is in."""
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        made = cursor.insertTable(1 + len(table.rows), len(table.header), table_format())
        for column in range(len(table.header)):
            cell = made.cellAt(0, column)
            format = cell.format()
            format.setBackground(tokens().color("subtle"))
            cell.setFormat(format)
        for number, row in enumerate((table.header, *table.rows)):
            for column, inlines in enumerate(row):
                inside = made.cellAt(number, column).firstCursorPosition()
                inside.setBlockFormat(self.look.cell())
                self._inlines(inside, inlines, self.look.characters())
        after = QTextCursor(self._document)
        after.setPosition(made.lastPosition() + 1)
        if not after.block().text():
            after.setBlockFormat(self.look.paragraph())
        return made

    def _write(self, cursor: QTextCursor, prose: Prose) -> None:
        for block in prose.blocks:
            if isinstance(block, Paragraph):
                self._block(cursor, self.look.paragraph())
                self._inlines(cursor, block.inlines, self.look.characters())
            elif isinstance(block, List):
                self._list(cursor, block, 1)
            elif isinstance(block, Picture):
                self._block(cursor, self.look.picture())
                self._picture(cursor, block)
            else:
                table = self.insert_table(cursor, block)
                cursor.setPosition(table.lastPosition() + 1)
                self._fresh = True
        if prose.notes:
            self._fresh = False  # an empty line before them can be written in
        first = not self._document.lastBlock().blockFormat().hasProperty(Own.NOTE_TEXT)
        for number, (label, inlines) in enumerate(prose.notes):
            self._block(cursor, self.look.note(label, first and not number))
            self._inlines(cursor, inlines, self.look.characters(small=True))

    def _block(self, cursor: QTextCursor, format: QTextBlockFormat) -> None:
        if self._fresh:
            cursor.setBlockFormat(format)
        else:
            cursor.insertBlock(format, self.look.characters())
        self._fresh = False

    def _list(self, cursor: QTextCursor, given: List, level: int) -> None:
        made: QTextList | None = None
        for item in given.items:
            self._block(cursor, self.look.item())
            if made is None:
                made = cursor.createList(list_format(level, given.start))
            else:
                made.add(cursor.block())
            self._inlines(cursor, item.inlines, self.look.characters())
            for child in item.children:
                self._list(cursor, child, level + 1)

    def _inlines(self, cursor: QTextCursor, inlines: Inlines, format: QTextCharFormat) -> None:
        for node in inlines:
            if isinstance(node, Text):
                self._text(cursor, node.text, format)
            elif isinstance(node, LineBreak):
                cursor.insertText(LINE_BREAK, format)
            elif isinstance(node, FootnoteMark):
                cursor.insertText(OBJECT, self.look.mark(format, node.label))
            elif isinstance(node, Link):
                self._links += 1
                inner = self.look.link(format, node.url, self._links)
                self._inlines(cursor, node.children, inner)
            else:
                inner = QTextCharFormat(format)
                inner.merge(self.look.characters(BOLD if isinstance(node, Strong) else ITALIC))
                assert isinstance(node, Strong | Emphasis)
                self._inlines(cursor, node.children, inner)

    def _text(self, cursor: QTextCursor, text: str, format: QTextCharFormat) -> None:
        if ODD.isdisjoint(text):
            cursor.insertText(text, format)
            return
        for character in text:
            if character in ODD:
                cursor.insertText(OBJECT, self.look.literal(format, character))
            else:
                cursor.insertText(character, format)

    def _picture(self, cursor: QTextCursor, picture: Picture) -> None:
        name = f"blob:{picture.picture}"
        image = self._pictures(picture.picture)
        format = QTextImageFormat()
        format.setName(name)
        format.setProperty(Own.PICTURE, picture.picture)
        format.setProperty(Own.ALT, picture.alt)
        format.setToolTip(picture.alt)
        if image is not None:
            kind = QTextDocument.ResourceType.ImageResource.value
            width = min(WIDEST, image.width())
            sharp = min(
                image.width(), round(width * QGuiApplication.primaryScreen().devicePixelRatio())
            )
            smooth = Qt.TransformationMode.SmoothTransformation
            self._document.addResource(kind, QUrl(name), image.scaledToWidth(sharp, smooth))
            format.setWidth(width)
        cursor.insertText(OBJECT, format)
