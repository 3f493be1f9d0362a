"""The files that were read in, each with what becomes of it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from strategidesk.desk.answers.outcomes import SheetReport
from strategidesk.language import tr
from strategidesk.ui.answers.words import about_sheet, notes_of, sheet_chip
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.things.chips import Chip
from strategidesk.ui.things.delegate import paint_chip, paint_selection
from strategidesk.ui.things.model import CHIP, DETAIL

Index = QModelIndex | QPersistentModelIndex
_WORD = Qt.ItemDataRole.UserRole + 8
_EDGE, _SIGN, _GAP = 18, 16, 8


class FileList(QListWidget):
    """`chosen` carries the row that the user is on."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        self.setProperty("part", "pages")
        self.setAccessibleName(tr("Files"))
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentRowChanged.connect(self._tell)

    def show_sheets(self, sheets: Sequence[SheetReport], here: int) -> None:
        """Show these; the row `here` is chosen."""
        self._filling = True
        while self.count() > len(sheets):
            self.takeItem(self.count() - 1)
        for row, sheet in enumerate(sheets):
            item = self.item(row) or QListWidgetItem(self)
            found, word = sheet_chip(sheet)
            detail = about_sheet(sheet)
            item.setText(sheet.path.name)
            item.setData(DETAIL, detail)
            item.setData(CHIP, found)
            item.setData(_WORD, word)
            said = ", ".join(filter(None, (sheet.path.name, detail, word)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip("\n".join(filter(None, (str(sheet.path), notes_of(sheet)))))
        if sheets:
            self.setCurrentRow(min(max(here, 0), len(sheets) - 1))
        self._filling = False

    def _tell(self, row: int) -> None:
        if not self._filling and row >= 0:
            self.chosen.emit(row)


class _Delegate(QStyledItemDelegate):
    """The name over whose file it is, with the chip at the right."""

    def sizeHint(self, _option: Option, _index: Index) -> QSize:
        title = QFontMetrics(faces.ui(bold=True)).lineSpacing()
        chip = QFontMetrics(faces.ui()).lineSpacing() + 6
        return QSize(100, title + chip + 20)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            paint_selection(painter, area.adjusted(4, 0, -4, 0), focused)
        inner = area.adjusted(_EDGE, 8, -_EDGE, -8)
        sign = faces.grown(_SIGN)
        spot = signs.spot(inner.left(), inner.top() + sign / 2 + 1, _SIGN)
        signs.paint(painter, "table", tokens()["muted"], spot)
        words = inner.adjusted(sign + _GAP, 0, 0, 0)
        painter.setFont(faces.ui(bold=chosen))
        painter.setPen(tokens().color("text"))
        metrics = painter.fontMetrics()
        elide = Qt.TextElideMode.ElideMiddle
        name = metrics.elidedText(str(index.data()), elide, words.width())
        line = QRect(words.left(), words.top(), words.width(), metrics.lineSpacing())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)
        low = QRect(words.left(), line.bottom() + 2, words.width(), inner.bottom() - line.bottom())
        found: Chip = index.data(CHIP)
        word = str(index.data(_WORD))
        wide = QFontMetrics(faces.ui()).horizontalAdvance(word) + sign + 3 * 7
        wide = min(wide, low.width())
        box = QRect(low.right() - wide, low.top(), wide, low.height())
        painter.setFont(faces.small())
        painter.setPen(tokens().color("muted"))
        room = low.width() - box.width() - _GAP
        text = painter.fontMetrics().elidedText(
            str(index.data(DETAIL) or ""), Qt.TextElideMode.ElideRight, max(0, room)
        )
        painter.drawText(low, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        paint_chip(painter, box, found, word)
        painter.restore()
