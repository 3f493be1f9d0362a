"""What the places and content controls of a template's cover stand for."""

from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.cover import Information, adoption
from strategidesk.word.fragments import choice, decided, paragraph_sign


def cover_texts(strategy: Strategy, information: Information, today: str) -> dict[str, str]:
    """Texts by key; what the strategy says nothing of is empty.

    The date is that of the adoption, `today` where there is none.
    """
    card = strategy.card
    told = information.decided and card.status in ("adopted", "repealed")
    adopted = adoption(strategy) if told else None
    endless = wording().text("until_further_notice") if card.valid_from else ""
    return {
        "subtitle": card.subject or (choice(card, "kind") if card.title else ""),
        "date": adopted.date if adopted else today,
        "version": information.version,
        "revised": information.revised,
        "decided_by": decided(adopted) if adopted else "",
        "decided_on": adopted.date if adopted else "",
        "paragraph": paragraph_sign(adopted.paragraph) if adopted else "",
        "applies_to": card.applies_to,
        "valid_from": card.valid_from,
        "valid_to": card.valid_to or endless,
        "replaces": card.replaces,
        "owner_political": card.owner_political,
        "owner_official": card.owner_official,
        "revision_responsible": card.revision_responsible,
        "follow_up_responsible": card.follow_up_responsible,
    }
