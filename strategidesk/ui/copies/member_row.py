"""A member in the list of who is to have a copy: check box, name, role, sections, last copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout

from strategidesk.language import tr
from strategidesk.model.people import Member
from strategidesk.model.strategy import Strategy
from strategidesk.ui.copies.memory import Exchange
from strategidesk.ui.overview.initials import Initials
from strategidesk.ui.overview.moments import moment
from strategidesk.ui.parts import Elided, label
from strategidesk.ui.theme import faces
from strategidesk.ui.words import caption


class MemberRow(QFrame):
    """A click anywhere in it turns the check box, which readers hear with all that stands there."""

    def __init__(self, strategy: Strategy, member: Member, exchange: Exchange, now: int) -> None:
        super().__init__()
        self.member = member
        self.setProperty("part", "row")
        owned = [caption(strategy, one) for one in strategy.sections if one.owner == member.id]
        detail = " · ".join(part for part in (member.role, _sections(len(owned))) if part)
        last = _last(exchange, now)
        self.box = QCheckBox()
        words = [member.name, member.role, _sections(len(owned)), last]
        self.box.setAccessibleName(", ".join(word for word in words if word))
        self.setToolTip("\n".join(owned))
        disc = Initials()
        disc.show_name(member.name)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Elided(member.name, faces.ui(bold=True)))
        if detail:
            names.addWidget(Elided(detail, faces.small(), "muted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self.box)
        row.addWidget(disc)
        row.addLayout(names, 1)
        row.addWidget(label(last, faces.small(), "muted"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.box.setFocus()
            self.box.toggle()


def _sections(count: int) -> str:
    if not count:
        return ""
    return tr("1 section") if count == 1 else tr("{n} sections", n=count)


def _last(exchange: Exchange, now: int) -> str:
    if not exchange.sent:
        return tr("No copy yet")
    return tr("Latest copy {when}", when=moment(exchange.sent, now))
