"""Questions about whole things: removed but changed, removed but pointed at, defined twice."""

from strategidesk.desk.reviewing import DELETE, DISMISS, KEEP, TAKE
from strategidesk.history.items import Item, Option
from strategidesk.history.revision import EXISTS
from strategidesk.language import tr
from strategidesk.model.fields import Kind
from strategidesk.model.noun import PLACE, Noun, fields_of, value
from strategidesk.prose.differences import Kind as PieceKind
from strategidesk.prose.differences import Piece
from strategidesk.prose.tokens import BOLD
from strategidesk.ui.review.cards import changed, nothing, unchanged, value_words
from strategidesk.ui.review.nouns import the
from strategidesk.ui.review.question import NOTHING, Answer, Card, Part, Question
from strategidesk.ui.review.words import Naming
from strategidesk.ui.words import field_label


def about_existence(naming: Naming, item: Item) -> Question:
    """Whether a thing stays that somebody removed while another wrote in it."""
    thing = the(item.noun)
    keep = tr("Keep {thing}", thing=thing)
    remove = tr("Remove {thing} all the same", thing=thing)
    gone = [one for one in item.options if one.field == EXISTS and one.value is None]
    wrote: dict[str, list[Option]] = {}
    for option in item.options:
        if option not in gone:
            wrote.setdefault(option.author, []).append(option)
    cards = [
        Card(
            _written(naming, item, options),
            author,
            max(option.at for option in options),
            note=tr("Wrote this"),
            button="" if number else keep,
            key=1,
            answer=Answer(KEEP),
            done=tr("You kept {thing}", thing=thing),
        )
        for number, (author, options) in enumerate(wrote.items())
    ]
    cards += [
        Card(
            author=option.author,
            at=option.at,
            words=tr("Removed {thing} without having seen that.", thing=thing),
            button="" if number else remove,
            key=2,
            answer=Answer(DELETE),
            done=tr("You removed {thing}", thing=thing),
        )
        for number, option in enumerate(gone)
    ]
    heading = tr("Removed but changed: {title}", title=naming.title(item.entity))
    return Question(item, heading, naming.named(item), (Part(tuple(cards)),), NOTHING)


def _written(naming: Naming, item: Item, options: list[Option]) -> tuple[Piece, ...]:
    """What somebody wrote, each value under its field's name."""
    found: list[Piece] = []
    noun = naming.noun(item)
    for option in options:
        field = fields_of(noun).get(option.field)
        start = "\n" if found else ""
        if field is None or field.kind is Kind.PLACE:
            words = tr("Moved it") if field else tr("Brought it back")
            found.append(Piece(PieceKind.KEPT, start + words))
            continue
        label = field_label(naming.strategy, noun, field)
        found.append(Piece(PieceKind.KEPT, f"{start}{label}: ", BOLD))
        if field.kind is Kind.PROSE:
            text = str(option.value or "")
            found += unchanged(text) or [Piece(PieceKind.KEPT, nothing(text))]
        else:
            found += unchanged(value_words(naming.strategy, field, option.value), prose=False)
    return tuple(found)


def about_dangling(naming: Naming, item: Item) -> Question:
    """What becomes of a thing whose target, or whose parent, was removed."""
    (target,) = item.others
    thing, title = the(item.noun), naming.title(target)
    removal = next(one for one in item.options if one.id == target)
    back = tr("Bring ”{title}” back", title=title)
    choices = [(back, KEEP, tr("You brought ”{title}” back", title=title))]
    let = _letting_go(naming, item, thing)
    choices.append((let, DELETE, let))
    stay = tr("Let it be so")
    choices.append((stay, DISMISS, tr("You let it be so")))
    cards = [
        Card(
            author=removal.author,
            at=removal.at,
            words=tr("Removed ”{title}”.", title=title),
        ),
        *(
            Card(
                title=_meaning(naming, item, verb, title),
                button=words,
                key=number,
                answer=Answer(verb),
                done=done,
            )
            for number, (words, verb, done) in enumerate(choices, 1)
        ),
    ]
    return Question(item, naming.dangling(item), naming.named(item), (Part(tuple(cards)),), NOTHING)


def _letting_go(naming: Naming, item: Item, thing: str) -> str:
    field = naming.field(item)
    if item.field == PLACE or field is None:
        return tr("Let {thing} stand where it is shown", thing=thing)
    if field.owned:
        return tr("Remove {thing} too", thing=thing)
    label = field_label(naming.strategy, naming.noun(item), field).lower()
    if field.kind is Kind.REFERENCES:
        return tr("Take it away from {label}", label=label)
    return tr("Let {thing} be without {label}", thing=thing, label=label)


def _meaning(naming: Naming, item: Item, verb: str, title: str) -> str:
    if verb == KEEP:
        return tr("”{title}” comes out of the wastebasket, with what belonged to it.", title=title)
    if verb == DISMISS:
        return tr("Nothing changes. ”{title}” stays in the wastebasket.", title=title)
    field = naming.field(item)
    if field is not None and field.owned:
        return tr("It goes to the wastebasket with what it belonged to.")
    return tr("Nothing points at ”{title}” from here any more.", title=title)


def about_double(naming: Naming, item: Item) -> Question:
    """Which of several definitions of a term stays."""
    both = tr("Both shall stay") if len(item.others) == 2 else tr("All shall stay")
    first = naming.strategy.by_id.get(item.options[0].id)
    cards = []
    for number, option in enumerate(item.options, 1):
        one = naming.strategy.by_id.get(option.id)
        cards.append(
            Card(
                changed(_body(first), _body(one)),
                option.author,
                option.at,
                words=nothing(_body(one)),
                note=_source(one),
                button=tr("Keep this one"),
                key=number,
                answer=Answer(TAKE, option.revision),
                done=tr("You kept {name}'s", name=option.author) if option.author else "",
            )
        )
    cards.append(
        Card(
            title=tr("Nothing is removed."),
            button=both,
            answer=Answer(DISMISS),
            done=both,
        )
    )
    where = naming.group(item)
    hint = tr("The definition that you do not keep goes to the wastebasket.")
    part = Part(tuple(cards), hint=hint)
    return Question(item, naming.twice(item), where, (part,), NOTHING, beside=True)


def _body(thing: Noun | None) -> str:
    field = fields_of(type(thing)).get("text") if thing is not None else None
    return str(value(thing, field)) if thing is not None and field is not None else ""


def _source(thing: Noun | None) -> str:
    field = fields_of(type(thing)).get("source") if thing is not None else None
    source = str(value(thing, field)) if thing is not None and field is not None else ""
    return tr("Source: {source}", source=source) if source else tr("No source")
