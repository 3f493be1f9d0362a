"""One wording to choose: whose it is, what it changes, and the button that takes it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.ui.differences import Differences
from strategidesk.ui.frame.keys import native
from strategidesk.ui.overview.initials import Initials, hues
from strategidesk.ui.overview.moments import whole_moment
from strategidesk.ui.parts import button, heading, label, sign_label
from strategidesk.ui.review.question import Card
from strategidesk.ui.theme import faces
from strategidesk.ui.theme.active import tokens

BAR = 4  # logical pixels of a person's colour at the left
_TEXT = 6  # logical pixels before words, as texts have before their letters


class CardView(QFrame):
    """`taken`: its button was pressed."""

    taken = Signal()

    def __init__(
        self, card: Card, role: str = "", read_only: bool = False, narrow: bool = False
    ) -> None:
        """`role`: what the author is in the workgroup; `narrow`: the button stands below."""
        super().__init__()
        self.card = card
        self.setProperty("part", "card" if card.author else "quote")
        who = card.author or card.title
        when = whole_moment(card.at) if card.at else ""
        self._detail = ", ".join(part for part in (role.lower(), when, card.note) if part)
        self.text = Differences(who)
        self.text.setProperty("editor", "bare")
        self.text.document().setDocumentMargin(4)
        self.text.show_pieces(card.pieces)
        self._mark = QWidget()
        self.button: QPushButton | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 12, 6)
        layout.setSpacing(2)
        head = self._head()
        layout.addLayout(head)
        if card.words:
            words = label(card.words, faces.ui(), wrap=True)
            words.setContentsMargins(_TEXT, 2, 0, 4)
            layout.addWidget(words)
        layout.addWidget(self.text)
        self.text.setVisible(bool(card.pieces) and not card.words)
        layout.addStretch(1)
        foot = QHBoxLayout() if narrow else head
        foot.setSpacing(10)
        if narrow:
            foot.addStretch(1)
            layout.addLayout(foot)
        self._add_button(foot, read_only)
        self._mark.hide()

    def _head(self) -> QHBoxLayout:
        card = self.card
        head = QHBoxLayout()
        head.setSpacing(10)
        if card.author:
            disc = Initials()
            disc.show_name(card.author)
            head.addWidget(disc)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, 2, 0, 2)
        face, tone = (faces.ui(bold=True), "") if card.author else (faces.small(bold=True), "muted")
        if not card.author and not card.pieces and not card.words:
            face, tone = faces.ui(), ""
        words.addWidget(heading(card.author or card.title, face, tone))
        if self._detail:
            words.addWidget(label(self._detail, faces.small(), "muted", wrap=True))
        head.addLayout(words, 1)
        return head

    def _add_button(self, row: QHBoxLayout, read_only: bool) -> None:
        card = self.card
        row.addWidget(self._chosen_mark())
        if card.button and not read_only:
            keys = native(f"Alt+{card.key}")
            row.addWidget(label(keys, faces.small(), "muted"))
            self.button = button(card.button, "plain", self.taken.emit)
            self.button.setToolTip(f"{card.button} ({keys})")
            about = ", ".join(part for part in (card.author or card.title, self._detail) if part)
            self.button.setAccessibleDescription(f"{about}. {keys}")
            row.addWidget(self.button)

    def _chosen_mark(self) -> QWidget:
        row = QHBoxLayout(self._mark)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(sign_label("ok", "ok"))
        row.addWidget(label(tr("Chosen"), faces.small(), "ok"))
        return self._mark

    def mark(self, chosen: bool) -> None:
        """Show whether it is the one that was chosen."""
        self._mark.setVisible(chosen)
        self.setProperty("here", chosen)
        self.style().unpolish(self)
        self.style().polish(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.card.author:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(self.rect()), 6, 6)
        edge = QPainterPath()
        edge.addRect(QRectF(0, 0, BAR, self.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens().color(hues(self.card.author)[0]))
        painter.drawPath(whole & edge)
        painter.end()
