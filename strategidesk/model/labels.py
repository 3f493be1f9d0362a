"""The strategy's own words for its areas and hallmarks, as headings and columns use them."""

from strategidesk.model.document import Card
from strategidesk.model.fields import Field
from strategidesk.model.noun import fields_of, value


def areas(card: Card) -> str:
    """The word for areas: the plural where it was chosen, else the singular."""
    return _many(card, "area_label")


def hallmarks(card: Card) -> str:
    """The word for hallmarks: the plural where it was chosen, else the singular."""
    return _many(card, "hallmark_label")


def _many(card: Card, name: str) -> str:
    fields = fields_of(Card)
    one, many = fields[name], fields[f"{name}_plural"]
    plural = str(value(card, many))
    if plural and (_chosen(card, many) or not _chosen(card, one)):
        return plural
    return str(value(card, one)) or plural


def _chosen(card: Card, field: Field) -> bool:
    return bool(value(card, field) != field.default)
