"""The first pages: cover, document information, contents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from strategidesk.model.document import Card
from strategidesk.model.people import Decision
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.contents import contents, height, listed
from strategidesk.word.flow import Flow
from strategidesk.word.fragments import choice, decided, title
from strategidesk.word.markup import PAGE_BREAK, Piece, paragraph, run
from strategidesk.word.tables import Look, table

_TITLE, _ROW = 55.0, 18.0  # points: a heading of the first pages, a row of a table


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


def adoption(strategy: Strategy, about: str = "strategy") -> Decision | None:
    """The decision that adopted the strategy (or the activity plan), the latest if several."""
    found = [d for d in strategy.decisions if d.kind == "adoption" and d.about == about]
    return max(found, key=lambda decision: decision.date, default=None)


def front(strategy: Strategy, flow: Flow, information: Information, today: str) -> list[Piece]:
    """Cover, information and contents of a document whose body is already in `flow`."""
    pieces = list(_cover(strategy, flow, today))
    rows = list(_rows(strategy, information))
    pieces += _heading(flow, "information", "<w:pageBreakBefore/>")
    titles = [wording().text("information_item"), wording().text("information_value")]
    look = Look(flow.sheet.width, (2, 4), first_column=True)
    pieces.append(table(flow.styles, titles, rows, look, wording().text("information")))
    if information.history:
        pieces += _heading(flow, "revision_history", "")
        pieces.append(_history(flow, information.history))
    used = _TITLE + _ROW * (1 + len(rows)) + bool(information.history) * _TITLE
    used += _ROW * len(information.history)
    entries = listed(flow.headings.all, flow.pages.height - used)
    if entries:
        pages = 2 + int((used + height(entries)) / flow.pages.height)
        pieces += contents(entries, flow.styles, pages)
    else:
        pieces.append(paragraph("", PAGE_BREAK))
    return pieces


def _cover(strategy: Strategy, flow: Flow, today: str) -> Iterator[Piece]:
    card, styles = strategy.card, flow.styles
    if card.municipality:
        yield paragraph(styles.id("Försättsblad kommun"), run(card.municipality))
    yield paragraph(styles.id("Title"), run(title(card)))
    if card.title:
        yield paragraph(styles.id("Subtitle"), run(choice(card, "kind")))
    adopted = adoption(strategy)
    if card.status != "adopted" and card.status:
        yield paragraph(styles.id("Försättsblad uppgift"), run(choice(card, "status")))
    if card.status in ("adopted", "repealed") and adopted:
        text = wording().text("adopted_by", decision=decided(adopted))
        yield paragraph(styles.id("Försättsblad uppgift"), run(text))
    elif today:
        yield paragraph(styles.id("Försättsblad uppgift"), run(today))


def _heading(flow: Flow, key: str, properties: Piece) -> list[Piece]:
    text = run(wording().text(key))
    return [paragraph(flow.styles.id("TOC Heading"), text, properties)]


def _rows(strategy: Strategy, information: Information) -> Iterator[tuple[str, str]]:
    """The rows that say something, in the order of Swedish governing documents."""
    card = strategy.card
    adopted = adoption(strategy)
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


def _history(flow: Flow, history: Sequence[Change]) -> Piece:
    text = wording().text
    titles = [text("date"), text("version"), text("responsible"), text("change")]
    rows = [(row.date, row.version, row.responsible, row.change) for row in history]
    look = Look(flow.sheet.width, (2, 2, 3, 5))
    return table(flow.styles, titles, rows, look, text("revision_history"))


def headline(card: Card) -> str:
    """What the header of every page says: the running header, else the title."""
    return card.running_header or title(card)
