"""The comments on one section: read, answered to, settled."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from strategidesk.desk.commands import Create, SetFields
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.dialogue import Comment
from strategidesk.model.fields import Id
from strategidesk.model.noun import fields_of
from strategidesk.ui import removing
from strategidesk.ui.forms.row import Row
from strategidesk.ui.parts import bare, button, label
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work


class CommentCard(QFrame):
    """One comment. `sought`: the words that it quotes; `removed`: it lies in the wastebasket."""

    sought = Signal(str)
    removed = Signal(str)

    def __init__(self, work: Work, comment: Comment) -> None:
        super().__init__()
        self._work = work
        self.id = comment.id
        self._quoted = ""
        self.setProperty("part", "card")
        self.who = label("", faces.ui(bold=True))
        self.quote = button("", "link", lambda: self.sought.emit(self._quoted))
        self.row = Row(work, Comment, fields_of(Comment)["text"])
        self.row.label.hide()
        self.settle = button("", "link", self._settle)
        self.take = button(tr("Remove"), "link", self._remove)
        for part in (self.settle, self.take):
            part.setEnabled(not work.read_only)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.who, 1)
        foot.addWidget(self.settle)
        foot.addWidget(self.take)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 6)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.quote)
        layout.addWidget(self.row)
        layout.addLayout(foot)
        self.row.show_thing(comment.id)
        self.tell(comment)

    def tell(self, comment: Comment) -> None:
        """Show the comment as it is now."""
        self._quoted = comment.quote
        settled = tr("{author}, settled", author=comment.author)
        self.who.setText(settled if comment.resolved else comment.author)
        self.quote.setVisible(bool(comment.quote))
        short = comment.quote if len(comment.quote) <= 30 else comment.quote[:29].rstrip() + "…"
        self.quote.setText(f"”{short}”")
        self.settle.setText(tr("Take up again") if comment.resolved else tr("Settled"))

    def _settle(self) -> None:
        comment = self._work.strategy.get(Comment, self.id)
        if comment is not None and self.row.keeper.commit():
            values = {"resolved": not comment.resolved}
            self._work.run(SetFields(self.id, values, label="settle a comment"))

    def _remove(self) -> None:
        self.row.keeper.commit()
        if words := removing.remove(self._work, (self.id,)):
            self.removed.emit(words)


class Comments(QScrollArea):
    """`counted`: how many are open; `sought` and `removed` as the cards have them."""

    counted = Signal(int)
    sought = Signal(str)
    removed = Signal(str)

    def __init__(self, work: Work, field: str = "body", nothing: str = "") -> None:
        """`field`: what new comments concern; `nothing`: what is said where there are none, in the
        user's language (empty: as beside the text)."""
        super().__init__()
        self._work = work
        self._field = field
        self._section: Id | None = None
        self.cards: dict[Id, CommentCard] = {}
        self.setProperty("part", "plain")
        inner = QWidget()
        self._layout = QVBoxLayout(inner)
        self._layout.setContentsMargins(12, 12, 12, 12)
        self._layout.setSpacing(8)
        words = nothing or tr("No comments here. Mark some words and choose Comment.")
        self.nothing = label(words, tone="muted", wrap=True)
        self._layout.addWidget(self.nothing)
        self._layout.addStretch(1)
        bare(self, inner)

    def show_section(self, id: Id | None) -> None:
        """Show the comments on another section, or another thing."""
        if id != self._section:
            self._section = id
            self._settle()

    def refresh(self, changes: ChangeSet) -> None:
        """Follow a change."""
        if "comment" in changes.nouns:
            self._settle()
            for id, card in self.cards.items():
                if changes.touches(id, "text"):
                    card.row.keeper.refresh()

    def commit(self) -> bool:
        """Save what is being typed; False where it is refused."""
        done = [card.row.keeper.commit() for card in self.cards.values()]
        return all(done)

    def add(self, quote: str) -> None:
        """A new comment on what is shown, with the cursor in it."""
        if self._section is None or self._work.read_only:
            return
        values = {
            "target": self._section,
            "field": self._field,
            "quote": quote,
            "author": self._work.desk.author,
        }
        changes = self._work.run(Create("comment", values, label="add a comment"))
        for id in changes.created if changes else ():
            self.cards[id].row.editor.setFocus()
            self.ensureWidgetVisible(self.cards[id])

    def _settle(self) -> None:
        """Have one card for each comment, the open ones first."""
        wanted = [
            comment
            for comment in self._work.strategy.all(Comment)
            if comment.target == self._section and self._section is not None
        ]
        wanted.sort(key=lambda comment: comment.resolved)
        for id in [id for id in self.cards if id not in {comment.id for comment in wanted}]:
            gone = self.cards.pop(id)
            gone.row.keeper.commit()
            gone.hide()
            gone.deleteLater()
        for row, comment in enumerate(wanted, 1):
            card = self.cards.get(comment.id) or self._make(comment)
            card.tell(comment)
            if self._layout.indexOf(card) != row:
                self._layout.insertWidget(row, card)
        self.nothing.setVisible(not wanted)
        self.counted.emit(sum(not comment.resolved for comment in wanted))

    def _make(self, comment: Comment) -> CommentCard:
        card = self.cards[comment.id] = CommentCard(self._work, comment)
        card.sought.connect(self.sought)
        card.removed.connect(self.removed)
        return card
