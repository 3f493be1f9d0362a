"""One item in full: what it is about, the wordings to choose from, and the one that shall hold."""

from functools import partial
from html import escape
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from strategidesk.errors import UserError
from strategidesk.history.items import ANSWER, Item
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.noun import fields_of
from strategidesk.ui.flow import Flow
from strategidesk.ui.frame.keys import native
from strategidesk.ui.holding import Place
from strategidesk.ui.parts import bare, button, heading, label
from strategidesk.ui.review.answering import Answering
from strategidesk.ui.review.card_view import CardView
from strategidesk.ui.review.question import NOTHING, PROSE, Question
from strategidesk.ui.review.result import Result
from strategidesk.ui.theme import faces
from strategidesk.ui.words import field_label
from strategidesk.ui.work import Work

_ROOM = 680  # logical pixels from which two cards stand side by side


class Detail(QScrollArea):
    """`settled` carries an Item and what was decided, in words; `skipped`: not now; `gone_to`: go
    to the text (a thing's id, a field); `hinted`: something to say for a while."""

    settled = Signal(object, str)
    skipped = Signal()
    gone_to = Signal(str, str)
    hinted = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.answering: Answering | None = None
        self._begun: dict[str, Any] = {}  # what was written of answers that were left, by item
        self.cards: list[CardView] = []  # those that are shown
        self._views: list[CardView] = []
        self.title = heading("", wrap=True)
        self._where = label("", faces.small(), "muted")
        self.go = button("", "link", self._go)
        self._around = label("", tone="muted", wrap=True)
        self._around.setTextFormat(Qt.TextFormat.RichText)
        faces.give_reading(self._around, -1.0)
        self._note = label("", faces.small(), "muted", wrap=True)
        self._step = label("", faces.small(bold=True), "muted")
        for part in (self._where, self._step):
            part.setContentsMargins(0, 4, 0, 0)  # as a link beside it has
        self.back = button(tr("The place before"), "link", lambda: self._turn_part(-1), "up")
        self.forth = button(tr("The next place"), "link", lambda: self._turn_part(1), "down")
        self._steps = Flow(self._step, self.back, self.forth)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._under = QVBoxLayout()
        self.result = Result(work, self.keep)
        self.skip = button(tr("Skip"), "plain", self.skipped.emit)
        self.save = button("", "primary", self.settle, "tick")
        self._foot = label("", faces.small(), "muted", wrap=True)
        self._lay_out()
        self.result.written.connect(self._written)

    def _lay_out(self) -> None:
        inner = QWidget()
        layout = self._layout = QVBoxLayout(inner)
        layout.setContentsMargins(24, 12, 24, 24)
        layout.setSpacing(10)
        self._head.addWidget(self.title, 1)
        self._head.addWidget(Flow(self._where, self.go))
        layout.addLayout(self._head)
        self._row.setSpacing(10)
        self._under.setSpacing(10)
        for part in (self._around, self._note, self._steps):
            layout.addWidget(part)
        layout.addLayout(self._row)
        layout.addLayout(self._under)
        layout.addWidget(self.result)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self.skip)
        foot.addWidget(self.save)
        layout.addLayout(foot)
        layout.addStretch(1)
        bare(self, inner)

    # what is asked

    @property
    def item(self) -> Item | None:
        """What is in front."""
        return self.answering.question.item if self.answering else None

    def ask(self, question: Question) -> None:
        """Ask another question, from its beginning."""
        self.leave()
        item = question.item
        draft = self._draft(item) if question.written == PROSE else None
        self.answering = Answering(question, draft)
        if (begun := self._begun.pop(item.id, None)) is not None:
            self.answering.write(begun)
        noun = self._work.strategy.schema.by_entity[item.noun]
        if question.written != NOTHING:
            field = fields_of(noun)[item.field]
            name = field_label(self._work.strategy, noun, field)
            self.result.offer(field, item.entity, name, question.written == PROSE)
        else:
            self.result.clear()
        self.result.setVisible(question.written != NOTHING)
        self.title.setText(question.heading)
        self.go.setText(tr("Show in the text") if item.noun == "section" else tr("Go there"))
        self.go.setVisible(self._place in self._work.strategy.by_id)
        self._show_part()
        self.verticalScrollBar().setValue(0)

    @property
    def _place(self) -> Id | None:
        """The thing that is gone to; None where there is none."""
        if self.answering is None:
            return None
        question = self.answering.question
        return question.place if question.item.kind == ANSWER else question.item.entity

    def _draft(self, item: Item) -> str | None:
        if self._work.read_only:
            return None
        kept = self._work.drafts()
        found = (d.value for d in kept if (d.id, d.field) == (item.entity, item.field))
        return next((value for value in found if isinstance(value, str)), None)

    def _show_part(self) -> None:
        answering = self.answering
        assert answering is not None
        question = answering.question
        part = question.parts[answering.at]
        self._where.setText(", ".join(words for words in (question.where, part.where) if words))
        gap = f"<b>[{escape(tr('the sentence that you are to choose'))}]</b>"
        self._around.setText(f"{escape(part.before)} {gap} {escape(part.after)}".strip())
        self._around.setVisible(part.around and bool(part.before or part.after))
        self._note.setText(part.hint)
        self._note.setVisible(bool(part.hint))
        count = len(question.parts)
        self._steps.setVisible(count > 1)
        self._step.setText(tr("Place {n} of {count}", n=answering.at + 1, count=count))
        self.back.setEnabled(answering.at > 0)
        self.forth.setEnabled(not answering.last)
        last = answering.last or answering.whole
        self.save.setText(tr("Save and go to the next") if last else tr("Go to the next place"))
        self.save.setToolTip(f"{self.save.text()} ({native('Ctrl+Return')})")
        self._foot.setText(_assurance(question))
        for part_of in (self.skip, self.save, self._foot):
            part_of.setVisible(not self._work.read_only)
        self._fill_cards()
        self.result.show_value(answering.written)
        self._mark()
        for _time in range(2):  # the texts get their width, and with it know their height
            self._layout.activate()

    def _fill_cards(self) -> None:
        """Each card into a view; those that were there before show other cards now."""
        answering = self.answering
        assert answering is not None
        roles = {one.name: one.role for one in self._work.strategy.members}
        cards = answering.question.parts[answering.at].cards
        while len(self._views) < len(cards):
            view = CardView()
            view.taken.connect(partial(self._take, len(self._views)))
            self._views.append(view)
        for view, card in zip(self._views, cards, strict=False):
            view.show_card(card, roles.get(card.author, ""), self._work.read_only)
            (self._row if self._is_beside(view) else self._under).addWidget(view)
            view.show()
        for view in self._views[len(cards) :]:
            view.hide()
        self.cards = self._views[: len(cards)]
        self._turn_row()

    def _take(self, number: int) -> None:
        self.take(self._views[number])

    def _is_beside(self, view: CardView) -> bool:
        asked = self.answering
        return asked is not None and asked.question.beside and bool(view.card.author)

    def _turn_row(self) -> None:
        wide = self.viewport().width() >= faces.grown(_ROOM)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        beside = wide and any(map(self._is_beside, self.cards))
        self._row.setDirection(right if beside else down)
        self._head.setDirection(right if wide else down)
        for view in self.cards:
            view.fit(not wide, beside and self._is_beside(view))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_row()

    # what is decided

    def choose(self, key: int) -> None:
        """Take the card under Alt and this number."""
        for view in self.cards:
            if view.card.key == key and view.can_be_taken:
                self.take(view)
                return

    def take(self, view: CardView) -> None:
        """Take what a card offers; nothing is decided by it."""
        assert self.answering is not None
        self.answering.choose(view.card)
        self.result.show_value(self.answering.written)
        self._mark()
        self._focus_answer()
        said = view.card.button
        self.hinted.emit(tr("{what}: Ctrl+Enter saves it.", what=said))

    def _focus_answer(self) -> None:
        if self.result.editor is not None:
            self.result.editor.setFocus()
            self.ensureWidgetVisible(self.result)
        else:
            self.save.setFocus()
            self.ensureWidgetVisible(self.save)

    def _mark(self) -> None:
        assert self.answering is not None
        for view in self.cards:
            view.mark(self.answering.chosen(view.card))

    def _written(self) -> None:
        if self.answering is not None and self.result.editor is not None:
            given = self.result.editor.value()
            if given != self.answering.written:
                self.answering.write(given)

    def _turn_part(self, by: int) -> None:
        answering = self.answering
        if answering is not None and 0 <= answering.at + by < len(answering.question.parts):
            self.result.rest()
            answering.at += by
            self._show_part()

    def settle(self) -> None:
        """Save the answer, or go to the next part of the question that has none."""
        answering = self.answering
        if answering is None or self._work.read_only:
            return
        missing = answering.missing()
        if missing == answering.at:
            self.hinted.emit(tr("Choose a wording or write one first."))
            return
        if missing is not None or not (answering.last or answering.whole):
            self._turn_to_part(missing if missing is not None else answering.at + 1)
            return
        question = answering.question
        try:
            if self._work.attempt(answering.command(question.where)) is None:
                return
        except UserError as trouble:
            self._refused(trouble)
            return
        self.result.clear()
        if question.written == PROSE:
            self._work.drop_draft(question.item.entity, question.item.field)
        self.answering = None
        self.settled.emit(question.item, answering.done())

    def _turn_to_part(self, at: int) -> None:
        assert self.answering is not None
        self._turn_part(at - self.answering.at)
        self.focus().setFocus()

    def _refused(self, trouble: UserError) -> None:
        if self.result.editor is not None:
            self.result.complain(str(trouble))
        else:
            self._work.refused.emit(trouble)

    # what is being written

    def keep(self) -> bool:
        """Keep the text that is being written as a draft, so that nothing takes it away; False
        where neither the file nor this computer does."""
        answering = self.answering
        if answering is None or answering.question.written != PROSE or self._work.read_only:
            return True
        item = answering.question.item
        text = answering.text()
        place = self._work.keep_draft(item.entity, item.field, text, item.heads)
        return place is not Place.WINDOW

    def leave(self) -> None:
        """Let go of the question; what was written stays as a draft, that of an answer in mind."""
        self.result.rest()
        answering = self.answering
        if answering is not None and answering.question.item.kind == ANSWER:
            self._begun[answering.question.item.id] = answering.written
        self.answering = None

    def focus(self) -> QWidget:
        """What takes the focus here first."""
        found = next((view.button for view in self.cards if view.can_be_taken), None)
        return found or self.go

    def _go(self) -> None:
        if (item := self.item) is not None and self._place is not None:
            field = "title" if item.kind == ANSWER else item.field
            self.gone_to.emit(self._place, field)


def _assurance(question: Question) -> str:
    """That nothing is lost by deciding."""
    if question.item.kind == ANSWER:
        return tr("Nothing disappears. What stood in the sheet is left in the history.")
    if question.written != NOTHING:
        return tr("Nothing disappears. The other wordings are left in the history.")
    return tr("Nothing disappears. What goes lies in the wastebasket, and you can undo.")
