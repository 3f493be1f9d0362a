"""The strategy's own words for its areas and hallmarks, as headings and columns use them."""

from strategidesk.model.document import Card
from strategidesk.model.fields import Field
from strategidesk.model.noun import fields_of, value

_PLURALS = {  # the last part of a Swedish word for an area or a hallmark
    "område": "områden",
    "insats": "insatser",
    "inriktning": "inriktningar",
    "prioritering": "prioriteringar",
    "utmaning": "utmaningar",
    "riktning": "riktningar",
    "åtgärd": "åtgärder",
    "aktivitet": "aktiviteter",
    "fråga": "frågor",
    "tema": "teman",
}


def areas(card: Card) -> str:
    """The word for areas: the plural where it was chosen, else what the singular has."""
    return _many(card, "area_label")


def hallmarks(card: Card) -> str:
    """The word for hallmarks: the plural where it was chosen, else what the singular has."""
    return _many(card, "hallmark_label")


def column(card: Card, name: str) -> str:
    """A word of the card, `area_label`, as a column's heading: the usual where it was emptied."""
    field = fields_of(Card)[name]
    return str(value(card, field)).strip() or str(field.default)


def hallmarks_column(card: Card) -> str:
    """The word for hallmarks as a column's heading."""
    return hallmarks(card).strip() or column(card, "hallmark_label")


def inside(word: str) -> str:
    """A word as it stands inside a sentence; abbreviations stay as they are."""
    return word[:1].lower() + word[1:] if not word[1:2].isupper() else word


def _many(card: Card, name: str) -> str:
    fields = fields_of(Card)
    one, many = fields[name], fields[f"{name}_plural"]
    plural = str(value(card, many))
    if plural and (_chosen(card, many) or not _chosen(card, one)):
        return plural
    return _plural(str(value(card, one))) or plural


def _plural(word: str) -> str:
    """The plural of a word whose last part is known; any other word may be its own."""
    *before, last = word.split(" ")
    for end, many in _PLURALS.items():
        if last.lower().endswith(end):
            whole = last[:1].isupper() and len(last) == len(end)
            last = last[: -len(end)] + (many.capitalize() if whole else many)
            return " ".join((*map(_several, before), last))
    return word


def _several(adjective: str) -> str:
    """An adjective before a noun in the plural: `prioriterat` and `prioriterad` as `prioriterade`,
    `strategiskt` as `strategiska`."""
    if adjective.endswith(("at", "ad")):
        return f"{adjective[:-1]}de" if adjective.endswith("at") else f"{adjective}e"
    return f"{adjective[:-1]}a" if adjective.endswith("skt") else adjective


def _chosen(card: Card, field: Field) -> bool:
    return bool(value(card, field) != field.default)
