"""Which question is asked about an item."""

from strategidesk.history.items import ANSWER, DANGLING, DUPLICATE, Item
from strategidesk.history.projection import DELETED_BUT_EDITED
from strategidesk.model.fields import Kind
from strategidesk.model.noun import PLACE
from strategidesk.ui.review.asked import about_answer
from strategidesk.ui.review.question import Question
from strategidesk.ui.review.texts import about_text
from strategidesk.ui.review.things import about_dangling, about_double, about_existence
from strategidesk.ui.review.values import about_circle, about_place, about_value
from strategidesk.ui.review.words import Naming

_BY_KIND = {
    DELETED_BUT_EDITED: about_existence,
    DANGLING: about_dangling,
    DUPLICATE: about_double,
    ANSWER: about_answer,
}


def question_of(naming: Naming, item: Item) -> Question:
    """An item as a question."""
    asked = _BY_KIND.get(item.kind)
    if asked is not None:
        return asked(naming, item)
    if item.field == PLACE:
        return about_circle(naming, item) if item.others else about_place(naming, item)
    field = naming.field(item)
    assert field is not None  # what is contested within a thing is one of its fields
    if field.kind is Kind.PROSE:
        return about_text(naming, item)
    return about_value(naming, item, field)
