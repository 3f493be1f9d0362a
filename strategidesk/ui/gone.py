"""What deleted things are called."""

from collections.abc import Iterable

from strategidesk.desk.wastebasket import Gone
from strategidesk.language import tr
from strategidesk.model.fields import Id, Kind
from strategidesk.model.noun import fields_of
from strategidesk.model.strategy import Strategy
from strategidesk.ui.words import NAMELESS, caption


def titles_of(strategy: Strategy, things: Iterable[Gone]) -> dict[Id, str]:
    """The names of deleted things; one that is named by another has that one's name."""
    found = {one.id: one for one in things}
    return {id: _title(strategy, found, one) or tr(NAMELESS) for id, one in found.items()}


def _title(strategy: Strategy, found: dict[Id, Gone], one: Gone) -> str:
    noun = strategy.schema.by_entity.get(one.entity)
    field = fields_of(noun).get(noun.meta.title) if noun else None
    if field is None or field.kind is not Kind.REFERENCE:
        return one.title
    target = Id(one.title)
    if target in strategy.by_id:
        return caption(strategy, strategy.by_id[target])
    return found[target].title if target in found else ""
