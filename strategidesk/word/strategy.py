"""The strategy as a Word document."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from strategidesk.model.document import Card
from strategidesk.model.planning import Form
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.cover import Information, Line, cover_lines
from strategidesk.word.cover_texts import cover_texts
from strategidesk.word.document import sheet
from strategidesk.word.finishing import finish
from strategidesk.word.flow import Flow
from strategidesk.word.fragments import choice, title
from strategidesk.word.front import front, headline
from strategidesk.word.heading_numbers import DEEPEST
from strategidesk.word.marking import mark_headers
from strategidesk.word.markup import Piece, paragraph, run
from strategidesk.word.outline import add_outline
from strategidesk.word.package import Package
from strategidesk.word.progress import Progress
from strategidesk.word.template_file import Template

_USUAL_DEPTH = 2


@dataclass(frozen=True, kw_only=True)
class Edition:
    """How the strategy is presented."""

    cover: Callable[[Strategy, str], Iterable[Line]] = cover_lines
    above: Sequence[Line] = ()  # stands above a cover of the template's own
    letter: Callable[[Flow], None] | None = None  # written behind the cover
    mark: str = ""  # in the header of every page
    numbered: bool = False  # whether the paragraphs of the text are


USUAL = Edition()


def write(
    strategy: Strategy,
    out: Path,
    *,
    template: Template = None,
    today: str | None = None,
    information: Information | None = None,
    plan: Form = "compact",
    edition: Edition = USUAL,
) -> Iterator[Progress]:
    """Writes the strategy to `out`, telling how far it has come; the file is there at the end.

    `template` is the municipality's own docx or dotx (a path, or its content), whose page, header,
    footer, styles and cover are used. `today` (a day, `2026-03-09`) dates the document;
    `information` is what its versions know; `plan` is how sections with the activity plan show it,
    `edition` what the document is made for. Raises UserError for a template that is no Word
    document.
    """
    day = today or datetime.date.today().isoformat()
    card = strategy.card
    total = len(strategy.sections) + 2
    package = Package(template)
    if edition.mark:
        mark_headers(package, edition.mark, own=template is None)
    flow = Flow(package, sheet(package), numbered_levels(card), strategy.pictures, card.language)
    letter = flow.aside(edition.letter) if edition.letter else []
    if edition.numbered:
        flow.number_paragraphs()
    done = 0
    for done, what in enumerate(add_outline(flow, strategy, plan)):
        yield Progress(done, total, what)
    flow.finish()
    yield Progress(total - 2, total, wording().text("contents"))
    information = information or Information()
    values = margin_texts(card) | cover_texts(strategy, information, day)
    cover = _cover(flow, strategy, edition, day, package.cover(values))
    first = front(strategy, flow, information, cover, letter)
    body = [*first, *flow.body]
    finish(package, flow, card, out, title=title(card), today=day, values=values, body=body)
    yield Progress(total, total)


def _cover(
    flow: Flow, strategy: Strategy, edition: Edition, day: str, own: Sequence[Piece]
) -> Iterator[Piece]:
    """Our cover, or `own`, the template's."""
    for line in edition.above if own else edition.cover(strategy, day):
        yield paragraph(flow.styles.id(line.style), run(flow.typeset(line.text)))
    yield from own


def numbered_levels(card: Card) -> int:
    """How many heading levels have decimal numbers."""
    if card.heading_numbering != "decimal":
        return 0
    depth = _USUAL_DEPTH if card.numbering_depth is None else card.numbering_depth
    return max(0, min(depth, DEEPEST))


def margin_texts(card: Card) -> dict[str, str]:
    """What the `{places}` and content controls in headers and footers stand for."""
    short = wording().text("reference_number_short")
    return {
        "running_header": headline(card),
        "title": title(card),
        "reference_number": f"{short} {card.reference_number}" if card.reference_number else "",
        "reference_number_bare": card.reference_number,
        "municipality": card.municipality,
        "subtitle": card.subject,
        "document_type": choice(card, "kind"),
        "status": choice(card, "status"),
    }
