"""The list of papers: their kind, what they concern, and which are drafts."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyleOptionViewItem

from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.people import Paper
from strategidesk.model.strategy import Strategy
from strategidesk.ui.papers import words
from strategidesk.ui.theme import faces
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.things.delegate import EDGE, Index, LineDelegate, paint_selection
from strategidesk.ui.things.model import DETAIL, KEY, TWO_LINES

_MARK = Qt.ItemDataRole.UserRole + 8
_PAD, _HIGH = 6, 18


class _PaperDelegate(LineDelegate):
    """The usual line, with what the paper is marked with at its right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        mark = str(index.data(_MARK) or "")
        state: QStyle.StateFlag = option.state
        area: QRect = option.rect
        if state & QStyle.StateFlag.State_Selected:
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            paint_selection(painter, area, focused)
        if mark:
            painter.setFont(faces.small(bold=True))
            width = painter.fontMetrics().horizontalAdvance(mark) + 2 * _PAD
            high = max(_HIGH, painter.fontMetrics().height() + 2)
            left = area.right() - EDGE - width
            line = faces.ui().pointSizeF()
            box = QRect(left, area.center().y() - high - round(line / 4), width, high)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens().color("warn_bg"))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(tokens().color("warn"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark)
            painter.restore()
        super().paint(painter, option, index)


class PaperList(QListWidget):
    """`chosen`: the user is on another paper, or on none."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "pages")
        self.setItemDelegate(_PaperDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Papers"))
        self.currentItemChanged.connect(lambda _now, _before: self.chosen.emit())

    def show_papers(self, strategy: Strategy, found: Sequence[Paper], here: Id | None) -> None:
        """List these, with the user on one of them, else on the first."""
        self.blockSignals(True)
        for row in range(max(self.count(), len(found))):
            if row >= len(found):
                self.takeItem(len(found))
                continue
            item = self.item(row) if row < self.count() else QListWidgetItem(self)
            self._fill(item, strategy, found[row])
        some = Qt.FocusPolicy.StrongFocus if found else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(some)  # an empty list has no place for the keys
        row = next((at for at, one in enumerate(found) if one.id == here), 0)
        self.setCurrentRow(row if found else -1)
        self.blockSignals(False)

    def _fill(self, item: QListWidgetItem, strategy: Strategy, paper: Paper) -> None:
        kind, detail = words.kind_word(paper), words.concerns(strategy, paper)
        mark = words.draft_word(paper)
        item.setText(kind)
        item.setData(DETAIL, words.concerns(strategy, paper, short=True))
        item.setData(KEY, paper.id)
        item.setData(_MARK, mark)
        said = ". ".join(part for part in (kind, detail, mark) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setToolTip(f"{kind}\n{detail}")
        item.setSizeHint(QSize(100, TWO_LINES))

    def choose(self, id: Id) -> bool:
        """Go to a paper; False where it is not listed."""
        for row in range(self.count()):
            if self.item(row).data(KEY) == id:
                self.setCurrentRow(row)
                return True
        return False

    @property
    def paper(self) -> Id | None:
        """The paper that the user is on."""
        item = self.currentItem()
        return Id(item.data(KEY)) if item is not None else None
