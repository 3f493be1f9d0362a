"""What can be added on the pages."""

from strategidesk.language import tr
from strategidesk.ui.pages.page import Making
from strategidesk.ui.pages.table import ADD, Listing, Place
from strategidesk.ui.words import noun_label
from strategidesk.ui.work import Work


def makings_of(work: Work, place: Place) -> list[Making]:
    """Everything that can be added on a page, without making the page."""
    listings = (one for r in place.registers for one in (r.main, r.under) if one)
    return [making_of(work, one) for one in listings]


def making_of(work: Work, listing: Listing) -> Making:
    """Adding to a list, as its button says it."""
    if listing.new != ADD:
        return Making(listing.entity, tr(listing.new))
    noun = work.strategy.schema.by_entity[listing.entity]
    return Making(listing.entity, tr("Add: {thing}", thing=noun_label(work.strategy, noun)))
