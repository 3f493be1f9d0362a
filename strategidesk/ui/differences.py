"""Two wordings as one text: what was added is underlined, what was removed is struck through."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from strategidesk.language import mark, tr
from strategidesk.prose.differences import Kind, Piece
from strategidesk.prose.tokens import BOLD, ITALIC, LINK, MARKER, NEW_LINE, NOTE, PICTURE
from strategidesk.ui.theme import faces
from strategidesk.ui.theme.active import tokens

LINE_HEIGHT = 1.6  # times the letters' size
BETWEEN = 8  # logical pixels between paragraphs
_MARGIN = 14
_LOOKS = {BOLD: mark("bold"), ITALIC: mark("italic"), PICTURE: mark("picture")}
_CHANGED = {Kind.ADDED, Kind.REMOVED}
_TONES = {Kind.ADDED: "added", Kind.REMOVED: "removed"}


class Differences(QTextEdit):
    """A text to read, with what was added to it and removed from it.

    Readers hear the changes as its description.
    """

    def __init__(self, name: str, grows: bool = True) -> None:
        """`name`: what readers call it; `grows`: it is as high as its text, else it scrolls."""
        super().__init__()
        self._pieces: tuple[Piece, ...] = ()
        self._grows = grows
        self.setProperty("editor", "prose")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        faces.give_reading(self)
        self.setAccessibleName(name)
        self.document().setDocumentMargin(_MARGIN)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            layout = self.document().documentLayout()
            layout.documentSizeChanged.connect(lambda _size: self._fit())

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What is shown."""
        return self._pieces

    def show_pieces(self, pieces: Iterable[Piece]) -> None:
        """Show other wordings, from their beginning."""
        self._pieces = tuple(pieces)
        self._write()
        self.setAccessibleDescription(spoken(self._pieces))

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        spacing = QTextBlockFormat()
        spacing.setLineHeight(
            self._spacing() * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        spacing.setBottomMargin(BETWEEN)
        cursor.setBlockFormat(spacing)
        before: Piece | None = None
        for piece in self._pieces:
            if before and {before.kind, piece.kind} == _CHANGED and before.text[-1:].strip():
                cursor.insertText(" ", QTextCharFormat())  # the two would read as one word
            cursor.insertText(_shown(piece), self._format(piece))
            before = piece
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def _format(self, piece: Piece) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(tokens().color("link" if piece.look & LINK else "text"))
        if piece.look & BOLD:
            made.setFontWeight(QFont.Weight.Bold)
        made.setFontItalic(bool(piece.look & (ITALIC | PICTURE)))
        if piece.look & (NOTE | MARKER):
            made.setForeground(tokens().color("muted"))
        if piece.look & NOTE:
            made.setFontPointSize(faces.reading(-1.5).pointSizeF())
        tone = _TONES.get(piece.kind)
        if tone:
            made.setForeground(tokens().color(tone))
            made.setBackground(tokens().color(f"{tone}_bg"))
            made.setFontUnderline(piece.kind is Kind.ADDED)
            made.setFontStrikeOut(piece.kind is Kind.REMOVED)
        return made

    def _spacing(self) -> float:
        metrics = QFontMetricsF(self.font())
        return max(1.0, LINE_HEIGHT * QFontInfo(self.font()).pixelSize() / metrics.lineSpacing())

    def _fit(self) -> None:
        wanted = round(self.document().size().height()) + 4
        if self._grows and wanted != self.height():
            self.setFixedHeight(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(240, self.height() if self._grows else 160)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:  # the theme is another
            self._write()


def _shown(piece: Piece) -> str:
    """A piece as it stands there; a line that alone was added or removed shows its sign."""
    if piece.kind is not Kind.KEPT and piece.text.strip(NEW_LINE) == "":
        return "¶" + piece.text
    return piece.text


def spoken(pieces: Iterable[Piece]) -> str:
    """The changes as words: "removed bör, added ska"."""
    said: list[str] = []
    for piece in pieces:
        if piece.kind is Kind.KEPT:
            continue
        text = " ".join(piece.text.split()) or tr("new line")
        look = ", ".join(tr(word) for flag, word in _LOOKS.items() if piece.look & flag)
        template = tr("added {text}") if piece.kind is Kind.ADDED else tr("removed {text}")
        said.append(template.format(text=f"{text} ({look})" if look else text))
    return ", ".join(said) or tr("nothing is changed")
