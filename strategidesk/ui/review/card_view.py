"""One wording to choose: whose it is, what it changes, and the button that takes it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

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
_GAP = 10
_LONG = 170  # logical pixels of a button that stands below where there is little room


class CardView(QFrame):
    """Shows one card after another. `taken`: its button was pressed."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.card = Card()
        self._disc = Initials()
        self._who = heading("", faces.ui(bold=True), wrap=True)  # whose it is
        self._what = heading("", faces.small(bold=True), "muted", wrap=True)  # or what
        self._meaning = label("", faces.ui(), wrap=True)  # or, where that is all, what it means
        self._detail = label("", faces.small(), "muted", wrap=True)
        self._words = label("", faces.ui(), wrap=True)
        self._words.setContentsMargins(_TEXT, 2, 0, 4)
        self.text = Differences("")
        self.text.setProperty("editor", "bare")
        self.text.document().setDocumentMargin(4)
        self._mark = QWidget()
        self._keys = label("", faces.small(), "muted")
        self.button = button("", "plain", self.taken.emit)
        self._side = QWidget()
        self._below = False  # the button stands there
        self._grid = QGridLayout(self)
        self._lay_out()

    def _lay_out(self) -> None:
        mark = QHBoxLayout(self._mark)
        mark.setContentsMargins(0, 0, 0, 0)
        mark.setSpacing(4)
        mark.addWidget(sign_label("ok", "ok"))
        mark.addWidget(label(tr("Chosen"), faces.small(), "ok"))
        side = QHBoxLayout(self._side)
        side.setContentsMargins(_GAP, 0, 0, 0)
        side.setSpacing(_GAP)
        for part in (self._mark, self._keys, self.button):
            side.addWidget(part)
        named = QWidget()
        names = self._names = QVBoxLayout(named)
        names.setSpacing(0)
        for part in (self._who, self._what, self._meaning):
            names.addWidget(part)
        names.addWidget(self._detail)
        grid = self._grid
        grid.setContentsMargins(14, 8, 12, 6)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(3, 1)
        grid.addWidget(self._disc, 0, 0)
        grid.addWidget(named, 0, 1)
        grid.addWidget(self._side, 0, 2)
        grid.addWidget(self._words, 1, 0, 1, 3)
        grid.addWidget(self.text, 2, 0, 1, 3)

    def show_card(self, card: Card, role: str = "", read_only: bool = False) -> None:
        """Show a card; `role`: what its author is in the workgroup."""
        self.card = card
        who = card.author or card.title
        when = whole_moment(card.at) if card.at else ""
        detail = ", ".join(part for part in (role.lower(), when, card.note) if part)
        self._disc.show_name(card.author)
        self._disc.setVisible(bool(card.author))
        shown = self._who if card.author else self._what
        if not (card.author or card.pieces or card.words):
            shown = self._meaning
        for part in (self._who, self._what, self._meaning):
            part.setText(who if part is shown else "")
            part.setVisible(part is shown)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._words.setText(card.words)
        self._words.setVisible(bool(card.words))
        self.text.setAccessibleName(who)
        self.text.setVisible(bool(card.pieces) and not card.words)
        self.text.show_pieces(card.pieces)
        self._side.setVisible(bool(card.button) and not read_only)
        keys = native(f"Alt+{card.key}")
        self._keys.setText(keys)
        self.button.setText(card.button)
        self.button.setToolTip(f"{card.button} ({keys})")
        about = ", ".join(part for part in (who, detail) if part)
        self.button.setAccessibleDescription(f"{about}. {keys}")
        self.setProperty("part", "card" if card.author else "quote")
        self._names.setContentsMargins(_GAP if card.author else 0, 2, 0, 2)
        self.mark(False)

    @property
    def can_be_taken(self) -> bool:
        """Whether it has a button."""
        return not self._side.isHidden()

    def fit(self, narrow: bool, beside: bool) -> None:
        """Put the button below where there is little room, or another card stands beside."""
        below = beside or (narrow and self.button.sizeHint().width() > _LONG)
        if below is self._below:
            return
        self._below = below
        if below:
            self._grid.addWidget(self._side, 4, 0, 1, 3, Qt.AlignmentFlag.AlignRight)
        else:
            self._grid.addWidget(self._side, 0, 2)

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
