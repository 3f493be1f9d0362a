"""What the cover and the document information say, before it is written to any page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from strategidesk.model.people import Decision
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.fragments import choice, decided, title

OWNER, TITLE, SUBTITLE, FACT = "Försättsblad kommun", "Title", "Subtitle", "Försättsblad uppgift"


class Line(NamedTuple):
    """A line of the cover; `style` is the name of its paragraph style."""

    style: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the revision history."""

    date: str
    version: str
    responsible: str
    change: str


@dataclass(frozen=True, slots=True)
class Information:
    """What the strategy's versions know: which one this is, when revised, what came before."""

    version: str = ""
    revised: str = ""
    history: Sequence[Change] = ()
    decided: bool = True  # whether it is told who has decided


def adoption(strategy: Strategy, about: str = "strategy") -> Decision | None:
    """The decision that adopted the strategy (or the activity plan), the latest if several."""
    found = [d for d in strategy.decisions if d.kind == "adoption" and d.about == about]
    return max(found, key=lambda decision: decision.date, default=None)


def cover_lines(strategy: Strategy, today: str) -> Iterator[Line]:
    """The cover from top to bottom; `today` (a day, `2026-03-09`) dates what is not adopted."""
    card = strategy.card
    if card.municipality.strip():
        yield Line(OWNER, card.municipality)
    yield Line(TITLE, title(card))
    if card.title.strip() and card.kind:
        yield Line(SUBTITLE, choice(card, "kind"))
    adopted = adoption(strategy)
    if card.status != "adopted" and card.status:
        yield Line(FACT, choice(card, "status"))
    if card.status in ("adopted", "repealed") and adopted:
        yield Line(FACT, wording().text("adopted_by", decision=decided(adopted)))
    elif today:
        yield Line(FACT, today)


def information_rows(strategy: Strategy, information: Information) -> Iterator[tuple[str, str]]:
    """The rows that say something, in the order of Swedish governing documents."""
    card = strategy.card
    adopted = adoption(strategy) if information.decided else None
    text = wording().text
    endless = text("until_further_notice") if card.valid_from else ""
    rows = (
        ("document_type", choice(card, "kind")),
        ("document_name", card.title),
        ("reference_number", card.reference_number),
        ("decided_by", decided(adopted) if adopted else ""),
        ("applies_to", card.applies_to),
        ("valid_from", card.valid_from),
        ("valid_to", card.valid_to or endless),
        ("replaces", card.replaces),
        ("owner_political", card.owner_political),
        ("owner_official", card.owner_official),
        ("revision_responsible", card.revision_responsible),
        ("follow_up_responsible", card.follow_up_responsible),
        ("version", information.version),
        ("revised", information.revised),
        ("related_documents", card.related_documents),
    )
    return ((text(key), value) for key, value in rows if value)
