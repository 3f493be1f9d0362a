"""Questions about a field that is no running text: its value, or where a thing stands."""

from bisect import bisect_left
from typing import Any

from strategidesk.desk.reviewing import KEEP, TAKE
from strategidesk.history.items import Item
from strategidesk.language import tr
from strategidesk.model import places
from strategidesk.model.fields import Field
from strategidesk.model.noun import place_of
from strategidesk.ui.review.cards import buttons, changed, unchanged, value_words
from strategidesk.ui.review.question import NOTHING, VALUE, Answer, Card, Part, Question
from strategidesk.ui.review.words import Naming
from strategidesk.ui.words import field_label


def about_value(naming: Naming, item: Item, field: Field) -> Question:
    """Which of several values a field shall have."""
    strategy, noun = naming.strategy, naming.noun(item)

    def words(value: Any) -> str:
        return value_words(strategy, field, value)

    cards: list[Card] = []
    if item.base is not None:
        cards.append(
            Card(
                unchanged(words(item.base), prose=False),
                title=tr("So it stood when you began"),
                button=tr("Keep"),
                value=item.base,
                done=tr("You chose {value}", value=words(item.base)),
            )
        )
    before = words(item.base) if item.base is not None else ""
    for number, option in enumerate(item.options, 1):
        cards.append(
            Card(
                changed(before, words(option.value), prose=False),
                option.author,
                option.at,
                button=buttons(item.options)[number - 1],
                key=number,
                value=option.value,
                done=tr("You chose {value}", value=words(option.value)),
            )
        )
    label = field_label(strategy, noun, field)
    part = Part(tuple(cards), where=label.lower())
    heading = tr("Two people have changed the same field")
    if len(item.options) > 2:
        heading = tr("Several people have changed the same field")
    return Question(item, heading, _thing(naming, item), (part,), VALUE)


def about_place(naming: Naming, item: Item) -> Question:
    """Which of several moves counts."""
    cards = [
        Card(
            words=_spot(naming, item, str(item.base)),
            title=tr("So it stood when you began"),
        )
    ]
    for number, option in enumerate(item.options, 1):
        spot = _spot(naming, item, str(option.value))
        now = tr("It is shown there now") if option.value == item.shown else ""
        cards.append(
            Card(
                author=option.author,
                at=option.at,
                words=spot,
                note=now,
                button=buttons(item.options)[number - 1],
                key=number,
                answer=Answer(TAKE, option.revision),
                done=tr("You chose: {what}", what=spot),
            )
        )
    heading = tr("Two people have moved {title} to different places", title=_quoted(naming, item))
    return Question(item, heading, _thing(naming, item), (Part(tuple(cards)),), NOTHING)


def about_circle(naming: Naming, item: Item) -> Question:
    """Which of the moves counts that together put things under themselves."""
    top = tr("Let ”{title}” stand at the top", title=naming.title(item.entity))
    cards = [
        Card(
            words=tr(
                "None of the moves counts: ”{title}” stands at the top, as it is shown now.",
                title=naming.title(item.entity),
            ),
            title=tr("As it is shown now"),
            button=top,
            answer=Answer(KEEP),
            done=top,
        )
    ]
    for number, option in enumerate(item.options, 1):
        parent = places.parent_of(str(option.value))
        moved = tr(
            "”{thing}” under ”{parent}”",
            thing=naming.title(option.id),
            parent=naming.title(parent) if parent else "",
        )
        cards.append(
            Card(
                author=option.author,
                at=option.at,
                words=moved,
                button=buttons(item.options)[number - 1],
                key=number,
                answer=Answer(TAKE, option.revision),
                done=tr("You chose: {what}", what=moved),
            )
        )
    return Question(item, naming.circle(item), naming.named(item), (Part(tuple(cards)),), NOTHING)


def _quoted(naming: Naming, item: Item) -> str:
    return f"”{naming.title(item.entity)}”"


def _thing(naming: Naming, item: Item) -> str:
    """The thing by its number and its name."""
    noun = naming.noun(item)
    named = naming.named(item)
    if noun.meta.single or noun.meta.outline:
        return named
    return f"{named}, {naming.title(item.entity)}"


def _spot(naming: Naming, item: Item, place: str) -> str:
    """A place in words: under what, and after what."""
    parent = places.parent_of(place)
    siblings = sorted(
        (places.key_of(at), thing.id)
        for thing in naming.strategy.all(naming.noun(item))
        if thing.id != item.entity
        for at in [place_of(thing)]
        if places.parent_of(at) == parent
    )
    before = bisect_left(siblings, (places.key_of(place), item.entity))
    after = naming.title(siblings[before - 1][1]) if before else ""
    under = naming.title(parent) if parent else ""
    if under and after:
        return tr("Under ”{under}”, after ”{after}”", under=under, after=after)
    if under:
        return tr("First under ”{under}”", under=under)
    return tr("After ”{after}”", after=after) if after else tr("First of all")
