"""The rich editor: every mark of the prose subset as it will look, as high as its text."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QTextEdit, QWidget

from strategidesk.prose import Prose, parse, write
from strategidesk.ui.theme import faces
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.writing import keys, links, notes, pasting
from strategidesk.ui.writing.formats import OBJECT, PARAGRAPH_END, Look, Own
from strategidesk.ui.writing.marks import Marks
from strategidesk.ui.writing.pieces import Pieces
from strategidesk.ui.writing.reading import prose_of
from strategidesk.ui.writing.showing import Pictures, Shower

LEAST_LINES = 2
_MARGIN = 10
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


def _no_picture(_id: str) -> QImage | None:
    return None


class Hands(Protocol):
    """What is done with a text beyond writing in it."""

    def takes(self, edit: "RichEdit", event: QKeyEvent) -> bool:
        """Whether a key is a command that the text does itself."""

    def press(self, edit: "RichEdit", event: QKeyEvent) -> bool:
        """Do the command of a key; False where it is none."""

    def show_menu(self, edit: "RichEdit", event: QContextMenuEvent) -> None:
        """Show the context menu."""


class RichEdit(QTextEdit):
    """A text of the subset. `edited`: the user changed it; `link_wanted`: open an address;
    `definition_wanted`: the user wants to define a word; `focused`: the cursor is here now."""

    edited = Signal()
    focused = Signal()
    link_wanted = Signal(str)
    definition_wanted = Signal(str)

    def __init__(self, hands: Hands) -> None:
        """`hands`: what the keys of commands and the context menu do."""
        super().__init__()
        self.pictures: Pictures = _no_picture
        self.defines = False  # whether somebody answers `definition_wanted`
        self.least_lines = LEAST_LINES
        self._hands = hands
        self._given = ""
        self._showing = False
        self._labels: set[str] = set()
        self._ground = ""  # the token that it is filled with; empty: what lies under it is seen
        self._grown = False  # higher or lower than what it lies on knows
        self._first_note = -1  # position of the first footnote's text
        self._passing = False  # whether Tab led here and nothing has been done since
        self._one_letter = False  # whether that alone is new, so that all footnotes are as before
        self.setProperty("editor", "prose")
        self.setTabChangesFocus(True)
        faces.give_reading(self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        document = self.document()
        document.setDocumentMargin(_MARGIN)
        self._marks = Marks(document)
        document.documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        document.contentsChange.connect(self._note_letter)
        self.textChanged.connect(self._changed)
        self._pieces = Pieces(self)
        self._moved = QTimer(self, interval=0, singleShot=True)  # when all has its new height
        self._moved.timeout.connect(self.keep_in_sight)
        self.cursorPositionChanged.connect(self._moved.start)
        self.show_text("")

    # the text

    def text(self) -> str:
        """The text with its marks; exactly what was shown where nothing was changed."""
        return write(self.prose()) if self.document().isModified() else self._given

    def keep_as_given(self) -> None:
        """What stands there now counts as what was shown."""
        self._given = self.text()
        self.document().setModified(False)

    def prose(self) -> Prose:
        """The tree of what stands there."""
        return prose_of(self.document())

    def show_text(self, text: str) -> None:
        """Show a text; what was typed before can no longer be undone.

        The cursor stands at the end of what is another now.
        """
        before = self.document().toRawText()
        had, stood = self.hasFocus(), self.textCursor().position()
        self._given, self._showing = text, True
        shower = Shower(self.document(), Look(self.font()), lambda id: self.pictures(id))
        shower.show(parse(text))
        self._count()
        self._showing = False
        after = self.document().toRawText()
        if had and after != before:
            stood = _end_of_change(before, after)
        cursor = self.textCursor()
        cursor.setPosition(stood if had else 0)
        self.setTextCursor(cursor)
        self._fit()

    def insert(self, prose: Prose) -> None:
        """Put a text where the cursor is."""
        with self._one_step():
            self._insert(prose)
        self.ensureCursorVisible()

    def _insert(self, prose: Prose) -> None:
        cursor = self.textCursor()
        shower = Shower(self.document(), Look(self.font()), lambda id: self.pictures(id))
        if cursor.currentTable() is not None or notes.label_of(cursor.block()):
            cursor.removeSelectedText()
            shower.insert_inlines(cursor, pasting.one_line(prose))
        else:
            shower.insert(cursor, pasting.renamed(prose, self._labels))
        self.setTextCursor(cursor)

    def paste_plain(self) -> None:
        """The clipboard's words without their look."""
        held = QGuiApplication.clipboard().mimeData()
        if held is not None and pasting.takes(held):
            self.insert(pasting.from_lines(held.text()))

    # what happens in it

    def _note_letter(self, position: int, removed: int, added: int) -> None:
        self._one_letter = (removed, added) == (0, 1) and not self._is_mark(position)

    def _is_mark(self, position: int) -> bool:
        return self.document().characterAt(position) in (OBJECT, PARAGRAPH_END)

    def _changed(self) -> None:
        if not self._showing:
            if self._one_letter:
                self._find_notes()
            else:
                self._settle()
            self._one_letter = False
            self.edited.emit()

    def _settle(self) -> None:
        """Have footnotes' marks and texts go together."""
        if self._labels or notes.label_of(self.document().lastBlock()):
            before = self._labels
            self._count()
            self._showing = True
            if notes.settle(self, before, self._labels):
                self._count()
            self._showing = False

    @contextmanager
    def _one_step(self) -> Iterator[None]:
        """What is done in it is undone at once, footnotes that go with it too."""
        step = self.textCursor()  # where the cursor comes back to
        step.beginEditBlock()
        try:
            yield
            self._settle()
        finally:
            step.endEditBlock()

    def _count(self) -> None:
        if self._marks.count(self.document()):
            self.document().markContentsDirty(0, self.document().characterCount())
        self._labels = set(self._marks.numbers)
        self._find_notes()

    def _find_notes(self) -> None:
        found = notes.blocks(self)
        self._first_note = found[0].position() if found else -1

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if self._hands.takes(self, event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._passing = self._passing and event.key() in _MODIFIERS
        removes = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        if self._labels and (removes or self.textCursor().hasSelection()):
            with self._one_step():
                self._press(event)
        else:
            self._press(event)

    def _press(self, event: QKeyEvent) -> None:
        if not self._hands.press(self, event) and not keys.pressed(self, event):
            if event.text().isprintable() and event.text():
                links.step_out(self)
            with self._pieces.key(event):
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._passing = event.reason() in _BY_TAB
        self.focused.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        links.step_out(self)
        super().inputMethodEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab: the next cell, a deeper item, else the next field. Who only passes by with Tab
        changes nothing: that leads on until something else was done here."""
        meant = not self._passing and keys.tab(self, 1 if next else -1)
        return meant or super().focusNextPrevChild(next)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._passing = False
        label = self.mark_at(event.position())
        super().mousePressEvent(event)
        if label and event.button() == Qt.MouseButton.LeftButton:
            notes.go_to_text(self, label)

    def mark_at(self, point: QPointF) -> str:
        """The label of the footnote mark under the pointer; empty where there is none."""
        layout = self.document().documentLayout()
        format = layout.formatAt(point)
        return str(format.property(Own.NOTE) or "")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._hands.show_menu(self, event)

    # the clipboard

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return pasting.takes(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if pasting.takes(source):
            self.insert(pasting.taken(source))

    def halves(self) -> tuple[str, str]:
        """The text before and behind the cursor, each with the footnotes that it marks."""
        middle = self.textCursor().position()
        last = self.document().characterCount() - 1
        end = self._first_note - 1 if self._first_note >= 0 else last
        middle = min(middle, max(end, 0))
        return self._part(0, middle), self._part(middle, max(end, 0))

    def _part(self, start: int, end: int) -> str:
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return write(pasting.part(cursor.selection(), self.prose()))

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        if cursor.selectionStart() < self._first_note <= cursor.selectionEnd():
            cursor.setPosition(cursor.selectionStart())
            cursor.setPosition(self._first_note - 1, QTextCursor.MoveMode.KeepAnchor)
        return pasting.given(cursor.selection(), self.prose())

    # how it looks

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        dressed = event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if dressed and hasattr(self, "_marks") and not self.document().isModified():
            self.show_text(self._given)

    def lie_on(self, token: str) -> None:
        """Fill the ground with a colour, so that a key paints nothing that lies under the text."""
        self._ground = token
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ground:
            painter = QPainter(self.viewport())
            painter.fillRect(event.rect(), tokens().color(self._ground))
            painter.end()
        super().paintEvent(event)
        if self._first_note >= 0 and self._notes_top() <= event.rect().bottom():
            painter = QPainter(self.viewport())
            self._paint_notes(painter)
            painter.end()

    def _notes_top(self) -> float:
        """Where the rule over the footnotes is."""
        first = self.document().findBlock(self._first_note)
        top = self.document().documentLayout().blockBoundingRect(first).top()
        return top - QFontMetrics(faces.small()).lineSpacing() / 2

    def _paint_notes(self, painter: QPainter) -> None:
        """A short rule over the footnotes, and each one's number before its text."""
        painter.setFont(faces.small())
        layout = self.document().documentLayout()
        shown = ""
        for block in notes.blocks(self):
            area = layout.blockBoundingRect(block)
            if block.position() == self._first_note:
                painter.setPen(QPen(tokens().color("line_strong"), 1))
                top = self._notes_top()
                painter.drawLine(QPointF(_MARGIN, top), QPointF(_MARGIN + 120, top))
            label = notes.label_of(block)
            if label != shown:
                painter.setPen(tokens().color("muted"))
                number = str(self._marks.numbers.get(label, "–"))
                baseline = area.top() + block.layout().lineAt(0).ascent()
                painter.drawText(QPointF(_MARGIN + 2, baseline), number)
            shown = label

    def keep_in_sight(self, always: bool = False) -> None:
        """Scroll what the text lies on to where the cursor is, where the text has the focus."""
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            if self._grown:
                QCoreApplication.sendPostedEvents(above, QEvent.Type.LayoutRequest.value)
            above = above.parentWidget()
        self._grown = False
        ground = above.widget() if above is not None else None
        if above is not None and ground is not None and (always or self.hasFocus()):
            area = self.cursorRect()
            here = self.viewport().mapTo(ground, area.center())
            above.ensureVisible(here.x(), here.y(), 0, 2 * area.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def _fit(self) -> None:
        least = self.fontMetrics().lineSpacing() * self.least_lines + 2 * _MARGIN
        wanted = round(max(least, self.document().size().height())) + 4
        if wanted != self.height():
            self._grown = True
            self.setFixedHeight(wanted)


def _end_of_change(before: str, after: str) -> int:
    """Where what is another now ends: the two texts' common end is left out."""
    shorter = min(len(before), len(after))
    head = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    tail = next((n for n in range(shorter - head) if before[-1 - n] != after[-1 - n]), 0)
    if 2 * (head + tail) < len(after):
        return 0  # another text altogether
    return max(0, min(len(after) - tail, len(after) - 1))
