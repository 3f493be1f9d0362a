"""What a person has decided so far about one item: nothing is, until it is saved."""

from typing import Any

from strategidesk.desk.reviewing import Resolve, settling
from strategidesk.desk.stretches import Stretches
from strategidesk.language import tr
from strategidesk.ui.review.question import PROSE, VALUE, Answer, Card, Question


class Answering:
    """The answer to a question as it grows, part by part.

    A text whose stretches mean something only together is written `whole`; so is one that was
    being written before (`draft`).
    """

    def __init__(self, question: Question, draft: str | None = None) -> None:
        self.question = question
        self.at = 0
        count = len(question.parts)
        self._texts: list[Any] = [None] * count  # what each part says; None: nothing yet
        self._done = [""] * count
        self._answer: Answer | None = None
        item = question.item
        self._stretches = Stretches(item) if self._has_stretches() else None
        self.whole = self._stretches is None or draft is not None or not self._stretches.apart
        self._whole: Any = question.shown if draft is None else draft
        self.touched = question.shown is not None or draft is not None
        if self.whole and self._stretches is not None and draft is None:
            self._whole = item.shown

    def _has_stretches(self) -> bool:
        return self.question.written == PROSE and self.question.parts[0].around

    @property
    def last(self) -> bool:
        """Whether no part comes behind this one."""
        return self.at == len(self.question.parts) - 1

    @property
    def written(self) -> Any:
        """What the editor shows of this part; None where nothing has been chosen or written."""
        return self._whole if self.whole else self._texts[self.at]

    def write(self, given: Any) -> None:
        """Take what stands in the editor."""
        self.touched = True
        self._done[self.at] = ""
        self._answer = None
        if self.whole:
            self._whole = given
        else:
            self._texts[self.at] = given

    def choose(self, card: Card) -> None:
        """Take what a card offers."""
        self.touched = True
        self._done[self.at] = card.done
        self._answer = card.answer
        self._texts[self.at] = card.value
        if self.whole:
            self._whole = card.value if self._stretches is None else self._put_together()

    def chosen(self, card: Card) -> bool:
        """Whether the answer is this card's."""
        return card.answer is not None and card.answer == self._answer

    def _put_together(self) -> str:
        """The whole text; in stretches that nothing is said of yet, what the strategy shows."""
        assert self._stretches is not None
        item = self.question.item
        shown = next((n for n, option in enumerate(item.options) if option.value == item.shown), -1)
        texts = [
            one.region.texts[shown] if given is None else given
            for one, given in zip(self._stretches.all, self._texts, strict=True)
        ]
        return self._stretches.whole(texts)

    def missing(self) -> int | None:
        """The first part about which nothing is said; None where the answer can be saved."""
        if self.question.written == PROSE and not self.whole:
            return next((n for n, text in enumerate(self._texts) if text is None), None)
        if self.question.written in (PROSE, VALUE):
            return None if self.touched else 0
        return None if self._answer is not None else 0

    def text(self) -> str:
        """The whole text as it is now, to be kept while it is written."""
        if self._stretches is None or self.whole:
            return str(self._whole or "")
        return self._put_together()

    def command(self, title: str) -> Resolve:
        """The decision; `title` names the item. Only where nothing is missing."""
        item, label = self.question.item, tr("review {title}", title=title)
        if self._answer is not None:
            return Resolve(item, self._answer.verb, self._answer.revision, label=label)
        if self.question.written == PROSE:
            return settling(item, self.text(), label)
        return settling(item, self._whole, label)

    def done(self) -> str:
        """What is told of the decision afterwards."""
        said = set(self._done)
        if len(said) == 1 and "" not in said:
            return said.pop()
        if self.question.written == PROSE and self.question.shown == self._whole:
            return tr("You took the proposal")
        if self.question.written == VALUE:
            return tr("You wrote another value")
        if len(said) > 1 and "" not in said:
            return tr("You chose place by place")
        return tr("You wrote a wording")
