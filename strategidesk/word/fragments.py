"""Words and figures as Swedish documents write them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from strategidesk.model.document import Card
from strategidesk.model.noun import Noun, fields_of, value
from strategidesk.model.people import Decision
from strategidesk.model.wording import wording

NO_BREAK = "\u00a0"


def number(figure: Decimal | None) -> str:
    """A figure with decimal comma and thousands apart; empty for none."""
    if figure is None:
        return ""
    return f"{figure:,f}".replace(",", NO_BREAK).replace(".", ",").replace("-", "−")


def span(first: str, last: str) -> str:
    """From and to; one of them alone where the other is missing or the same."""
    if first and last and first != last:
        return f"{first} – {last}"
    return first or last


def day_in_words(date: str) -> str:
    """`15 september 2026` of a day, `september 2026` of a month; anything else as it stands."""
    year, *rest = date.split("-")
    months: Sequence[str] = wording().texts["months"]
    if not rest or not all(part.isdecimal() for part in rest) or not 0 < int(rest[0]) <= 12:
        return date
    days = [str(int(day)) for day in rest[1:2]]
    return NO_BREAK.join([*days, months[int(rest[0]) - 1], year])


def together(parts: Iterable[str], between: str = ", ") -> str:
    """The parts that say something."""
    return between.join(part for part in parts if part)


def in_a_row(parts: Sequence[str]) -> str:
    """`2, 6 och 9`."""
    first, last = ", ".join(parts[:-1]), "".join(parts[-1:])
    return wording().text("and").join((first, last)) if first else last


def counted(key: str, n: int, **places: object) -> str:
    """The text of a key with `n` in it; of its `_one` for one."""
    return wording().text(f"{key}_one" if n == 1 else key, n=number(Decimal(n)), **places)


def choice(thing: Noun, name: str) -> str:
    """The Swedish word of a thing's choice field."""
    field = fields_of(type(thing))[name]
    return wording().choice(field, value(thing, field))


def paragraph_sign(paragraph: str) -> str:
    """`§ 12` of what a secretary wrote as `12`, `§ 12` or `12 §`."""
    bare = paragraph.replace("§", "").strip()
    return f"§{NO_BREAK}{bare}" if bare else ""


def decided(decision: Decision) -> str:
    """Who decided, when and under which paragraph."""
    when = together((decision.date, paragraph_sign(decision.paragraph)))
    return together((decision.body, when), " ")


def title(card: Card) -> str:
    """The strategy's title; what kind of document it is where it has none."""
    return card.title.strip() or choice(card, "kind") or wording().text("governing_document")
