"""What the marks of prose are in a QTextDocument: formats and the properties that they carry.

A footnote mark is one object character, and its note a block at the end that carries the label. A
character that Qt would take for the end of a block is an object character too.
"""

from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

from strategidesk.prose.runs import BOLD, ITALIC
from strategidesk.ui.theme import faces
from strategidesk.ui.theme.active import tokens

OBJECT = "\ufffc"
LINE_BREAK = "\u2028"
PARAGRAPH_END = "\u2029"
ODD = frozenset("\r\u2028\u2029\ufdd0\ufdd1")  # characters that would end a block or a line
MARK_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1  # painted by writing.marks
LINE_HEIGHT = 1.6  # times the letters' size
DEEPEST = 2  # levels of lists

_BULLETS = (QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListCircle)
_NUMBERS = (QTextListFormat.Style.ListDecimal, QTextListFormat.Style.ListDecimal)


class Own(IntEnum):
    """Properties of formats that Qt does not know."""

    LINK = QTextFormat.Property.UserProperty.value + 1  # parts one link from the next
    NOTE = LINK + 1  # of a character: the label of a footnote mark
    LITERAL = LINK + 2  # of a character: the odd character that it stands for
    PICTURE = LINK + 3  # of a character: the picture's id
    ALT = LINK + 4  # of a character: the picture's alternative text
    NOTE_TEXT = LINK + 5  # of a block: the label of the footnote that it is the text of


@dataclass(frozen=True)
class Look:
    """Fonts of a text; colours are read from the theme when a format is made."""

    font: QFont = field(default_factory=faces.reading)

    @property
    def spacing(self) -> float:
        """How much farther lines stand apart than the face itself asks for."""
        metrics = QFontMetricsF(self.font)
        return max(1.0, LINE_HEIGHT * QFontInfo(self.font).pixelSize() / metrics.lineSpacing())

    def characters(self, look: int = 0, small: bool = False) -> QTextCharFormat:
        """Bold, italic, both or neither; `small` for the texts of footnotes."""
        made = QTextCharFormat()
        if look & BOLD:
            made.setFontWeight(QFont.Weight.Bold)
        if look & ITALIC:
            made.setFontItalic(True)
        if small:
            made.setFontPointSize(max(faces.LEAST, self.font.pointSizeF() - 1.5))
        return made

    def link(self, base: QTextCharFormat, url: str, number: int) -> QTextCharFormat:
        """The format of a link's words; `number` parts it from other links."""
        made = QTextCharFormat(base)
        made.setAnchor(True)
        made.setAnchorHref(url)
        made.setProperty(Own.LINK, number)
        made.setForeground(QBrush(tokens().color("link")))
        made.setFontUnderline(True)
        return made

    def mark(self, base: QTextCharFormat, label: str) -> QTextCharFormat:
        """The format of a footnote mark."""
        made = QTextCharFormat(base)
        made.setObjectType(MARK_OBJECT)
        made.setProperty(Own.NOTE, label)
        return made

    def literal(self, base: QTextCharFormat, character: str) -> QTextCharFormat:
        """The format of a character that Qt cannot hold as it is."""
        made = QTextCharFormat(base)
        made.setObjectType(MARK_OBJECT)
        made.setProperty(Own.LITERAL, character)
        return made

    def paragraph(self, gap: float = 0.6) -> QTextBlockFormat:
        """A block; `gap` is the least room over and under it, in lines."""
        made = QTextBlockFormat()
        made.setLineHeight(
            self.spacing * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        room = round(gap * QFontMetricsF(self.font).lineSpacing())
        made.setTopMargin(room)
        made.setBottomMargin(room)
        return made

    def picture(self) -> QTextBlockFormat:
        """The block of a picture, which is no taller than the picture."""
        made = self.paragraph()
        made.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        return made

    def item(self) -> QTextBlockFormat:
        """The block of a list's item."""
        return self.paragraph(0.2)

    def note(self, label: str, first: bool = False) -> QTextBlockFormat:
        """The block of a footnote's text; its number is painted beside it, and over the `first`
        a rule."""
        made = self.paragraph(0.2)
        if first:
            made.setTopMargin(QFontMetricsF(self.font).lineSpacing())
        made.setProperty(Own.NOTE_TEXT, label)
        made.setLeftMargin(self.note_indent)
        return made

    @property
    def note_indent(self) -> float:
        """Room before a footnote's text, for its number."""
        return QFontMetricsF(self.font).horizontalAdvance("00 ")

    def cell(self) -> QTextBlockFormat:
        """The block in a table's cell."""
        return QTextBlockFormat()


def table_format() -> QTextTableFormat:
    """Hairlines, the whole width."""
    made = QTextTableFormat()
    made.setBorderCollapse(True)
    made.setBorder(1)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderBrush(QBrush(tokens().color("line_strong")))
    made.setCellPadding(5)
    made.setCellSpacing(0)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    made.setHeaderRowCount(1)
    made.setBottomMargin(8)
    return made


def list_format(level: int, start: int | None) -> QTextListFormat:
    """A bullet list (`start` is None) or a numbered one, on level 1 or 2."""
    made = QTextListFormat()
    made.setStyle((_BULLETS if start is None else _NUMBERS)[level - 1])
    made.setIndent(level)
    if start is not None:
        made.setStart(start)
    return made


def is_bullet(given: QTextListFormat) -> bool:
    """Whether a list has bullets; all other styles count."""
    return given.style().value in (-1, -2, -3)
