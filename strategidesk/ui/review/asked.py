"""Questions about what stands in a sheet that came back: what it means, and where it belongs."""

from collections.abc import Iterator
from typing import Any

from strategidesk.desk.answers.waiting import reasons
from strategidesk.desk.reviewing import DISMISS, text_of
from strategidesk.history.items import Item
from strategidesk.language import tr
from strategidesk.model.fields import Field, Kind
from strategidesk.model.follow_up import OpenAnswer, json_of, of_line
from strategidesk.model.people import Unit
from strategidesk.prose.differences import Piece
from strategidesk.prose.plain import plain
from strategidesk.ui.review.cards import unchanged, value_words
from strategidesk.ui.review.question import NOTHING, VALUE, Answer, Card, Part, Question
from strategidesk.ui.review.words import Naming
from strategidesk.ui.words import field_label


def about_answer(naming: Naming, item: Item) -> Question:
    """What a cell of a sheet means: one of the proposals, another value, or nothing."""
    answer = naming.answer(item)
    heading = tr("An answer to look at")
    if answer is None:
        return Question(item, heading, "", (Part((_left_out(),)),), NOTHING)
    field = None if item.noun == OpenAnswer.meta.entity else naming.field(item)
    proposed = json_of(answer.proposed)
    values = proposed if isinstance(proposed, list) and field is not None else []
    taken = values[0] if len(values) == 1 and _says(answer, field, values[0]) else None
    cards = [_typed(naming, answer, taken)]
    if field is not None and item.shown not in (None, "", [], field.default):
        now = tr("So it stands in the strategy now")
        cards.append(Card(_pieces(naming, field, item.shown), title=now))
    if field is not None and taken is None:
        cards += _proposals(naming, field, values)
    cards.append(_left_out())
    label = field_label(naming.strategy, naming.noun(item), field).lower() if field else ""
    part = Part(tuple(cards), where=label, hint=" ".join(reasons(answer)))
    return Question(
        item,
        heading,
        naming.about(item),
        (part,),
        VALUE if field is not None else NOTHING,
        shown=values[0] if len(values) == 1 else None,
        place=naming.activity(item),
    )


def _says(answer: OpenAnswer, field: Field | None, value: Any) -> bool:
    """Whether what is proposed is what was typed, word for word."""
    is_text = field is not None and field.kind in (Kind.PROSE, Kind.LINE)
    return is_text and plain(str(value)).split() == of_line(answer.typed).split()


def _typed(naming: Naming, answer: OpenAnswer, taken: Any) -> Card:
    """What stands in the sheet, where, and whose it is; `taken` is the value that it is taken in
    as, where nothing else is proposed."""
    unit = naming.strategy.get(Unit, answer.unit)
    cell, who = of_line(answer.cell), answer.reported_by
    where = ", ".join(filter(None, (unit.name if unit else "", cell)))
    offer = taken is not None
    return Card(
        unchanged(of_line(answer.typed), prose=False),
        author=who,
        title="" if who else tr("It says in the sheet"),
        note=where,
        button=tr("Take it in") if offer else "",
        key=1,
        value=taken,
        done=tr("You took it in") if offer else "",
    )


def _proposals(naming: Naming, field: Field, values: list[Any]) -> Iterator[Card]:
    for number, value in enumerate(values[:9], 1):
        words = value_words(naming.strategy, field, value)
        yield Card(
            _pieces(naming, field, value),
            title=tr("Proposal"),
            button=tr("Take it in"),
            key=number,
            value=value,
            done=tr("You took in: {value}", value=" ".join(words.split())),
        )


def _pieces(naming: Naming, field: Field, value: Any) -> tuple[Piece, ...]:
    if field.kind is Kind.PROSE:
        return unchanged(text_of(value))
    return unchanged(value_words(naming.strategy, field, value), prose=False)


def _left_out() -> Card:
    return Card(
        title=tr("Nothing is taken in. What was typed is left in the history."),
        button=tr("Do not take it"),
        answer=Answer(DISMISS),
        done=tr("You did not take it in"),
    )
