"""The outline's lines: headings with state, what waits or is to look over, who answers for them."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from strategidesk.language import tr
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.model.noun import fields_of
from strategidesk.ui.overview.initials import initials
from strategidesk.ui.pages.table import Register
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.things.badge import badge_width, paint_badge
from strategidesk.ui.things.delegate import LineDelegate
from strategidesk.ui.things.model import ThingsModel
from strategidesk.ui.words import choice_label, target_caption
from strategidesk.ui.work import Work

OWNER, FINDINGS, WAITING = (Qt.ItemDataRole.UserRole + number for number in (9, 10, 11))
Index = QModelIndex | QPersistentModelIndex
_GAP = 8
_SIGN = 16
_WIDEST = "MM"  # initials


class OutlineModel(ThingsModel):
    """The sections; what is read out names state, owner, how much is to look over, and whether
    something in the section waits to be reviewed."""

    def __init__(self, work: Work, register: Register) -> None:
        self._findings: dict[str, int] = {}
        self._waiting: frozenset[Id] = frozenset()
        super().__init__(work, register)
        for signal in (work.unsettled.contests_changed, work.unsettled.changed):
            signal.connect(self._follow_waiting)
        self._follow_waiting()

    def _follow_waiting(self) -> None:
        """Contested fields are known at once, what concerns several things a little later."""
        unsettled = self._work.unsettled
        ids = [
            *(id for id, _field in unsettled.contested),
            *(one.entity for one in unsettled.items),
        ]
        before, self._waiting = self._waiting, frozenset(ids)
        self._tell_of(before ^ self._waiting, WAITING)

    def _tell_of(self, ids: Iterable[str], role: int) -> None:
        for id in ids:
            index = self.index_of(Id(id))
            if index.isValid():
                self.dataChanged.emit(index, index, [role, Qt.ItemDataRole.AccessibleTextRole])

    def show_findings(self, findings: Mapping[str, int]) -> None:
        """How many findings each section has, by its id."""
        before, self._findings = self._findings, dict(findings)
        every = before.keys() | findings.keys()
        self._tell_of((id for id in every if before.get(id, 0) != findings.get(id, 0)), FINDINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        section = self.thing(index)
        if not isinstance(section, Section):
            return super().data(index, role)
        if role == OWNER:
            return owner_of(self._work, section)
        if role == FINDINGS:
            return self._findings.get(section.id, 0)
        if role == WAITING:
            return section.id in self._waiting
        if role == Qt.ItemDataRole.AccessibleTextRole:
            n = self._findings.get(section.id, 0)
            parts = (
                str(super().data(index)),
                choice_label(fields_of(Section)["status"], section.status),
                owner_of(self._work, section),
                tr("waits to be reviewed") if section.id in self._waiting else "",
                tr("{n} to look over", n=n) if n else "",
            )
            return ", ".join(part for part in parts if part)
        return super().data(index, role)


def owner_of(work: Work, section: Section) -> str:
    """The name of who answers for a section, or nothing."""
    return target_caption(work.strategy, section.owner)


class OutlineDelegate(LineDelegate):
    """A line with what waits, how much is to look over and the owner's initials at its end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        left = QRect(option.rect)
        tail, findings = initials(str(index.data(OWNER) or "")), index.data(FINDINGS) or 0
        if tail:
            left.setRight(left.right() - self._paint_initials(painter, left, tail) - _GAP)
        if findings:
            left.setRight(left.right() - _GAP // 2)
            paint_badge(painter, left, findings)
            left.setRight(left.right() - badge_width(findings))
        if index.data(WAITING):
            spot = QRectF(0, 0, _SIGN, _SIGN)
            spot.moveCenter(QPointF(left.right() - _GAP - _SIGN / 2, left.center().y() + 0.5))
            signs.paint(painter, "review", tokens()["warn"], spot)
            left.setRight(left.right() - _GAP - _SIGN)
        narrowed = QStyleOptionViewItem(option)
        narrowed.rect = left
        super().paint(painter, narrowed, index)

    def _paint_initials(self, painter: QPainter, area: QRect, tail: str) -> int:
        """Returns how many pixels wide their column is: the same on every line."""
        painter.save()
        painter.setFont(faces.small())
        painter.setPen(tokens().color("muted"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area.adjusted(0, 0, -_GAP, 0), flags, tail)
        metrics = painter.fontMetrics()
        painter.restore()
        return max(metrics.horizontalAdvance(one) for one in (tail, _WIDEST))
