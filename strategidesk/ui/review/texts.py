"""Questions about running text: sentence by sentence, or the whole where that is all there is."""

from collections.abc import Iterator

from strategidesk.desk.stretches import Stretch, Stretches
from strategidesk.history.items import Item
from strategidesk.history.view import MERGED
from strategidesk.language import tr
from strategidesk.ui.review.cards import beginning, buttons, changed, nothing, unchanged
from strategidesk.ui.review.nouns import chose_whose, names
from strategidesk.ui.review.question import PROSE, Card, Part, Question
from strategidesk.ui.review.words import Naming
from strategidesk.ui.words import field_label


def about_text(naming: Naming, item: Item) -> Question:
    """The question about a text of several wordings."""
    if item.kind == MERGED:
        return _merged(naming, item)
    stretches = Stretches(item)
    if stretches.moved:
        return _moved(naming, item, stretches)
    count = len({option.author for option in item.options})
    places = len(stretches.all)
    if places > 1 and count == 2:
        heading = tr("Two people have changed the same text in {n} places", n=places)
    elif places > 1:
        heading = tr("Several people have changed the same text in {n} places", n=places)
    elif count == 2:
        heading = tr("Two people have changed the same sentence")
    else:
        heading = tr("Several people have changed the same sentence")
    parts = tuple(_part(naming, item, one) for one in stretches.all)
    return Question(item, heading, naming.named(item), parts, PROSE)


def _part(naming: Naming, item: Item, stretch: Stretch) -> Part:
    """One stretch: what stood there, and what each has made of it; who left it as it was says
    nothing about it, and who wrote the same stands on one card."""
    region = stretch.region
    base = Card(
        unchanged(region.base.strip()),
        words=nothing(region.base),
        title=tr("So it stood when you began"),
        button=tr("Keep"),
        value=region.base,
        done=tr("You kept the wording from the beginning"),
    )
    known = set() if item.decided else {region.base}
    cards = [base]
    words = buttons(item.options)
    for number, text in enumerate(region.texts):
        if text in known:
            continue
        known.add(text)
        same = [one for one, other in zip(item.options, region.texts, strict=True) if other == text]
        option = same[-1]
        also = names([one.author for one in same[:-1] if one.author != option.author])
        cards.append(
            Card(
                changed(region.base.strip(), text.strip()),
                option.author,
                option.at,
                note=tr("The same as {names}", names=also) if also else "",
                button=words[number],
                key=len(cards),
                value=text,
                done=chose_whose(option.author),
            )
        )
    where = _where(naming, item, stretch.paragraph)
    return Part(tuple(cards), stretch.before, stretch.after, True, where)


def _where(naming: Naming, item: Item, paragraph: int) -> str:
    words = tr("paragraph {n}", n=paragraph)
    return ", ".join(part for part in (_field(naming, item), words) if part)


def _moved(naming: Naming, item: Item, stretches: Stretches) -> Question:
    """What somebody has moved and another has changed is read in the whole text."""
    texts = [stretches.version(number) for number in range(len(item.options))]
    cards = (*_versions(item, texts), _from_the_beginning(item))
    hint = tr("In one of the wordings a sentence stands elsewhere. Read the whole text.")
    part = Part(cards, where=_field(naming, item), hint=hint)
    heading = tr("One has moved what another has changed")
    return Question(item, heading, naming.named(item), (part,), PROSE)


def _merged(naming: Naming, item: Item) -> Question:
    """What could be put together: read through, and kept as it is or mended."""
    shown = str(item.shown)
    proposal = Card(
        changed(str(item.base or ""), shown),
        title=tr("So it became"),
        note=tr("Everybody's changes, put together"),
        button=tr("Take it"),
        key=len(item.options) + 1,
        value=shown,
        done=tr("You took the proposal"),
    )
    texts = [str(option.value) for option in item.options]
    cards = (proposal, *_versions(item, texts), _from_the_beginning(item))
    heading = tr("Changes that could be put together")
    part = Part(cards, where=_field(naming, item))
    return Question(item, heading, naming.named(item), (part,), PROSE, shown=shown)


def _versions(item: Item, texts: list[str]) -> Iterator[Card]:
    """Everybody's whole text."""
    base = str(item.base or "")
    words = buttons(item.options)
    for number, (option, text) in enumerate(zip(item.options, texts, strict=True)):
        yield Card(
            changed(base, text),
            option.author,
            option.at,
            words=nothing(text) if not base.strip() else "",
            button=words[number],
            key=number + 1,
            value=text,
            done=chose_whose(option.author),
        )


def _from_the_beginning(item: Item) -> Card:
    base = str(item.base or "")
    return Card(
        beginning(base),
        title=tr("So it stood when you began"),
        words=nothing(base),
        button=tr("Keep"),
        value=base,
        done=tr("You kept the wording from the beginning"),
    )


def _field(naming: Naming, item: Item) -> str:
    """Which of the thing's texts it is; a section has one that needs no name."""
    field, noun = naming.field(item), naming.noun(item)
    if field is None or noun.meta.outline:
        return ""
    return field_label(naming.strategy, noun, field).lower()
