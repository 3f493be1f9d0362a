"""What things, fields and values are called in the window."""

from decimal import Decimal
from typing import Any

from strategidesk.language import active, mark, tr
from strategidesk.model import labels
from strategidesk.model.document import Card
from strategidesk.model.fields import Field, Id, Kind
from strategidesk.model.kept_files import name_in
from strategidesk.model.noun import Noun, fields_of, title, value
from strategidesk.model.strategy import Strategy

NBSP = "\u00a0"
LONGEST = 90  # characters of a text that stands in for a name
NAMELESS = mark("(no name)")
NONE = mark("(none)")
LANGUAGES = {"sv": mark("Swedish"), "en": mark("English")}

_OWN_WORDS = {"area": "area_label", "hallmark": "hallmark_label"}
_OWN_PLURALS = {"area": labels.areas, "hallmark": labels.hallmarks}
_OWN_FIELDS = {
    ("area", "target_picture"): "target_picture_label",
}


def noun_label(strategy: Strategy, noun: type[Noun]) -> str:
    """What one thing is called: the strategy's own word where it has one."""
    own = _OWN_WORDS.get(noun.meta.entity)
    return _card_word(strategy, own) or tr(noun.meta.label)


def noun_label_plural(strategy: Strategy, noun: type[Noun]) -> str:
    """What several things are called: the strategy's own word where it has one."""
    own = _OWN_PLURALS.get(noun.meta.entity)
    return (own(strategy.card) if own else "") or tr(noun.meta.label_plural)


def language_name(strategy: Strategy) -> str:
    """The language that the strategy is written in; an unknown one is named by its code."""
    code = strategy.card.language
    return tr(LANGUAGES[code]) if code in LANGUAGES else code


def field_label(strategy: Strategy, noun: type[Noun], field: Field) -> str:
    """What a field is called."""
    if field.to in _OWN_WORDS and field.kind is Kind.REFERENCE:
        return _card_word(strategy, _OWN_WORDS[field.to]) or tr(field.label)
    if field.to in _OWN_PLURALS:
        return _OWN_PLURALS[field.to](strategy.card) or tr(field.label)
    own = _OWN_FIELDS.get((noun.meta.entity, field.name))
    return _card_word(strategy, own) or tr(field.label)


def _card_word(strategy: Strategy, name: str | None) -> str:
    return str(value(strategy.card, fields_of(Card)[name])) if name else ""


def caption(strategy: Strategy, thing: Noun, names: tuple[str, ...] = ()) -> str:
    """What people call a thing: its naming fields as words, else the beginning of its text."""
    fields = fields_of(type(thing))
    for name in names or (thing.meta.title,):
        if name in fields and (text := shown(strategy, fields[name], value(thing, fields[name]))):
            return _short(text)
    return _short(title(thing) if not names else "") or tr(NAMELESS)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def shown(strategy: Strategy, field: Field, given: Any) -> str:
    """A field's value as words; empty where there is none."""
    match field.kind:
        case Kind.CHOICE:
            return choice_label(field, given)
        case Kind.NUMBER | Kind.WHOLE:
            return number_text(given)
        case Kind.FLAG:
            return tr("Yes") if given else ""
        case Kind.REFERENCE:
            return target_caption(strategy, given)
        case Kind.FILE:
            return name_in(given)
        case Kind.REFERENCES:
            return ", ".join(target_caption(strategy, id) for id in given)
        case _:
            return str(given)


def target_caption(strategy: Strategy, id: Id | None) -> str:
    """What a thing that is pointed at is called; empty where nothing is."""
    thing = strategy.by_id.get(id) if id else None
    return caption(strategy, thing) if thing else ""


def choice_label(field: Field, given: str) -> str:
    """The word of a choice; one of a newer program stands as it is."""
    label = (field.choices or {}).get(given)
    return tr(label) if label else given


def number_text(given: Decimal | int | float | None) -> str:
    """A number as people here write it: groups of three, and a comma before decimals."""
    if given is None:
        return ""
    text = f"{Decimal(str(given)):f}"
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, _, part = digits.partition(".")
    groups = f"{int(whole):,}".replace(",", NBSP) if len(whole) > 4 else whole
    return sign + groups + (("," if active() == "sv" else ".") + part if part else "")
