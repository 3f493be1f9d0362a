"""The first pages: cover, document information, contents."""

from collections.abc import Iterable, Sequence

from strategidesk.model.document import Card
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.contents import contents, height, listed
from strategidesk.word.cover import Change, Information, information_rows
from strategidesk.word.flow import Flow
from strategidesk.word.fragments import title
from strategidesk.word.markup import NEW_PAGE, Piece, begun, paragraph, run
from strategidesk.word.sections import spacer
from strategidesk.word.tables import Look, table

_TITLE, _ROW = 55.0, 18.0  # points: a heading of the first pages, a row of a table


def front(
    strategy: Strategy,
    flow: Flow,
    information: Information,
    cover: Iterable[Piece],
    letter: Iterable[Piece] = (),
) -> list[Piece]:
    """Cover, information and contents of a document whose body is already in `flow`, and begins on
    a new page from now on; `letter` stands behind the cover."""
    pieces = [*cover, *letter]
    rows = list(information_rows(strategy, information))
    pieces += _heading(flow, "information", NEW_PAGE)
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
    if flow.opening:  # it begins a page itself
        pieces.append(spacer(flow.styles, flow.opening))
    else:
        flow.body[:] = begun(flow.body)
    return pieces


def _heading(flow: Flow, key: str, properties: Piece) -> list[Piece]:
    text = run(wording().text(key))
    return [paragraph(flow.styles.id("TOC Heading"), text, properties)]


def _history(flow: Flow, history: Sequence[Change]) -> Piece:
    text = wording().text
    titles = [text("date"), text("version"), text("responsible"), text("change")]
    rows = [(row.date, row.version, row.responsible, row.change) for row in history]
    look = Look(flow.sheet.width, (2, 2, 3, 5))
    return table(flow.styles, titles, rows, look, text("revision_history"))


def headline(card: Card) -> str:
    """What the header of every page says: the running header, else the title."""
    return card.running_header or title(card)
