"""The outline's lines: headings with state, and the initials of who answers for them."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from strategidesk.model.document import Section
from strategidesk.model.noun import fields_of
from strategidesk.ui.overview.initials import initials
from strategidesk.ui.theme import faces
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.things.delegate import LineDelegate
from strategidesk.ui.things.model import ThingsModel
from strategidesk.ui.words import choice_label, target_caption
from strategidesk.ui.work import Work

OWNER = Qt.ItemDataRole.UserRole + 9
Index = QModelIndex | QPersistentModelIndex
_GAP = 8


class OutlineModel(ThingsModel):
    """The sections; what is read out names state and owner."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        section = self.thing(index)
        if not isinstance(section, Section):
            return super().data(index, role)
        if role == OWNER:
            return owner_of(self._work, section)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (
                str(super().data(index)),
                choice_label(fields_of(Section)["status"], section.status),
                owner_of(self._work, section),
            )
            return ", ".join(part for part in parts if part)
        return super().data(index, role)


def owner_of(work: Work, section: Section) -> str:
    """The name of who answers for a section, or nothing."""
    return target_caption(work.strategy, section.owner)


class OutlineDelegate(LineDelegate):
    """A line with the owner's initials at its end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tail = initials(str(index.data(OWNER) or ""))
        font = faces.small()
        painter.save()
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(tail) if tail else 0
        area = QRect(option.rect)
        if tail:
            painter.setPen(tokens().color("muted"))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area.adjusted(0, 0, -_GAP, 0), flags, tail)
        painter.restore()
        narrowed = QStyleOptionViewItem(option)
        narrowed.rect = area.adjusted(0, 0, -(width + _GAP if tail else 0), 0)
        super().paint(painter, narrowed, index)
