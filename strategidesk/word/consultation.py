"""The strategy as it goes out for consultation: marked, with a letter, its paragraphs numbered."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from strategidesk.model.papers import layout
from strategidesk.model.people import Paper
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.prose import List, parse, plain
from strategidesk.prose.nodes import Paragraph, Prose
from strategidesk.word import strategy as word
from strategidesk.word.cover import FACT, OWNER, SUBTITLE, TITLE, Information, Line
from strategidesk.word.flow import Flow
from strategidesk.word.fragments import choice, day_in_words, title
from strategidesk.word.markup import NEW_PAGE, TAB, Piece, paragraph, run
from strategidesk.word.papers.blanks import blank, blank_run
from strategidesk.word.progress import Progress
from strategidesk.word.template_file import Template

MARK = "Papperstyp"
_NEEDED = ("reply_by", "reply_to")  # facts that show what is to be written there
_SPACE_BELOW = '<w:spacing w:after="240"/>'
_MOST_LINES = 24  # of a list of names; longer ones are set as running text


def write(
    strategy: Strategy,
    paper: Paper,
    out: Path,
    *,
    template: Template = None,
    today: str,
    information: Information | None = None,
) -> Iterator[Progress]:
    """Writes the consultation version to `out`, telling how far it has come.

    The paper's parts are filled; those that are not show what is to be written there. All else is
    as for the strategy.
    """
    edition = word.Edition(
        cover=partial(_cover, paper=paper),
        above=[Line(MARK, layout(paper.kind).mark), *_replies(paper)],
        letter=partial(_letter, strategy=strategy, paper=paper),
        mark=layout(paper.kind).mark,
        numbered=True,
    )
    yield from word.write(
        strategy,
        out,
        template=template,
        today=today,
        information=replace(information or Information(), decided=False),
        edition=edition,
    )


def _text(key: str, **places: object) -> str:
    return wording().text(f"papers.referral.{key}", **places)


def _cover(strategy: Strategy, today: str, paper: Paper) -> Iterator[Line]:
    """The strategy's cover, marked, with the day and the address for replies."""
    card = strategy.card
    if card.municipality:
        yield Line(OWNER, card.municipality)
    yield Line(MARK, layout(paper.kind).mark)
    yield Line(TITLE, title(card))
    if card.title:
        yield Line(SUBTITLE, choice(card, "kind"))
    yield Line(FACT, day_in_words(paper.dated or today))
    yield from _replies(paper)


def _replies(paper: Paper) -> Iterator[Line]:
    """Until when and where to."""
    if paper.reply_by:
        yield Line(FACT, _text("reply_by", day=day_in_words(paper.reply_by)))
    if paper.reply_to:
        yield Line(FACT, _text("reply_to", to=paper.reply_to))


def _letter(flow: Flow, strategy: Strategy, paper: Paper) -> None:
    found = layout(paper.kind)
    for number, part in enumerate(found.parts):
        text = str(getattr(paper, part.field))
        if part.optional and not text.strip():
            continue
        flow.body.append(_heading(flow, part.headed(paper, strategy), first=number == 0))
        if number == 0:
            _facts(flow, strategy, paper)
        if not text.strip():
            flow.body.append(blank(flow.styles.normal, part.field, part.heading, part.hint))
        elif len(names := _names(text)) > _MOST_LINES:
            flow.line(", ".join(names))
        else:
            flow.prose(text)


def _heading(flow: Flow, text: str, first: bool) -> str:
    properties = NEW_PAGE if first else ""
    return paragraph(flow.styles.id("TOC Heading"), run(text), properties)


def _names(text: str) -> list[str]:
    """The lines of a text that is one list and nothing else."""
    blocks = parse(text).blocks
    if len(blocks) != 1 or not isinstance(blocks[0], List):
        return []
    return [plain(Prose((Paragraph(item.inlines),))) for item in blocks[0].items]


def _facts(flow: Flow, strategy: Strategy, paper: Paper) -> None:
    """Until when, where to and under which number, each on a line of its own."""
    lines = list(_lines(strategy, paper))
    for number, (name, content) in enumerate(lines, 1):
        properties = _SPACE_BELOW if number == len(lines) else ""
        style = flow.styles.id("Ärendeuppgift")
        flow.body.append(paragraph(style, run(name, "<w:b/>") + TAB + content, properties))


def _lines(strategy: Strategy, paper: Paper) -> Iterator[tuple[str, Piece]]:
    for key in layout(paper.kind).facts:
        name = wording().text(f"papers.facts.{key}")
        value = _fact(key, strategy, paper)
        if value:
            yield name, run(value)
        elif key in _NEEDED:
            yield name, blank_run(key, name, wording().text(f"papers.unknown.{key}"))


def _fact(key: str, strategy: Strategy, paper: Paper) -> str:
    if key == "reference_number":
        return strategy.card.reference_number
    value = str(getattr(paper, key))
    return day_in_words(value) if key == "reply_by" else value
